#include "app/redshift/redshiftrun.h"
#include "app/redshift/solutioncache.h"
#include "app/redshift/templatewatch.h"
#include "db/templates/templatefile.h"
#include "support/inspectstand.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace {
/// SpecDesk's stars of one group, under another name.
TemplateGroup oneGroup(const QString& name)
{
    for (auto group : builtInTemplates()) {
        if (group.name == u"STAR-F0F9"_s) {
            group.name = name;
            return group;
        }
    }
    return {};
}
}

/// A person's own templates, dropped into their folder while the window is open.
class TestTemplateWatch : public QObject
{
    Q_OBJECT
private slots:
    void aFileDroppedInIsTold()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(u"own"_s);
        TemplateWatch folder(path);
        QSignalSpy changed(&folder, &TemplateWatch::changed);
        QVERIFY(writeTemplateFile(oneGroup(u"STAR-Mine"_s), path + u"/mine.fits"_s));
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
        QVERIFY(writeTemplateFile(oneGroup(u"STAR-Yours"_s), path + u"/mine.fits"_s));
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, 30'000);
    }

    void answersAreSearchedAgainWithTheNewTemplates()
    {
        QString name = u"STAR-Before"_s;
        int calls = 0;
        SolutionCache cache([&](QStringList& complaints) {
            ++calls;
            complaints << u"one was passed over"_s;
            return TemplateSet {oneGroup(name)};
        });
        QSignalSpy solved(&cache, &SolutionCache::solved);
        QSignalSpy complained(&cache, &SolutionCache::complained);
        const auto spectrum = flatSpectrum();
        cache.want({spectrum});
        QTRY_COMPARE_WITH_TIMEOUT(solved.count(), 1, 30'000);
        QCOMPARE(cache.find(spectrum)->answer.solutions.front().group, name);
        QTRY_COMPARE_WITH_TIMEOUT(complained.count(), 1, 30'000);

        name = u"STAR-After"_s;
        cache.renew();
        QVERIFY(!cache.find(spectrum));
        cache.want({spectrum});
        QTRY_COMPARE_WITH_TIMEOUT(solved.count(), 2, 30'000);
        QCOMPARE(cache.find(spectrum)->answer.solutions.front().group, name);
        QCOMPARE(calls, 2);
    }

    void anAnswerOfTheOldTemplatesIsNotTaken()
    {
        QSemaphore begun;
        std::atomic<int> calls = 0;
        SolutionCache cache([&](QStringList&) {
            const auto group = ++calls == 1 ? u"STAR-Before"_s : u"STAR-After"_s;
            begun.release();
            return TemplateSet {oneGroup(group)};
        });
        QSignalSpy solved(&cache, &SolutionCache::solved);
        const auto spectrum = flatSpectrum();
        cache.want({spectrum});
        begun.acquire(); // it searches with the old ones; the answer waits for this thread
        cache.renew();
        QTRY_COMPARE_WITH_TIMEOUT(solved.count(), 1, 30'000);
        QCOMPARE(cache.find(spectrum)->answer.solutions.front().group, u"STAR-After"_s);
    }

    void theWindowSearchesWithWhatTheCommandDoes()
    {
        QDir(ownTemplateFolder()).removeRecursively();
        QVERIFY(QDir().mkpath(ownTemplateFolder()));
        QVERIFY(writeTemplateFile(oneGroup(u"STAR-Mine"_s), ownTemplateFolder() + u"/mine.fits"_s));
        QStringList complaints;
        const auto window = templatesOfWindow(complaints);
        const auto command = templatesFor({}, complaints);
        QVERIFY(command);
        QCOMPARE(window.size(), command.value().size());
        QCOMPARE(window.back().name, u"STAR-Mine"_s);
        QCOMPARE(window.size(), builtInTemplates().size() + 1);
        QDir(ownTemplateFolder()).removeRecursively();
    }
};

QTEST_MAIN(TestTemplateWatch)
#include "tst_templatewatch.moc"
