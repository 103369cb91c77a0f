#pragma once

#include <complex>
#include <memory>
#include <vector>

/// Fourier transforms of real sequences of one length in single precision (FFTW). One object serves all
/// threads.
class Fourier
{
public:
    using Spectrum = std::vector<std::complex<float>>;

    /// Room for sequences of at least `length`; the true length has only the factors 2, 3 and 5.
    explicit Fourier(int length);
    ~Fourier();
    Fourier(const Fourier&) = delete;
    Fourier& operator=(const Fourier&) = delete;

    int length() const { return m_length; }
    /// The transform of `sequence`, filled up with zeros.
    Spectrum transformed(const std::vector<float>& sequence) const;
    /// Cross-correlation Σ_i x[i]·t[i+k] for k = 0 … count−1 from the transforms of x and t, which must not
    /// wrap around: count + length of x ≤ length().
    void correlate(const Spectrum& x, const Spectrum& t, int count, float* result) const;

private:
    struct Plans;
    int m_length = 0;
    std::unique_ptr<Plans> m_plans;
};
