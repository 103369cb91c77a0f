#pragma once

#include <QByteArray>
#include <QString>

/// Writes FITS header cards in fixed format (FITS Standard 4.0, section 4.2), one 80-byte record each.
class HeaderCards
{
public:
    void flag(const char* keyword, bool value, const char* comment = "");
    void integer(const char* keyword, qint64 value, const char* comment = "");
    /// A decimal number with a fixed number of decimals.
    void real(const char* keyword, double value, int decimals, const char* comment = "");
    /// A string of at most 68 characters, Latin-1; longer ones are cut. Quotes are doubled.
    void text(const char* keyword, const QString& value, const char* comment = "");
    void comment(const char* sentence);
    void blank();

    const QByteArray& bytes() const { return m_bytes; }

private:
    void card(const char* keyword, QByteArray value, const char* comment);

    QByteArray m_bytes;
};
