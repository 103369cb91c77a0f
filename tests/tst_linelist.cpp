#include "models/lines/linelist.h"
#include "models/lines/skyfeature.h"
#include "models/spectrum/wavelength.h"
#include "support/quiet.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
const SpectralLine* lineNamed(const LineList& lines, const QString& name)
{
    const auto found = std::ranges::find(lines, name, &SpectralLine::name);
    return found == lines.end() ? nullptr : &*found;
}

QString messageOf(const QString& text)
{
    const auto parsed = parseLineList(text);
    return parsed ? QString() : parsed.error().message;
}
}

class TestLineList : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    /// Every line: the vacuum column as in the reference, and its air column by Ciddor, both to 0.01 Å.
    void everyLineAgreesInAirAndVacuum()
    {
        QFile file(QStringLiteral(SPECDESK_TEST_DATA "/lines_air.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int compared = 0;
        while (!file.atEnd()) {
            const auto text = QString::fromUtf8(file.readLine()).trimmed();
            if (text.startsWith(u'#'))
                continue;
            const auto fields = text.split(u'\t');
            QCOMPARE(fields.size(), 3);
            const auto* line = lineNamed(builtInLines().lines, fields[0]);
            QVERIFY2(line, qPrintable(fields[0]));
            QVERIFY2(std::abs(line->vacuumAngstrom - fields[1].toDouble()) < 0.0051, qPrintable(fields[0]));
            const bool hasAir = fields[2] != u"-"_s;
            const double air = hasAir ? fields[2].toDouble() : fields[1].toDouble();
            QVERIFY2(std::abs(airFromVacuum(line->vacuumAngstrom) - air) < 0.0101, qPrintable(fields[0]));
            ++compared;
        }
        QCOMPARE(compared, 143);
        QCOMPARE(std::size_t(compared), builtInLines().lines.size());
    }

    void theKeysOfMarzUsersAreThere()
    {
        const std::vector<std::pair<char, const char*>> expected {
            {'Y', "Ly-beta"},          {'L', "Ly-alpha"},          {'T', "N V 1240 blend"},
            {'S', "Si IV 1400 blend"}, {'C', "C IV 1549 blend"},   {'V', "C III] 1909"},
            {'M', "Mg II 2799 blend"}, {'O', "[O II] 3728 blend"}, {'[', "[Ne III] 3869"},
            {'K', "Ca II K"},          {'H', "Ca II H"},           {'D', "H-delta"},
            {'G', "CH G band"},        {'F', "H-gamma"},           {'B', "H-beta"},
            {'U', "[O III] 4959"},     {'I', "[O III] 5007"},      {'J', "Mg b blend"},
            {'N', "Na I D blend"},     {'Q', "[N II] 6548"},       {'W', "[N II] 6583"},
            {'A', "H-alpha"},          {'Z', "[S II] 6716"},       {'X', "[S II] 6731"}};
        const auto& lines = builtInLines().lines;
        for (const auto& [key, name] : expected) {
            const auto* line = lineNamed(lines, QString::fromLatin1(name));
            QVERIFY2(line, name);
            QCOMPARE(line->key, QChar::fromLatin1(key));
        }
        const auto keyed = std::ranges::count_if(lines, [](const auto& line) { return !line.key.isNull(); });
        QCOMPARE(std::size_t(keyed), expected.size());
    }

    void theListIsVersionedAndSorted()
    {
        QVERIFY(!builtInLines().version.isEmpty());
        QVERIFY(std::ranges::is_sorted(builtInLines().lines, {}, &SpectralLine::vacuumAngstrom));
    }

    void anErrorNamesItsLine()
    {
        const auto head = u"# version: 1\n# a comment\n"_s;
        const auto good = u"H-alpha\tHα\t6564.61\tB\t0\tA\n"_s;
        QVERIFY(parseLineList(head + good));
        QVERIFY(messageOf(good).contains(u"Line 1 "_s));
        QVERIFY(messageOf(head + u"H-alpha\tHα\t6564.61\tB\t0\n"_s).contains(u"Line 3 "_s));
        QVERIFY(messageOf(head + good + u"H-beta\tHβ\tfar\tB\t0\t-\n"_s).contains(u"Line 4 "_s));
        QVERIFY(messageOf(head + good + u"H-beta\tHβ\t-5\tB\t0\t-\n"_s).contains(u"Line 4 "_s));
        QVERIFY(messageOf(head + good + u"H-beta\tHβ\tnan\tB\t0\t-\n"_s).contains(u"Line 4 "_s));
        QVERIFY(messageOf(head + u"H-alpha\tHα\t6564.61\tX\t0\tA\n"_s).contains(u"Line 3 "_s));
        QVERIFY(messageOf(head + u"H-alpha\tHα\t6564.61\tB\tmuch\tA\n"_s).contains(u"Line 3 "_s));
        QVERIFY(messageOf(head + u"\tHα\t6564.61\tB\t0\tA\n"_s).contains(u"Line 3 "_s));
        QVERIFY(messageOf(head + good + u"\n"_s + good).contains(u"Line 5 "_s)); // the key is taken
    }

    void windowsLineEndsAreRead()
    {
        const auto parsed = parseLineList(u"# version: 7\r\nH-alpha\tHα\t6564.61\tB\t0\tA\r\n"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed.value().version, u"7"_s);
        QCOMPARE(parsed.value().lines.front().key, u'A');
    }

    /// The night's bright lines, vacuum, as in the survey's facts to 0.1 Å; bands are ranges.
    void theSkyIsWhereItIs()
    {
        const auto& features = builtInSky().features;
        for (const double bright : {4047.7, 4359.6, 5462.3, 5771.2, 5792.3, 5578.9, 6302.1, 6365.5}) {
            QVERIFY2(std::ranges::any_of(features,
                                         [bright](const SkyFeature& feature) {
                                             return feature.kind == SkyKind::EmissionLine
                                                 && std::abs(feature.fromAngstrom - bright) < 0.1;
                                         }),
                     qPrintable(QString::number(bright)));
        }
        QCOMPARE(std::ranges::count(features, SkyKind::Telluric, &SkyFeature::kind), 7);
        const auto join = std::ranges::find(features, SkyKind::ArmJoin, &SkyFeature::kind);
        QVERIFY(join != features.end());
        QCOMPARE(join->fromAngstrom, 5700.0);
        QCOMPARE(join->toAngstrom, 5900.0);
        QVERIFY(!parseSkyFeatures(u"# version: 1\ntelluric\tO₂\t7700\t7600\t0\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestLineList)
#include "tst_linelist.moc"
