#include "app/release/packkeys.h"

#include "db/archive/sha256.h"
#include "db/archive/sha256lanes.h"

#include <QFile>

#include <optional>
#include <sys/stat.h>

namespace {
constexpr qsizetype keyLetters = 32;

/// Size and time of change of a file; nothing where none is there.
std::optional<struct stat> stateOf(const QString& path)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0 || !S_ISREG(state.st_mode))
        return {};
    return state;
}

/// What tells a changed file of the pipeline from one that is as it was.
QByteArray sourceWords(const ReleasedSpectrum& spectrum)
{
    constexpr qint64 inSecond = 1'000'000'000;
    const auto state = stateOf(spectrum.file);
    const auto changed = state ? state->st_mtim.tv_sec * inSecond + state->st_mtim.tv_nsec : 0;
    return spectrum.file.toUtf8() + '\n' + QByteArray::number(spectrum.contentHash) + '\n'
        + QByteArray::number(state ? qint64(state->st_size) : -1) + '\n' + QByteArray::number(changed);
}

/// What a spectrum's header and thumbnail are made from, beside its file.
QByteArray decidingWords(const ReleasedSpectrum& spectrum)
{
    QByteArray words;
    words.reserve(256);
    const auto addNumber = [&words](const auto& number) {
        words += number ? 'n' : '-';
        if (number)
            words.append(reinterpret_cast<const char*>(&*number), sizeof *number);
    };
    addNumber(std::optional(spectrum.obsid));
    addNumber(std::optional(spectrum.obsDate.toJulianDay()));
    for (const auto* number : {&spectrum.lmjd, &spectrum.spectrographId, &spectrum.fiberId})
        addNumber(*number);
    for (const auto* number : {&spectrum.raDeg, &spectrum.decDeg, &spectrum.z, &spectrum.zError})
        addNumber(*number);
    for (const auto& number : spectrum.snr)
        addNumber(number);
    for (const auto* text : {&spectrum.designation, &spectrum.planId, &spectrum.spectralClass,
                             &spectrum.subclass, &spectrum.zFlag, &spectrum.layout}) {
        words += '\n';
        words += text->toUtf8();
    }
    return words;
}

/// What is the same for all spectra of a release.
QByteArray wordsOf(const PackageSettings& settings)
{
    const auto& [title, date] = settings.release;
    return packingVersion + title.toUtf8() + '\n' + date.toString(Qt::ISODate).toUtf8() + '\n'
        + (settings.thumbnails ? "png" : "") + '\n' + Sha256().hexOf(settings.rules.text());
}
}

PackKeys::PackKeys(const PackageSettings& settings)
    : m_commonWords(wordsOf(settings))
{
}

void PackKeys::add(std::span<PackTask> tasks) const
{
    std::vector<QByteArray> words;
    for (const auto& task : tasks) {
        words.push_back(sourceWords(task.row));
        words.push_back(words.back() + '\n' + m_commonWords + '\n' + decidingWords(task.row));
    }
    const auto sums = sha256OfEach(std::vector<QByteArrayView>(words.begin(), words.end()));
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        tasks[number].source = sums[2 * number].left(keyLetters);
        tasks[number].key = sums[2 * number + 1].left(keyLetters);
    }
}
