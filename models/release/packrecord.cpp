#include "models/release/packrecord.h"

namespace {
const QByteArray version = "specdesk-pack-2";
constexpr qsizetype headFields = 5;
constexpr qsizetype spectrumFields = 15;

void put(QByteArray& out, const FileSum& sum)
{
    out += '\t' + QByteArray::number(sum.size) + '\t' + sum.sha256;
}

FileSum sumFrom(const QList<QByteArrayView>& fields, qsizetype at)
{
    return {fields[at].toLongLong(), fields[at + 1].toByteArray()};
}

QList<QByteArrayView> cut(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    for (qsizetype at = 0; at <= text.size();) {
        const auto found = text.indexOf(separator, at);
        const auto end = found < 0 ? text.size() : found;
        parts.push_back(text.sliced(at, end - at));
        at = end + 1;
    }
    return parts;
}
}

QByteArray PackRecord::text() const
{
    auto out = version + '\t' + archiveKey + '\t' + archive.path.toUtf8();
    put(out, archive.sum);
    for (const auto& spectrum : spectra) {
        out += '\n' + spectrum.path.toUtf8() + '\t' + spectrum.key;
        put(out, spectrum.fits);
        put(out, spectrum.thumbnail);
        const auto& parts = spectrum.parts;
        out += '\t' + parts.source;
        for (const qint64 number :
             {parts.headBefore, qint64(parts.headCrc), qint64(parts.dataSum), parts.restAt, parts.restSize,
              qint64(parts.restCrc), spectrum.fitsAt, spectrum.thumbnailAt})
            out += '\t' + QByteArray::number(number);
    }
    return out + "\nend\n";
}

PackRecord PackRecord::fromText(const QByteArray& text)
{
    const auto lines = cut(text, '\n');
    const auto head = cut(lines.first(), '\t');
    if (head.size() != headFields || head[0] != version || !text.endsWith("\nend\n"))
        return {};
    PackRecord record;
    record.archiveKey = head[1].toByteArray();
    record.archive = {QString::fromUtf8(head[2]), sumFrom(head, 3)};
    for (const auto& line : lines.sliced(1)) {
        const auto fields = cut(line, '\t');
        if (fields.size() != spectrumFields)
            continue;
        const auto number = [&](qsizetype field) { return fields[field].toLongLong(); };
        record.spectra.push_back(
            {QString::fromUtf8(fields[0]),
             fields[1].toByteArray(),
             sumFrom(fields, 2),
             sumFrom(fields, 4),
             {fields[6].toByteArray(), number(7), static_cast<quint32>(number(8)),
              static_cast<quint32>(number(9)), number(10), number(11), static_cast<quint32>(number(12))},
             number(13),
             number(14)});
    }
    return record;
}
