#include "support/packstand.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
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

/// Packing again what was packed before, and into archives alone.
class TestRepacking : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(packstand::writeInputs(m_inputs.path()));
        QTemporaryDir folder(packstand::scratch());
        QVERIFY(packstand::pack(m_inputs.path(), folder.path()));
        m_tree = packstand::tree(folder.path());
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

    QTemporaryDir m_inputs {packstand::scratch()};
    QMap<QString, QByteArray> m_tree;
};

QTEST_GUILESS_MAIN(TestRepacking)
#include "tst_repacking.moc"
