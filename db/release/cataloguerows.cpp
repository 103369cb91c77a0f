#include "db/release/cataloguerows.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double powersOfTen[] {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

QStringList words(const char* names)
{
    return QString::fromLatin1(names).split(u' ');
}

const char commonColumns[] =
    "obsid designation obsdate lmjd mjd planid spid fiberid ra_obs dec_obs snru snrg "
    "snrr snri snrz class subclass z z_err tsource tfrom tcomment fibertype offset "
    "offset_v ra dec";

/// The server reads this as fast as a whole number; the shortest text of a double takes far longer to make.
void addRounded(BulkRows& rows, double value, int decimals)
{
    if (std::isnan(value))
        rows.addNull();
    else
        rows.addDecimal(static_cast<qint64>(std::rint(value * powersOfTen[decimals])), decimals);
}

/// False where there is no room, which `limit` and greater has not.
bool addDecimal(BulkRows& rows, double value, int decimals, double limit)
{
    const bool hasRoom = !(std::abs(value) >= limit);
    addRounded(rows, hasRoom ? value : std::nan(""), decimals);
    return hasRoom;
}

/// A column DECIMAL(6, `decimals`) that keeps the nearest it can.
void addClipped(BulkRows& rows, double value, int decimals)
{
    constexpr double digits = 999'999;
    const double largest = digits / powersOfTen[decimals];
    addRounded(rows, std::isnan(value) ? value : std::clamp(value, -largest, largest), decimals);
}

void addText(BulkRows& rows, QByteArrayView text, qsizetype longest)
{
    if (text.isNull())
        rows.addNull();
    else
        rows.addUtf8(text, longest);
}

void addKnown(BulkRows& rows, int value)
{
    if (value == -1)
        rows.addNull();
    else
        rows.add(value);
}
}

bool addRedshift(BulkRows& rows, double z)
{
    constexpr double largest = 9e8; // DECIMAL(21,10) holds more, a whole number of 1e-10 does not
    return addDecimal(rows, z, 10, largest);
}

CatalogueRows::CatalogueRows()
    : m_catalogue(u"{product}.next_catalogue"_s,
                  words(commonColumns)
                      + words("fibermask with_norm_flux pipeline_version decided_by zflag reason if_release"))
    , m_stellar(u"{product}.next_stellar"_s,
                words(commonColumns)
                    + words("teff teff_err logg logg_err feh feh_err rv rv_err alpha_m alpha_m_err"))
{
}

void CatalogueRows::add(const SpectrumEvidence& evidence, const ReleaseJudge& judge)
{
    const auto word = finalWord(evidence);
    const auto reason = judge.reason(evidence);
    const auto begin = m_catalogue.position();
    addCommon(m_catalogue, evidence, word);
    const auto end = m_catalogue.position();
    if (reason.isEmpty() && judge.isAfgkStar(evidence, word)) {
        m_stellar.addFields(m_catalogue.text().sliced(begin, end - begin));
        addParameters(*evidence.parameters);
        m_stellar.endRow();
    }
    m_catalogue.add(evidence.fiberMask).add(evidence.normalised).addUtf8(evidence.version, 40);
    m_catalogue.addUtf8(word.decidedBy, 10).addUtf8(word.zFlag, 40).addUtf8(reason, 80);
    m_catalogue.add(reason.isEmpty()).endRow();
    m_released += reason.isEmpty() ? 1 : 0;
}

void CatalogueRows::clear()
{
    m_catalogue.clear();
    m_stellar.clear();
    m_released = 0;
    m_withoutRoom = 0;
}

void CatalogueRows::addCommon(BulkRows& rows, const SpectrumEvidence& evidence, const FinalWord& word)
{
    constexpr double largestAngle = 999'999; // DECIMAL(16,10)
    rows.add(evidence.obsid);
    addText(rows, evidence.designation, 19);
    addText(rows, evidence.obsDate.isEmpty() ? QByteArrayView() : evidence.obsDate, 10);
    rows.add(evidence.lmjd);
    rows.add(evidence.lmjd ? std::optional(*evidence.lmjd - 1) : std::nullopt);
    addText(rows, evidence.planId, 40);
    addKnown(rows, evidence.spectrographId);
    addKnown(rows, evidence.fiberId);
    count(addDecimal(rows, evidence.raObservedDeg, 10, largestAngle));
    count(addDecimal(rows, evidence.decObservedDeg, 10, largestAngle));
    for (const double snr : {evidence.snrU, evidence.snrG, evidence.snrR, evidence.snrI, evidence.snrZ})
        addClipped(rows, snr, 2);
    addText(rows, word.spectralClass, 20);
    addText(rows, word.subclass, longestSubclass);
    count(addRedshift(rows, word.z));
    count(addRedshift(rows, word.zError));
    addText(rows, evidence.targetSource, 16);
    addText(rows, evidence.targetFrom, 60);
    addText(rows, evidence.targetComment, 80);
    addText(rows, evidence.fiberType, 10);
    rows.add(evidence.offsetFlag);
    addClipped(rows, evidence.offsetArcsec, 3);
    count(addDecimal(rows, evidence.raDeg, 10, largestAngle));
    count(addDecimal(rows, evidence.decDeg, 10, largestAngle));
}

void CatalogueRows::addParameters(const StarParameters& star)
{
    // DECIMAL(10,2) and (8,2), (10,3), (10,6)
    count(addDecimal(m_stellar, star.teffK, 2, 99'999'999));
    count(addDecimal(m_stellar, star.teffErrorK, 2, 999'999));
    for (const double value : {star.logg, star.loggError, star.feh, star.fehError})
        count(addDecimal(m_stellar, value, 3, 9'999'999));
    count(addDecimal(m_stellar, star.rvKmS, 2, 99'999'999));
    count(addDecimal(m_stellar, star.rvErrorKmS, 2, 999'999));
    count(addDecimal(m_stellar, star.alphaM, 6, 9'999));
    count(addDecimal(m_stellar, star.alphaMError, 6, 9'999));
}

void CatalogueRows::count(bool hasRoom)
{
    m_withoutRoom += hasRoom ? 0 : 1;
}
