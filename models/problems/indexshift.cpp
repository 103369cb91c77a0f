#include "models/problems/hint.h"

#include <cmath>
#include <map>

namespace {
constexpr int farthest = 5; // fibres
constexpr int fewest = 60; // pairs that make a correlation worth reading

double correlation(const std::vector<std::pair<double, double>>& pairs)
{
    if (static_cast<int>(pairs.size()) < fewest)
        return 0;
    const double n = double(pairs.size());
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const auto& [one, other] : pairs) {
        x += one;
        y += other;
        xx += one * one;
        yy += other * other;
        xy += one * other;
    }
    const double spread = std::sqrt((xx - x * x / n) * (yy - y * y / n));
    return spread > 0 ? (xy - x * y / n) / spread : 0;
}
}

IndexShift indexShift(const std::vector<FiberMeasure>& fibers)
{
    std::map<int, double> magnitudes;
    for (const auto& fiber : fibers)
        if (fiber.isObject && fiber.magnitude)
            magnitudes.emplace(fiber.fiberId, *fiber.magnitude);
    const auto atLag = [&](int lag) {
        std::vector<std::pair<double, double>> pairs;
        for (const auto& fiber : fibers) {
            const auto found = magnitudes.find(fiber.fiberId + lag);
            if (fiber.isObject && fiber.instrumentMagnitude && found != magnitudes.end())
                pairs.emplace_back(*fiber.instrumentMagnitude, found->second);
        }
        return correlation(pairs);
    };
    const double unshifted = atLag(0);
    IndexShift best;
    for (int lag = -farthest; lag <= farthest; ++lag) {
        const double gain = atLag(lag) - unshifted;
        if (lag != 0 && gain > best.gain)
            best = {lag, gain};
    }
    return best;
}
