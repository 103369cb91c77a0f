#include "support/knownspectra.h"

#include "db/fits/spectrumreader.h"
#include "models/spectrum/wavelength.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
/// What the manifest calls wrong, doubtful or not to be told.
bool isDoubtful(const QString& note)
{
    static const QRegularExpression words(u"pipeline-failed|meaningless|but eye|bad sky"_s);
    return note.contains(words);
}

std::optional<KnownSpectrum> knownFrom(const QStringList& fields)
{
    const auto note = fields.value(11);
    KnownSpectrum known;
    known.file = fields.value(0);
    known.spectralClass = spectralClassFrom(fields.value(4));
    known.subclass = fields.value(5);
    known.snr = fields.value(9).toDouble();
    if (note.contains("SKY fibre"_L1))
        return known;
    static const QRegularExpression truth(u"TRUTH z=([0-9.]+)"_s);
    if (const auto match = truth.match(note); match.hasMatch()) {
        known.z = match.captured(1).toDouble();
        known.isNamedTruth = true;
        return known;
    }
    bool isNumber = false;
    known.z = fields.value(6).toDouble(&isNumber);
    if (!isNumber || *known.z < -1 || isDoubtful(note))
        return std::nullopt;
    return known;
}
}

std::vector<KnownSpectrum> knownSpectra()
{
    std::vector<KnownSpectrum> all;
    const auto folder = QString::fromUtf8(SPECDESK_REAL_DATA);
    QFile manifest(folder + u"/manifest.tsv"_s);
    if (!manifest.open(QIODevice::ReadOnly))
        return all;
    const auto lines = QString::fromUtf8(manifest.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines.sliced(1)) {
        auto known = knownFrom(line.split(u'\t'));
        const bool isSpectrum = known && !known->file.startsWith("templates"_L1)
            && !known->file.startsWith("catalogs"_L1) && !known->file.startsWith("lamost_mrs"_L1);
        if (!isSpectrum)
            continue;
        const auto read = readSpectra(folder + u'/' + known->file);
        if (!read || read.value().size() != 1)
            continue;
        known->spectrum = read.value().front();
        all.push_back(std::move(*known));
    }
    return all;
}

bool isRight(const KnownSpectrum& known, const RedshiftSolution& solution)
{
    const double limit = known.spectralClass == SpectralClass::Star && known.snr >= 10 ? 100 : 1000;
    return std::abs(std::log((1 + solution.z) / (1 + *known.z))) * speedOfLightKmS <= limit;
}

int rankOfTruth(const KnownSpectrum& known)
{
    for (std::size_t i = 0; i < known.answer.solutions.size(); ++i) {
        if (isRight(known, known.answer.solutions[i]))
            return static_cast<int>(i) + 1;
    }
    return 0;
}
