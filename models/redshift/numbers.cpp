#include "models/redshift/numbers.h"

#include <cstring>

namespace {
/// Partial sums that grow side by side: one alone waits for itself at every addition.
constexpr int lanes = 32;
constexpr int wide = 8;
using Wide = float __attribute__((vector_size(wide * sizeof(float))));
}

SPECDESK_WIDE float dotProduct(const float* x, const float* y, int count)
{
    float partial[lanes] = {};
    int i = 0;
    for (; i + lanes <= count; i += lanes) {
        for (int k = 0; k < lanes; ++k)
            partial[k] += x[i + k] * y[i + k];
    }
    for (; i + wide <= count; i += wide) {
        for (int k = 0; k < wide; ++k)
            partial[k] += x[i + k] * y[i + k];
    }
    float sum = 0;
    for (int k = 0; k < lanes; ++k)
        sum += partial[k];
    for (; i < count; ++i)
        sum += x[i] * y[i];
    return sum;
}

SPECDESK_WIDE double dotProduct(const double* x, const double* y, int count)
{
    constexpr int half = lanes / 2;
    double partial[half] = {};
    int i = 0;
    for (; i + half <= count; i += half) {
        for (int k = 0; k < half; ++k)
            partial[k] += x[i + k] * y[i + k];
    }
    double sum = 0;
    for (int k = 0; k < half; ++k)
        sum += partial[k];
    for (; i < count; ++i)
        sum += x[i] * y[i];
    return sum;
}

SPECDESK_WIDE void dotMany(const float* x, const float* const* rows, int rowCount, int count, float* results)
{
    constexpr int together = 4;
    const int even = count / (2 * wide) * (2 * wide);
    int r = 0;
    for (; r + together <= rowCount; r += together) {
        Wide sums[2 * together] = {};
        for (int i = 0; i < even; i += 2 * wide) {
            Wide left;
            Wide right;
            std::memcpy(&left, x + i, sizeof left);
            std::memcpy(&right, x + i + wide, sizeof right);
            for (int k = 0; k < together; ++k) {
                Wide value;
                std::memcpy(&value, rows[r + k] + i, sizeof value);
                sums[2 * k] += left * value;
                std::memcpy(&value, rows[r + k] + i + wide, sizeof value);
                sums[2 * k + 1] += right * value;
            }
        }
        for (int k = 0; k < together; ++k) {
            const Wide both = sums[2 * k] + sums[2 * k + 1];
            float sum = 0;
            for (int lane = 0; lane < wide; ++lane)
                sum += both[lane];
            for (int i = even; i < count; ++i)
                sum += x[i] * rows[r + k][i];
            results[r + k] = sum;
        }
    }
    for (; r < rowCount; ++r)
        results[r] = dotProduct(x, rows[r], count);
}

SPECDESK_WIDE WeightedSums weightedSums(const float* weight, const float* x, const float* y, int count)
{
    constexpr int half = lanes / 2;
    float xx[half] = {};
    float xy[half] = {};
    int i = 0;
    for (; i + half <= count; i += half) {
        for (int k = 0; k < half; ++k) {
            const float weighted = weight[i + k] * x[i + k];
            xx[k] += weighted * x[i + k];
            xy[k] += weighted * y[i + k];
        }
    }
    WeightedSums sums;
    for (int k = 0; k < half; ++k) {
        sums.xx += xx[k];
        sums.xy += xy[k];
    }
    for (; i < count; ++i) {
        sums.xx += weight[i] * x[i] * x[i];
        sums.xy += weight[i] * x[i] * y[i];
    }
    return sums;
}

SPECDESK_WIDE void mixFour(const float* factors, const float* x, int count, float* result)
{
    const float a = factors[0];
    const float b = factors[1];
    const float c = factors[2];
    const float d = factors[3];
    for (int i = 0; i < count; ++i)
        result[i] = a * x[i] + b * x[i + 1] + c * x[i + 2] + d * x[i + 3];
}

SPECDESK_WIDE void multiply(const float* x, const float* y, int count, float* result)
{
    for (int i = 0; i < count; ++i)
        result[i] = x[i] * y[i];
}

SPECDESK_WIDE void multiplyConjugate(const std::complex<float>* x, const std::complex<float>* y, float factor,
                                     int count, std::complex<float>* result)
{
    const auto* left = reinterpret_cast<const float*>(x);
    const auto* right = reinterpret_cast<const float*>(y);
    auto* out = reinterpret_cast<float*>(result);
    for (int i = 0; i < 2 * count; i += 2) {
        const float real = left[i] * factor;
        const float imaginary = left[i + 1] * factor;
        out[i] = real * right[i] + imaginary * right[i + 1];
        out[i + 1] = real * right[i + 1] - imaginary * right[i];
    }
}

SPECDESK_WIDE void addScaled(float factor, const float* x, int count, float* result)
{
    for (int i = 0; i < count; ++i)
        result[i] += factor * x[i];
}

SPECDESK_WIDE void addScaled(double factor, const double* x, int count, double* result)
{
    for (int i = 0; i < count; ++i)
        result[i] += factor * x[i];
}

SPECDESK_WIDE void subtractProduct(const float* x, const float* y, int count, float* result)
{
    for (int i = 0; i < count; ++i)
        result[i] -= x[i] * y[i];
}

namespace {
/// Whole numbers in the order of the floats they are made of.
SPECDESK_WIDE void toOrdered(const float* values, int count, int* ordered)
{
    for (int i = 0; i < count; ++i) {
        int bits;
        std::memcpy(&bits, values + i, sizeof bits);
        ordered[i] = bits ^ ((bits >> 31) & 0x7fffffff);
    }
}

SPECDESK_WIDE int countUpTo(const int* values, int count, int limit)
{
    int found = 0;
    for (int i = 0; i < count; ++i)
        found += values[i] <= limit;
    return found;
}
}

std::vector<int> orderedOf(const std::vector<float>& values)
{
    std::vector<int> ordered(values.size());
    toOrdered(values.data(), static_cast<int>(values.size()), ordered.data());
    return ordered;
}

float medianOf(const int* ordered, int count)
{
    // Counting what is below a limit that is halved in on takes no branches: several times as fast as sorting
    // in part.
    const auto [least, most] = std::minmax_element(ordered, ordered + count);
    long long from = *least;
    long long to = *most;
    while (from < to) {
        const long long middle = from + (to - from) / 2;
        if (countUpTo(ordered, count, static_cast<int>(middle)) > count / 2)
            to = middle;
        else
            from = middle + 1;
    }
    const int bits = static_cast<int>(from) ^ ((static_cast<int>(from) >> 31) & 0x7fffffff);
    float median;
    std::memcpy(&median, &bits, sizeof median);
    return median;
}

float medianOf(const std::vector<float>& values)
{
    return medianOf(orderedOf(values).data(), static_cast<int>(values.size()));
}

namespace {
/// dotRuns() for a length of the runs, a multiple of 8, that the compiler knows.
template<int run>
inline __attribute__((always_inline)) int wideRuns(const float* x, const float* y, int runs, float* result)
{
    int first = 0;
    for (; first + wide <= runs; first += wide) {
        Wide sums[wide];
        for (int k = 0; k < wide; ++k) {
            Wide left;
            Wide right;
            std::memcpy(&left, x + (first + k) * run, sizeof left);
            std::memcpy(&right, y + (first + k) * run, sizeof right);
            sums[k] = left * right;
            for (int i = wide; i < run; i += wide) {
                std::memcpy(&left, x + (first + k) * run + i, sizeof left);
                std::memcpy(&right, y + (first + k) * run + i, sizeof right);
                sums[k] += left * right;
            }
        }
        // Neighbours are added, those of two registers in one, until one holds the sum of each run.
        for (int left = wide; left > 1; left /= 2) {
            for (int k = 0; k < left / 2; ++k)
                sums[k] = __builtin_shufflevector(sums[2 * k], sums[2 * k + 1], 0, 2, 4, 6, 8, 10, 12, 14)
                    + __builtin_shufflevector(sums[2 * k], sums[2 * k + 1], 1, 3, 5, 7, 9, 11, 13, 15);
        }
        std::memcpy(result + first, sums, sizeof sums[0]);
    }
    return first;
}
}

SPECDESK_WIDE void dotRuns(const float* x, const float* y, int count, int run, float* result)
{
    const int runs = count / run;
    int first = 0;
    if (run == 8)
        first = wideRuns<8>(x, y, runs, result);
    else if (run == 16)
        first = wideRuns<16>(x, y, runs, result);
    for (; first < runs; ++first) {
        float sum = 0;
        for (int i = first * run; i < (first + 1) * run; ++i)
            sum += x[i] * y[i];
        result[first] = sum;
    }
}
