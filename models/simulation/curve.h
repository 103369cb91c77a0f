#pragma once

#include <span>

/// One point of a curve that is straight between its points.
struct CurvePoint
{
    double at;
    double value;
};

/// Value of the curve at x; the end values hold outside. Points in increasing order of `at`.
inline double curveValue(std::span<const CurvePoint> curve, double x)
{
    if (x <= curve.front().at)
        return curve.front().value;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (x < curve[i].at) {
            const double share = (x - curve[i - 1].at) / (curve[i].at - curve[i - 1].at);
            return curve[i - 1].value + share * (curve[i].value - curve[i - 1].value);
        }
    }
    return curve.back().value;
}
