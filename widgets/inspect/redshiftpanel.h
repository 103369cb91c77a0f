#pragma once

#include <QWidget>

#include <optional>

class Caption;
class QLineEdit;
class QSlider;
class QToolButton;

/// The redshift: one large number to read and to type, two sliders to move it.
class RedshiftPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RedshiftPanel(QWidget* parent = nullptr);

    /// Shows a redshift with its 1 σ; `origin` says in a word how it came about. Says nothing.
    void setRedshift(std::optional<double> z, std::optional<double> error, const QString& origin);
    void setResettable(bool differs);
    /// Puts the cursor into the number.
    void edit();
    /// The key and the words of the button that goes back to the pipeline's redshift.
    void setResetAction(QAction* action);
    /// Marks the typed text as refused.
    void setWrong(bool wrong);

signals:
    void typed(const QString& text);
    void moved(double z); ///< By a slider
    void stepped(int steps, bool fine); ///< By the wheel over the number
    void editingLeft();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void moveCoarse(int position);
    void moveFine(int position);
    void releaseFine();
    QString shownText() const;
    void colour();

    QLineEdit* m_number;
    Caption* m_error;
    Caption* m_origin;
    QToolButton* m_reset;
    QSlider* m_coarse;
    QSlider* m_fine;
    std::optional<double> m_z;
    double m_fineCentre = 0; ///< z when the fine slider was taken
};
