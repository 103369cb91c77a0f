#include "db/fits/spectrumreader.h"
#include "models/values/wholefile.h"
#include "support/packstand.h"
#include "support/quiet.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <KTar>
#include <KZip>
#include <array>
#include <cmath>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Turns a bit of a file, counted from its end where `at` is negative, and leaves the file's time as it was.
bool turnBit(const QString& path, qint64 at)
{
    struct stat state = {};
    const auto name = QFile::encodeName(path);
    QFile file(path);
    if (::stat(name.constData(), &state) != 0
        || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return false;
    auto bytes = file.readAll();
    const auto place = at < 0 ? bytes.size() + at : at;
    bytes[place] = static_cast<char>(bytes[place] ^ 4);
    const bool written = file.seek(0) && file.write(bytes) == bytes.size();
    file.close();
    const std::array times {state.st_atim, state.st_mtim};
    return written && ::utimensat(AT_FDCWD, name.constData(), times.data(), 0) == 0;
}

}

/// Packing a release into a folder.
class TestPackaging : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(packstand::writeInputs(m_inputs.path()));
        QTemporaryDir folder(packstand::scratch());
        const auto report = packstand::pack(m_inputs.path(), folder.path());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        m_tree = packstand::tree(folder.path());
        m_report = report.value();
    }

    void everyReleasedSpectrumHasItsFiles()
    {
        QCOMPARE(m_report.state.packed, qint64(packstand::plates * packstand::fibers));
        QVERIFY(m_report.refused.empty());
        for (int plate = 1; plate <= packstand::plates; ++plate) {
            for (int fiber = 1; fiber <= packstand::fibers; ++fiber) {
                const auto row = packstand::spectrum({}, plate, fiber);
                const auto path = groupFolder({row.obsDate, row.planId, 0}) + u'/' + releasedBaseName(row);
                const auto fits = readSpectraFrom(m_tree.value(path + u".fits.gz"_s), path);
                QVERIFY2(fits, qPrintable(path));
                const auto& released = *fits.value().front();
                QCOMPARE(released.target.obsid, row.obsid);
                QCOMPARE(released.release, u"LAMOST DR6"_s);
                QVERIFY(std::abs(released.pipeline.z.value_or(9) - *row.z) < 1e-8);
                QCOMPARE(released.pipeline.zMethod, row.zFlag);
                QVERIFY(m_tree.value(path + u".png"_s).startsWith("\x89PNG"));
            }
        }
    }

    void manifestsNameEveryFileWithItsSizeAndDigest()
    {
        QSet<QString> named {u"manifest.tsv"_s};
        const auto check = [&](const QString& folder) {
            for (const auto& line : manifestLines(m_tree.value(folder + u"manifest.tsv"_s))) {
                const auto bytes = m_tree.value(folder + line.path);
                QCOMPARE(line.sum, (FileSum {bytes.size(), Sha256().hexOf(bytes)}));
                named.insert(folder + line.path);
            }
        };
        check({});
        for (const auto& path : m_tree.keys()) {
            if (path.endsWith(u"/manifest.tsv"))
                check(path.chopped(12));
        }
        QCOMPARE(named, QSet<QString>(m_tree.keyBegin(), m_tree.keyEnd()));
    }

    void theArchivesHoldTheSameFiles()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto name = u"20111024_F5901"_s;
        const auto path = folder.filePath(u"a.tar.gz"_s);
        QVERIFY(writeWholeFile(path, m_tree.value(u"archives/"_s + name + u".tar.gz"_s)));
        KTar tar(path);
        QVERIFY(tar.open(QIODevice::ReadOnly));
        QCOMPARE(entriesThatDiffer(tar, u"20111024/F5901"_s), QString());

        auto settings = packstand::settings(folder.filePath(u"zip"_s));
        settings.archives = ArchiveKind::Zip;
        settings.archiveByNight = true;
        Packaging packaging(settings, packstand::source(m_inputs.path()));
        QVERIFY(packaging.run([](const PackState&) { return true; }));
        KZip zip(settings.folder + u"/archives/20111025.zip"_s);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        QCOMPARE(entriesThatDiffer(zip, u"20111025/F5902"_s), QString());
        QCOMPARE(entriesThatDiffer(zip, u"20111025/F5903"_s), QString());
        QCOMPARE(QProcess::execute(
                     u"python3"_s,
                     {u"-m"_s, u"zipfile"_s, u"-t"_s, settings.folder + u"/archives/20111025.zip"_s}),
                 0);
    }

    void inArchivesAloneLieTheSameFilesWhereTheirIndexSays()
    {
        QTemporaryDir folder(packstand::scratch());
        auto settings = packstand::settings(folder.filePath(u"r"_s));
        settings.archives = ArchiveKind::Tar;
        settings.singleFiles = false;
        const auto pack = [&](const ReleaseSource& source) {
            const auto report = Packaging(settings, source).run([](const PackState&) { return true; });
            return report ? report.value().state : PackState();
        };
        QCOMPARE(pack(packstand::source(m_inputs.path())).packed,
                 qint64(packstand::plates * packstand::fibers));
        QCOMPARE(QDir(settings.folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList {u"archives"_s});
        QCOMPARE(packstand::difference(filesInArchives(settings.folder), spectraOf(m_tree)), QString());
        QCOMPARE(pack(packstand::source(m_inputs.path())).kept,
                 qint64(packstand::plates * packstand::fibers));

        // One is renewed from the archive, one is gone, the others are kept in it.
        auto changed = packstand::source(m_inputs.path());
        changed.spectra = [rows = changed.spectra](const ReleaseGroup& group) {
            auto spectra = rows(group);
            spectra.value()[3].z = 2.5;
            spectra.value().pop_back();
            return spectra;
        };
        QCOMPARE(pack(changed).packed, qint64(packstand::plates));
        auto whole = packstand::settings(folder.filePath(u"files"_s));
        QVERIFY(Packaging(whole, changed).run([](const PackState&) { return true; }));
        QCOMPARE(
            packstand::difference(filesInArchives(settings.folder), spectraOf(packstand::tree(whole.folder))),
            QString());
        QCOMPARE(QProcess::execute(u"tar"_s, {u"-tf"_s, settings.folder + u"/archives/20111025_F5902.tar"_s}),
                 0);

        // The other way, in the same folder.
        whole.folder = settings.folder;
        QVERIFY(
            Packaging(whole, packstand::source(m_inputs.path())).run([](const PackState&) { return true; }));
        auto wanted = m_tree;
        wanted.remove(u"manifest.tsv"_s);
        QCOMPARE(packstand::difference(packstand::tree(whole.folder), wanted), QString());
    }

    void packingElsewhereGivesTheSameBytes()
    {
        for (const auto* zone : {"Asia/Shanghai", "America/Anchorage"}) {
            const auto before = qgetenv("TZ");
            qputenv("TZ", zone);
            QTemporaryDir folder(packstand::scratch());
            QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
            qputenv("TZ", before);
            QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());
        }
    }

    void aSecondRunPacksOnlyWhatIsNewOrChanged()
    {
        QTemporaryDir folder(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        auto again = packstand::pack(m_inputs.path(), folder.path());
        QVERIFY(again);
        QCOMPARE(again.value().state.packed, 0);
        QCOMPARE(again.value().state.kept, qint64(packstand::plates * packstand::fibers));
        QCOMPARE(again.value().statistics, m_report.statistics);
        QCOMPARE(packstand::difference(packstand::tree(folder.path()), m_tree), QString());

        auto changed = packstand::source(m_inputs.path());
        changed.spectra = [rows = changed.spectra](const ReleaseGroup& group) {
            auto spectra = rows(group);
            if (group.planId == u"F5902")
                spectra.value()[3].z = 2.5;
            if (group.planId == u"F5903")
                spectra.value().pop_back();
            return spectra;
        };
        Packaging packaging(packstand::settings(folder.path()), changed);
        const auto report = packaging.run([](const PackState&) { return true; });
        QVERIFY(report);
        QCOMPARE(report.value().state.packed, 1);
        const auto tree = packstand::tree(folder.path());
        QCOMPARE(m_tree.size() - tree.size(),
                 2); // the picture and the file of the one that is not released any more
        QVERIFY(tree.value(u"archives/20111025_F5902.tar.gz"_s)
                != m_tree.value(u"archives/20111025_F5902.tar.gz"_s));
        QCOMPARE(tree.value(u"archives/20111024_F5901.tar.gz"_s),
                 m_tree.value(u"archives/20111024_F5901.tar.gz"_s));
    }

    void onlyHeadersChangedIsTheSameAsPackingAllAnew()
    {
        QTemporaryDir folder(packstand::scratch());
        const auto inputs = folder.filePath(u"inputs"_s);
        QVERIFY(QDir().mkpath(inputs) && packstand::writeInputs(inputs));
        auto changed = packstand::source(inputs);
        changed.spectra = [rows = changed.spectra](const ReleaseGroup& group) {
            auto spectra = rows(group);
            for (auto& row : spectra.value()) {
                row.z = *row.z + 0.25;
                row.spectralClass = u"GALAXY"_s;
                row.snr[2].reset();
            }
            return spectra;
        };
        const auto pack = [&](const QString& name) {
            Packaging packaging(packstand::settings(folder.filePath(name)), changed);
            return packaging.run([](const PackState&) { return true; });
        };
        QVERIFY(pack(u"anew"_s));
        const auto wanted = packstand::tree(folder.filePath(u"anew"_s));
        QVERIFY(packstand::pack(inputs, folder.filePath(u"renewed"_s)));
        // Numbers are not read again: a bit of them turned behind our back does not matter, one of the header
        // does, and so does one in the released file.
        const auto first = packstand::spectrum(inputs, 1, 1).file;
        const auto second = packstand::spectrum(inputs, 1, 2).file;
        QVERIFY(turnBit(first, -2000) && turnBit(second, 40));
        const auto released = u"renewed/20111024/F5901/spec-55859-F5901_sp01-"_s;
        QVERIFY(turnBit(folder.filePath(released + u"003.fits.gz"_s), -2000));
        QVERIFY(turnBit(folder.filePath(released + u"004.png"_s), 700));
        const auto report = pack(u"renewed"_s);
        QVERIFY(report);
        QCOMPARE(report.value().refused.size(), std::size_t(1));
        QCOMPARE(report.value().refused[0].obsid, packstand::spectrum({}, 1, 2).obsid);
        QCOMPARE(report.value().state.packed, qint64(packstand::plates * packstand::fibers - 1));
        QVERIFY(turnBit(second, 40));
        QVERIFY(pack(u"renewed"_s));
        auto found = packstand::tree(folder.filePath(u"renewed"_s));
        found.remove(u"manifest.tsv"_s); // written by the command
        QCOMPARE(packstand::difference(found, wanted), QString());
    }

    void aDamagedFileIsRefusedWithItsReasonAndTheRestIsPacked()
    {
        QTemporaryDir folder(packstand::scratch());
        auto damaged = packstand::source(m_inputs.path());
        damaged.spectra = [rows = damaged.spectra, inputs = m_inputs.path()](const ReleaseGroup& group) {
            auto spectra = rows(group);
            if (group.planId == u"F5901") {
                spectra.value()[0].file = inputs + u"/no-such.fits.gz"_s;
                spectra.value()[1].file = spectra.value()[2].file;
            }
            return spectra;
        };
        Packaging packaging(packstand::settings(folder.path()), damaged);
        const auto report = packaging.run([](const PackState&) { return true; });
        QVERIFY(report);
        QCOMPARE(report.value().refused.size(), std::size_t(2));
        QCOMPARE(report.value().refused[0].obsid, 101001);
        QVERIFY(report.value().refused[0].sentence.contains(u"no-such.fits.gz"));
        QCOMPARE(report.value().state.packed, qint64(packstand::plates * packstand::fibers - 2));
        QCOMPARE(report.value().statistics.spectra, qint64(packstand::plates * packstand::fibers - 2));
    }

private:
    /// The spectra and thumbnails of a tree of single files.
    static QMap<QString, QByteArray> spectraOf(const QMap<QString, QByteArray>& tree)
    {
        QMap<QString, QByteArray> files;
        for (auto file = tree.begin(); file != tree.end(); ++file) {
            if (file.key().endsWith(u".fits.gz") || file.key().endsWith(u".png"))
                files.insert(file.key(), file.value());
        }
        return files;
    }

    /// What the indices of archives name, cut out of them.
    static QMap<QString, QByteArray> filesInArchives(const QString& folder)
    {
        QMap<QString, QByteArray> files;
        const auto tree = packstand::tree(folder);
        for (auto index = tree.begin(); index != tree.end(); ++index) {
            if (!index.key().endsWith(u".tar.tsv"))
                continue;
            const auto archive = tree.value(index.key().chopped(4));
            for (const auto& line : manifestLines(index.value())) {
                const auto bytes = archive.mid(line.at, line.sum.size);
                if (Sha256().hexOf(bytes) == line.sum.sha256)
                    files.insert(line.path, bytes);
            }
        }
        return files;
    }

    /// Files of a plate that an archive lacks or has otherwise.
    QString entriesThatDiffer(const KArchive& archive, const QString& folder)
    {
        QMap<QString, QByteArray> wanted;
        for (auto file = m_tree.begin(); file != m_tree.end(); ++file) {
            if (file.key().startsWith(folder) && file.key().endsWith(u".fits.gz"))
                wanted.insert(file.key(), file.value());
        }
        QMap<QString, QByteArray> there;
        const auto* directory = dynamic_cast<const KArchiveDirectory*>(archive.directory()->entry(folder));
        const auto names = directory ? directory->entries() : QStringList();
        for (const auto& name : names)
            there.insert(folder + u'/' + name, directory->file(name)->data());
        return packstand::difference(there, wanted);
    }

    QTemporaryDir m_inputs {packstand::scratch()};
    QMap<QString, QByteArray> m_tree;
    PackReport m_report;
};

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
