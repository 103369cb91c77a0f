#include "app/commands/secret.h"
#include "models/values/wholefile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSecret : public QObject
{
    Q_OBJECT
private slots:
    void oneLineEndIsTakenOffAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("bare") << QByteArray("horse staple") << QByteArray("horse staple");
        QTest::newRow("Unix") << QByteArray("horse staple\n") << QByteArray("horse staple");
        QTest::newRow("Windows") << QByteArray("horse staple\r\n") << QByteArray("horse staple");
        QTest::newRow("blanks") << QByteArray(" horse \n") << QByteArray(" horse ");
        QTest::newRow("more lines") << QByteArray("horse\n# since May\n") << QByteArray("horse");
    }

    void oneLineEndIsTakenOffAndNothingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, secret);
        const auto path = m_folder.filePath(u"secret"_s);
        QVERIFY(writeWholeFile(path, text));
        const auto read = secretIn(path);
        QVERIFY(read);
        QCOMPARE(read.value(), secret);
    }

    void noSecretIsNoEmptySecret()
    {
        const auto path = m_folder.filePath(u"empty"_s);
        for (const auto& text : {QByteArray(), QByteArray("\r\n"), QByteArray(1 << 20, 'x')}) {
            QVERIFY(writeWholeFile(path, text));
            QCOMPARE(secretIn(path).error().kind, ErrorKind::BadInput);
        }
        QCOMPARE(secretIn(u"/no/such/file"_s).error().kind, ErrorKind::NotFound);
    }

private:
    const QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
