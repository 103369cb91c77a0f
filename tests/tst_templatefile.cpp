#include "db/templates/templatefile.h"
#include "support/required.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString realTemplates = QString::fromUtf8(SPECDESK_REAL_DATA) + u"/templates/"_s;

TemplateGroup group()
{
    TemplateGroup result;
    result.name = u"STAR-test"_s;
    result.spectralClass = SpectralClass::Star;
    result.zMin = -0.004;
    result.zMax = 0.004;
    result.version = u"7"_s;
    result.provenance =
        u"Made for a test, with a provenance long enough that it has to be broken into several "
        u"cards of a header and put together again"_s;
    TemplateComponent component {u"A0"_s, false, std::vector<float>(restGrid.size)};
    for (int i = 0; i < restGrid.size; ++i)
        component.flux[static_cast<std::size_t>(i)] = 1.0F + 0.1F * std::sin(static_cast<float>(i) / 50);
    result.components = {component, component};
    result.components[1].name = u"H emission"_s;
    result.components[1].isEmission = true;
    return result;
}
}

class TestTemplateFile : public QObject
{
    Q_OBJECT
private slots:
    void aTemplateFileGivesBackItsGroup()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(u"star-test.fits.gz"_s);
        QVERIFY(writeTemplateFile(group(), path));
        const auto read = readTemplateFile(path);
        QVERIFY(read);
        QCOMPARE(read.value().size(), 1);
        const auto& found = read.value().front();
        QCOMPARE(found.name, group().name);
        QCOMPARE(found.version, group().version);
        QCOMPARE(found.provenance, group().provenance);
        QCOMPARE(found.spectralClass, SpectralClass::Star);
        QCOMPARE(found.components.size(), 2);
        QCOMPARE(found.components[1].name, u"H emission"_s);
        QVERIFY(found.components[1].isEmission);
        const auto middle = static_cast<std::size_t>(restToObserved + observedGrid.size / 2);
        QVERIFY(std::abs(found.components[0].flux[middle] / group().components[0].flux[middle] - 1) < 1e-3F);
        QCOMPARE(templateFileBytes(group()).value(), templateFileBytes(group()).value());
    }

    void columnsOfTextAreATemplate()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"star-mine.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int wavelength = 3600; wavelength < 9200; ++wavelength)
            file.write(QByteArray::number(wavelength) + ' ' + QByteArray::number(1 + wavelength % 7) + '\n');
        file.close();
        const auto folder = readTemplateFolder(dir.path());
        QVERIFY(folder);
        QVERIFY(folder.value().complaints.isEmpty());
        QCOMPARE(folder.value().templates.size(), 1);
        QCOMPARE(folder.value().templates.front().spectralClass, SpectralClass::Star);
    }

    void theTemplatesOfOtherProjectsAreRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<SpectralClass>("spectralClass");
        QTest::newRow("SDSS galaxies") << u"SDSS_spEigen/spEigenGal-55740.fits"_s << SpectralClass::Galaxy;
        QTest::newRow("SDSS QSOs") << u"SDSS_spEigen/spEigenQSO-55732.fits"_s << SpectralClass::Qso;
        QTest::newRow("SDSS stars") << u"SDSS_spEigen/spEigenStar-55734.fits"_s << SpectralClass::Star;
        QTest::newRow("SDSS CVs") << u"SDSS_spEigen/spEigenCVstar-55734.fits"_s << SpectralClass::Star;
        QTest::newRow("redrock QSOs")
            << u"redrock-templates/rrtemplate-QSO-HIZ-v1.1.fits"_s << SpectralClass::Qso;
        QTest::newRow("redrock G") << u"redrock-templates/rrtemplate-STAR-G-v0.1.fits"_s
                                   << SpectralClass::Star;
    }

    void theTemplatesOfOtherProjectsAreRead()
    {
        NEEDS_REAL_DATA;
        QFETCH(QString, file);
        QFETCH(SpectralClass, spectralClass);
        const auto set = readTemplateFile(realTemplates + file);
        QVERIFY2(set, set ? "" : qPrintable(set.error().message));
        QVERIFY(!set.value().empty());
        for (const auto& one : set.value()) {
            QCOMPARE(one.spectralClass, spectralClass);
            QVERIFY(!one.components.empty());
            for (const auto& component : one.components) {
                QCOMPARE(component.flux.size(), static_cast<std::size_t>(restGrid.size));
                QVERIFY(std::all_of(component.flux.begin(), component.flux.end(),
                                    [](float value) { return std::isfinite(value); }));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTemplateFile)
#include "tst_templatefile.moc"
