#pragma once

#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/verdictstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// A QSO verdict of somebody on a spectrum of syntheticPlate().
inline Verdict verdictOf(const QString& name, qint64 obsid)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = obsid;
    verdict.pipelineVersion = syntheticSpectrum(1, 8).pipelineVersion;
    verdict.spectralClass = SpectralClass::Qso;
    verdict.inspector = name;
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    return verdict;
}

/// A server with a plate on it, and the verdicts of “jan”.
class VerdictStand
{
protected:
    void start(int spectra)
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        const auto stored =
            m_db->run([this, spectra](QSqlDatabase& db) -> Result<IngestCounts> {
                    if (const auto made = migrate(db, m_names, SchemaGroup::Check); !made)
                        return made.error();
                    return SpectrumStore::add(db, m_names, syntheticPlate(spectra), queueRules());
                })
                .result();
        VERIFY_OK(stored);
        QCOMPARE(stored.value().added, spectra);
    }

    static Verdict verdictOn(qint64 obsid)
    {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = obsid;
        verdict.pipelineVersion = u"v2.9.8"_s;
        verdict.spectralClass = SpectralClass::Qso;
        verdict.subclass = u"Non"_s;
        verdict.z = 2.3145678901234567;
        verdict.origin = RedshiftOrigin::LineMark;
        verdict.originDetail = u"C IV"_s;
        verdict.grade = Grade::Secure;
        verdict.inspector = u"jan"_s;
        verdict.decidedAt = QDateTime(QDate(2026, 3, 1), QTime(10, 11, 12, 345), Qt::UTC);
        verdict.secondsSpent = 12.75;
        verdict.shownClass = SpectralClass::Star;
        verdict.shownSubclass = u"G7"_s;
        verdict.shownZ = -0.0001387;
        verdict.toolVersion = u"0.1.0"_s;
        verdict.lineListVersion = u"1"_s;
        return verdict;
    }

    Result<qint64> submit(const Verdict& verdict)
    {
        const auto names = m_names;
        return m_db
            ->run([names, verdict](QSqlDatabase& db) { return VerdictStore::submit(db, names, verdict); })
            .result();
    }

    Result<std::optional<Verdict>> withdraw(const Verdict& verdict,
                                            const QUuid& submission = QUuid::createUuid())
    {
        const auto names = m_names;
        return m_db
            ->run([names, verdict, submission](QSqlDatabase& db) {
                return VerdictStore::withdraw(db, names, verdict, submission);
            })
            .result();
    }

    Result<std::optional<Verdict>> standing(qint64 obsid)
    {
        const auto names = m_names;
        return m_db
            ->run([names, obsid](QSqlDatabase& db) {
                return VerdictStore::standing(db, names, obsid, u"v2.9.8"_s, u"jan"_s);
            })
            .result();
    }

    qint64 rows()
    {
        const auto names = m_names;
        const auto count = m_db->run([names](QSqlDatabase& db) -> Result<qint64> {
                                   auto answer =
                                       runText(db, names, u"SELECT COUNT(*) FROM {check}.humanverify"_s);
                                   if (!answer || !answer.value().next())
                                       return answer ? Error() : answer.error();
                                   return answer.value().value(0).toLongLong();
                               })
                               .result();
        return count ? count.value() : -1;
    }

    qint64 done(const QString& list)
    {
        const auto names = m_names;
        const auto status =
            m_db->run([names](QSqlDatabase& db) { return VerdictStore::status(db, names, u"jan"_s); })
                .result();
        if (status)
            for (const auto& line : status.value())
                if (line.list == list)
                    return line.done;
        return 0;
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
    const SchemaNames m_names;
};
