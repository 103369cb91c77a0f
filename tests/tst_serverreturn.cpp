#include "app/controllers/progresscontroller.h"
#include "app/session/session.h"
#include "support/linkproxy.h"
#include "support/surveyserver.h"
#include "widgets/frame/actions.h"
#include "widgets/team/progresspage.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Pages that could not be read come by themselves when the server is back.
class TestServerReturn : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        REQUIRE_SERVER(m_survey);
        VERIFY_OK(m_survey.prepare({}));
        VERIFY_OK(m_survey.add(u"zhou"_s, MemberRole::Lead));
        m_proxy = std::make_unique<LinkProxy>(static_cast<quint16>(m_survey.port()));
    }

    void progressIsReadAgainWithoutAKey()
    {
        auto settings = m_survey.settings(u"zhou"_s);
        settings.server->port = m_proxy->port();
        const auto session = Session::open(settings, SurveyServer::password(u"zhou"_s));
        VERIFY_OK(session);
        Actions actions;
        ProgressPage page(actions);
        ProgressController controller(page);
        const QSignalSpy complained(&controller, &ProgressController::complained);
        const QSignalSpy mended(&controller, &ProgressController::mended);
        controller.setSession(session.value());
        const auto* forecast = page.findChild<QLabel*>(u"forecast"_s);
        m_proxy->cut();
        controller.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(complained.size(), 1, 90'000);
        QVERIFY(forecast->text().isEmpty());
        m_proxy->restore();
        QTRY_COMPARE_WITH_TIMEOUT(mended.size(), 1, 90'000);
        QVERIFY(!forecast->text().isEmpty());
        QCOMPARE(mended.first().first(), complained.first().first()); // for the message to be taken away
        QCOMPARE(complained.size(), 1);
    }

private:
    QTemporaryDir m_home;
    SurveyServer m_survey;
    std::unique_ptr<LinkProxy> m_proxy;
};

QTEST_MAIN(TestServerReturn)
#include "tst_serverreturn.moc"
