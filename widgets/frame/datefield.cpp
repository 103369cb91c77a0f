#include "widgets/frame/datefield.h"

#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int fieldWidth = 130; // px: "from yyyy-mm-dd" in the system's font
}

DateField::DateField(const QString& name, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(name);
    setAccessibleName(placeholder);
    setPlaceholderText(placeholder);
    setToolTip(tr("A date as 2018-12-05, or nothing"));
    setFixedWidth(fieldWidth);
    connect(this, &QLineEdit::textEdited, this, [this] { showWhetherWrong(false); });
    connect(this, &QLineEdit::editingFinished, this,
            [this] { showWhetherWrong(!text().trimmed().isEmpty() && !date().isValid()); });
}

QDate DateField::date() const
{
    return QDate::fromString(text().trimmed(), Qt::ISODate);
}

QString DateField::isoDate() const
{
    return date().isValid() ? date().toString(Qt::ISODate) : QString();
}

void DateField::showWhetherWrong(bool wrong)
{
    if (property("wrong").toBool() == wrong)
        return;
    setProperty("wrong", wrong);
    style()->polish(this);
}
