#include "widgets/team/memberspage.h"

#include "models/items/sheetmodel.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
QString roleText(MemberRole role)
{
    switch (role) {
    case MemberRole::Inspector:
        return MembersPage::tr("inspector");
    case MemberRole::Rechecker:
        return MembersPage::tr("rechecker");
    case MemberRole::Team2d:
        return MembersPage::tr("2D team");
    case MemberRole::Lead:
        return MembersPage::tr("lead");
    case MemberRole::Release:
        return MembersPage::tr("release");
    case MemberRole::Admin:
        return MembersPage::tr("admin");
    }
    return {};
}

SheetCell stateCell(const Member& member)
{
    switch (member.state) {
    case MemberState::Active:
        return {MembersPage::tr("✓ active"), {}, {}, SheetCell::Tone::Ok};
    case MemberState::Locked:
        return {MembersPage::tr("✕ locked"), {}, {}, SheetCell::Tone::Stop};
    case MemberState::Removed:
        return {MembersPage::tr("removed"), {}, {}, SheetCell::Tone::Quiet};
    }
    return {};
}

SheetRow rowOf(const Member& member)
{
    const auto login = member.lastLogin.isValid() ? member.lastLogin.toUTC().toString(u"yyyy-MM-dd HH:mm"_s)
                                                  : MembersPage::tr("never");
    return {{member.account},
            {member.fullName},
            {member.department},
            {roleText(member.role), static_cast<int>(member.role)},
            stateCell(member),
            {member.tlsRequired ? MembersPage::tr("required") : MembersPage::tr("not required")},
            {login, member.lastLogin},
            {QString::number(member.failures),
             member.failures,
             {},
             member.failures > 0 ? SheetCell::Tone::Attention : SheetCell::Tone::Plain}};
}

Choices roleChoices()
{
    Choices choices;
    for (const auto role : allRoles())
        choices.push_back({roleName(role), roleText(role), {}, {}});
    return choices;
}
}

MembersPage::MembersPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_connection(new Caption({}, m_topLine))
    , m_sheet(new SheetModel({tr("Account"), tr("Name"), tr("Department"), tr("Rights"), tr("State"),
                              tr("TLS"), tr("Last login, UTC"), tr("Failures")},
                             7, this))
    , m_list(new SheetView(this))
    , m_account(textField(u"newAccount"_s, tr("Account"), this))
    , m_name(textField(u"newName"_s, tr("Name"), this))
    , m_department(textField(u"newDepartment"_s, tr("Department"), this))
    , m_password(textField(u"newPassword"_s, tr("First password"), this))
    , m_newRole(new ChoiceRow(ChoiceRow::Mode::One, 3, this))
    , m_who(heading({}, this))
    , m_role(new ChoiceRow(ChoiceRow::Mode::One, 3, this))
    , m_newPassword(textField(u"resetPassword"_s, tr("New password, then Enter"), this))
    , m_complaint(new Caption({}, this))
{
    setObjectName(u"membersPage"_s);
    m_list->setObjectName(u"members"_s);
    m_list->setSheet(m_sheet);
    m_list->setFirmColumns({6});
    m_list->setAccessibleName(tr("Members"));
    m_list->setEmptyText(tr("Nobody is entered yet."));
    setFocusProxy(m_list);
    m_password->setEchoMode(QLineEdit::Password);
    m_newPassword->setEchoMode(QLineEdit::Password);
    m_newRole->setObjectName(u"newRole"_s);
    m_newRole->setChoices(roleChoices());
    m_newRole->setChosen({roleName(MemberRole::Inspector)});
    m_role->setObjectName(u"memberRole"_s);
    m_role->setChoices(roleChoices());
    m_complaint->setObjectName(u"memberComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    addActions();
    layOut();
    auto* top = new QHBoxLayout(m_topLine);
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_connection, 1);
    connect(m_list, &SheetView::rowChosen, this, &MembersPage::showChosen);
    connect(m_role, &ChoiceRow::toggled, this, &MembersPage::applyRole);
    connect(m_newPassword, &QLineEdit::returnPressed, this, [this] {
        if (const auto* member = chosen())
            emit passwordWanted(member->account, m_newPassword->text());
    });
}

void MembersPage::addActions()
{
    auto* lock = m_actions.add(u"memberLock"_s, ActionGroup::List, tr("Lock or unlock the account"),
                               {Qt::Key_L}, this);
    lock->setIconText(tr("Lock or unlock"));
    connect(lock, &QAction::triggered, this, &MembersPage::askToLock);
    auto* remove =
        m_actions.add(u"memberRemove"_s, ActionGroup::List, tr("Remove the account; its verdicts stay"),
                      {QKeySequence(u"Ctrl+Delete"_s)}, this);
    remove->setIconText(tr("Remove"));
    connect(remove, &QAction::triggered, this, &MembersPage::askToRemove);
}

/// One's own account and one that is gone can be neither locked nor removed.
const Member* MembersPage::changeable()
{
    const auto* member = chosen();
    if (!member)
        return nullptr;
    const auto refusal = member->state == MemberState::Removed
        ? tr("%1 was removed; add the account anew.").arg(member->account)
        : member->account == m_own ? tr("This is your own account: another administrator can do that.")
                                   : QString();
    setComplaint(refusal);
    return refusal.isEmpty() ? member : nullptr;
}

void MembersPage::askToLock()
{
    const auto* member = changeable();
    if (!member)
        return;
    if (member->state == MemberState::Locked)
        emit stateWanted(member->account, MemberState::Active);
    else
        ask(MemberState::Locked, tr("Lock an account"),
            tr("Lock the account %1? It can log in no more until it is unlocked.").arg(member->account),
            tr("Lock"));
}

void MembersPage::askToRemove()
{
    if (const auto* member = changeable())
        ask(MemberState::Removed, tr("Remove an account"),
            tr("Remove the account %1? It can log in no more; its verdicts stay.").arg(member->account),
            tr("Remove"));
}

void MembersPage::ask(MemberState state, const QString& title, const QString& question, const QString& deed)
{
    auto* box =
        new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Yes | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->button(QMessageBox::Yes)->setText(deed);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this, state, account = chosen()->account](int answer) {
        if (answer == QMessageBox::Yes)
            emit stateWanted(account, state);
    });
    box->open();
}

void MembersPage::layOut()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(340);
    auto* form = new QVBoxLayout(side);
    form->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    form->setSpacing(gridUnit);
    form->addWidget(m_who);
    form->addWidget(m_role);
    auto* buttons = new QHBoxLayout;
    for (const auto& id : {u"memberLock"_s, u"memberRemove"_s}) {
        buttons->addWidget(actionButton(m_actions.action(id), side));
    }
    buttons->addStretch(1);
    form->addLayout(buttons);
    form->addWidget(m_newPassword);
    form->addSpacing(2 * gridUnit);
    form->addWidget(heading(tr("Somebody new"), side));
    for (auto* edit : {m_account, m_name, m_department, m_password})
        form->addWidget(edit);
    form->addWidget(m_newRole);
    auto* make = new QPushButton(tr("Add"), side);
    make->setObjectName(u"addMember"_s);
    connect(make, &QPushButton::clicked, this, &MembersPage::add);
    form->addWidget(make);
    form->addWidget(m_complaint);
    form->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(side);
}

void MembersPage::setMembers(const Members& members)
{
    const auto before = chosen() ? chosen()->account : QString();
    m_members = members;
    std::vector<SheetRow> rows;
    int row = 0;
    for (const auto& member : members) {
        if (member.account == before)
            row = static_cast<int>(rows.size());
        rows.push_back(rowOf(member));
    }
    m_sheet->setRows(std::move(rows));
    if (!members.empty())
        m_list->chooseRow(row);
    showChosen();
}

void MembersPage::setOwnAccount(const QString& account)
{
    m_own = account;
}

void MembersPage::setConnectionText(const QString& text)
{
    m_connection->setText(text);
}

void MembersPage::setComplaint(const QString& sentence)
{
    m_complaint->setText(sentence);
}

void MembersPage::confirm()
{
    setComplaint({});
}

void MembersPage::confirmAdded()
{
    confirm();
    for (auto* edit : {m_password, m_account, m_name, m_department})
        edit->clear();
}

void MembersPage::confirmPassword()
{
    confirm();
    m_newPassword->clear();
}

const Member* MembersPage::chosen() const
{
    const int row = m_list->chosenRow();
    return row >= 0 && row < std::ssize(m_members) ? &m_members[static_cast<std::size_t>(row)] : nullptr;
}

void MembersPage::showChosen()
{
    const auto* member = chosen();
    const auto account = member ? member->account : QString();
    if (std::exchange(m_shown, account) != account)
        m_newPassword->clear(); // it was meant for somebody else
    m_who->setText(member ? member->account : tr("Nobody is chosen"));
    m_role->setEnabled(member != nullptr);
    m_newPassword->setEnabled(member != nullptr);
    m_role->setChosen({member ? roleName(member->role) : QString()});
}

void MembersPage::applyRole(const QString& code)
{
    const auto* member = chosen();
    const auto role = memberRoleFrom(code);
    if (member && role)
        emit roleWanted(member->account, *role);
}

void MembersPage::add()
{
    if (!isAccountName(m_account->text())) {
        setComplaint(tr("An account's name is a small letter and then at most 31 of a–z, 0–9, _ . -"));
        return;
    }
    Member member;
    member.account = m_account->text();
    member.fullName = m_name->text().trimmed();
    member.department = m_department->text().trimmed();
    member.role = memberRoleFrom(m_newRole->chosen().value(0)).value_or(MemberRole::Inspector);
    setComplaint({});
    emit addWanted(member, m_password->text());
}
