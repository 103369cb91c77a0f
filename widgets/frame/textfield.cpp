#include "widgets/frame/textfield.h"

QLineEdit* textField(const QString& name, const QString& placeholder, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setAccessibleName(placeholder);
    field->setPlaceholderText(placeholder);
    return field;
}

void refreshText(QLineEdit* field, const QString& stored)
{
    if (!field->isModified())
        field->setText(stored);
}

void setRoomForDigits(QLineEdit* field, int digits)
{
    constexpr int frame = 20; // px
    field->setFixedWidth(QFontMetrics(field->font()).horizontalAdvance(QString(digits, u'0')) + frame);
}
