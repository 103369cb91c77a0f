#pragma once

#include <QWidget>

#include <vector>

class QAction;
class QToolButton;
class QVBoxLayout;

/// The narrow rail at the left: one button for each page, icon over name, and the menu at the foot.
class PageRail : public QWidget
{
    Q_OBJECT
public:
    explicit PageRail(QWidget* parent = nullptr);

    /// A button that triggers and follows a checkable action.
    void addPage(QAction* action, const QString& icon);
    /// Shows or hides the button of a page.
    void setOffered(const QAction* action, bool offered);
    /// What the menu at the foot offers.
    void setMenu(const QList<QAction*>& actions);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Button
    {
        QToolButton* button;
        QString icon;
    };

    QToolButton* addButton(const QString& icon);
    void colour();

    QVBoxLayout* m_layout;
    std::vector<Button> m_buttons;
    QToolButton* m_menu;
};
