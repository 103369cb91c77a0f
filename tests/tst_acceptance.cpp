#include "models/check/acceptance.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
AcceptanceRules rules()
{
    AcceptanceRule star;
    star.name = u"sure star"_s;
    star.spectralClass = SpectralClass::Star;
    star.minSnr = 5;
    star.maxZError = 0.001;
    star.pipelineWithinKmS = 100;
    return {u"1"_s, true, {star}};
}

Spectrum star(double z)
{
    Spectrum spectrum;
    spectrum.pipeline.spectralClass = SpectralClass::Star;
    spectrum.pipeline.z = z;
    return spectrum;
}

RedshiftAnswer sureStar()
{
    RedshiftSolution best;
    best.spectralClass = SpectralClass::Star;
    best.z = 1e-4;
    best.zError = 1e-5;
    best.probability = 0.999;
    RedshiftAnswer answer;
    answer.solutions = {best};
    answer.snr = 20;
    return answer;
}
}

class TestAcceptance : public QObject
{
    Q_OBJECT
private slots:
    void aSureAnswerThatThePipelineSharesIsAccepted()
    {
        const auto set = rules();
        const auto* rule = acceptingRule(set, star(1.5e-4), sureStar());
        QVERIFY(rule);
        QCOMPARE(rule->name, u"sure star"_s);
    }

    void everyConditionCanRefuse()
    {
        const auto set = rules();
        QVERIFY(!acceptingRule(set, star(1e-3), sureStar())); // 270 km/s from the pipeline
        auto galaxy = star(1e-4);
        galaxy.pipeline.spectralClass = SpectralClass::Galaxy;
        QVERIFY(!acceptingRule(set, galaxy, sureStar()));
        const auto refused = [&](auto change) {
            auto answer = sureStar();
            change(answer);
            return acceptingRule(set, star(1e-4), answer) == nullptr;
        };
        QVERIFY(refused([](auto& answer) { answer.snr = 4.9; }));
        QVERIFY(refused([](auto& answer) { answer.solutions.front().probability = 0.989; }));
        QVERIFY(refused([](auto& answer) { answer.solutions.front().zError = 0.0011; }));
        QVERIFY(refused([](auto& answer) { answer.solutions.front().spectralClass = SpectralClass::Qso; }));
        QVERIFY(
            refused([](auto& answer) { answer.solutions.front().warnings = RedshiftWarning::ManyOutliers; }));
        QVERIFY(refused([](auto& answer) { answer.solutions.clear(); }));
    }

    void rulesThatAreOffAcceptNothing()
    {
        auto set = rules();
        set.enabled = false;
        QVERIFY(!acceptingRule(set, star(1e-4), sureStar()));
    }

    void rulesAreReadAndNonsenseIsRefused()
    {
        const auto read = AcceptanceRules::fromJson(
            R"({"version":"3","enabled":true,"rules":[{"name":"q","class":"QSO","maxZ":3,"minProbability":0.995}]})");
        QVERIFY(read);
        QCOMPARE(read.value().version, u"3"_s);
        QCOMPARE(read.value().rules.size(), 1);
        QCOMPARE(read.value().rules.front().maxZ, 3.0);
        QVERIFY(!read.value().rules.front().pipelineWithinKmS);
        for (const auto* text :
             {"", "[]", R"({"enabled":true})", R"({"enabled":1,"rules":[]})",
              R"({"enabled":true,"rules":[{"name":"x","class":"PLANET"}]})",
              R"({"enabled":true,"rules":[{"name":"x","class":"STAR","minProbability":0.2}]})"})
            QVERIFY2(!AcceptanceRules::fromJson(text), text);
    }
};

QTEST_GUILESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
