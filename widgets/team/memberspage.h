#pragma once

#include "models/check/member.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class QLabel;
class QLineEdit;
class SheetModel;
class SheetView;

/// The admin's page: who has an account, with which rights, and since when locked.
class MembersPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit MembersPage(Actions& actions, QWidget* parent = nullptr);

    void setMembers(const Members& members);
    /// Of whoever sits here: it can be neither locked nor removed.
    void setOwnAccount(const QString& account);
    /// E.g. "TLS_AES_256_GCM_SHA384", or that the connection is a socket.
    void setConnectionText(const QString& text);
    /// A sentence about what the server refused; empty takes it away.
    void setComplaint(const QString& sentence);
    /// A change arrived; what was typed for another one stays.
    void confirm();
    /// The new member is entered: the form empties.
    void confirmAdded();
    void confirmPassword();
    QWidget* topLine() const { return m_topLine; }

signals:
    void addWanted(const Member& member, const QString& password);
    void roleWanted(const QString& account, MemberRole role);
    void stateWanted(const QString& account, MemberState state);
    void passwordWanted(const QString& account, const QString& password);

private:
    void addActions();
    const Member* changeable();
    void askToLock();
    void askToRemove();
    void ask(MemberState state, const QString& title, const QString& question, const QString& deed);
    void layOut();
    const Member* chosen() const;
    void showChosen();
    void add();
    void applyRole(const QString& code);

    Actions& m_actions;
    QWidget* m_topLine;
    Caption* m_connection;
    SheetModel* m_sheet;
    SheetView* m_list;
    QLineEdit* m_account;
    QLineEdit* m_name;
    QLineEdit* m_department;
    QLineEdit* m_password;
    ChoiceRow* m_newRole;
    QLabel* m_who;
    ChoiceRow* m_role;
    QLineEdit* m_newPassword;
    Caption* m_complaint;
    Members m_members;
    QString m_own;
    QString m_shown; ///< The account a new password is typed for
};
