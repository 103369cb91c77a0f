#include "support/pagestand.h"
#include "widgets/frame/logindialog.h"
#include "widgets/team/memberspage.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

/// Login and accounts: S1 §4.3.2 (1).
class TestAccountPages : public QObject, private PageStand
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { m_page.reset(); }

    void deletingAWordInAFieldRemovesNoAccount()
    {
        auto& page = show<MembersPage>(*m_actions);
        Member member;
        member.account = u"lwang"_s;
        page.setMembers({member});
        fill(u"newName"_s, u"Li Wang"_s);
        press(Qt::Key_Home);
        press(Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(!page.findChild<QMessageBox*>());
        QVERIFY(!child<QLineEdit>(u"newName"_s)->text().startsWith(u"Li"_s));
    }

    void anAccountIsRemovedOnlyWhenAPersonSaysSo()
    {
        auto& page = show<MembersPage>(*m_actions);
        const QSignalSpy states(&page, &MembersPage::stateWanted);
        Member member;
        member.account = u"lwang"_s;
        page.setMembers({member});
        const auto answer = [&](QMessageBox::StandardButton button) {
            m_actions->action(u"memberRemove"_s)->trigger();
            auto* question = page.findChild<QMessageBox*>();
            QVERIFY(question);
            QVERIFY(question->text().contains(u"lwang"_s));
            QTest::mouseClick(question->button(button), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(!page.findChild<QMessageBox*>(), 30'000);
        };
        answer(QMessageBox::Cancel);
        QCOMPARE(states.count(), 0);
        answer(QMessageBox::Yes);
        QCOMPARE(states.count(), 1);
        QCOMPARE(states.last().at(0).toString(), u"lwang"_s);
        QCOMPARE(states.last().at(1).value<MemberState>(), MemberState::Removed);
    }

    void anAdminAddsLocksAndGivesRights()
    {
        auto& page = show<MembersPage>(*m_actions);
        const QSignalSpy added(&page, &MembersPage::addWanted);
        const QSignalSpy roles(&page, &MembersPage::roleWanted);
        const QSignalSpy states(&page, &MembersPage::stateWanted);
        const QSignalSpy passwords(&page, &MembersPage::passwordWanted);
        Member member;
        member.account = u"lwang"_s;
        page.setMembers({member});
        fill(u"newAccount"_s, u"X Chen"_s);
        QTest::mouseClick(child<QPushButton>(u"addMember"_s), Qt::LeftButton);
        QCOMPARE(added.count(), 0);
        fill(u"newAccount"_s, u"xchen"_s);
        fill(u"newDepartment"_s, u"2D"_s);
        fill(u"newPassword"_s, u"correct horse"_s);
        QCOMPARE(child<QLineEdit>(u"newPassword"_s)->echoMode(), QLineEdit::Password);
        QTest::mouseClick(child<QWidget>(u"newRole"_s)->findChild<QPushButton*>(u"team2d"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"addMember"_s), Qt::LeftButton);
        QCOMPARE(added.last().at(0).value<Member>().role, MemberRole::Team2d);
        QCOMPARE(added.last().at(1).toString(), u"correct horse"_s);
        page.confirm(); // of another change
        QCOMPARE(child<QLineEdit>(u"newPassword"_s)->text(), u"correct horse"_s);
        page.confirmAdded();
        QVERIFY(child<QLineEdit>(u"newPassword"_s)->text().isEmpty());
        QTest::mouseClick(child<QWidget>(u"memberRole"_s)->findChild<QPushButton*>(u"lead"_s),
                          Qt::LeftButton);
        QCOMPARE(roles.last().at(1).value<MemberRole>(), MemberRole::Lead);
        QTest::mouseClick(child<QToolButton>(u"memberLockButton"_s), Qt::LeftButton);
        QCOMPARE(states.count(), 0);
        QTest::mouseClick(page.findChild<QMessageBox*>()->button(QMessageBox::Yes), Qt::LeftButton);
        QCOMPARE(states.last().at(1).value<MemberState>(), MemberState::Locked);
        fill(u"resetPassword"_s, u"battery staple"_s);
        press(Qt::Key_Return);
        QCOMPARE(passwords.last().at(0).toString(), u"lwang"_s);
    }

    void aNewPasswordIsForTheMemberItWasTypedFor()
    {
        auto& page = show<MembersPage>(*m_actions);
        Member first;
        first.account = u"lwang"_s;
        auto second = first;
        second.account = u"xchen"_s;
        page.setMembers({first, second});
        fill(u"resetPassword"_s, u"battery staple"_s);
        page.setMembers({first, second}); // read again
        QCOMPARE(child<QLineEdit>(u"resetPassword"_s)->text(), u"battery staple"_s);
        auto* list = child<QTableView>(u"members"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QVERIFY(child<QLineEdit>(u"resetPassword"_s)->text().isEmpty());
    }

    void aKeyLocksNobodyUnaskedAndNeverOneself()
    {
        auto& page = show<MembersPage>(*m_actions);
        const QSignalSpy states(&page, &MembersPage::stateWanted);
        Member own;
        own.account = u"chief"_s;
        Member other;
        other.account = u"lwang"_s;
        page.setOwnAccount(u"chief"_s);
        page.setMembers({own, other});
        page.findChild<QTableView*>(u"members"_s)->setFocus();
        press(Qt::Key_L); // as who looks for lwang would
        QVERIFY(!page.findChild<QMessageBox*>());
        QVERIFY(!child<QLabel>(u"memberComplaint"_s)->text().isEmpty());
        press(Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(!page.findChild<QMessageBox*>());
        press(Qt::Key_Down);
        press(Qt::Key_L);
        auto* question = page.findChild<QMessageBox*>();
        QVERIFY(question);
        QVERIFY(question->text().contains(u"lwang"_s));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!page.findChild<QMessageBox*>());
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.findChild<QTableView*>(u"members"_s)->setFocus();
        QCOMPARE(states.count(), 0);
        other.state = MemberState::Locked;
        page.setMembers({own, other});
        press(Qt::Key_L); // unlocking asks nothing
        QCOMPARE(states.last().at(1).value<MemberState>(), MemberState::Active);
    }

    void aRemovedMemberIsNotUnlockedByAKey()
    {
        auto& page = show<MembersPage>(*m_actions);
        const QSignalSpy states(&page, &MembersPage::stateWanted);
        Member member;
        member.account = u"lwang"_s;
        member.state = MemberState::Removed;
        page.setMembers({member});
        page.setFocus();
        press(Qt::Key_L);
        QCOMPARE(states.count(), 0);
    }

    void aPersonLogsInAndWrongPasswordsSlowDown()
    {
        LoginDialog dialog(u"db.example.org"_s, u"lwang"_s);
        const QSignalSpy wanted(&dialog, &LoginDialog::loginWanted);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* password = dialog.findChild<QLineEdit*>(u"loginPassword"_s);
        QVERIFY(password->hasFocus());
        type(u"wrong"_s);
        press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        dialog.refuse(u"The server refused."_s);
        QVERIFY(password->text().isEmpty());
        dialog.explain(
            u"The database server does not know this name and password, or wants more. "_s.repeated(4));
        QCoreApplication::processEvents();
        auto* complaint = dialog.findChild<QLabel*>(u"loginComplaint"_s);
        QVERIFY(complaint->height() >= complaint->heightForWidth(complaint->width()));
        QVERIFY(!dialog.findChild<QPushButton*>(u"login"_s)->isEnabled());
        type(u"right"_s);
        press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 1); // still waiting
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QPushButton*>(u"login"_s)->isEnabled(), 30'000);
        press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.last().at(1).toString(), u"right"_s);
        dialog.succeed();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(LoginDialog::waitAfter(1), 1);
        QCOMPARE(LoginDialog::waitAfter(4), 8);
        QCOMPARE(LoginDialog::waitAfter(40), 30);
    }
};

QTEST_MAIN(TestAccountPages)
#include "tst_accountpages.moc"
