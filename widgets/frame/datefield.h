#pragma once

#include <QDate>
#include <QLineEdit>

/// A field for a night: yyyy-mm-dd or empty. What is no date is framed as wrong and counts as empty.
class DateField : public QLineEdit
{
    Q_OBJECT
public:
    /// The placeholder says what the date bounds: "from yyyy-mm-dd".
    DateField(const QString& name, const QString& placeholder, QWidget* parent);

    /// Invalid when there is none.
    QDate date() const;
    /// "2018-12-05"; empty when there is none.
    QString isoDate() const;

private:
    void showWhetherWrong(bool wrong);
};
