#include "support/commandstand.h"
#include "support/samplenight.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <sysexits.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int patienceMs = 480'000; // searches redshifts, also where it was built without optimisation

struct Ended
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Ended ended(QProcess& process, const QStringList& arguments)
{
    process.start(QStringLiteral(SPECDESK_PROGRAM), arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended ended(const QStringList& arguments)
{
    QProcess process;
    return ended(process, arguments);
}

/// Where a picture is dark.
struct Ink
{
    explicit Ink(const QImage& picture)
        : width(picture.width())
        , height(picture.height())
    {
        const auto grey = picture.convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                dark.push_back(grey.constScanLine(y)[x] < 128 ? 1 : 0);
    }

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * width + x)] != 0; }

    int width;
    int height;
    std::vector<char> dark {};
};

/// The words as the verdicts of a second look are written: dark and light places, the dark ones first, as a
/// picture has few.
std::vector<std::pair<QPoint, bool>> strokesOf(const QString& words)
{
    const auto font = figureFont(TextSize::Title);
    const QFontMetrics metrics(font);
    QImage image(metrics.horizontalAdvance(words), metrics.height(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignLeft | Qt::AlignVCenter, words);
    painter.end();
    const Ink ink(image);
    std::vector<std::pair<QPoint, bool>> strokes;
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            strokes.emplace_back(QPoint(x, y), ink.at(x, y));
    std::ranges::stable_partition(strokes, [](const auto& place) { return place.second; });
    return strokes;
}

/// Whether dark words on light ground stand anywhere in a picture, but for single pixels.
bool shows(const QImage& picture, const QString& words)
{
    const Ink ink(picture);
    const auto strokes = strokesOf(words);
    const auto dark = std::ranges::count_if(strokes, [](const auto& place) { return place.second; });
    QSize size;
    for (const auto& [place, isDark] : strokes)
        size = size.expandedTo({place.x() + 1, place.y() + 1});
    for (int y = 0; y + size.height() <= ink.height; ++y)
        for (int x = 0; x + size.width() <= ink.width; ++x) {
            auto mayDiffer = dark / 20;
            const bool alike = std::ranges::all_of(strokes, [&](const auto& place) {
                return ink.at(x + place.first.x(), y + place.first.y()) == place.second || mayDiffer-- > 0;
            });
            if (alike && dark > 0)
                return true;
        }
    return false;
}

/// Neither one colour nor hardly any.
bool isBlank(const QImage& picture)
{
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    return colours.size() < 20;
}

double lightness(const QImage& picture)
{
    const auto one = picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return qGray(one.pixel(0, 0)) / 255.0;
}
}

/// The program as a shell starts it.
class TestProgram : public QObject, private CommandStand
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto& [name, value] :
             {std::pair {"SPECDESK_SERVER", "own"}, std::pair {"SPECDESK_LANGUAGE", "en"},
              std::pair {"SPECDESK_ACCOUNT", "inspector"}, std::pair {"SPECDESK_THEME", ""}})
            qputenv(name, value);
        QVERIFY(writeSampleNight(m_night.path(), 60));
    }

    void theFirstCommandSaysThatItMakesADatabase()
    {
        const auto first = ended({u"verdicts"_s});
        QVERIFY2(first.status == EX_OK, first.err.constData());
        QVERIFY2(first.err.contains("Making a database"), first.err.constData());
        const auto second = ended({u"verdicts"_s});
        QVERIFY2(second.err.isEmpty(), second.err.constData());
    }

    void aWindowThatNobodyCouldSeeIsRefused()
    {
        for (const auto& platform : {u"offscreen"_s, u"minimal"_s, u"offscreen:enable_fonts"_s}) {
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"QT_QPA_PLATFORM"_s, platform);
            environment.insert(u"DISPLAY"_s, u":99"_s);
            process.setProcessEnvironment(environment);
            const auto refused = ended(process, {});
            QCOMPARE(refused.status, EX_UNAVAILABLE);
            QVERIFY2(refused.err.contains("no display"), refused.err.constData());
        }
    }

    void aReaderThatHasSeenEnoughIsNotComplainedOf()
    {
        for (const auto& arguments : {QStringList {u"list"_s, m_night.path()}, QStringList {u"list"_s}}) {
            int ends[2];
            QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
            ::close(ends[0]); // nobody reads
            QProcess process;
            process.setChildProcessModifier([&] { ::dup2(ends[1], STDOUT_FILENO); });
            const auto broken = ended(process, arguments);
            ::close(ends[1]);
            QVERIFY(broken.status != EX_OK); // by SIGPIPE, or a status where a library keeps that signal off
            QVERIFY2(broken.err.isEmpty(), broken.err.constData());
        }
    }

    void picturesOfTheWindowShowWhatIsAskedFor()
    {
        const auto folder = m_home.filePath(u"pictures"_s);
        const auto taken = ended({u"--pictures"_s, folder, m_night.path()});
        QVERIFY2(taken.status == EX_OK, taken.err.constData());
        const auto paths = QString::fromUtf8(taken.out).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(paths.size() > 15);
        for (const auto& path : paths) {
            const QImage picture(path);
            QVERIFY2(picture.size() == QSize(1366, 768) || picture.size() == QSize(1920, 1080),
                     qPrintable(path));
            QVERIFY2(!isBlank(picture), qPrintable(path));
        }
        const QDir pictures(folder);
        for (const auto& light : {u"inspect-galaxy.png"_s, u"stars.png"_s, u"2d-team.png"_s})
            QVERIFY2(lightness(QImage(pictures.filePath(light))) > 0.6, qPrintable(light));
        for (const auto& dark : {u"inspect-qso.png"_s, u"stars-1366.png"_s, u"2d-team-1366.png"_s})
            QVERIFY2(lightness(QImage(pictures.filePath(dark))) < 0.4, qPrintable(dark));

        const QImage secondLook(pictures.filePath(u"second-look.png"_s));
        const double z = redshiftOfBestGalaxy();
        QVERIFY(z > 0);
        for (const double asked : {z, 2 * z + 0.3})
            QVERIFY2(shows(secondLook, u"z %1"_s.arg(asked, 0, 'f', 6)), qPrintable(QString::number(asked)));
        QVERIFY(!shows(secondLook, u"z %1"_s.arg(z + 0.1, 0, 'f', 6)));

        const auto people = ended({u"member"_s, u"--json"_s});
        QVERIFY2(people.out.contains("\"account\":\"inspector\""), people.out.constData());
    }

    void picturesWantAFolderThatCanBeMade()
    {
        QCOMPARE(ended({u"--pictures"_s}).status, EX_USAGE);
        const auto nowhere = ended({u"--pictures"_s, u"/dev/null/pictures"_s, m_night.path()});
        QCOMPARE(nowhere.status, EX_DATAERR);
        QVERIFY2(nowhere.err.contains("/dev/null/pictures"), nowhere.err.constData());
    }

private:
    /// Of the galaxies the one with the best S/N in r, as the pictures choose it.
    double redshiftOfBestGalaxy()
    {
        double best = -1;
        double z = 0;
        for (const auto& line : ended({u"list"_s, m_night.path(), u"--json"_s}).out.split('\n')) {
            const auto spectrum = QJsonDocument::fromJson(line).object();
            if (spectrum.value("class"_L1).toString() != "GALAXY"_L1
                || spectrum.value("snr_r"_L1).toDouble() <= best)
                continue;
            best = spectrum.value("snr_r"_L1).toDouble();
            z = spectrum.value("z"_L1).toDouble();
        }
        return z;
    }

    QTemporaryDir m_night;
};

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
