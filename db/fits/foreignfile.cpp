#include "db/fits/foreignfile.h"

#include "db/fits/refusal.h"
#include "db/fits/tablesamples.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ForeignFile)
};

constexpr qsizetype tarMagicAt = 257; // POSIX ustar
constexpr qsizetype enoughToTell = 512;

bool isTar(QByteArrayView bytes)
{
    return bytes.size() > tarMagicAt + 5 && bytes.sliced(tarMagicAt, 5) == "ustar";
}

/// Compressions that are not gzip (gzip has its own reader) and archives of files.
QString packedFile(QByteArrayView bytes)
{
    if (isTar(bytes) || bytes.startsWith("PK\x03\x04"))
        return Text::tr("%1 is an archive: unpack it and open the folder.");
    static constexpr std::array<QByteArrayView, 5> packed {
        QByteArrayView("BZh", 3),
        QByteArrayView("\xfd"
                       "7zXZ",
                       5),
        QByteArrayView("\x28\xb5\x2f\xfd", 4), QByteArrayView("\x1f\x9d", 2), QByteArrayView("\x1f\xa0", 2)};
    const bool isPacked =
        std::ranges::any_of(packed, [bytes](auto magic) { return bytes.startsWith(magic); });
    return isPacked ? Text::tr("%1 is compressed, but not with gzip: unpack it first.") : QString();
}

QString otherFormat(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 5> pictures {
        QByteArrayView("\x89PNG", 4), QByteArrayView("\xff\xd8\xff", 3), QByteArrayView("%PDF", 4),
        QByteArrayView("%!PS", 4), QByteArrayView("GIF8", 4)};
    if (std::ranges::any_of(pictures, [bytes](auto magic) { return bytes.startsWith(magic); }))
        return Text::tr("%1 is a picture or a document, not a spectrum.");
    if (bytes.startsWith(QByteArrayView("\x89HDF", 4)) || bytes.startsWith("CDF\x01")
        || bytes.startsWith("#ASDF"))
        return Text::tr("%1 is an HDF5, netCDF or ASDF file, which SpecDesk does not read: save the spectrum "
                        "as FITS or CSV.");
    return {};
}

/// Languages of tags: what the first of them says.
QString markup(QByteArrayView bytes)
{
    const auto begin = bytes.first(std::min(bytes.size(), enoughToTell)).trimmed();
    if (!begin.startsWith('<'))
        return {};
    const auto word = QString::fromLatin1(begin).toUpper();
    if (word.contains("VOTABLE"_L1))
        return Text::tr("%1 is a VOTable, which SpecDesk does not read: save it as FITS or CSV, for instance "
                        "with TOPCAT.");
    if (word.contains("<HTML"_L1) || word.contains("DOCTYPE HTML"_L1))
        return Text::tr("%1 is a web page, perhaps an error message of the server it was fetched from.");
    return Text::tr("%1 is XML, not a spectrum.");
}

bool hasColumn(const Hdu& hdu, QStringView name)
{
    return std::ranges::any_of(hdu.columns(),
                               [name](const TableColumn& column) { return column.name == name; });
}

bool isCompressedImage(const Hdu& hdu)
{
    return hdu.isTable() && hdu.header.flag("ZIMAGE").value_or(false);
}

bool isRedshifts(const Hdu& hdu)
{
    return hdu.isTable() && hasColumn(hdu, u"Z")
        && (hdu.name == u"REDSHIFTS" || hdu.name == u"ZBEST" || hasColumn(hdu, u"SPECTYPE")
            || (hasColumn(hdu, u"CLASS") && hasColumn(hdu, u"ZWARNING")));
}

bool hasVariableFlux(const Hdu& hdu)
{
    return std::ranges::any_of(hdu.columns(), [](const TableColumn& column) {
        return (column.type == 'P' || column.type == 'Q') && column.name.contains(u"FLUX"_s);
    });
}

bool isCube(const Hdu& hdu)
{
    return hdu.pixels() > 1 && hdu.axes.size() >= 3 && hdu.axes[1] > 1 && hdu.axes[2] > 1
        && !hdu.name.endsWith("RESOLUTION"_L1);
}

QString tableSentence(const FitsFile& file)
{
    const auto is = [&file](bool (*what)(const Hdu&)) { return std::ranges::any_of(file.hdus(), what); };
    if (is(isCompressedImage))
        return Text::tr("%1 holds images compressed tile by tile: unpack it with funpack first.");
    if (is(isRedshifts))
        return Text::tr("%1 holds redshifts and no spectra: open the file of spectra it was made from.");
    if (is(hasVariableFlux))
        return Text::tr(
            "%1 keeps its flux in arrays of variable length, which SpecDesk does not read: save it "
            "with columns of fixed length.");
    return {};
}

/// DESI's matrices of resolution stand beside the fluxes of all its files, also of those without FIBERMAP.
bool isDesi(const FitsFile& file)
{
    return std::ranges::any_of(file.hdus(),
                               [](const Hdu& hdu) { return hdu.name.endsWith("RESOLUTION"_L1); });
}

QString imageSentence(const FitsFile& file)
{
    if (isDesi(file))
        return Text::tr("%1 is a DESI frame or lacks its table FIBERMAP: open a coadd or spectra file.");
    for (const auto& hdu : file.hdus()) {
        if (isCube(hdu))
            return Text::tr("%1 is a data cube: extract the spectra of its objects first.");
        if (hdu.header.text("CTYPE1").value_or(QString()).endsWith("-TAB"_L1) && hdu.pixels() > 1)
            return Text::tr(
                "%1 takes its wavelengths from a look-up table (WAVE-TAB), which SpecDesk does not "
                "read: save it with a column of wavelengths.");
    }
    for (const auto& hdu : file.hdus()) {
        if (hdu.pixels() > 1 && hdu.imageRows() > 1)
            return Text::tr("%1 is an image of the sky or of a detector: extract its spectra first.");
        if (hdu.pixels() > 1)
            return Text::tr("%1 does not say at which wavelengths its pixels lie.");
    }
    return {};
}
}

std::optional<Error> refusalOfForeign(QByteArrayView bytes, const QString& name)
{
    for (const auto& sentence : {packedFile(bytes), otherFormat(bytes), markup(bytes)}) {
        if (!sentence.isEmpty())
            return refusal(name, sentence);
    }
    return {};
}

Error refusalOfUnknown(const FitsFile& file)
{
    for (const auto& sentence : {tableSentence(file), imageSentence(file)}) {
        if (!sentence.isEmpty())
            return refusal(file.name(), sentence);
    }
    const auto hasRows = [](const Hdu& hdu) { return hdu.rows() > 0; };
    if (std::ranges::any_of(file.hdus(), hasRows))
        return refusal(
            file.name(),
            Text::tr("%1 is a table without columns of wavelength and flux, perhaps a catalogue."));
    return refusal(file.name(), Text::tr("%1 is a FITS file, but holds no spectrum that SpecDesk knows."));
}
