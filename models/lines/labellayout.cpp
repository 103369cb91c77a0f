#include "models/lines/labellayout.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace {
struct Placed
{
    double left;
    double right;
    double mark;
    int row;
};

constexpr double markClearance = 2; // pixels between a passing mark and a label

bool fits(const Placed& wish, const std::vector<Placed>& placed, double gap)
{
    return std::ranges::none_of(placed, [&](const Placed& other) {
        if (other.row == wish.row)
            return wish.left < other.right + gap && other.left < wish.right + gap;
        const auto& inner = other.row < wish.row ? other : wish;
        const auto& outer = other.row < wish.row ? wish : other;
        return outer.mark > inner.left - markClearance && outer.mark < inner.right + markClearance;
    });
}
}

std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room)
{
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return wishes[index].importance; });

    std::vector<LabelPlace> places(wishes.size());
    std::vector<Placed> placed;
    for (const auto index : order) {
        const auto& wish = wishes[index];
        if (!(wish.x >= room.left && wish.x <= room.right) || wish.width > room.right - room.left)
            continue;
        const double left = std::clamp(wish.x - wish.width / 2, room.left, room.right - wish.width);
        for (int row = 0; row < room.rows; ++row) {
            const Placed candidate {left, left + wish.width, wish.x, row};
            if (fits(candidate, placed, room.gap)) {
                placed.push_back(candidate);
                places[index] = {row, left};
                break;
            }
        }
    }
    return places;
}
