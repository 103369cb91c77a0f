#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QSlider>
#include <QStyle>
#include <QTest>

/// Takes a horizontal slider's handle with the mouse to where `value` is.
inline void dragSlider(QSlider& slider, int value)
{
    const int handle = slider.style()->pixelMetric(QStyle::PM_SliderLength, nullptr, &slider);
    const auto placeOf = [&](int of) {
        const int left =
            QStyle::sliderPositionFromValue(slider.minimum(), slider.maximum(), of, slider.width() - handle);
        return QPoint(left + handle / 2, slider.height() / 2);
    };
    const auto from = placeOf(slider.value());
    const auto to = placeOf(value);
    QTest::mousePress(&slider, Qt::LeftButton, {}, from);
    // QTest::mouseMove carries no buttons.
    QMouseEvent move(QEvent::MouseMove, to, slider.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&slider, &move);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, to);
}
