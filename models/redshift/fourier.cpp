#include "models/redshift/fourier.h"

#include "models/redshift/numbers.h"

#include <algorithm>
#include <cmath>
#include <fftw3.h>
#include <mutex>

namespace {
/// FFTW's planner, unlike its execution, may be used by one thread at a time only.
std::mutex& plannerMutex()
{
    static std::mutex mutex;
    return mutex;
}

int quickLength(int length)
{
    constexpr int step = 256;
    for (int steps = (length + step - 1) / step;; ++steps) {
        int rest = steps;
        for (const int factor : {2, 3, 5}) {
            while (rest % factor == 0)
                rest /= factor;
        }
        if (rest == 1)
            return steps * step;
    }
}

struct FftwFree
{
    void operator()(void* memory) const { fftwf_free(memory); }
};
using Sequence = std::unique_ptr<fftwf_complex[], FftwFree>;

Sequence sequence(int length)
{
    return Sequence(fftwf_alloc_complex(static_cast<std::size_t>(length)));
}

/// Room of a thread for a sequence and its transform.
class Room
{
public:
    static Room& ofThisThread(int length)
    {
        thread_local Room room;
        if (room.m_size < length) {
            room.m_before = sequence(length);
            room.m_after = sequence(length);
            room.m_size = length;
        }
        return room;
    }

    fftwf_complex* before() const { return m_before.get(); }
    fftwf_complex* after() const { return m_after.get(); }

private:
    Sequence m_before, m_after;
    int m_size = 0;
};

float sizeOf(const std::vector<float>& values)
{
    return std::sqrt(dotProduct(values.data(), values.data(), static_cast<int>(values.size())));
}
}

struct Fourier::Plans
{
    fftwf_plan forward = nullptr;
    fftwf_plan backward = nullptr;
};

Fourier::Fourier(int length)
    : m_length(quickLength(length))
    , m_plans(std::make_unique<Plans>())
{
    const auto& room = Room::ofThisThread(m_length);
    const std::scoped_lock lock(plannerMutex());
    m_plans->forward = fftwf_plan_dft_1d(m_length, room.before(), room.after(), FFTW_FORWARD, FFTW_ESTIMATE);
    m_plans->backward =
        fftwf_plan_dft_1d(m_length, room.before(), room.after(), FFTW_BACKWARD, FFTW_ESTIMATE);
}

Fourier::~Fourier()
{
    const std::scoped_lock lock(plannerMutex());
    fftwf_destroy_plan(m_plans->forward);
    fftwf_destroy_plan(m_plans->backward);
}

Fourier::Pair Fourier::paired(const std::vector<float>& first, const std::vector<float>& second) const
{
    Pair pair;
    const float size = sizeOf(first);
    const float secondSize = sizeOf(second);
    if (size > 0 && secondSize > 0)
        pair.scale = size / secondSize;
    const auto& room = Room::ofThisThread(m_length);
    std::fill_n(room.before()[0], 2 * m_length, 0.0F);
    for (std::size_t i = 0; i < first.size(); ++i)
        room.before()[i][0] = first[i];
    for (std::size_t i = 0; i < second.size(); ++i)
        room.before()[i][1] = pair.scale * second[i];
    fftwf_execute_dft(m_plans->forward, room.before(), room.after());
    // FFTW's complex numbers are laid out as C++'s.
    const auto* begin = reinterpret_cast<const std::complex<float>*>(room.after());
    pair.transform.assign(begin, begin + m_length);
    return pair;
}

std::pair<Fourier::Spectrum, Fourier::Spectrum> Fourier::transformed(const std::vector<float>& first,
                                                                     const std::vector<float>& second) const
{
    auto [one, scale] = paired(first, second);
    Spectrum other(one.size());
    const float part = 0.5F / scale;
    const auto separate = [&](std::size_t i, std::size_t mirror) {
        const auto sum = 0.5F * (one[i] + std::conj(one[mirror]));
        const auto difference = part * (one[i] - std::conj(one[mirror]));
        one[i] = sum;
        one[mirror] = std::conj(sum);
        other[i] = {difference.imag(), -difference.real()};
        other[mirror] = std::conj(other[i]);
    };
    separate(0, 0);
    for (std::size_t i = 1; i <= one.size() / 2; ++i)
        separate(i, one.size() - i);
    return {std::move(one), std::move(other)};
}

void Fourier::correlate(const Spectrum& x, const Pair& t, int count, float* first, float* second) const
{
    const auto& room = Room::ofThisThread(m_length);
    auto* product = reinterpret_cast<std::complex<float>*>(room.before());
    multiplyConjugate(x.data(), t.transform.data(), 1.0F / static_cast<float>(m_length), m_length, product);
    fftwf_execute_dft(m_plans->backward, room.before(), room.after());
    for (int i = 0; i < count; ++i)
        first[i] = room.after()[i][0];
    for (int i = 0; second && i < count; ++i)
        second[i] = room.after()[i][1] / t.scale;
}
