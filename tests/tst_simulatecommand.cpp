#include "app/commands/simulatecommand.h"
#include "support/required.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Answer
{
    Result<Outcome> outcome;
    QString out;
    QString err;
};

Answer simulate(const QStringList& arguments, bool terminal = false)
{
    QString out;
    QString err;
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    CommandContext context {outStream, errStream, terminal, {}};
    SimulateCommand command;
    auto outcome = command.run(arguments, context);
    return {std::move(outcome), out, err};
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class TestSimulateCommand : public QObject
{
    Q_OBJECT
private slots:
    void aNightHasItsFilesTruthAndLog()
    {
        const QTemporaryDir dir;
        const auto answer = simulate({dir.filePath(u"night"_s), u"--spectra"_s, u"30"_s, u"--json"_s});
        QVERIFY2(answer.outcome, "simulate failed");
        const auto summary = QJsonDocument::fromJson(answer.out.toUtf8()).object();
        QCOMPARE(summary[u"spectra"_s].toInt(), 30);
        const auto truth = contents(dir.filePath(u"night/truth.csv"_s)).trimmed().split('\n');
        QCOMPARE(truth.size(), 31);
        const auto columns = truth.constFirst().split(',').size();
        for (const auto& line : truth) {
            QCOMPARE(line.split(',').size(), columns);
        }
        for (const auto& line : truth.mid(1))
            QVERIFY(QFile::exists(dir.filePath(u"night/"_s) + QString::fromUtf8(line.split(',')[1])));
        QCOMPARE(contents(dir.filePath(u"night/observation_log.csv"_s)).trimmed().split('\n').size(), 2);
    }

    void aFolderInUseIsRefusedUnlessForced()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"something"_s));
        const auto refused = simulate({dir.path(), u"--spectra"_s, u"2"_s});
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, ErrorKind::BadInput);
        QVERIFY(refused.outcome.error().message.contains(dir.path()));
        QVERIFY(simulate({dir.path(), u"--spectra"_s, u"2"_s, u"--force"_s}).outcome);
    }

    void nonsenseIsRefusedWithItsOption_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("plates") << QStringList {u"--plates"_s, u"0"_s};
        QTest::newRow("spectra") << QStringList {u"--spectra"_s, u"4001"_s};
        QTest::newRow("spectrographs") << QStringList {u"--spectrographs"_s, u"17"_s};
        QTest::newRow("date") << QStringList {u"--date"_s, u"2018-02-30"_s};
        QTest::newRow("layout") << QStringList {u"--layout"_s, u"cube"_s};
        QTest::newRow("mix") << QStringList {u"--mix"_s, u"stars"_s};
        QTest::newRow("seed") << QStringList {u"--seed"_s, u"one"_s};
    }

    void nonsenseIsRefusedWithItsOption()
    {
        QFETCH(QStringList, arguments);
        const QTemporaryDir dir;
        const auto answer = simulate(QStringList {dir.filePath(u"night"_s)} + arguments);
        QVERIFY(!answer.outcome);
        QCOMPARE(answer.outcome.error().kind, ErrorKind::BadInput);
        QVERIFY2(answer.outcome.error().message.contains(arguments.constFirst()),
                 qPrintable(answer.outcome.error().message));
        QVERIFY(!QDir(dir.filePath(u"night"_s)).exists());
    }

    void aFullDiskIsSaidInOneSentence()
    {
        const QTemporaryDir dir;
        const auto night = dir.filePath(u"night"_s);
        const auto ending =
            smalldisk::run(dir.path(), u"64k"_s, {u"--simulate"_s, night, u"--spectra"_s, u"9"_s});
        NEEDS_SMALL_DISK(ending);
        QCOMPARE(ending->code, static_cast<int>(ErrorKind::NoSpace));
        QVERIFY2(ending->said.startsWith(u"The disk is full: "_s + night), qPrintable(ending->said));
        QVERIFY(!ending->said.contains(u".part"_s));
    }

    void progressGoesToATerminalOnly()
    {
        const QTemporaryDir dir;
        QVERIFY(simulate({dir.filePath(u"a"_s), u"--spectra"_s, u"3"_s}).err.isEmpty());
        QVERIFY(simulate({dir.filePath(u"b"_s), u"--spectra"_s, u"3"_s}, true).err.contains(u"3 of 3"_s));
    }

    void helpNamesEveryOption()
    {
        const auto usage = SimulateCommand().usage();
        for (const auto* option : {"--plates", "--spectra", "--spectrographs", "--date", "--seed", "--layout",
                                   "--mix", "--force", "--json", "DIR"})
            QVERIFY2(usage.contains(QString::fromLatin1(option)), option);
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--simulate") {
        const auto answer = simulate(arguments.mid(2));
        if (answer.outcome)
            return 0;
        std::cout << answer.outcome.error().message.toStdString() << '\n';
        return static_cast<int>(answer.outcome.error().kind);
    }
    TestSimulateCommand test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_simulatecommand.moc"
