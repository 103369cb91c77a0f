#pragma once

#include <algorithm>
#include <complex>
#include <vector>

// The inner loops of the search run several times faster with wide registers where the processor has them.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define SPECDESK_WIDE __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define SPECDESK_WIDE
#endif

/// Σ x[i]·y[i]
float dotProduct(const float* x, const float* y, int count);
double dotProduct(const double* x, const double* y, int count);
/// results[r] = Σ x[i]·rows[r][i]: as many dot products at once, each x read once for several rows.
void dotMany(const float* x, const float* const* rows, int rowCount, int count, float* results);
/// Σ weight[i]·x[i]² and Σ weight[i]·x[i]·y[i] in one go.
struct WeightedSums
{
    float xx = 0, xy = 0;
};
WeightedSums weightedSums(const float* weight, const float* x, const float* y, int count);
/// result[i] = Σ factors[k]·x[i + k] for k = 0 … 3
void mixFour(const float* factors, const float* x, int count, float* result);
/// result[i] = x[i]·y[i]
void multiply(const float* x, const float* y, int count, float* result);
/// result[i] = factor · conj(x[i])·y[i]
void multiplyConjugate(const std::complex<float>* x, const std::complex<float>* y, float factor, int count,
                       std::complex<float>* result);
/// result[i] += factor·x[i]
void addScaled(float factor, const float* x, int count, float* result);
void addScaled(double factor, const double* x, int count, double* result);
/// result[i] −= x[i]·y[i]
void subtractProduct(const float* x, const float* y, int count, float* result);
/// The sums of x[i]·y[i] over runs of `run` pixels; `count` is a multiple of `run`.
void dotRuns(const float* x, const float* y, int count, int run, float* result);

/// Whole numbers in the order of finite floats, from which medians are quickly found.
std::vector<int> orderedOf(const std::vector<float>& values);
/// The median of at least one of them, as the float it was: the upper one of an even count.
float medianOf(const int* ordered, int count);
float medianOf(const std::vector<float>& values);
/// The same of other numbers; reorders them.
template<typename T>
T medianOf(std::vector<T>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}
