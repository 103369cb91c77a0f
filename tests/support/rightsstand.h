#pragma once

#include "db/sql/connection.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/memberstore.h"
#include "db/stores/progressstore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "support/verdictstand.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// A survey's server with an account of each role, and of the inspector “zhao”, who gave a verdict.
class RightsStand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_owner = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(asOwner([](QSqlDatabase& db) -> Result<void> {
            const SchemaNames names;
            if (const auto made = migrate(db, names, SchemaGroup::Check); !made)
                return made.error();
            if (const auto added = SpectrumStore::add(db, names, syntheticPlate(60), queueRules()); !added)
                return added.error();
            return installGrants(db, names);
        }));
        VERIFY_OK(asOwner([](QSqlDatabase& db) { return installGrants(db, {}); })); // again does no harm
        for (const auto role : allRoles())
            VERIFY_OK(add(roleName(role), role));
        VERIFY_OK(add(u"zhao"_s, MemberRole::Inspector));
        VERIFY_OK(as(u"zhao"_s, [](QSqlDatabase& db) {
            return VerdictStore::submit(db, {}, verdictOf(u"zhao"_s, 180'901'008));
        }));
    }

protected:
    static QString password(const QString& name) { return u"the password of "_s + name; }

    static Result<qint64> ask(QSqlDatabase& db)
    {
        auto rows = runText(db, {}, u"SELECT COUNT(*) FROM {check}.spec_check"_s);
        if (!rows)
            return rows.error();
        return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
    }

    static Result<bool> askForVerdictsOfOthers(QSqlDatabase& db)
    {
        auto rows = runText(db, {}, u"SELECT COUNT(*) FROM {check}.humanverify"_s);
        return rows ? Result<bool>(true) : rows.error();
    }

    static QStringList namesOf(const std::vector<MemberRole>& roles)
    {
        QStringList names;
        for (const auto role : roles)
            names << roleName(role);
        return names;
    }

    static void eachRole()
    {
        QTest::addColumn<QString>("name");
        for (const auto role : allRoles())
            QTest::newRow(qPrintable(roleName(role))) << roleName(role);
    }

    DbConfig configOf(const QString& name) const
    {
        auto config = m_server.config();
        config.user = name;
        config.password = password(name);
        return config;
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> asOwner(Job job)
    {
        return m_owner->run(job).result();
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> as(const QString& name, Job job)
    {
        DbThread person(configOf(name));
        return person.run(job).result();
    }

    Result<void> add(const QString& name, MemberRole role)
    {
        return asOwner([&](QSqlDatabase& db) {
            return MemberStore::add(
                db, {}, {.account = name, .host = u"localhost"_s, .password = password(name), .role = role});
        });
    }

    Result<void> setState(const QString& name, MemberState state)
    {
        return as(u"admin"_s, [&](QSqlDatabase& db) { return MemberStore::setState(db, {}, name, state); });
    }

    Member member(const QString& name)
    {
        const auto all = as(u"admin"_s, [](QSqlDatabase& db) { return MemberStore::all(db, {}); });
        if (all)
            for (const auto& person : all.value())
                if (person.account == name)
                    return person;
        return {};
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_owner;
};
