#include "models/release/manifest.h"

#include <algorithm>

namespace {
const QByteArray heading = "path\tsize\tsha256\n";
const QByteArray indexHeading = "path\tsize\tsha256\toffset\n";
constexpr qsizetype digestLength = 64;

QByteArray tableText(std::vector<ManifestLine> lines, bool offsets)
{
    std::ranges::sort(lines, {}, &ManifestLine::path);
    auto text = offsets ? indexHeading : heading;
    for (const auto& line : lines) {
        text += line.path.toUtf8() + '\t' + QByteArray::number(line.sum.size) + '\t' + line.sum.sha256;
        if (offsets)
            text += '\t' + QByteArray::number(line.at);
        text += '\n';
    }
    return text;
}
}

QByteArray manifestText(std::vector<ManifestLine> lines)
{
    return tableText(std::move(lines), false);
}

QByteArray archiveIndexText(std::vector<ManifestLine> lines)
{
    return tableText(std::move(lines), true);
}

std::vector<ManifestLine> manifestLines(const QByteArray& text)
{
    std::vector<ManifestLine> lines;
    const auto rows = text.split('\n');
    for (const auto& row : rows) {
        const auto fields = row.split('\t');
        if (fields.size() >= 3 && fields.size() <= 4 && fields[2].size() == digestLength)
            lines.push_back({QString::fromUtf8(fields[0]),
                             {fields[1].toLongLong(), fields[2]},
                             fields.size() == 4 ? fields[3].toLongLong() : 0});
    }
    return lines;
}
