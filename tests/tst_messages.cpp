#include "support/quiet.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::Literals::StringLiterals;

/// The card over the page that says what happened.
class TestMessages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void init()
    {
        failOnAnyWarning();
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_page = new QWidget;
        m_window->addPage(u"page"_s, u"Page"_s, u"inspect"_s, QKeySequence(u"Ctrl+1"_s), m_page, new QWidget);
        m_window->resize(1366, 768);
        m_window->show();
        activate();
    }

    void cleanup() { m_window.reset(); }

    void aMessageIsShownAndDismissed()
    {
        const auto page = m_page->geometry();
        m_window->messages().show(MessageBar::Tone::Failure, u"The disk is full."_s);
        QVERIFY(m_window->messages().isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(m_page->geometry(), page); // it lies over the page
        QVERIFY(m_window->rect().contains(m_window->messages().geometry()));
        press(Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(!m_window->messages().isVisible());
    }

    void aMessageHasRoomForAllItsWords()
    {
        auto& messages = m_window->messages();
        auto* text = messages.findChild<QLabel*>(u"messageText"_s);
        for (int words = 10; words < 90; words += 40) {
            messages.show(MessageBar::Tone::Failure, u"The disk is full. "_s.repeated(words));
            QCoreApplication::processEvents();
            QVERIFY(text->height() >= text->heightForWidth(text->width()));
        }
    }

    void allThatAMessageIsAboutIsShownByAClickAndByAKeyAndCanBeCopied()
    {
        auto& messages = m_window->messages();
        messages.show(MessageBar::Tone::Attention, u"3 files were not read. The first: a.csv"_s,
                      {u"Files that were not read"_s, u"a.csv: 1\nb.csv: 2\nc.csv: 3"_s, 3});
        messages.show(MessageBar::Tone::Information, u"Saved: d.csv"_s);
        const auto lines = u"a.csv: 1\nb.csv: 2\nc.csv: 3"_s;
        const auto sheet = [this] { return m_window->findChild<QDialog*>(u"textSheet"_s); };
        const auto dismiss = [this, &sheet] {
            QTest::keyClick(sheet(), Qt::Key_Escape);
            QTRY_VERIFY(!sheet());
            activate();
        };
        auto* button = messages.findChild<QToolButton*>(u"messageDetails"_s);
        QVERIFY(button->isVisible());
        QVERIFY(button->text().contains(u'3'));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(sheet());
        QCOMPARE(sheet()->findChild<QPlainTextEdit*>()->toPlainText(), lines);
        QTest::mouseClick(sheet()->findChild<QPushButton*>(u"copyAll"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), lines);
        dismiss();
        QTest::mouseClick(messages.findChild<QLabel*>(u"messageText"_s), Qt::LeftButton);
        QVERIFY(sheet());
        dismiss();
        press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(sheet());
        dismiss();
        messages.withdraw(u"3 files were not read. The first: a.csv"_s);
        QVERIFY(!button->isVisible());
        press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(!sheet());
    }

    void whatStandsStaysWhenMoreIsSaid()
    {
        auto& messages = m_window->messages();
        messages.show(MessageBar::Tone::Attention, u"You may look only."_s);
        messages.show(MessageBar::Tone::Failure, u"The verdict on <b>1</b> was not stored."_s);
        messages.show(MessageBar::Tone::Information, u"Saved: a.csv"_s);
        messages.show(MessageBar::Tone::Information, u"Saved: b.csv"_s);
        QCOMPARE(messages.text(),
                 u"You may look only.\nThe verdict on <b>1</b> was not stored.\nSaved: b.csv"_s);
        QCoreApplication::processEvents();
        QVERIFY(m_window->rect().contains(messages.geometry()));
        messages.withdraw(u"The verdict on <b>1</b> was not stored."_s);
        QCOMPARE(messages.text(), u"You may look only.\nSaved: b.csv"_s);
        press(Qt::Key_Escape, Qt::ShiftModifier);
        messages.show(MessageBar::Tone::Information, u"Saved: c.csv"_s);
        QCOMPARE(messages.text(), u"Saved: c.csv"_s);
    }

private:
    void activate()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setFocus();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    QWidget* m_page = nullptr;
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
