#include "db/fits/spectrumfiles.h"

#include "db/fits/gunzip.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
bool endsWithAny(const QString& name, std::initializer_list<QLatin1StringView> suffixes)
{
    auto stem = name.toLower();
    if (stem.endsWith(".gz"_L1))
        stem.chop(3);
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&stem](QLatin1StringView suffix) { return stem.endsWith(suffix); });
}

bool isFitsName(const QString& name)
{
    return endsWithAny(name, {".fits"_L1, ".fit"_L1, ".fts"_L1});
}

bool isTextName(const QString& name)
{
    return endsWithAny(name,
                       {".csv"_L1, ".ecsv"_L1, ".txt"_L1, ".dat"_L1, ".asc"_L1, ".ascii"_L1, ".tsv"_L1,
                        ".tbl"_L1, ".flm"_L1, ".spec"_L1});
}

/// A number of a text, with Fortran's exponent of doubles too.
bool isNumber(const QString& field)
{
    bool ok = false;
    field.toUpper().replace(u'D', u'E').toDouble(&ok);
    return ok;
}

/// Folders of spectra hold logs and catalogs too. A text of spectra has lines of two numbers and little else,
/// behind comments of any length.
bool looksLikeTextSpectrum(const QString& path)
{
    constexpr qint64 enough = 16384;
    constexpr int enoughLines = 40;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto start = file.read(enough);
    if (isGzip(start))
        return true; // the reader tells
    int numbers = 0;
    int words = 0;
    auto lines = QString::fromUtf8(start).split(u'\n');
    lines.removeLast(); // cut off
    for (auto line : lines) {
        if (line.startsWith(QChar::ByteOrderMark))
            line.remove(0, 1);
        if (line.trimmed().isEmpty() || u"#!%;"_s.contains(line.front()))
            continue;
        if (line.contains(u';'))
            line.replace(u',', u'.').replace(u';', u' '); // a decimal comma
        const auto fields = line.replace(u',', u' ').simplified().split(u' ');
        ++(isNumber(fields.value(0)) && isNumber(fields.value(1)) ? numbers : words);
        if (numbers + words == enoughLines)
            break;
    }
    return numbers >= 3 && numbers > words;
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

bool isReadableFolder(const QString& path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), R_OK | X_OK, AT_EACCESS) == 0;
}

/// Links that lead nowhere, pipes and the like have no size, but a name: the reader tells what they are.
bool isSpectrum(const QFileInfo& file)
{
    return isFitsName(file.fileName())
        || (file.isFile() && isTextName(file.fileName()) && looksLikeTextSpectrum(file.filePath()));
}

/// Read by the system's own call: Qt passes over names that are no UTF-8 and, from 6.8 on, over links that
/// lead nowhere. Spectra with such names are listed with the letters that could be read, for the reader to
/// refuse: nothing may be lost in silence. Hidden files and linked folders (one may lead to the whole disk,
/// or in a circle) are left out.
void addFilesBelow(const QString& folder, QStringList& files)
{
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(
        isReadableFolder(folder) ? ::opendir(QFile::encodeName(folder).constData()) : nullptr, &::closedir);
    if (!entries) {
        files.append(folder);
        return;
    }
    const auto place = folder.endsWith(u'/') ? folder : folder + u'/';
    while (const auto* entry = ::readdir(entries.get())) {
        const QByteArrayView bytes(entry->d_name);
        if (bytes.startsWith('.'))
            continue;
        const auto name = QString::fromUtf8(bytes);
        const QFileInfo info(place + name);
        if (entry->d_type == DT_REG || name.toUtf8() != bytes) {
            if (isSpectrum(info))
                files.append(info.filePath());
        } else if (info.isDir()) {
            if (!info.isSymLink())
                addFilesBelow(info.filePath(), files);
        } else if (isSpectrum(info)) {
            files.append(info.filePath());
        }
    }
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    addFilesBelow(folder, files);
    std::sort(files.begin(), files.end(), naturallyBefore);
    return files;
}
}

QStringList spectrumFilesIn(const QStringList& paths)
{
    QStringList files;
    for (const auto& path : paths) {
        if (QFileInfo(path).isDir())
            files += filesBelow(QDir::cleanPath(path));
        else
            files.append(path);
    }
    files.removeDuplicates(); // a folder named twice, or a file and its folder
    return files;
}
