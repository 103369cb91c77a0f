#include "models/release/manifest.h"

#include <algorithm>

namespace {
const QByteArray heading = "path\tsize\tsha256\n";
constexpr qsizetype digestLength = 64;
}

QByteArray manifestText(std::vector<ManifestLine> lines)
{
    std::ranges::sort(lines, {}, &ManifestLine::path);
    auto text = heading;
    for (const auto& line : lines)
        text += line.path.toUtf8() + '\t' + QByteArray::number(line.sum.size) + '\t' + line.sum.sha256 + '\n';
    return text;
}

std::vector<ManifestLine> manifestLines(const QByteArray& text)
{
    std::vector<ManifestLine> lines;
    const auto rows = text.split('\n');
    for (const auto& row : rows) {
        const auto fields = row.split('\t');
        if (fields.size() == 3 && fields[2].size() == digestLength)
            lines.push_back({QString::fromUtf8(fields[0]), {fields[1].toLongLong(), fields[2]}});
    }
    return lines;
}
