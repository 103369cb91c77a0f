#pragma once

#include <QString>

class QKeyEvent;

/// The id of the action that a press on the row of digits of a French keyboard stands for, where digits need
/// Shift and "&é"'(" do not; empty for every other key and keyboard.
QString actionOfFrenchDigit(const QKeyEvent& key);
