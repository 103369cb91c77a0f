#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A log, or two columns of numbers in some way of writing them.
QByteArray contentsOf(const QString& name)
{
    if (name == u"log.csv")
        return "night,plate,seeing\n2018-12-05,EG1,3.1\n2018-12-05,EG2,2.9\n";
    if (name == u"2.csv")
        return "\xef\xbb\xbf"
               "4000,5;1,5\n4001,5;1,4\n4002,5;1,6\n";
    if (name == u"c.ecsv")
        return QByteArray("# meta\n").repeated(200) + "wave flux\n4000 1\n4001 1\n4002 1\n4003 1\n";
    if (name == u"d.dat")
        return "4.0D+03 1D0\n4.1D+03 1D0\n4.2D+03 1D0\n";
    return "4000 1.5\n4001 1.4\n4002 1.6\n";
}
}

/// What is taken for a file of spectra, and what cannot be read as one.
class TestSpectrumFiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void whatIsNamedTwiceIsListedOnce()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"a.fits"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("SIMPLE");
        out.close();
        QCOMPARE(spectrumFilesIn({folder.path(), folder.path() + u'/', path, folder.path()}),
                 QStringList(path));
    }

    void foldersGiveTheirSpectraInTheSurveysOrder()
    {
        const QTemporaryDir folder;
        for (const auto* name : {"sp01-10.fits", "sp01-9.fits.gz", "notes.md", ".hidden.fits", "b/2.csv",
                                 "b/.x/3.csv", "a.FIT", "log.csv", "c.ecsv", "d.dat"}) {
            const QFileInfo file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(QDir().mkpath(file.path()));
            QFile out(file.filePath());
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(contentsOf(file.fileName()));
        }
        auto files = spectrumFilesIn({u"given/as-is.xyz"_s, folder.path()});
        for (auto& file : files)
            file.remove(folder.path() + u'/');
        QCOMPARE(files,
                 (QStringList {u"given/as-is.xyz"_s, u"a.FIT"_s, u"b/2.csv"_s, u"c.ecsv"_s, u"d.dat"_s,
                               u"sp01-9.fits.gz"_s, u"sp01-10.fits"_s}));
    }

    void aMissingFileSaysSo()
    {
        const auto result = readSpectra(u"/nowhere/spec.fits"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QVERIFY(result.error().message.contains(u"spec.fits"_s));
        QVERIFY(!result.error().message.contains(u"nowhere"_s));
        QVERIFY(!readSpectra(u"/"_s));
    }

    void whatIsNoFileIsRefusedAtOnce()
    {
        const QTemporaryDir folder;
        const auto pipe = folder.filePath(u"pipe.fits"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const auto socket = QFile::encodeName(folder.filePath(u"socket.fits"_s));
        std::copy(socket.begin(), socket.end(), address.sun_path);
        QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        for (const auto& path : {pipe, QFile::decodeName(socket), u"/dev/zero"_s}) {
            const auto spectra = readSpectra(path);
            QVERIFY(!spectra);
            QVERIFY2(spectra.error().message.contains(u"a pipe, socket or device"_s),
                     qPrintable(spectra.error().message));
        }
        ::close(listening);
        QVERIFY(readSpectra(folder.path()).error().message.contains(u"is a folder"_s));
    }

    void aFolderThatMayNotBeReadIsNamed()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        const auto closed = folder.filePath(u"closed"_s);
        QVERIFY(QDir().mkpath(closed));
        QVERIFY(QFile::setPermissions(closed, {}));
        const auto self = ::geteuid();
        if (self == 0) // may read everything: become nobody
            QCOMPARE(::seteuid(65534), 0);
        const auto files = spectrumFilesIn({folder.path()});
        const auto named = spectrumFilesIn({closed});
        const auto spectra = readSpectra(closed);
        if (self == 0)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions(0x7700)));
        QCOMPARE(files, QStringList {closed});
        QCOMPARE(named, QStringList {closed});
        QVERIFY(!spectra);
        QCOMPARE(spectra.error().message, u"The folder closed cannot be read."_s);
        QCOMPARE(spectra.error().kind, ErrorKind::NotFound);
    }

    void nothingThatIsCalledASpectrumIsLostInSilence()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir().mkpath(folder.filePath(u"night"_s)));
        const auto at = [&folder](const char* name) {
            return QFile::encodeName(folder.path()) + "/night/" + name;
        };
        QCOMPARE(::symlink("/nowhere", at("a-dangling.fits").constData()), 0);
        QCOMPARE(::symlink("b-circle.fits", at("b-circle.fits").constData()), 0);
        QCOMPARE(::symlink(".", at("circle").constData()), 0);
        QCOMPARE(::mkfifo(at("c-pipe.fits").constData(), 0600), 0);
        const int latin1 = ::open(at("d-\xe4.fits").constData(), O_CREAT | O_WRONLY, 0600);
        QVERIFY(latin1 >= 0);
        ::close(latin1);
        QStringList sentences;
        for (const auto& file : spectrumFilesIn({folder.path()})) {
            const auto spectra = readSpectra(file);
            QVERIFY(!spectra);
            sentences.append(spectra.error().message);
        }
        QCOMPARE(::unlink(at("d-\xe4.fits").constData()), 0); // which Qt cannot
        QCOMPARE(sentences,
                 (QStringList {u"a-dangling.fits is a link that leads nowhere."_s,
                               u"b-circle.fits is a link that leads nowhere."_s,
                               u"c-pipe.fits is a pipe, socket or device, not a file."_s,
                               u"The name of d-\ufffd.fits is not UTF-8: rename the file."_s}));
    }

    void extendedFileNamesAreNoneOfCfitsiosBusiness()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"spec[1]+2(copy).fits"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fixtures::lamostTable());
        file.close();
        QVERIFY(readSpectra(path));
    }
};

QTEST_GUILESS_MAIN(TestSpectrumFiles)
#include "tst_spectrumfiles.moc"
