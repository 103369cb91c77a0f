#include "app/release/packwords.h"

#include <QFile>

#include <sys/stat.h>

namespace {
/// Size and time of change of a file; nothing where none is there.
std::optional<struct stat> stateOf(const QString& path)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0 || !S_ISREG(state.st_mode))
        return {};
    return state;
}
}

bool isFileOf(const QString& path, qint64 size)
{
    const auto state = stateOf(path);
    return state && state->st_size == size;
}

QByteArray sourceWords(const ReleasedSpectrum& spectrum)
{
    constexpr qint64 inSecond = 1'000'000'000;
    const auto state = stateOf(spectrum.file);
    const auto changed = state ? state->st_mtim.tv_sec * inSecond + state->st_mtim.tv_nsec : 0;
    return spectrum.file.toUtf8() + '\n' + QByteArray::number(spectrum.contentHash) + '\n'
        + QByteArray::number(state ? qint64(state->st_size) : -1) + '\n' + QByteArray::number(changed);
}

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
