#include "db/fits/releasefits.h"

#include "db/fits/fitschecksum.h"
#include "db/fits/hdu.h"
#include "db/fits/headercard.h"
#include "db/fits/refusal.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseFits)
};

/// The rules for one header, with their keywords as numbers.
class Wishes
{
public:
    Wishes(const std::vector<CardWish>& wishes, QByteArrayView cards)
        : m_wishes(wishes)
        , m_done(wishes.size(), false)
        , m_present(wishes.size(), false)
    {
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            m_names.emplace_back(keywordNumber(wishes[i].keyword), i);
            m_after.push_back(keywordNumber(wishes[i].after));
            for (const auto& name : wishes[i].formerly)
                m_names.emplace_back(keywordNumber(name), i);
        }
        for (qsizetype at = 0; at < cards.size(); at += fitsCardSize) {
            if (const auto found = find(keywordOfCard(cards.sliced(at))); found >= 0)
                m_present[static_cast<std::size_t>(found)] = true;
        }
    }

    /// Number of the wish a card is about, -1 none.
    int find(quint64 keyword) const
    {
        for (const auto& [name, wish] : m_names) {
            if (name == keyword)
                return static_cast<int>(wish);
        }
        return -1;
    }

    /// Appends the card of a wish in the place of `old`, once.
    void put(int number, QByteArrayView old, QByteArray& out)
    {
        const auto index = static_cast<std::size_t>(number);
        if (m_done[index])
            return;
        m_done[index] = true;
        const auto& wish = m_wishes[index];
        out += valueCard(wish.keyword, wish.value, old.isEmpty() ? wish.comment : commentOfCard(old));
    }

    /// Appends the new cards that go behind this keyword, and those that go behind them.
    void putNewAfter(quint64 keyword, QByteArray& out)
    {
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            if (m_present[i] || m_done[i] || m_after[i] != keyword)
                continue;
            put(static_cast<int>(i), {}, out);
            putNewAfter(keywordNumber(m_wishes[i].keyword), out);
        }
    }

    void putRest(QByteArray& out)
    {
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            if (!m_present[i] && !m_done[i])
                put(static_cast<int>(i), {}, out);
        }
    }

private:
    const std::vector<CardWish>& m_wishes;
    std::vector<quint64> m_after;
    std::vector<bool> m_done;
    std::vector<bool> m_present;
    std::vector<std::pair<quint64, std::size_t>> m_names;
};

bool isWorldCoordinate(QByteArrayView card)
{
    return card.startsWith("CRVAL1 ") || card.startsWith("CRPIX1 ") || card.startsWith("CTYPE1 ")
        || card.startsWith("CD1_1 ");
}

/// An axis of an HDU that has none. LAMOST's tables carry such cards since DR8.
bool isSurplusAxis(QByteArrayView card, const Hdu& hdu)
{
    return hdu.axes.empty() && card.startsWith("NAXIS") && card[5] >= '1' && card[5] <= '9' && card[6] == ' ';
}

/// The header's cards as they go out, without checksums and END.
void putCards(QByteArrayView cards, const Hdu& hdu, Wishes& wishes, QByteArray& out)
{
    static const auto checksum = keywordNumber("CHECKSUM");
    static const auto dataSum = keywordNumber("DATASUM");
    static const auto continuation = keywordNumber("CONTINUE");
    bool needsAxes = hdu.axes.empty() && !hdu.header.contains("WCSAXES");
    bool replaced = false;
    for (qsizetype at = 0; at < cards.size(); at += fitsCardSize) {
        const auto card = cards.sliced(at, fitsCardSize);
        const auto keyword = keywordOfCard(card);
        if (keyword == checksum || keyword == dataSum || isSurplusAxis(card, hdu)
            || (replaced && keyword == continuation))
            continue;
        if (needsAxes && isWorldCoordinate(card)) {
            out += valueCard("WCSAXES", "1", "Axes of the spectrum's coordinates");
            needsAxes = false;
        }
        const auto wish = wishes.find(keyword);
        replaced = wish >= 0;
        if (replaced)
            wishes.put(wish, card, out);
        else if (const auto repaired = repairedCard(card); !repaired.isEmpty())
            out += repaired;
        else
            out += card;
        wishes.putNewAfter(keyword, out);
    }
    wishes.putRest(out);
}

/// Appends checksums and END to the header that begins at `start`, then the data.
void putDataWithSums(QByteArrayView data, qsizetype start, QByteArray& out)
{
    const auto sum = fitsSum(data);
    const auto checksumAt = out.size() + fitsCardSize + 11;
    out += valueCard("DATASUM", '\'' + QByteArray::number(sum) + '\'', "data unit checksum");
    out += valueCard("CHECKSUM", "'0000000000000000'", "HDU checksum");
    out += QByteArray("END").leftJustified(fitsCardSize);
    const auto size = out.size() - start;
    out.append((fitsBlockSize - size % fitsBlockSize) % fitsBlockSize, ' ');
    const auto total = fitsSum(QByteArrayView(out).sliced(start), sum);
    const auto encoded = encodedChecksum(total);
    std::copy(encoded.begin(), encoded.end(), out.begin() + checksumAt);
    out += data;
}

std::optional<Error> mismatch(const Hdu& hdu, QByteArrayView data, const QString& file)
{
    const auto stated = hdu.header.text("DATASUM");
    if (!stated || stated->toUInt() == 0 || stated->toUInt() == fitsSum(data))
        return {};
    return refusal(file, Text::tr("%1 is damaged: its numbers do not fit their checksum."));
}

qsizetype endOfHeader(QByteArrayView bytes)
{
    for (qsizetype at = 0; at + fitsCardSize <= bytes.size(); at += fitsCardSize) {
        if (keywordOfCard(bytes.sliced(at)) == keywordNumber("END"))
            return at;
    }
    return -1;
}

qsizetype padded(qsizetype size)
{
    return (size + fitsBlockSize - 1) / fitsBlockSize * fitsBlockSize;
}
}

Result<QByteArrayView> ReleaseFits::rewrite(QByteArrayView fits, const std::vector<CardWish>& wishes,
                                            qint64 obsid, const QString& file)
{
    const auto hdus = hdusIn(fits, file);
    if (!hdus)
        return hdus.error();
    const auto stated = hdus.value().front().header.integer("OBSID");
    if (obsid > 0 && stated.value_or(obsid) != obsid)
        return refusal(file, Text::tr("%1 holds another spectrum than the catalogue says."),
                       u"OBSID %1 instead of %2"_s.arg(*stated).arg(obsid));
    m_bytes.resize(0);
    m_bytes.reserve(fits.size() + 8 * fitsBlockSize);
    qsizetype at = 0;
    bool primary = true;
    static const std::vector<CardWish> none;
    for (const auto& hdu : hdus.value()) {
        const auto end = endOfHeader(fits.sliced(at));
        const auto cards = fits.sliced(at, end);
        const auto dataAt = at + padded(end + fitsCardSize);
        const auto dataSize = padded(hdu.dataBytes);
        if (end < 0 || dataAt + dataSize > fits.size())
            return refusal(file, Text::tr("%1 is cut off."));
        const auto data = fits.sliced(dataAt, dataSize);
        if (const auto error = mismatch(hdu, data, file))
            return *error;
        const auto start = m_bytes.size();
        Wishes wanted(primary ? wishes : none, cards);
        putCards(cards, hdu, wanted, m_bytes);
        putDataWithSums(data, start, m_bytes);
        at = dataAt + dataSize;
        primary = false;
    }
    return QByteArrayView(m_bytes);
}
