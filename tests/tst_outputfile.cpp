#include "models/values/freespace.h"
#include "models/values/outputfile.h"
#include "models/values/wholefile.h"
#include "support/required.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <iostream>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype tooMuch = 1 << 20;

/// Writes files that find no room, and says what becomes of it.
int fillDisk(const QString& folder)
{
    for (const auto sort : {OutputFile::Sort::Single, OutputFile::Sort::OfTree}) {
        const auto path = folder + u"/out.csv"_s;
        if (!OutputFile::write(path, "old", sort))
            return 1;
        const auto written = OutputFile::write(path, QByteArray(tooMuch, 'x'), sort);
        if (written || written.error().kind != ErrorKind::NoSpace)
            return 2;
        const auto left = QDir(folder).entryList(QDir::Files);
        std::cout << left.join(u' ').toStdString() << ' ' << readWholeFile(path).value().constData() << '\n';
    }
    return 0;
}
}

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

    void onAFullDiskWhatStoodThereStaysAndNothingElse()
    {
        const QTemporaryDir folder;
        const auto ending = smalldisk::run(folder.path(), u"200k"_s, {u"--fill"_s, folder.path()});
        NEEDS_SMALL_DISK(ending);
        QCOMPARE(ending->code, 0);
        QCOMPARE(ending->said, u"out.csv old\nout.csv old\n"_s);
    }

    void anEarlierFullDiskIsNotTakenForThisFailure()
    {
        const QTemporaryDir folder;
        errno = ENOSPC;
        QCOMPARE(OutputFile::write(folder.path(), "x").error().kind, ErrorKind::CannotWrite);
        errno = ENOSPC;
        QCOMPARE(writeWholeFile(folder.path(), "x").error().kind, ErrorKind::CannotWrite);
    }

    void whatCouldNotBeWrittenDoesNotAppear()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"out.csv"_s);
        OutputFile file(path);
        QVERIFY(!file.write(QByteArray(tooMuch, 'x'))); // not open
        QVERIFY(!file.commit());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void twoWritersOfOneFileLeaveOneOfTheirs()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"settings"_s);
        std::atomic<int> failures = 0;
        const auto write = [&](char letter) {
            for (int round = 0; round < 50; ++round)
                failures += writeWholeFile(path, QByteArray(tooMuch, letter)) ? 0 : 1;
        };
        std::thread other(write, 'b');
        write('a');
        other.join();
        QCOMPARE(failures, 0);
        const auto left = contents(path);
        QCOMPARE(left.size(), tooMuch);
        QCOMPARE(left.count(left.front()), left.size());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aLinkLeadsToTheFileAndRightsStay()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"out.csv"_s);
        const auto link = folder.filePath(u"link.csv"_s);
        QVERIFY(OutputFile::write(path, "old"));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QFile::link(path, link));
        QVERIFY(OutputFile::write(link, "new"));
        QCOMPARE(contents(path), QByteArray("new"));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(!QFile::permissions(path).testFlag(QFile::ReadGroup));
        QVERIFY(writeWholeFile(link, "tree"));
        QVERIFY(!QFileInfo(link).isSymLink());
        QCOMPARE(contents(path), QByteArray("new"));
    }

    void aReadErrorIsNotTheEndOfTheFile()
    {
        // Nothing is mapped at its beginning, so that reading it answers EIO.
        const auto read = readWholeFile(u"/proc/self/mem"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadFile);
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

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--fill")
        return fillDisk(arguments[2]);
    TestOutputFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_outputfile.moc"
