#include "models/values/freespace.h"
#include "models/values/outputfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestOutputFile : public QObject
{
    Q_OBJECT
private slots:
    void whatStoodThereStaysUntilTheCommit()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"out.csv"_s);
        QVERIFY(write(path, "old", true));
        QVERIFY(write(path, "new", false));
        QCOMPARE(contents(path), QByteArray("old"));
        QVERIFY(write(path, "new", true));
        QCOMPARE(contents(path), QByteArray("new"));
    }

    void aFullDiskIsSaidAndTheDeviceStaysADevice()
    {
        QVERIFY2(!QFileInfo(u"/dev/full"_s).isFile(), "somebody replaced /dev/full");
        OutputFile file(u"/dev/full"_s);
        QVERIFY(file.open());
        const auto written = file.write(QByteArray(1 << 20, 'x'));
        const auto committed = written ? file.commit() : written;
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::NoSpace);
        QVERIFY(committed.error().message.contains(u"disk is full"_s));
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    }

    void aFolderThatDoesNotExistCannotBeWrittenTo()
    {
        OutputFile file(u"/no/such/folder/out.csv"_s);
        const auto opened = file.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(OutputFile::write(u"/no/such/folder/out.csv"_s, "x").error().kind, ErrorKind::CannotWrite);
    }

    void roomIsWhatTheSystemSaysAndEnoughWhereItSaysNothing()
    {
        QCOMPARE(freeSpaceOf(u"/proc"_s), quint64 {0});
        QVERIFY(freeSpaceOf(QDir::tempPath()) > 0);
        QVERIFY(freeSpaceOf(u"/no/such/folder"_s) > quint64 {1} << 60);
    }

private:
    static bool write(const QString& path, const QByteArray& bytes, bool commit)
    {
        OutputFile file(path);
        return file.open() && file.write(bytes) && (!commit || file.commit());
    }

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_APPLESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
