#include "db/sql/bulkwriter.h"
#include "db/sql/connection.h"
#include "db/sql/sqlquery.h"
#include "support/testserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(BulkWay)

class TestBulkWriter : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        auto opened = openConnection(m_server.config(), u"bulk"_s);
        VERIFY_OK(opened);
        m_db = opened.value();
        VERIFY_OK(runStatement(m_db, u"CREATE DATABASE t CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"_s));
    }

    void init()
    {
        VERIFY_OK(runStatement(m_db, u"DROP TABLE IF EXISTS t.a"_s));
        VERIFY_OK(runStatement(
            m_db, u"CREATE TABLE t.a (id BIGINT PRIMARY KEY, x DOUBLE NULL, s VARCHAR(100) NOT NULL)"_s));
    }

    void cleanupTestCase()
    {
        m_db = {};
        QSqlDatabase::removeDatabase(u"bulk"_s);
    }

    void hostileTextsAndNumbersArriveAsTheyAre_data() { ways(); }
    void hostileTextsAndNumbersArriveAsTheyAre()
    {
        QFETCH(BulkWay, way);
        const QStringList texts {u"plain"_s,
                                 u""_s,
                                 u"tab\there"_s,
                                 u"line\nbreak\r\n"_s,
                                 u"back\\slash\\N"_s,
                                 u"\\N"_s,
                                 u"it's \"quoted\" `so`"_s,
                                 u"光谱 é 🙂"_s,
                                 u"nul\0inside"_s + QChar(u'\0') + u"x"_s,
                                 u"'); DROP TABLE t.a; --"_s,
                                 u"\x1a"_s};
        const std::array numbers {0.1, -0.0, 1e-300, 1.7976931348623157e308, 2.3145678901234567, -9999.0};
        auto rows = table();
        for (int i = 0; i < texts.size(); ++i) {
            rows.add(i)
                .add(numbers[static_cast<std::size_t>(i) % numbers.size()])
                .add(texts[i], 100)
                .endRow();
        }
        const auto stored = writeBulk(m_db, {}, rows, OnDuplicate::Keep, way);
        VERIFY_OK(stored);
        QCOMPARE(stored.value(), texts.size());

        auto found = runText(m_db, {}, u"SELECT id, x, s FROM t.a ORDER BY id"_s);
        VERIFY_OK(found);
        for (int i = 0; i < texts.size(); ++i) {
            QVERIFY(found.value().next());
            QCOMPARE(found.value().value(1).toDouble(),
                     numbers[static_cast<std::size_t>(i) % numbers.size()]);
            QCOMPARE(found.value().value(2).toString(), texts[i]);
        }
    }

    void whatIsNoNumberBecomesNull_data() { ways(); }
    void whatIsNoNumberBecomesNull()
    {
        QFETCH(BulkWay, way);
        auto rows = table();
        rows.add(1).add(std::numeric_limits<double>::quiet_NaN()).add(u"", 100).endRow();
        rows.add(2).add(-std::numeric_limits<double>::infinity()).add(u"", 100).endRow();
        rows.add(3).add(std::optional<double>()).add(u"", 100).endRow();
        VERIFY_OK(writeBulk(m_db, {}, rows, OnDuplicate::Keep, way));
        QCOMPARE(number(u"SELECT COUNT(*) FROM t.a WHERE x IS NULL"_s), 3);
    }

    void anExistingKeyIsKeptOrReplaced_data() { ways(); }
    void anExistingKeyIsKeptOrReplaced()
    {
        QFETCH(BulkWay, way);
        const auto row = [this](double x) {
            auto rows = table();
            rows.add(1).add(x).add(u"", 100).endRow();
            return rows;
        };
        VERIFY_OK(writeBulk(m_db, {}, row(1), OnDuplicate::Keep, way));
        VERIFY_OK(writeBulk(m_db, {}, row(2), OnDuplicate::Keep, way));
        QCOMPARE(number(u"SELECT x FROM t.a"_s), 1);
        const auto replaced = writeBulk(m_db, {}, row(3), OnDuplicate::Replace, way);
        VERIFY_OK(replaced);
        QCOMPARE(replaced.value(), 2); // the old row gone and the new one in: both ways count alike
        QCOMPARE(number(u"SELECT x FROM t.a"_s), 3);
    }

    void aValueTheServerWouldCutIsAnError_data() { ways(); }
    void aValueTheServerWouldCutIsAnError()
    {
        QFETCH(BulkWay, way);
        auto rows = table();
        rows.add(1).add(1.0).add(QString(101, u'x'), 500).endRow();
        QVERIFY(m_db.transaction());
        const auto stored = writeBulk(m_db, {}, rows, OnDuplicate::Keep, way);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Database);
        QVERIFY(m_db.rollback());
        QCOMPARE(number(u"SELECT COUNT(*) FROM t.a"_s), 0);
    }

    void whatIsRolledBackIsGone()
    {
        auto rows = table();
        rows.add(1).add(1.0).add(u"x", 100).endRow();
        QVERIFY(m_db.transaction());
        VERIFY_OK(writeBulk(m_db, {}, rows, OnDuplicate::Keep));
        QVERIFY(m_db.rollback());
        QCOMPARE(number(u"SELECT COUNT(*) FROM t.a"_s), 0);
    }

    void textsAreCutBetweenCharactersAndNotInsideOne()
    {
        BulkRows rows(u"t.a"_s, {u"id"_s, u"x"_s, u"s"_s});
        rows.add(QString(QString(9, u'x') + u"🙂"_s), 10);
        QCOMPARE(rows.text().toByteArray(), QByteArray(9, 'x'));
    }

    void everyNumberReadsBackAsItself()
    {
        QList<double> numbers {0.0,       -0.0,
                               0.5,       -12.22,
                               1e-10,     5e-11,
                               9e15,      1e300,
                               5e-324,    900719.9254740993,
                               0.1 + 0.2, -0.0001387,
                               2.4e-05,   9007199254740993.0,
                               1.005,     4503599627370497.5};
        QRandomGenerator dice(20111024);
        for (const double places : {1.0, 1e2, 1e6, 1e8, 1e10, 1e13})
            for (int i = 0; i < 20'000; ++i)
                numbers << std::round((dice.generateDouble() - 0.5) * 720 * places) / places;
        BulkRows rows(u"t.a"_s, {u"x"_s});
        for (const double number : numbers)
            rows.add(number).endRow();
        const auto lines = rows.text().toByteArray().split('\n');
        QCOMPARE(lines.size(), numbers.size() + 1);
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            double read = 1;
            const auto* end = lines[i].constEnd();
            QVERIFY2(std::from_chars(lines[i].constBegin(), end, read).ptr == end, lines[i].constData());
            QVERIFY2(std::bit_cast<quint64>(read) == std::bit_cast<quint64>(numbers[i]),
                     lines[i].constData());
        }
        QCOMPARE(lines[3], "-12.22");
    }

    void utf8IsCutBetweenCharactersAndEscaped()
    {
        BulkRows rows(u"t.a"_s, {u"id"_s, u"x"_s, u"s"_s});
        rows.addUtf8("ä🙂z", 2).addUtf8("a\tb\\", 3).addUtf8("", 3).addUtf8("ää", 2);
        QCOMPARE(rows.text().toByteArray(), QByteArray("ä🙂\ta\\tb\t\tää"));
    }

    void decimalsAreWrittenFromWholeNumbers_data()
    {
        QTest::addColumn<qint64>("units");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << qint64 {0} << 2 << QByteArray("0");
        QTest::newRow("whole") << qint64 {1200} << 2 << QByteArray("12");
        QTest::newRow("both parts") << qint64 {-1205} << 2 << QByteArray("-12.05");
        QTest::newRow("smaller than one") << qint64 {7} << 10 << QByteArray("0.0000000007");
        QTest::newRow("negative, smaller than one") << qint64 {-120} << 3 << QByteArray("-0.12");
        QTest::newRow("no decimals") << qint64 {30} << 0 << QByteArray("30");
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << 10
                                 << QByteArray("922337203.6854775807");
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << 10
                                  << QByteArray("-922337203.6854775808");
    }

    void decimalsAreWrittenFromWholeNumbers()
    {
        QFETCH(qint64, units);
        QFETCH(int, decimals);
        BulkRows rows(u"t.a"_s, {u"id"_s, u"x"_s, u"s"_s});
        rows.add(1).addDecimal(units, decimals);
        QTEST(rows.text().sliced(2).toByteArray(), "text");
    }

    void aServerThatRefusesLocalFilesGetsInserts()
    {
        VERIFY_OK(runStatement(m_db, u"SET GLOBAL local_infile = 0"_s));
        auto rows = table();
        for (int i = 0; i < 5000; ++i)
            rows.add(i).add(i * 0.5).add(QString(90, u'y'), 100).endRow();
        const auto stored = writeBulk(m_db, {}, rows, OnDuplicate::Keep);
        VERIFY_OK(runStatement(m_db, u"SET GLOBAL local_infile = 1"_s));
        VERIFY_OK(stored);
        QCOMPARE(number(u"SELECT COUNT(*) FROM t.a"_s), 5000);
    }

    /// A hostile server may ask a client for any file; only the stream in hand is ever given, and only while
    /// it is written.
    void outsideABulkWriteLocalFilesAreRefused()
    {
        VERIFY_OK(writeBulk(
            m_db, {},
            [this] {
                auto rows = table();
                rows.add(1).add(1.0).add(u"x", 100).endRow();
                return rows;
            }(),
            OnDuplicate::Keep));
        const auto loaded = runStatement(m_db, u"LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t.a (s)"_s);
        QVERIFY(!loaded);
        QCOMPARE(number(u"SELECT COUNT(*) FROM t.a"_s), 1);
    }

private:
    static void ways()
    {
        QTest::addColumn<BulkWay>("way");
        QTest::newRow("load data") << BulkWay::Fastest;
        QTest::newRow("insert") << BulkWay::Insert;
    }
    static BulkRows table() { return {u"t.a"_s, {u"id"_s, u"x"_s, u"s"_s}}; }

    double number(const QString& text)
    {
        auto rows = runText(m_db, {}, text);
        return rows && rows.value().next() ? rows.value().value(0).toDouble() : -1;
    }

    TestServer m_server;
    QSqlDatabase m_db;
};

QTEST_GUILESS_MAIN(TestBulkWriter)
#include "tst_bulkwriter.moc"
