#include "support/pagestand.h"
#include "widgets/release/releasepage.h"

#include <QComboBox>

/// What a person wishes of a release.
class TestReleaseWish : public QObject, private PageStand
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { m_page.reset(); }

    void whatIsComparedWithStaysAsItWasPicked()
    {
        auto& page = show<ReleasePage>(*m_actions);
        const QStringList built {u"dr5"_s, u"dr6_alpha"_s};
        page.setReleases(built, u"dr6"_s);
        auto* previous = page.topLine()->findChild<QComboBox*>(u"releasePrevious"_s);
        const auto pick = [previous](const QString& release) {
            previous->setCurrentIndex(previous->findData(release));
            emit previous->activated(previous->currentIndex());
        };
        for (const auto& release : {QString(), u"dr5"_s}) {
            pick(release);
            page.setReleases(built, u"dr6"_s); // read again
            QCOMPARE(page.wish().previous, release);
        }
        page.setReleases({u"dr6_alpha"_s}, u"dr6"_s); // it is there no more
        QCOMPARE(page.wish().previous, u"dr6_alpha"_s);
    }
};

QTEST_MAIN(TestReleaseWish)
#include "tst_releasewish.moc"
