#pragma once

#include <QString>

#include <chrono>

/// Counts wrong passwords in a row on this machine and makes each next attempt wait longer, so that a
/// mistyped password neither hammers the server nor has it lock the account. The server's own limit stands
/// behind it.
class LoginGuard
{
public:
    /// For the account of a profile; remembered below the folder of journals.
    explicit LoginGuard(const QString& profile);

    /// How long the next attempt must still wait: 1, 2, 4 … 60 s after as many wrong ones, counted from the
    /// last.
    std::chrono::milliseconds wait() const;
    void noteWrongPassword();
    /// Forgets the wrong ones and returns how many there were.
    int noteLogin();

private:
    int failures() const;

    const QString m_path;
};
