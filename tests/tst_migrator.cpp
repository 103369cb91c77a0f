#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "support/testserver.h"

#include <QDir>
#include <QSqlError>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMigrator : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        const auto names = m_names;
        const auto made = m_db->run([names](QSqlDatabase& db) -> Result<int> {
                                  for (const auto group :
                                       {SchemaGroup::Check, SchemaGroup::Processing, SchemaGroup::Product})
                                      if (const auto done = migrate(db, names, group); !done)
                                          return done;
                                  return 1;
                              })
                              .result();
        VERIFY_OK(made);
    }

    /// The whole schema as text; a wanted change of it is made by copying the new text over the old one.
    void theSchemaIsTheOneInTheGoldenFile()
    {
        const auto text =
            schemaText({m_names.check(), m_names.in(u"{processing}"_s), m_names.in(u"{product}"_s)});
        QFile golden(QStringLiteral(SPECDESK_TEST_DATA "/schema.txt"));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const auto expected = QString::fromUtf8(golden.readAll());
        if (text != expected) {
            QFile found(QDir::temp().filePath(u"specdesk-schema-found.txt"_s));
            QVERIFY(found.open(QIODevice::WriteOnly));
            found.write(text.toUtf8());
            QFAIL(qPrintable(u"The schema differs; it is now in "_s + found.fileName()));
        }
    }

    void aSecondMigrationChangesNothing()
    {
        const auto names = m_names;
        const auto version =
            m_db->run([names](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }).result();
        VERIFY_OK(version);
        const auto texts = QDir(u":/sql/migrations/check"_s).entryList(QDir::Files, QDir::Name);
        QCOMPARE(version.value(), texts.last().left(4).toInt());
    }

    /// A backup may have left them out, and somebody may have changed one by hand.
    void proceduresThatAreGoneOrChangedAreMadeAnew()
    {
        const auto names = m_names;
        const auto fingerprints = [this, names] {
            return m_db
                ->run([names](QSqlDatabase& db) -> Result<QStringList> {
                    auto rows =
                        runText(db, names, sqlText(u"select_procedures"_s), {{":schema", names.check()}});
                    if (!rows)
                        return rows.error();
                    QStringList lines;
                    for (auto& row = rows.value(); row.next();)
                        lines << row.value(0).toString() + u' ' + row.value(1).toString();
                    lines.sort();
                    return lines;
                })
                .result();
        };
        const auto before = fingerprints();
        VERIFY_OK(before);
        QCOMPARE(before.value().size(),
                 QDir(u":/sql/procedures"_s).entryList({u"*.sql"_s}, QDir::Files).size());
        const auto migrated =
            m_db->run([names](QSqlDatabase& db) -> Result<int> {
                    for (const auto& text :
                         {u"DROP PROCEDURE {check}.require_signer"_s, u"DROP PROCEDURE {check}.run_text"_s,
                          u"CREATE PROCEDURE {check}.run_text(IN statement TEXT) SELECT 1"_s})
                        if (auto done = runStatement(db, names.in(text)); !done)
                            return done.error();
                    return migrate(db, names, SchemaGroup::Check);
                })
                .result();
        VERIFY_OK(migrated);
        const auto after = fingerprints();
        VERIFY_OK(after);
        QCOMPARE(after.value(), before.value());
    }

    void anAlphaReleaseHasNoIndexTables()
    {
        const auto alpha = m_names.forRelease(u"DR6 alpha"_s);
        QCOMPARE(alpha.in(u"{product}"_s), u"lamost_dr6_alpha"_s);
        const auto made =
            m_db->run([alpha](QSqlDatabase& db) { return migrate(db, alpha, SchemaGroup::Product); })
                .result();
        VERIFY_OK(made);
        const auto text = schemaText({u"lamost_dr6_alpha"_s});
        QVERIFY(text.contains(u".stellar.teff"_s));
        QVERIFY(!text.contains(u".astellar"_s));
        QVERIFY(!text.contains(u".mstellar"_s));
    }

    void anInterruptedMigrationGoesOnWhereItStopped()
    {
        const auto names = SchemaNames::fromPrefix(u"broken"_s).value().forVersion(u"v1"_s);
        const auto answer =
            m_db->run([names](QSqlDatabase& db) -> Result<int> {
                    if (const auto made = migrate(db, names, SchemaGroup::Processing); !made)
                        return made;
                    // As if it had died after the third statement, and between the fourth and its record.
                    for (const auto& statement :
                         {u"DELETE FROM broken_proc_v1.schema_step WHERE version = 1 AND step > 3"_s,
                          u"DROP TABLE broken_proc_v1.exposure"_s, u"DROP TABLE broken_proc_v1.fail2d"_s})
                        if (const auto done = runStatement(db, statement); !done)
                            return done.error();
                    return migrate(db, names, SchemaGroup::Processing);
                })
                .result();
        VERIFY_OK(answer);
        const auto text = schemaText({u"broken_proc_v1"_s});
        QVERIFY(text.contains(u".exposure.lmjm"_s));
        QVERIFY(text.contains(u".fail2d.reason"_s));
    }

    void aMigrationThatDiesAfterAnyStatementGoesOn_data()
    {
        QTest::addColumn<SchemaGroup>("group");
        QTest::addColumn<QString>("schema");
        QTest::newRow("check") << SchemaGroup::Check << u"{check}"_s;
        QTest::newRow("processing") << SchemaGroup::Processing << u"{processing}"_s;
        QTest::newRow("product") << SchemaGroup::Product << u"{product}"_s;
    }

    /// Every record of a step is refused once, so that each statement is met by a run that finds it done.
    void aMigrationThatDiesAfterAnyStatementGoesOn()
    {
        QFETCH(SchemaGroup, group);
        QFETCH(QString, schema);
        const auto names =
            SchemaNames::fromPrefix(u"dying"_s).value().forVersion(u"v1"_s).forRelease(u"dr6"_s);
        const auto own = names.in(schema);
        const auto deaths =
            m_db->run([=](QSqlDatabase& db) -> Result<int> {
                    for (const auto& text :
                         {sqlText(u"create_schema"_s), sqlText(u"create_schema_step"_s),
                          u"CREATE TABLE {schema}.died (version INT, step INT) ENGINE=MyISAM"_s,
                          u"CREATE TRIGGER {schema}.die BEFORE INSERT ON {schema}.schema_step FOR EACH ROW "
                          "IF NOT EXISTS (SELECT 1 FROM {schema}.died AS d "
                          "WHERE d.version = NEW.version AND d.step = NEW.step) THEN "
                          "INSERT INTO {schema}.died VALUES (NEW.version, NEW.step); "
                          "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'died here'; END IF"_s})
                        if (const auto done = runStatement(db, QString(text).replace(u"{schema}"_s, own));
                            !done)
                            return done.error();
                    for (int count = 0;; ++count) {
                        const auto made = migrate(db, names, group);
                        if (made)
                            return count;
                        if (!made.error().detail.contains(u"died here"_s))
                            return made.error();
                    }
                })
                .result();
        VERIFY_OK(deaths);
        const auto steps = m_db->run([own](QSqlDatabase& db) -> Result<int> {
                                   auto rows =
                                       runText(db, {}, u"SELECT COUNT(*) FROM %1.schema_step"_s.arg(own));
                                   return rows && rows.value().next() ? rows.value().value(0).toInt() : -1;
                               })
                               .result();
        QCOMPARE(deaths.value(), steps.value());
        VERIFY_OK(
            m_db->run([own](QSqlDatabase& db) { return runStatement(db, u"DROP TRIGGER %1.die"_s.arg(own)); })
                .result());
        VERIFY_OK(
            m_db->run([own](QSqlDatabase& db) { return runStatement(db, u"DROP TABLE %1.died"_s.arg(own)); })
                .result());
        const auto undisturbed = m_names.in(schema);
        QCOMPARE(schemaText({own}), schemaText({undisturbed}).replace(undisturbed + u'.', own + u'.'));
    }

    void aNewerDatabaseIsRefusedWithASentence()
    {
        const auto names = SchemaNames::fromPrefix(u"newer"_s).value();
        const auto answer =
            m_db->run([names](QSqlDatabase& db) -> Result<int> {
                    if (const auto made = migrate(db, names, SchemaGroup::Check); !made)
                        return made;
                    if (const auto done = runStatement(
                            db, u"INSERT INTO newer_check.schema_step (version, step) VALUES (999, 1)"_s);
                        !done)
                        return done.error();
                    return migrate(db, names, SchemaGroup::Check);
                })
                .result();
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.contains(u"newer SpecDesk"_s), qPrintable(answer.error().message));
        QVERIFY(answer.error().message.contains(u"999"_s));
    }

    void twoProgramsMigrateTheSameSchemaOneAfterTheOther()
    {
        const auto names = SchemaNames::fromPrefix(u"both"_s).value();
        DbThread other(m_server.config());
        const auto job = [names](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); };
        auto first = m_db->run(job);
        auto second = other.run(job);
        VERIFY_OK(first.result());
        VERIFY_OK(second.result());
    }

    void everySqlTextPrepares_data()
    {
        QTest::addColumn<QString>("name");
        const auto files = QDir(u":/sql/queries"_s).entryList({u"*.sql"_s}, QDir::Files);
        QVERIFY(files.size() >= 20);
        // A release is built and planned, and a task made, in tables that are there only meanwhile.
        const auto names = m_names;
        const auto made =
            m_db->run([names](QSqlDatabase& db) -> Result<int> {
                    for (const auto& table :
                         {u"catalogue"_s, u"stellar"_s, u"plate"_s, u"astellar"_s, u"mstellar"_s})
                        if (const auto done = runText(
                                db, names, sqlText(u"create_next_table"_s).replace(u"{table}"_s, table));
                            !done)
                            return done.error();
                    for (const auto& text :
                         {u"create_plan_row"_s, u"create_chosen_spectrum"_s, u"create_mixed_spectrum"_s})
                        if (const auto done = runQuery(db, names, text); !done)
                            return done.error();
                    return 1;
                })
                .result();
        VERIFY_OK(made);
        for (const auto& file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }

    void everySqlTextPrepares()
    {
        QFETCH(QString, name);
        const auto text =
            m_names.in(sqlText(name)
                           .replace(u"{from}"_s, u"1"_s)
                           .replace(u"{before}"_s, u"2"_s)
                           .replace(u"{definition}"_s, u"(obsid BIGINT)"_s)
                           .replace(u"{schema}"_s, m_names.check())
                           .replace(u"{obsids}"_s, u"1, 2"_s)
                           .replace(u"{conditions}"_s, u"TRUE"_s)
                           .replace(u"{order}"_s, u"s.page, s.priority"_s)
                           .replace(u"{index}"_s, u"FORCE INDEX (by_priority)"_s)
                           .replace(u".{group}"_s, u".planid"_s)
                           .replace(u"{group}"_s, u"NULL"_s)
                           .replace(u"{keys}"_s, u"SELECT obsid, pipeline_version FROM {check}.spec_check"_s)
                           .replace(u"{columns}"_s, u"s.priority, s.obsid"_s)
                           .replace(u"{joins}"_s, QString())
                           .replace(u"{limit}"_s, u"LIMIT 3"_s)
                           .replace(u"{procedure}"_s, u"no_such"_s)
                           .replace(u"{processing}.{table}"_s, u"{processing}.uly_param"_s)
                           .replace(u"{table}"_s, u"catalogue"_s)
                           .replace(u"{renames}"_s, u"{product}.next_plate TO {product}.plate_then"_s));
        QVERIFY2(!text.contains(u'{'), qPrintable(text));
        const auto error = m_db->run([text](QSqlDatabase& db) -> Result<QString> {
                                   QSqlQuery query(db);
                                   return query.prepare(text) ? QString() : query.lastError().text();
                               })
                               .result();
        VERIFY_OK(error);
        QCOMPARE(error.value(), QString());
    }

    void aWrongColumnIsCaughtByPrepare()
    {
        const auto prepared =
            m_db->run([](QSqlDatabase& db) -> Result<bool> {
                    QSqlQuery query(db);
                    return query.prepare(u"SELECT no_such_column FROM lamost_check.humanverify"_s);
                })
                .result();
        QVERIFY(prepared);
        QVERIFY(!prepared.value());
    }

    void schemaNamesAreSafeBoundedAndDistinct()
    {
        const SchemaNames names;
        QCOMPARE(names.processing(u"v2.9.8"_s), u"lamost_proc_v2_9_8"_s);
        QCOMPARE(names.processing(u""_s), u"lamost_proc_unversioned"_s);
        QCOMPARE(names.product(u"DR6 alpha"_s), u"lamost_dr6_alpha"_s);
        QCOMPARE(names.product(u"dr6_alpha"_s), u"lamost_dr6_alpha"_s);
        const auto hostile = names.processing(u"v1`; DROP DATABASE x; --"_s);
        QVERIFY(QRegularExpression(u"\\A[a-z0-9_]{1,64}\\z"_s).match(hostile).hasMatch());
        QVERIFY(names.processing(u"v1-2"_s) != names.processing(u"v1/2"_s));
        for (const auto& alike : {u"V2.9.8"_s, u"v2 9 8"_s, u"v2_9_8"_s, u"v2-9-8"_s})
            QVERIFY2(names.processing(alike) != names.processing(u"v2.9.8"_s), qPrintable(alike));
        QVERIFY(names.processing(u"V2.9.8"_s) != names.processing(u"v2 9 8"_s));
        const QString longVersion(300, u'v');
        QVERIFY(names.processing(longVersion).size() <= 64);
        QVERIFY(names.processing(longVersion) != names.processing(longVersion + u'v'));
        for (const auto& bad : {u""_s, u"Lamost"_s, u"9x"_s, u"a-b"_s, u"a`b"_s, QString(25, u'a')})
            QVERIFY2(!SchemaNames::fromPrefix(bad), qPrintable(bad));
    }

private:
    QString schemaText(const QStringList& schemas)
    {
        const auto list = u"'"_s + schemas.join(u"','"_s) + u"'"_s;
        const auto read = [this](const QString& query) {
            return m_db
                ->run([query](QSqlDatabase& db) -> Result<QString> {
                    auto rows = runText(db, {}, query);
                    if (!rows)
                        return rows.error();
                    QString text;
                    for (auto& row = rows.value(); row.next();)
                        text += row.value(0).toString() + u'\n';
                    return text;
                })
                .result();
        };
        const auto columns =
            read(u"SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME, '.', COLUMN_NAME, ' ', COLUMN_TYPE, "
                 "IF(IS_NULLABLE = 'NO', ' not null', ''), IF(EXTRA = '', '', CONCAT(' ', LOWER(EXTRA)))) "
                 "FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN (%1) "
                 "ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION"_s.arg(list));
        const auto keys = read(u"SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME, ' ', IF(NON_UNIQUE, 'key ', "
                               u"'unique '), INDEX_NAME, "
                               "' (', GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')') "
                               "FROM information_schema.STATISTICS WHERE TABLE_SCHEMA IN (%1) "
                               "GROUP BY TABLE_SCHEMA, TABLE_NAME, NON_UNIQUE, INDEX_NAME "
                               "ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME"_s.arg(list));
        return columns && keys ? columns.value() + keys.value() : QString();
    }

    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
    const SchemaNames m_names = SchemaNames().forVersion(u"v2.9.8"_s).forRelease(u"DR6"_s);
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
