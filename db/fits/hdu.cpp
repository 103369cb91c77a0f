#include "db/fits/hdu.h"

#include "db/fits/refusal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype cardSize = 80;
constexpr qsizetype blockSize = 2880;
constexpr qsizetype mostCards = 10000; // the largest survey header has 900
constexpr std::size_t mostHdus = 1000;
constexpr qint64 mostAxes = 8;

Error tr(const QString& file, const char* sentence, const QString& detail = {})
{
    return refusal(file, QCoreApplication::translate("Hdu", sentence), detail);
}

qint64 padded(qint64 size)
{
    return (size + blockSize - 1) / blockSize * blockSize;
}

/// Bytes of the header up to and without its END card; nothing where END is missing.
std::optional<qsizetype> headerSize(QByteArrayView bytes)
{
    const auto last = std::min(bytes.size() / cardSize, mostCards);
    for (qsizetype card = 0; card < last; ++card) {
        if (std::memcmp(bytes.data() + card * cardSize, "END     ", 8) == 0)
            return card * cardSize;
    }
    return {};
}

/// The mandatory cards in their mandatory order (FITS Standard 4.0, 4.4.1). cfitsio allocates by their values
/// even where it could not read them, so nothing but whole numbers in the right places may reach it.
class MandatoryCards
{
public:
    explicit MandatoryCards(const FitsHeader& header)
        : m_header(&header)
    {
    }

    /// The number on the next card, which must have this keyword; nothing where it is another or no number.
    std::optional<qint64> next(const QByteArray& keyword)
    {
        const auto& bytes = m_header->bytes();
        const auto at = m_next++ * cardSize;
        if (at + cardSize > bytes.size() || bytes.mid(at, 10) != keyword.leftJustified(8) + "= ")
            return {};
        auto value = QByteArrayView(bytes).sliced(at + 10, cardSize - 10);
        if (const auto slash = value.indexOf('/'); slash >= 0)
            value = value.first(slash);
        bool ok = false;
        const auto number = value.trimmed().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }

private:
    const FitsHeader* m_header;
    qsizetype m_next = 1; // behind SIMPLE or XTENSION
};

/// Axes and size of the data; the reason in `why` where they make no sense.
bool readShape(Hdu& hdu, MandatoryCards& cards, QString& why)
{
    hdu.bitpix = static_cast<int>(std::clamp<qint64>(cards.next("BITPIX").value_or(0), -999, 999));
    const auto bytesPerValue = std::abs(hdu.bitpix) / 8;
    const auto naxis = cards.next("NAXIS").value_or(-1);
    static constexpr std::array allowed {8, 16, 32, 64, -32, -64};
    if (std::find(allowed.begin(), allowed.end(), hdu.bitpix) == allowed.end() || naxis < 0
        || naxis > mostAxes) {
        why = u"BITPIX %1, NAXIS %2"_s.arg(hdu.bitpix).arg(naxis);
        return false;
    }
    qint64 values = naxis == 0 ? 0 : 1;
    for (qint64 axis = 1; axis <= naxis; ++axis) {
        const auto length = cards.next("NAXIS" + QByteArray::number(axis)).value_or(-1);
        if (length < 0 || __builtin_mul_overflow(values, length, &values)) {
            why = u"NAXIS%1 = %2"_s.arg(axis).arg(length);
            return false;
        }
        hdu.axes.push_back(length);
    }
    if (!__builtin_mul_overflow(values, qint64(bytesPerValue), &hdu.dataBytes))
        return true;
    why = u"size of the axes"_s;
    return false;
}

/// What kind of HDU it is, and the heap behind a table.
bool readKind(Hdu& hdu, MandatoryCards& cards, bool primary)
{
    if (primary)
        return !hdu.header.flag("GROUPS").value_or(false);
    const auto kind = hdu.header.text("XTENSION");
    const auto heap = cards.next("PCOUNT").value_or(-1);
    if (heap < 0 || cards.next("GCOUNT") != 1)
        return false;
    if (kind == u"IMAGE")
        return heap == 0;
    hdu.kind = kind == u"TABLE" ? Hdu::Kind::AsciiTable : Hdu::Kind::BinaryTable;
    const auto fields = cards.next("TFIELDS").value_or(-1);
    return (kind == u"TABLE" || kind == u"BINTABLE") && hdu.axes.size() == 2 && hdu.bitpix == 8 && fields >= 0
        && fields <= 999 && (hdu.axes[0] > 0 || hdu.axes[1] == 0)
        && !__builtin_add_overflow(hdu.dataBytes, heap, &hdu.dataBytes);
}

qint64 bytesOf(char type)
{
    switch (type) {
    case 'L':
    case 'B':
    case 'A':
        return 1;
    case 'I':
        return 2;
    case 'J':
    case 'E':
        return 4;
    case 'K':
    case 'D':
    case 'C':
        return 8;
    case 'M':
        return 16;
    default:
        return 0; // X, P, Q: nothing a spectrum is kept in
    }
}

/// TFORMn "3909E" → repeat and letter; ASCII tables write "E12.4", "F8.2", "I5", "A10".
TableColumn columnOf(const Hdu& hdu, int number)
{
    TableColumn column {number, {}, 0, 1};
    const auto suffix = QByteArray::number(number);
    column.name = hdu.header.text(("TTYPE" + suffix).constData()).value_or(QString()).toUpper();
    const auto form = hdu.header.text(("TFORM" + suffix).constData()).value_or(QString()).toUpper();
    qsizetype at = 0;
    while (at < form.size() && form[at].isDigit())
        ++at;
    if (at > 0)
        column.repeat = form.first(at).toLongLong();
    if (at < form.size())
        column.type = form[at].toLatin1();
    if (hdu.kind == Hdu::Kind::AsciiTable)
        column.repeat = 1;
    return column;
}
}

bool TableColumn::isNumber() const
{
    return type == 'F' || (type != 'A' && type != 'L' && bytesOf(type) > 0); // F only in ASCII tables
}

qint64 Hdu::endAt() const
{
    return dataAt + padded(dataBytes);
}

qint64 Hdu::imageRows() const
{
    if (kind != Kind::Image || dataBytes == 0)
        return 0;
    return axes.size() > 1 ? axes[1] : 1;
}

std::vector<TableColumn> Hdu::columns() const
{
    std::vector<TableColumn> columns;
    if (!isTable() || header.flag("ZIMAGE").value_or(false))
        return columns; // a tile-compressed image: cfitsio's decoders are not for files of unknown origin
    const auto fields = static_cast<int>(header.integer("TFIELDS").value_or(0));
    qint64 left = axes[0];
    bool sized = true;
    for (int number = 1; number <= fields; ++number) {
        auto column = columnOf(*this, number);
        const auto width = kind == Kind::BinaryTable ? bytesOf(column.type) : 1;
        if (column.repeat < 0 || (width > 0 && column.repeat > left / width))
            break;
        sized = sized && kind == Kind::BinaryTable;
        column.offset = sized ? axes[0] - left : -1;
        sized = sized && width > 0;
        left -= column.repeat * width;
        columns.push_back(std::move(column));
    }
    return columns;
}

Result<std::vector<Hdu>> hdusIn(QByteArrayView bytes, const QString& file)
{
    if (!bytes.startsWith("SIMPLE  ="))
        return tr(file, QT_TRANSLATE_NOOP("Hdu", "%1 is not a FITS file."));
    std::vector<Hdu> hdus;
    for (qint64 at = 0; at < bytes.size();) {
        const auto rest = bytes.sliced(at);
        const bool primary = hdus.empty();
        if (!primary && !rest.startsWith("XTENSION"))
            break; // the standard allows special records behind the last extension
        const auto size = headerSize(rest);
        if (!size || at + padded(*size + cardSize) > bytes.size())
            return tr(file, QT_TRANSLATE_NOOP("Hdu", "%1 is cut off or damaged in its headers."),
                      u"no END in HDU %1"_s.arg(hdus.size()));
        Hdu hdu;
        hdu.header = FitsHeader(rest.first(*size).toByteArray());
        QString why;
        MandatoryCards cards(hdu.header);
        if (!readShape(hdu, cards, why) || !readKind(hdu, cards, primary))
            return tr(file, QT_TRANSLATE_NOOP("Hdu", "%1 is damaged: a header in it makes no sense."),
                      u"HDU %1: %2"_s.arg(hdus.size()).arg(why));
        const auto dataAt = at + padded(*size + cardSize);
        if (hdu.dataBytes > bytes.size() - dataAt || padded(hdu.dataBytes) > bytes.size() - dataAt)
            return tr(file, QT_TRANSLATE_NOOP("Hdu", "%1 is cut off: it announces more data than it holds."),
                      u"HDU %1: %2 bytes announced, %3 there"_s.arg(hdus.size())
                          .arg(hdu.dataBytes)
                          .arg(bytes.size() - dataAt));
        hdu.dataAt = dataAt;
        hdu.name = hdu.header.text("EXTNAME").value_or(QString()).toUpper();
        at = hdu.endAt();
        hdus.push_back(std::move(hdu));
        if (hdus.size() > mostHdus)
            return tr(file, QT_TRANSLATE_NOOP("Hdu", "%1 has too many parts to be a file of spectra."));
    }
    return hdus;
}
