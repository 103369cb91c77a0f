#pragma once

#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/problemstore.h"
#include "db/stores/progressstore.h"
#include "db/stores/scorestore.h"
#include "db/stores/secondlookstore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "models/check/pageacceptance.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

inline const SchemaNames names;

inline ConflictRules conflictRules()
{
    QFile file(u":/rules/conflicts.json"_s);
    return file.open(QIODevice::ReadOnly) ? ConflictRules::fromJson(file.readAll()).value() : ConflictRules();
}

inline Verdict verdictOn(const QueueEntry& entry, const QString& inspector, SpectralClass spectralClass,
                         double z)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = entry.obsid;
    verdict.pipelineVersion = entry.pipelineVersion;
    verdict.spectralClass = spectralClass;
    verdict.z = z;
    verdict.grade = Grade::Secure;
    verdict.inspector = inspector;
    verdict.secondsSpent = 9;
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    return verdict;
}

/// A server with three plates of 100 spectra each, and what a team asks it.
class TeamStand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(run([](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }));
        ingest(1809, u"v2.9.8"_s);
        ingest(1810, u"v2.9.8"_s);
        ingest(1811, u"v2.9.8"_s);
    }

protected:
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(job).result();
    }

    void ingest(int plate, const QString& version)
    {
        std::vector<SpectrumPtr> spectra;
        for (const auto& spectrum : syntheticPlate(100, plate)) {
            auto copy = *spectrum;
            copy.pipelineVersion = version;
            copy.target.planId = planOf(plate);
            spectra.push_back(std::make_shared<const Spectrum>(std::move(copy)));
        }
        const auto added =
            run([&](QSqlDatabase& db) { return SpectrumStore::add(db, names, spectra, queueRules()); });
        VERIFY_OK(added);
        QCOMPARE(added.value().added, 100);
    }

    static QString planOf(int plate) { return u"HD%1N01"_s.arg(plate); }
    Result<Task> create(const Task& wish)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::create(db, names, wish); });
    }
    Task one(int id)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::one(db, names, id); }).value();
    }
    Result<Claims> hold(int task, const QString& account, int wanted)
    {
        return run([&](QSqlDatabase& db) { return TaskStore::hold(db, names, task, account, wanted); });
    }
    Result<qint64> submit(const Verdict& verdict)
    {
        return run([&](QSqlDatabase& db) { return VerdictStore::submit(db, names, verdict); });
    }
    SecondLooks conflicts()
    {
        return run([](QSqlDatabase& db) {
                   return SecondLookStore::inConflict(db, names, conflictRules(), {}, 100);
               })
            .value();
    }
    bool isInConflict(qint64 obsid)
    {
        const auto looks = conflicts();
        return std::ranges::any_of(looks, [&](const SecondLook& look) { return look.entry.obsid == obsid; });
    }
    FiberProblems problems(const ProblemFilter& filter)
    {
        return run([&](QSqlDatabase& db) { return ProblemStore::all(db, names, filter); }).value();
    }
    Result<void> answer(const FiberProblem& seen, ProblemAnswer word)
    {
        return run([&](QSqlDatabase& db) { return ProblemStore::answer(db, names, seen, word, u"team"_s); });
    }
    ProgressLines progress(const ProgressQuery& query)
    {
        return run([&](QSqlDatabase& db) { return ProgressStore::lines(db, names, query); }).value();
    }
    void execute(const QString& text)
    {
        VERIFY_OK(run([&](QSqlDatabase& db) { return runStatement(db, names.in(text)); }));
    }
    qint64 count(const QString& text)
    {
        return run([&](QSqlDatabase& db) -> Result<qint64> {
                   auto rows = runText(db, names, text);
                   if (!rows)
                       return rows.error();
                   return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
               })
            .value();
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
};
