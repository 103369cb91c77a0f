#include "db/fits/spectrumfiles.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
bool isSpectrumName(const QString& name)
{
    auto stem = name.toLower();
    if (stem.endsWith(".gz"_L1))
        stem.chop(3);
    static const auto suffixes = {u".fits"_s, u".fit"_s, u".fts"_s,  u".csv"_s,
                                  u".txt"_s,  u".dat"_s, u".ascii"_s};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&stem](const QString& suffix) { return stem.endsWith(suffix); });
}

qsizetype endOfDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isDigit())
        ++at;
    return at;
}

/// Numbers by value, the rest by code point: "sp01-9" before "sp01-10", and the same order on every machine.
bool naturallyBefore(const QString& left, const QString& right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    while (l < left.size() && r < right.size()) {
        if (left[l].isDigit() && right[r].isDigit()) {
            const auto leftEnd = endOfDigits(left, l);
            const auto rightEnd = endOfDigits(right, r);
            auto leftNumber = QStringView(left).sliced(l, leftEnd - l);
            auto rightNumber = QStringView(right).sliced(r, rightEnd - r);
            while (leftNumber.size() > 1 && leftNumber.front() == u'0')
                leftNumber = leftNumber.sliced(1);
            while (rightNumber.size() > 1 && rightNumber.front() == u'0')
                rightNumber = rightNumber.sliced(1);
            if (leftNumber.size() != rightNumber.size())
                return leftNumber.size() < rightNumber.size();
            if (leftNumber != rightNumber)
                return leftNumber < rightNumber;
            l = leftEnd;
            r = rightEnd;
        } else if (left[l] != right[r]) {
            return left[l] == u'/'
                || (right[r] != u'/' && left[l] < right[r]); // a folder before its longer namesakes
        } else {
            ++l;
            ++r;
        }
    }
    if (left.size() - l != right.size() - r)
        return left.size() - l < right.size() - r;
    return left < right;
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Readable,
                         QDirIterator::Subdirectories); // hidden ones need QDir::Hidden
    while (entries.hasNext()) {
        entries.next();
        if (isSpectrumName(entries.fileName()))
            files.append(entries.filePath());
    }
    std::sort(files.begin(), files.end(), naturallyBefore);
    return files;
}
}

QStringList spectrumFilesIn(const QStringList& paths)
{
    QStringList files;
    for (const auto& path : paths) {
        if (QFileInfo(path).isDir())
            files += filesBelow(path);
        else
            files.append(path);
    }
    return files;
}
