#pragma once

#include "models/values/error.h"

#include <QObject>
#include <QTimer>

#include <functional>

/// A question to the server that is asked again while it fails, so that what could not be read is not taken
/// for an empty list. It complains once until it is answered.
class RepeatedQuestion : public QObject
{
    Q_OBJECT
public:
    explicit RepeatedQuestion(std::function<void()> ask, QObject* parent = nullptr);

    /// It failed: it is asked again in some seconds, unless no later attempt will succeed.
    void fail(const Error& error);
    /// It was answered, or is no longer asked.
    void settle();
    bool isOpen() const { return m_failed; } ///< It failed and is asked again.

signals:
    /// With what a page may say in place of the list.
    void complained(const QString& sentence);
    /// It is answered, and what it complained of is over.
    void mended(const QString& sentence);

private:
    QTimer m_pause;
    bool m_failed = false; ///< Since the last answer
    QString m_complaint;
};
