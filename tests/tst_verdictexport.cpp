#include "models/check/verdictexport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestVerdictExport : public QObject
{
    Q_OBJECT
private slots:
    void aCommentWithCommasQuotesAndLinesStaysOneField()
    {
        Verdict verdict;
        verdict.comment = u"broad, \"odd\"\nline 谱"_s;
        QVERIFY(VerdictExport::csvLine(verdict).contains("\"broad, \"\"odd\"\"\nline 谱\""));
    }

    void everyLineHasAsManyFieldsAsTheHeading()
    {
        const auto fields = [](const QByteArray& line) { return line.count(','); };
        QCOMPARE(fields(VerdictExport::csvLine({})), fields(VerdictExport::csvHeading()));
    }

    void jsonKeepsSixtyThreeBitIdsAndNulls()
    {
        Verdict verdict;
        verdict.obsid = -9'007'199'254'740'993; // one beyond what a double holds
        verdict.z = 0.309111;
        const auto object = QJsonDocument::fromJson(VerdictExport::jsonLine(verdict)).object();
        QCOMPARE(object.value(u"obsid"_s).toInteger(), verdict.obsid);
        QCOMPARE(object.value(u"z"_s).toDouble(), 0.309111);
        QVERIFY(object.value(u"grade"_s).isNull());
    }

    void timesAreUtc()
    {
        Verdict verdict;
        verdict.decidedAt =
            QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC); // no such local time in Paris
        QVERIFY(VerdictExport::csvLine(verdict).contains("2026-03-29T02:30:00.000Z"));
    }
};

QTEST_APPLESS_MAIN(TestVerdictExport)
#include "tst_verdictexport.moc"
