#include "models/release/explanation.h"
#include "models/release/releasedecision.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const QByteArray rulesText =
    R"json({"version": "1", "survey": "LAMOST",
    "exclude": [{"reason": "not-object"}, {"reason": "withdrawn"}, {"reason": "plate-test"},
        {"reason": "plate-invalid"}, {"reason": "plate-unconfirmed", "only": "formal"}, {"reason": "raw-problem"},
        {"reason": "2d-problem"}, {"reason": "low-snr"}, {"reason": "disputed"}, {"reason": "unchecked"},
        {"reason": "unknown-class"}],
    "values": {"not_objects": ["Sky", "Dead"], "minimum_snr": 2, "must_be_checked": ["extragalactic"],
        "afgk_subclasses": "^(A[5-9]|F[0-9])", "afgk_snrg_dark": 6, "afgk_snrg_bright": 15,
        "bright_moon_from_day": 7.4, "bright_moon_until_day": 22.1}})json";

ReleaseJudge judge(bool formal = true)
{
    return ReleaseJudge::of(ReleaseRules::fromJson(rulesText).value(), formal).value();
}

/// A star that every rule lets out.
SpectrumEvidence star()
{
    SpectrumEvidence seen {};
    seen.fiberType = "Obj";
    seen.queueReason = "star";
    seen.spectralClass = "STAR";
    seen.subclass = "F5";
    seen.z = 0.0001;
    seen.zError = 0.00001;
    seen.zMethod = "";
    seen.snrG = 20;
    seen.snrR = seen.snrI = std::nan("");
    seen.plate = {.isScience = true, .isValid = {}, .moonPhaseDays = 15, .isConfirmed = true};
    seen.parameters = StarParameters {};
    return seen;
}

using Change = void (*)(SpectrumEvidence&);
}

/// Which rule keeps a spectrum back, and what goes out of one.
class TestReleaseJudge : public QObject
{
    Q_OBJECT
private slots:
    void eachRuleKeepsBackWhatItIsAbout_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* reason, Change change) { QTest::newRow(reason) << change; };
        row("not-object", [](auto& seen) { seen.fiberType = "Sky"; });
        row("withdrawn", [](auto& seen) { seen.decision.isWithdrawn = true; });
        row("plate-test", [](auto& seen) { seen.plate.isScience = false; });
        row("plate-invalid", [](auto& seen) { seen.plate.isValid = false; });
        row("plate-unconfirmed", [](auto& seen) { seen.plate.isConfirmed = false; });
        row("raw-problem", [](auto& seen) { seen.decision.inRawProblem = true; });
        row("2d-problem", [](auto& seen) { seen.decision.inReductionProblem = true; });
        row("low-snr", [](auto& seen) { seen.snrG = 1.9; });
        row("disputed", [](auto& seen) { seen.decision.decidedBy = "disputed"; });
        row("unchecked", [](auto& seen) { seen.queueReason = "extragalactic"; });
        row("unknown-class", [](auto& seen) { seen.spectralClass = "UNKNOWN"; });
    }

    void eachRuleKeepsBackWhatItIsAbout()
    {
        QFETCH(Change, change);
        const QByteArray reason = QTest::currentDataTag();
        auto seen = star();
        QCOMPARE(judge().reason(seen), QByteArrayView(""));
        change(seen);
        QCOMPARE(judge().reason(seen), QByteArrayView(reason));
        QCOMPARE(judge(false).reason(seen).isEmpty(), reason == "plate-unconfirmed");
        for (const auto& rule : judge().rules(seen))
            QCOMPARE(rule.applies, rule.reason.toUtf8() == reason);
        seen.decision.isWithdrawn = true; // earlier in the list than most
        if (reason != "not-object")
            QCOMPARE(judge().reason(seen), QByteArrayView("withdrawn"));
    }

    void anEyeOrARuleThatStandsForOneChecksASpectrumAndAModuleDoesNot()
    {
        auto seen = star();
        seen.queueReason = "extragalactic";
        for (const auto* by : {"recheck", "verdict", "rule"}) {
            seen.decision.decidedBy = by;
            QCOMPARE(judge().reason(seen), QByteArrayView(""));
        }
        seen.decision.decidedBy = "module";
        QCOMPARE(judge().reason(seen), QByteArrayView("unchecked"));
    }

    void unknownIsFaintAndNoClassIsUnknown()
    {
        auto seen = star();
        seen.snrG = std::nan("");
        QCOMPARE(judge().reason(seen), QByteArrayView("low-snr"));
        seen = star();
        seen.spectralClass = {};
        QCOMPARE(judge().reason(seen), QByteArrayView("unknown-class"));
        seen.decision.decidedBy = "verdict";
        seen.decision.spectralClass = "QSO";
        QCOMPARE(judge().reason(seen), QByteArrayView(""));
    }

    void whoDecidedHasTheWord()
    {
        auto seen = star();
        QCOMPARE(finalWord(seen).decidedBy, QByteArrayView("pipeline"));
        QCOMPARE(finalWord(seen).zFlag, QByteArrayView("PIPELINE"));
        seen.zMethod = "LASP";
        QCOMPARE(finalWord(seen).zFlag, QByteArrayView("LASP"));
        seen.decision = {.decidedBy = "verdict",
                         .spectralClass = "UNKNOWN",
                         .subclass = "",
                         .z = std::nan(""),
                         .zError = 0.5};
        const auto word = finalWord(seen);
        QCOMPARE(word.spectralClass, QByteArrayView("Unknown"));
        QCOMPARE(word.subclass, QByteArrayView("Non"));
        QVERIFY(std::isnan(word.z));
        QCOMPARE(word.zError, 0.5);
        QCOMPARE(word.zFlag, QByteArrayView("PIPELINE AND EYECHECK"));
        seen.decision.decidedBy = {}; // marks of a problem without anybody's word
        QCOMPARE(finalWord(seen).z, 0.0001);
    }

    void starsNeedMoreLightUnderABrightOrUnknownMoon()
    {
        auto seen = star();
        const auto isIn = [&] { return judge().isAfgkStar(seen, finalWord(seen)); };
        for (const auto& [moon, least] :
             {std::pair {15.0, 15.0}, {2.0, 6.0}, {25.0, 6.0}, {std::nan(""), 15.0}}) {
            seen.plate.moonPhaseDays = moon;
            seen.snrG = least - 0.004; // 15.00 and 6.00 in the catalogue
            QVERIFY(isIn());
            seen.snrG = least - 0.006;
            QVERIFY(!isIn());
        }
        seen.snrG = 30;
        seen.subclass = "M5";
        QVERIFY(!isIn());
        seen.subclass = "A7";
        QVERIFY(isIn());
        seen.spectralClass = "QSO";
        QVERIFY(!isIn());
        seen.spectralClass = "STAR";
        seen.parameters = {};
        QVERIFY(!isIn());
    }

    void anExplanationSaysWhichRulesApplyInWords()
    {
        auto seen = star();
        seen.snrG = seen.snrR = seen.snrI = 1;
        const auto text = explanationText({.versions = {{.version = u"v1"_s,
                                                         .isNewest = true,
                                                         .rules = judge().rules(seen),
                                                         .reason = u"low-snr"_s}},
                                           .built = {}});
        QVERIFY2(text.contains("  YES  low-snr: "_L1), qPrintable(text));
        QVERIFY2(text.contains("  no   plate-test: "_L1), qPrintable(text));
        QCOMPARE(text.count("YES"_L1), 1);
    }

    void aReasonThatNobodyKnowsIsRefused()
    {
        auto text = rulesText;
        const auto rules = ReleaseRules::fromJson(text.replace("low-snr", "too-blue")).value();
        const auto refused = ReleaseJudge::of(rules, true);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"too-blue"_s));
    }
};

QTEST_GUILESS_MAIN(TestReleaseJudge)
#include "tst_releasejudge.moc"
