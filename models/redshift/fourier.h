#pragma once

#include <complex>
#include <memory>
#include <vector>

/// Fourier transforms of one length in single precision (FFTW), two real sequences as the parts of a complex
/// one at a time: that takes half as long as two transforms of real sequences. One object serves all threads.
class Fourier
{
public:
    using Spectrum = std::vector<std::complex<float>>;

    /// Room for sequences of at least `length`; the true length is a multiple of 256 with only the factors 2,
    /// 3 and 5, which are quick.
    explicit Fourier(int length);
    ~Fourier();
    Fourier(const Fourier&) = delete;
    Fourier& operator=(const Fourier&) = delete;

    int length() const { return m_length; }
    /// Two real sequences in one transform. The second is scaled to the first's size, lest the rounding
    /// errors of the larger drown the smaller.
    struct Pair
    {
        Spectrum transform; ///< Of first + i·scale·second
        float scale = 1;
    };
    /// Filled up with zeros; `second` may be empty.
    Pair paired(const std::vector<float>& first, const std::vector<float>& second) const;
    /// The transforms of two real sequences, each on its own, for the price of one.
    std::pair<Spectrum, Spectrum> transformed(const std::vector<float>& first,
                                              const std::vector<float>& second) const;
    /// Cross-correlations Σ_i x[i]·t[i+k] for k = 0 … count−1 of a real x, given its transform, with both t
    /// of a pair; `second` may be null. They must not wrap around: count + length of x ≤ length().
    void correlate(const Spectrum& x, const Pair& t, int count, float* first, float* second) const;

private:
    struct Plans;
    int m_length = 0;
    std::unique_ptr<Plans> m_plans;
};
