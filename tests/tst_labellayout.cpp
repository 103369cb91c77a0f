#include "models/lines/labellayout.h"
#include "models/lines/linelist.h"
#include "models/spectrum/wavelength.h"

#include <QTest>

namespace {
constexpr double left = 60;

/// The built-in lines at a redshift on a plot of 3700–9100 Å, in order of wavelength, with widths of 8 pixels
/// a letter.
std::vector<LabelWish> wishesAt(double z, double width, int leastImportance)
{
    std::vector<LabelWish> wishes;
    for (const auto& line : builtInLines().lines) {
        if (line.importance > leastImportance)
            continue;
        const double observed = observedWavelength(line.vacuumAngstrom, z);
        wishes.push_back({left + (observed - 3700) / 5400 * (width - left), 8.0 * double(line.label.size()),
                          line.importance});
    }
    return wishes;
}

bool overlap(const LabelWish& a, const LabelPlace& placeA, const LabelWish& b, const LabelPlace& placeB,
             double gap)
{
    return placeA.row == placeB.row && placeA.left < placeB.left + b.width + gap
        && placeB.left < placeA.left + a.width + gap;
}
}

class TestLabelLayout : public QObject
{
    Q_OBJECT
private slots:
    void noTwoLabelsOverlapAtAnyRedshiftAndWidth()
    {
        int shown = 0;
        for (const int width : {800, 1366, 1920, 2560, 3840}) {
            const LabelRoom room {left, double(width), 2, 6};
            for (int step = 0; step <= 1000; ++step) {
                const auto wishes = wishesAt(step * 0.005, width, 3);
                const auto places = placeLabels(wishes, room);
                for (std::size_t a = 0; a < places.size(); ++a) {
                    if (!places[a].isShown())
                        continue;
                    ++shown;
                    QVERIFY(places[a].row < room.rows);
                    QVERIFY(places[a].left >= room.left);
                    QVERIFY(places[a].left + wishes[a].width <= room.right + 1e-9);
                    for (std::size_t b = a + 1; b < places.size(); ++b) {
                        if (places[b].isShown())
                            QVERIFY(!overlap(wishes[a], places[a], wishes[b], places[b], 5.999));
                    }
                }
            }
        }
        QVERIFY(shown > 50'000); // and it is not by showing nothing
    }

    void noMarkRunsThroughALabelBelowItsOwn()
    {
        for (int step = 0; step <= 200; ++step) {
            const auto wishes = wishesAt(step * 0.02, 1366, 3);
            const auto places = placeLabels(wishes, {left, 1366, 3, 6});
            for (std::size_t inner = 0; inner < places.size(); ++inner) {
                for (std::size_t outer = 0; outer < places.size(); ++outer) {
                    if (!places[inner].isShown() || places[outer].row <= places[inner].row)
                        continue;
                    const double mark = wishes[outer].x;
                    QVERIFY(mark < places[inner].left || mark > places[inner].left + wishes[inner].width);
                }
            }
        }
    }

    void theLessImportantGivesWay()
    {
        const LabelRoom room {0, 1000, 1, 6};
        const auto places = placeLabels({{500, 40, 2}, {510, 40, 0}, {600, 40, 1}}, room);
        QVERIFY(!places[0].isShown());
        QVERIFY(places[1].isShown());
        QVERIFY(places[2].isShown());
    }

    void aSecondRowTakesWhatTheFirstCannot()
    {
        const auto places = placeLabels({{500, 40, 0}, {525, 40, 0}}, {0, 1000, 2, 6});
        QCOMPARE(places[0].row, 0);
        QCOMPARE(places[1].row, 1);
    }

    void labelsStayInsideAndMarksOutsideHaveNone()
    {
        const auto places = placeLabels({{5, 40, 0}, {-1, 40, 0}, {998, 40, 0}}, {0, 1000, 1, 6});
        QCOMPARE(places[0].left, 0.0);
        QVERIFY(!places[1].isShown());
        QCOMPARE(places[2].left, 960.0);
    }

    /// While z moves by a step a label does not jump: which are shown changes only where two have really met.
    void labelsAreStableWhileTheRedshiftMoves()
    {
        int changes = 0;
        auto before = placeLabels(wishesAt(0.3, 1920, 1), {left, 1920, 2, 6});
        for (int step = 1; step <= 100; ++step) {
            const auto now = placeLabels(wishesAt(0.3 + step * 1e-4, 1920, 1), {left, 1920, 2, 6});
            for (std::size_t at = 0; at < now.size(); ++at)
                changes += now[at].row != before[at].row;
            before = now;
        }
        QVERIFY2(changes <= 4, qPrintable(QString::number(changes)));
    }
};

QTEST_APPLESS_MAIN(TestLabelLayout)
#include "tst_labellayout.moc"
