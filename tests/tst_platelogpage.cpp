#include "support/pagestand.h"
#include "widgets/release/platelogpage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {
PlateLog plateOf(const QString& planId)
{
    PlateLog plate;
    plate.planId = planId;
    plate.lmjd = 58457;
    plate.obsDate = u"2018-12-05"_s;
    plate.isScience = true;
    plate.isValid = true;
    plate.moonPhaseDays = 3.5;
    return plate;
}
}

/// The observation log under a person's hands.
class TestPlateLogPage : public QObject, private PageStand
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { m_page.reset(); }

    void whatIsSaidOfAPlateStaysWhenTheLogIsReadAgain()
    {
        auto& page = show<PlateLogPage>(*m_actions);
        const QSignalSpy confirmed(&page, &PlateLogPage::confirmWanted);
        page.setPlates({plateOf(u"A"_s), plateOf(u"B"_s)});
        fill(u"plateRemark"_s, u"thin cloud"_s);
        QTest::mouseClick(child<QPushButton>(u"invalid"_s), Qt::LeftButton);
        page.setPlates({plateOf(u"0"_s), plateOf(u"A"_s), plateOf(u"B"_s)}); // the server refused, say
        QTest::mouseClick(child<QLineEdit>(u"plateRemark"_s), Qt::LeftButton);
        press(Qt::Key_Return);
        const auto said = confirmed.last().first().value<PlateLogs>();
        QCOMPARE(said.size(), std::size_t {1});
        QCOMPARE(said.front().planId, u"A"_s);
        QCOMPARE(said.front().remark, u"thin cloud"_s);
        QCOMPARE(said.front().isValid, std::optional(false));
        page.confirmStored();
        page.setPlates({plateOf(u"A"_s)}); // by another person since
        QVERIFY(child<QLineEdit>(u"plateRemark"_s)->text().isEmpty());
    }

    void severalPlatesStayChosen()
    {
        auto& page = show<PlateLogPage>(*m_actions);
        page.setPlates({plateOf(u"A"_s), plateOf(u"B"_s), plateOf(u"C"_s)});
        auto* list = child<QTableView>(u"plateLogs"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(page.chosen().size(), std::size_t {2});
        fill(u"plateRemark"_s, u"thin cloud"_s);
        page.setPlates({plateOf(u"A"_s), plateOf(u"B"_s), plateOf(u"C"_s)});
        QCOMPARE(page.chosen().size(), std::size_t {2});
        QCOMPARE(child<QLineEdit>(u"plateRemark"_s)->text(), u"thin cloud"_s);
    }

    void aNumberCanBeTakenBack()
    {
        auto& page = show<PlateLogPage>(*m_actions);
        const QSignalSpy confirmed(&page, &PlateLogPage::confirmWanted);
        page.setPlates({plateOf(u"A"_s)});
        const auto moonSaid = [&](const QString& text) {
            QTest::mouseClick(child<QLineEdit>(u"plateMoon"_s), Qt::LeftButton);
            child<QLineEdit>(u"plateMoon"_s)->selectAll();
            text.isEmpty() ? press(Qt::Key_Delete) : type(text);
            press(Qt::Key_Return);
            return confirmed.last().first().value<PlateLogs>().front().moonPhaseDays;
        };
        QCOMPARE(moonSaid(u"4,5"_s), std::optional(4.5));
        QCOMPARE(moonSaid({}), std::optional<double>());
    }

    void aMomentOfTheHistoryIsNeverCut()
    {
        auto& page = show<PlateLogPage>(*m_actions);
        page.resize(1302, 700); // of a window of 1366 pixels
        page.setPlates({plateOf(u"A"_s)});
        PlateLogChange change;
        change.at = QDateTime(QDate(2026, 11, 22), QTime(0, 45), Qt::UTC);
        change.account = u"a_long_account_name"_s;
        change.said = plateOf(u"A"_s);
        change.said.remark = u"Clouds during the second exposure, the third was stopped"_s;
        page.setHistory({change});
        const auto* history = child<QTableView>(u"plateHistory"_s);
        QVERIFY(history->columnWidth(0)
                > history->fontMetrics().horizontalAdvance(u"2026-11-22 00:45"_s) + 8);
        QVERIFY(history->viewport()->width() < 400);
    }

    void aHistoryThatIsNotThereIsNoSilence()
    {
        auto& page = show<PlateLogPage>(*m_actions);
        page.setPlates({plateOf(u"A"_s)});
        const auto picture = [this] {
            return child<QTableView>(u"plateHistory"_s)->viewport()->grab().toImage();
        };
        const auto reading = picture();
        page.setHistory({});
        const auto nothing = picture();
        QVERIFY(reading != nothing);
        page.failHistory(u"The server is away."_s);
        QVERIFY(picture() != nothing);
    }
};

QTEST_MAIN(TestPlateLogPage)
#include "tst_platelogpage.moc"
