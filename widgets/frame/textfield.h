#pragma once

#include <QLineEdit>

/// A line to type into: `placeholder` stands in it while it is empty and is its name for screen readers,
/// `name` its object name.
QLineEdit* textField(const QString& name, const QString& placeholder, QWidget* parent);

/// Shows what is stored, unless the person has typed since the field was filled: a list that is read again
/// takes nothing out of anybody's hands.
void refreshText(QLineEdit* field, const QString& stored);

/// Makes a field as wide as so many digits of its font.
void setRoomForDigits(QLineEdit* field, int digits);
