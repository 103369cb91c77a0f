#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// A file's size and digest.
struct FileSum
{
    qint64 size = 0;
    QByteArray sha256; ///< 64 hexadecimal digits

    bool operator==(const FileSum&) const = default;
};

/// One file of a release.
struct ManifestLine
{
    QString path; ///< Relative to the release's folder.
    FileSum sum;
    qint64 at = 0; ///< Where it begins in an archive, in the index of one.

    bool operator==(const ManifestLine&) const = default;
};

/// The lines as a table "path, size, sha256" with tabs and a heading, sorted by path.
QByteArray manifestText(std::vector<ManifestLine> lines);
/// The same of the files in an archive, with the column "offset".
QByteArray archiveIndexText(std::vector<ManifestLine> lines);
/// Reads such a table, also with offsets; lines that are none are left out.
std::vector<ManifestLine> manifestLines(const QByteArray& text);
