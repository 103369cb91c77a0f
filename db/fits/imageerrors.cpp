#include "db/fits/imageerrors.h"

#include "db/fits/imagerows.h"
#include "db/fits/samplesaxis.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {
enum class Meaning { None, Error, Variance, InverseVariance };

struct Named
{
    QStringView name;
    Meaning meaning;
};

/// Names of extensions: pyspeckit, specutils, MUSE (STAT), Gemini (VAR), ESO (ERRS), IRAF, AAT.
Meaning meaningOf(const QString& name)
{
    static constexpr std::array names {
        Named {u"IVAR", Meaning::InverseVariance},
        Named {u"INVVAR", Meaning::InverseVariance},
        Named {u"VARIANCE", Meaning::Variance},
        Named {u"VAR", Meaning::Variance},
        Named {u"STAT", Meaning::Variance},
        Named {u"ERR", Meaning::Error},
        Named {u"ERROR", Meaning::Error},
        Named {u"ERRS", Meaning::Error},
        Named {u"ERRORS", Meaning::Error},
        Named {u"SIGMA", Meaning::Error},
        Named {u"SIG", Meaning::Error},
        Named {u"STDEV", Meaning::Error},
        Named {u"STDDEV", Meaning::Error},
        Named {u"UNCERT", Meaning::Error},
        Named {u"UNCERTAINTY", Meaning::Error},
        Named {u"NOISE", Meaning::Error},
        Named {u"FLUX_ERR", Meaning::Error},
        Named {u"ERR_FLUX", Meaning::Error},
        Named {u"FLUX_IVAR", Meaning::InverseVariance},
    };
    const auto* found = std::ranges::find(names, QStringView(name), &Named::name);
    return found == names.end() ? Meaning::None : found->meaning;
}

std::vector<float> weights(std::vector<float> values, Meaning meaning, int fluxPower)
{
    scaleByPower(values,
                 meaning == Meaning::Error          ? fluxPower
                     : meaning == Meaning::Variance ? 2 * fluxPower
                                                    : -2 * fluxPower);
    if (meaning == Meaning::Error)
        inverseOfError(values);
    else if (meaning == Meaning::Variance)
        inverseOfVariance(values);
    else
        cleanInverseVariance(values);
    return values;
}

/// The band of a stack that BANDIDn calls sigma.
std::optional<qint64> sigmaBand(const Hdu& hdu)
{
    for (qint64 band = 1; hdu.axes.size() == 3 && band <= std::min<qint64>(hdu.axes[2], 9); ++band) {
        const auto name = hdu.header.text(("BANDID" + QByteArray::number(band)).constData());
        if (name.value_or(QString()).startsWith("sigma"_L1, Qt::CaseInsensitive))
            return band - 1;
    }
    return {};
}
}

Result<std::vector<float>> imageWeights(FitsFile& file, int image, qint64 row, int fluxPower)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(image)];
    if (const auto band = sigmaBand(hdu)) {
        std::vector<float> values(static_cast<std::size_t>(hdu.pixels()));
        const auto begin = (*band * hdu.imageRows() + row) * hdu.pixels();
        if (!file.readImage(image, begin, hdu.pixels(), values.data()))
            return file.failure();
        return weights(std::move(values), Meaning::Error, fluxPower);
    }
    for (std::size_t index = 0; index < file.hdus().size(); ++index) {
        const auto meaning = meaningOf(file.hdus()[index].name);
        if (meaning == Meaning::None || static_cast<int>(index) == image
            || file.hdus()[index].axes != hdu.axes)
            continue;
        auto values = imageRow(file, static_cast<int>(index), row, hdu.pixels());
        if (!values)
            return values.error();
        return weights(std::move(values).value(), meaning, fluxPower);
    }
    return std::vector<float>();
}
