#pragma once

#include "db/sql/serverprofile.h"

#include <QString>

#include <optional>

/// What a person or a site has set: read once at the start and handed to whoever needs a part of it.
struct Settings
{
    std::optional<ServerProfile> server; ///< Absent: SpecDesk's own server.
    QString account; ///< Name verdicts are signed with: the server account, else the login name.
    QString theme; ///< "light", "dark", or empty to follow the system.
    QString language; ///< "en", "zh_CN", or empty to follow the system.
    QString program = {}; ///< SpecDesk's own, for work in a process of its own; empty: the running one.

    QString schemaPrefix() const; ///< First part of every schema's name
    /// What tells the journal of this server and account from others.
    QString journalProfile() const;
};

/// Reads SpecDesk's settings file; environment variables SPECDESK_LANGUAGE, SPECDESK_THEME and, for who
/// signs, SPECDESK_ACCOUNT win over it.
Settings loadSettings();

/// The password of the account where the environment gives one, SPECDESK_PASSWORD: for cron and for commands
/// that the window starts. It is taken out of the environment. Empty: the keyring is asked.
QString givenPassword();

/// Keeps which server is used from the next start on; nullopt: SpecDesk's own. Passwords are the keyring's.
void saveServer(const std::optional<ServerProfile>& profile);

/// Keeps the theme: "light", "dark", or empty to follow the system.
void saveTheme(const QString& theme);

/// The window as it was closed last; empty when it never was.
QByteArray savedWindow();
void saveWindow(const QByteArray& geometry);
