#pragma once

#include "db/fits/nightfolder.h"
#include "db/release/integration.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

inline ReleaseRules releaseRules()
{
    QFile file(u":/rules/release.json"_s);
    (void)file.open(QIODevice::ReadOnly);
    return ReleaseRules::fromJson(file.readAll()).value();
}

inline NightSettings season()
{
    NightSettings settings;
    settings.plates = 24;
    settings.spectrographs = 2;
    settings.spectraPerPlate = 150;
    settings.mix = ObjectMix::Teaching;
    return settings;
}

inline IntegrationSettings settingsFor(const QString& release)
{
    IntegrationSettings wanted;
    wanted.task.release = release;
    wanted.task.rules = releaseRules();
    wanted.chunkRows = 150;
    return wanted;
}

/// A second program: integrates over the given socket. Run by the tests with the arguments of
/// IntegrationStand::childArguments().
inline int runChild(const QString& socket, const QString& user, bool anew)
{
    DbConfig config;
    config.socket = socket;
    config.user = user;
    auto db = openConnection(config, u"child"_s);
    if (!db)
        return 2;
    auto settings = settingsFor(u"dr6"_s);
    settings.anew = anew;
    const auto report = integrate(db.value(), SchemaNames(), settings);
    return report ? 0 : report.error().kind == ErrorKind::Unavailable ? 69 : 1;
}

/// A simulated season in a database; its first plate has files.
class IntegrationStand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        auto opened = openConnection(m_server.config(), u"integration"_s);
        VERIFY_OK(opened);
        m_db = opened.value();
        VERIFY_OK(migrate(m_db, m_names, SchemaGroup::Check));
        auto firstPlate = season(); // the others have no files
        firstPlate.plates = 1;
        VERIFY_OK(writeNight(firstPlate, {m_dir.filePath(u"v2.9.8"_s)}, [](int) { return true; }));
        VERIFY_OK(
            storeSeason(m_db, m_names, season(), queueRules(), m_dir.path(), 2, [](int) { return true; }));
        const auto plates = seasonPlates(season());
        for (std::size_t i = 0; i < plates.size(); ++i)
            m_plates.push_back(seasonPlate(season(), plates[i], static_cast<int>(i)));
    }

protected:
    void withdraw(qint64 obsid, bool isOut)
    {
        VERIFY_OK(runText(
            m_db, m_names,
            isOut
                ? u"INSERT INTO {check}.release_withdrawal VALUES (%1, 'dr6', 'test', 'me', UTC_TIMESTAMP(6))"_s
                      .arg(obsid)
                : u"DELETE FROM {check}.release_withdrawal WHERE obsid = %1"_s.arg(obsid)));
    }

    std::optional<IntegrationReport> built()
    {
        auto report = integrate(m_db, m_names, settingsFor(u"dr6"_s));
        return report ? std::optional(std::move(report).value()) : std::nullopt;
    }

    QStringList childArguments(bool anew) const
    {
        return {u"--integrate"_s, m_server.config().socket, m_server.config().user,
                anew ? u"anew"_s : u"go on"_s};
    }

    QStringList checksums()
    {
        QStringList sums;
        for (const auto& table : {u"catalogue"_s, u"stellar"_s, u"plate"_s, u"astellar"_s, u"mstellar"_s}) {
            auto rows = runText(m_db, m_names.forRelease(u"dr6"_s), u"CHECKSUM TABLE {product}."_s + table);
            if (rows && rows.value().next() && !rows.value().isNull(1))
                sums << rows.value().value(1).toString();
        }
        return sums;
    }

    qint64 ask(const QString& text)
    {
        auto rows = runText(m_db, m_names.forRelease(u"dr6"_s), text);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }

    qint64 count(const QString& release, const QString& table)
    {
        auto rows = runText(m_db, m_names.forRelease(release), u"SELECT COUNT(*) FROM {product}."_s + table);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }

    QTemporaryDir m_dir;
    TestServer m_server;
    QSqlDatabase m_db;
    const SchemaNames m_names;
    std::vector<SeasonPlate> m_plates;
};

/// The test itself, or the second program that it starts.
template<typename Test>
int runIntegrationTest(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == u"--integrate"_s)
        return runChild(arguments[2], arguments[3], arguments[4] == u"anew"_s);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
