#include "models/release/packrecord.h"

namespace {
const QByteArray version = "specdesk-pack-1";

QByteArray sumText(const FileSum& sum)
{
    return QByteArray::number(sum.size) + '\t' + sum.sha256;
}

FileSum sumFrom(const QByteArrayList& fields, qsizetype at)
{
    return {fields[at].toLongLong(), fields[at + 1]};
}
}

QByteArray PackRecord::text() const
{
    auto out =
        version + '\t' + archiveKey + '\t' + archive.path.toUtf8() + '\t' + sumText(archive.sum) + '\n';
    for (const auto& spectrum : spectra)
        out += spectrum.path.toUtf8() + '\t' + spectrum.key + '\t' + sumText(spectrum.fits) + '\t'
            + sumText(spectrum.thumbnail) + '\n';
    return out + "end\n";
}

PackRecord PackRecord::fromText(const QByteArray& text)
{
    const auto lines = text.split('\n');
    const auto head = lines.first().split('\t');
    if (head.size() != 5 || head[0] != version || !text.endsWith("\nend\n"))
        return {};
    PackRecord record;
    record.archiveKey = head[1];
    record.archive = {QString::fromUtf8(head[2]), sumFrom(head, 3)};
    for (const auto& line : lines.sliced(1)) {
        const auto fields = line.split('\t');
        if (fields.size() == 6)
            record.spectra.push_back(
                {QString::fromUtf8(fields[0]), fields[1], sumFrom(fields, 2), sumFrom(fields, 4)});
    }
    return record;
}

QHash<QString, PackedSpectrum> PackRecord::byPath() const
{
    QHash<QString, PackedSpectrum> found;
    for (const auto& spectrum : spectra)
        found.insert(spectrum.path, spectrum);
    return found;
}
