#include "models/redshift/numbers.h"

SPECDESK_WIDE float dotProduct(const float* x, const float* y, int count)
{
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += x[i] * y[i];
    return sum;
}

SPECDESK_WIDE void multiply(const float* x, const float* y, int count, float* result)
{
    for (int i = 0; i < count; ++i)
        result[i] = x[i] * y[i];
}

SPECDESK_WIDE void addScaled(float factor, const float* x, int count, float* result)
{
    for (int i = 0; i < count; ++i)
        result[i] += factor * x[i];
}

SPECDESK_WIDE void dotRuns(const float* x, const float* y, int count, int run, float* result)
{
    for (int first = 0, k = 0; first < count; first += run, ++k) {
        float sum = 0;
        for (int i = 0; i < run; ++i)
            sum += x[first + i] * y[first + i];
        result[k] = sum;
    }
}
