#pragma once

#include "widgets/frame/theme.h"

#include <QPainter>
#include <QWidget>

/// One line between two regions.
class Hairline : public QWidget
{
public:
    explicit Hairline(Qt::Orientation orientation, QWidget* parent = nullptr)
        : QWidget(parent)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), ThemeColours::of(palette()).hairline);
    }
};
