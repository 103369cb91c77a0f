#pragma once

#include "models/survey/platelog.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class QLabel;
class QLineEdit;

/// What a person says of the chosen plates. Where they differ a field is empty, and an untouched field leaves
/// each plate as it is.
class PlateLogForm : public QWidget
{
    Q_OBJECT
public:
    explicit PlateLogForm(Actions& actions, QWidget* parent = nullptr);

    /// The same plates as before, read again, leave what was typed and chosen.
    void setPlates(const PlateLogs& plates);
    /// What stands in the fields is stored.
    void forgetTyped();
    void setComplaint(const QString& sentence);
    /// The plates with what was changed; nothing and a complaint where a number is none.
    std::optional<PlateLogs> changed();
    void goToRemark();

signals:
    /// Enter was pressed in a field.
    void confirmWanted();

private:
    void layOut(Actions& actions);
    QStringList scienceOf(const PlateLogs& plates) const;
    QStringList validityOf(const PlateLogs& plates) const;

    PlateLogs m_plates;
    QLabel* m_title;
    Caption* m_source;
    ChoiceRow* m_science;
    ChoiceRow* m_valid;
    QLineEdit* m_moon;
    QLineEdit* m_seeing;
    QLineEdit* m_weather;
    QLineEdit* m_remark;
    Caption* m_complaint;
};
