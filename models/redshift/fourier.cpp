#include "models/redshift/fourier.h"

#include "models/redshift/numbers.h"

#include <algorithm>
#include <fftw3.h>
#include <mutex>

namespace {
/// FFTW's planner, unlike its execution, may be used by one thread at a time only.
std::mutex& plannerMutex()
{
    static std::mutex mutex;
    return mutex;
}

int smoothLength(int length)
{
    for (;; ++length) {
        int rest = length;
        for (const int factor : {2, 3, 5}) {
            while (rest % factor == 0)
                rest /= factor;
        }
        if (rest == 1 && length % 8 == 0)
            return length;
    }
}

struct FftwFree
{
    void operator()(void* memory) const { fftwf_free(memory); }
};
template<typename T>
using Aligned = std::unique_ptr<T[], FftwFree>;

Aligned<float> realArray(int length)
{
    return Aligned<float>(fftwf_alloc_real(static_cast<std::size_t>(length)));
}

Aligned<fftwf_complex> complexArray(int length)
{
    return Aligned<fftwf_complex>(fftwf_alloc_complex(static_cast<std::size_t>(length)));
}
}

struct Fourier::Plans
{
    fftwf_plan forward = nullptr;
    fftwf_plan backward = nullptr;
};

Fourier::Fourier(int length)
    : m_length(smoothLength(length))
    , m_plans(std::make_unique<Plans>())
{
    const auto real = realArray(m_length);
    const auto complex = complexArray(m_length / 2 + 1);
    const std::scoped_lock lock(plannerMutex());
    m_plans->forward = fftwf_plan_dft_r2c_1d(m_length, real.get(), complex.get(), FFTW_ESTIMATE);
    m_plans->backward = fftwf_plan_dft_c2r_1d(m_length, complex.get(), real.get(), FFTW_ESTIMATE);
}

Fourier::~Fourier()
{
    const std::scoped_lock lock(plannerMutex());
    fftwf_destroy_plan(m_plans->forward);
    fftwf_destroy_plan(m_plans->backward);
}

Fourier::Spectrum Fourier::transformed(const std::vector<float>& sequence) const
{
    const auto real = realArray(m_length);
    const auto complex = complexArray(m_length / 2 + 1);
    std::fill_n(real.get(), m_length, 0.0F);
    std::copy_n(sequence.begin(), std::min<std::size_t>(sequence.size(), static_cast<std::size_t>(m_length)),
                real.get());
    fftwf_execute_dft_r2c(m_plans->forward, real.get(), complex.get());
    Spectrum result(static_cast<std::size_t>(m_length / 2 + 1));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = {complex[i][0], complex[i][1]};
    return result;
}

void Fourier::correlate(const Spectrum& x, const Spectrum& t, int count, float* result) const
{
    thread_local Aligned<float> real;
    thread_local Aligned<fftwf_complex> complex;
    thread_local int room = 0;
    if (room < m_length) {
        real = realArray(m_length);
        complex = complexArray(m_length / 2 + 1);
        room = m_length;
    }
    // FFTW's complex numbers are laid out as C++'s.
    multiplyConjugate(x.data(), t.data(), 1.0F / static_cast<float>(m_length), static_cast<int>(x.size()),
                      reinterpret_cast<std::complex<float>*>(complex.get()));
    fftwf_execute_dft_c2r(m_plans->backward, complex.get(), real.get());
    std::copy_n(real.get(), count, result);
}
