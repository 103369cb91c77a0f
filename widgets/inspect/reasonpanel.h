#pragma once

#include <QWidget>

class ChoiceRow;

/// The structured reasons as switches. While it asks, the next letter switches the reason that carries it.
class ReasonPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonPanel(QWidget* parent = nullptr);

    void setReasons(const QStringList& codes);
    /// Takes the keyboard until one letter, Escape or a click elsewhere.
    void ask();
    bool isAsking() const { return m_asking; }
    /// Asks no longer; nothing is answered.
    void stopAsking();

    /// The reason in the person's language; its code where there is no translation.
    static QString label(const QString& code);
    /// The letter that chooses it while the panel asks.
    static QChar letter(const QString& code);

signals:
    void toggled(const QString& code, bool on);
    /// It asked, and the person answered with a reason, or turned away (empty code).
    void answered(const QString& code);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString codeOf(const QKeyEvent& key) const;

    ChoiceRow* m_choices;
    bool m_asking = false;
};
