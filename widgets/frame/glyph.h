#pragma once

#include <QColor>
#include <QIcon>

/// An icon of resources/icons, drawn in one colour and sharp at every scale.
QIcon glyph(const QString& name, const QColor& colour);
