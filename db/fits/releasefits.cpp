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

/// A keyword's bit in a word: tells most keywords that are not in a list from those that are.
quint64 bitOf(quint64 keyword)
{
    return quint64(1) << (keyword * 0x9e3779b97f4a7c15ULL >> 58); // Fibonacci hashing
}

/// The rules for one header, with their keywords as numbers.
class Wishes
{
public:
    Wishes(const std::vector<CardWish>& wishes, QByteArrayView cards)
        : m_wishes(wishes)
        , m_after(wishes.size())
        , m_done(wishes.size(), false)
        , m_present(wishes.size(), false)
    {
        if (wishes.empty())
            return;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            add(wishes[i].keyword, i);
            for (const auto& name : wishes[i].formerly)
                add(name, i);
            m_after[i] = keywordNumber(wishes[i].after);
            m_afterBits |= bitOf(m_after[i]);
        }
        for (qsizetype at = 0; at < cards.size(); at += fitsCardSize) {
            if (const auto found = find(keywordOfCard(cards.sliced(at))); found >= 0)
                m_present[static_cast<std::size_t>(found)] = true;
        }
    }

    /// Number of the wish a card is about, -1 none.
    int find(quint64 keyword) const
    {
        if ((m_nameBits & bitOf(keyword)) == 0)
            return -1;
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
        if ((m_afterBits & bitOf(keyword)) == 0)
            return;
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
    void add(const QByteArray& name, std::size_t wish)
    {
        m_names.emplace_back(keywordNumber(name), wish);
        m_nameBits |= bitOf(m_names.back().first);
    }

    const std::vector<CardWish>& m_wishes;
    std::vector<quint64> m_after;
    std::vector<bool> m_done;
    std::vector<bool> m_present;
    std::vector<std::pair<quint64, std::size_t>> m_names {};
    quint64 m_nameBits = 0;
    quint64 m_afterBits = 0;
};

bool isWorldCoordinate(QByteArrayView card)
{
    return card.startsWith("CRVAL1 ") || card.startsWith("CRPIX1 ") || card.startsWith("CTYPE1 ")
        || card.startsWith("CD1_1 ");
}

/// An axis of an HDU that has none. LAMOST's tables carry such cards since DR8.
bool isSurplusAxis(QByteArrayView card, bool hasAxes)
{
    return !hasAxes && card.startsWith("NAXIS") && card[5] >= '1' && card[5] <= '9' && card[6] == ' ';
}

/// The header's cards as they go out, without checksums and END.
void putCards(QByteArrayView cards, const FitsHeader& header, Wishes& wishes, QByteArray& out)
{
    static const auto checksum = keywordNumber("CHECKSUM");
    static const auto dataSum = keywordNumber("DATASUM");
    static const auto continuation = keywordNumber("CONTINUE");
    const bool hasAxes = header.integer("NAXIS").value_or(0) > 0;
    bool needsAxes = !hasAxes && !header.contains("WCSAXES");
    bool replaced = false;
    for (qsizetype at = 0; at < cards.size(); at += fitsCardSize) {
        const auto card = cards.sliced(at, fitsCardSize);
        const auto keyword = keywordOfCard(card);
        if (keyword == checksum || keyword == dataSum || isSurplusAxis(card, hasAxes)
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

/// Appends checksums and END to the header that begins at `start`, and fills it up.
void endHeader(quint32 dataSum, qsizetype start, QByteArray& out)
{
    const auto checksumAt = out.size() + fitsCardSize + 11;
    out += valueCard("DATASUM", '\'' + QByteArray::number(dataSum) + '\'', "data unit checksum");
    out += valueCard("CHECKSUM", "'0000000000000000'", "HDU checksum");
    out += "END";
    out.append((fitsBlockSize - (out.size() - start) % fitsBlockSize) % fitsBlockSize, ' ');
    const auto total = fitsSum(QByteArrayView(out).sliced(start), dataSum);
    const auto encoded = encodedChecksum(total);
    std::copy(encoded.begin(), encoded.end(), out.begin() + checksumAt);
}

bool isDamaged(const FitsHeader& header, quint32 dataSum)
{
    const auto stated = header.text("DATASUM");
    return stated && stated->toUInt() != 0 && stated->toUInt() != dataSum;
}

std::optional<Error> mismatch(const FitsHeader& header, qint64 obsid, const QString& file)
{
    const auto stated = header.integer("OBSID");
    if (obsid <= 0 || stated.value_or(obsid) == obsid)
        return {};
    return refusal(file, Text::tr("%1 holds another spectrum than the catalogue says."),
                   u"OBSID %1 instead of %2"_s.arg(*stated).arg(obsid));
}

qsizetype padded(qsizetype size)
{
    return (size + fitsBlockSize - 1) / fitsBlockSize * fitsBlockSize;
}
}

Result<ReleasedFits> ReleaseFits::rewrite(QByteArrayView fits, const std::vector<CardWish>& wishes,
                                          qint64 obsid, const QString& file)
{
    const auto hdus = hdusIn(fits, file);
    if (!hdus)
        return hdus.error();
    if (const auto error = mismatch(hdus.value().front().header, obsid, file))
        return *error;
    ReleasedFits released;
    m_head.resize(0);
    m_rest.resize(0);
    static const std::vector<CardWish> none;
    for (const auto& hdu : hdus.value()) {
        const bool isPrimary = m_head.isEmpty();
        const auto data = fits.sliced(hdu.dataAt, padded(hdu.dataBytes));
        const auto dataSum = fitsSum(data);
        if (isDamaged(hdu.header, dataSum))
            return refusal(file, Text::tr("%1 is damaged: its numbers do not fit their checksum."));
        auto& out = isPrimary ? m_head : m_rest;
        const auto start = out.size();
        Wishes wanted(isPrimary ? wishes : none, hdu.header.bytes());
        putCards(hdu.header.bytes(), hdu.header, wanted, out);
        endHeader(dataSum, start, out);
        if (isPrimary) {
            released.dataSum = dataSum;
            released.headBefore = hdu.dataAt;
            released.rest = data;
        }
        if (!isPrimary || hdus.value().size() > 1)
            m_rest += data;
    }
    released.head = m_head;
    if (hdus.value().size() > 1)
        released.rest = m_rest;
    return released;
}

Result<QByteArrayView> ReleaseFits::rewriteHead(QByteArrayView head, quint32 dataSum,
                                                const std::vector<CardWish>& wishes, qint64 obsid,
                                                const QString& file)
{
    auto end = head.size();
    for (qsizetype at = 0; at < head.size() && end == head.size(); at += fitsCardSize) {
        if (head.sliced(at).startsWith("END     "))
            end = at;
    }
    const FitsHeader header(head.first(end).toByteArray());
    if (const auto error = mismatch(header, obsid, file))
        return *error;
    m_head.resize(0);
    Wishes wanted(wishes, header.bytes());
    putCards(header.bytes(), header, wanted, m_head);
    endHeader(dataSum, 0, m_head);
    return QByteArrayView(m_head);
}
