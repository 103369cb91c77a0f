#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

/// The middle value, of an even number the upper one of the two in the middle; 0 without any. Reorders
/// `values`.
template<typename Number>
Number medianOf(std::vector<Number>& values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}
