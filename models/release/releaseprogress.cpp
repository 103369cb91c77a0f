#include "models/release/releaseprogress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestLog = 500;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseProgress)
};

QString number(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString stepText(const QString& step)
{
    return step == "integrate"_L1 ? Text::tr("Building the catalogues")
        : step == "package"_L1    ? Text::tr("Packing the files")
        : step == "catalogues"_L1 ? Text::tr("Writing the catalogues")
        : step == "publish"_L1    ? Text::tr("Publishing")
                                  : Text::tr("Starting");
}

qint64 count(const QJsonObject& event, QLatin1StringView name)
{
    return event.value(name).toInteger();
}
}

void ReleaseProgress::hear(const QJsonObject& event)
{
    const auto what = event[u"event"_s].toString();
    const auto say = [this](const QString& sentence) {
        log << sentence;
        if (log.size() > longestLog)
            log.removeFirst();
    };
    if (what == "step"_L1 || what == "catalogues"_L1) {
        step = what == "step"_L1 ? event[u"command"_s].toString() : what;
        done = inAll = 0;
        say(stepText(step));
    } else if (what == "progress"_L1) {
        inAll = count(event, "of"_L1);
        done = event.contains("done"_L1) ? count(event, "done"_L1)
            : event.contains("sent"_L1)
            ? count(event, "sent"_L1) + count(event, "there"_L1)
            : count(event, "packed"_L1) + count(event, "kept"_L1) + count(event, "refused"_L1);
    } else if (what == "refused"_L1) {
        say(u"%1: %2"_s.arg(count(event, "obsid"_L1)).arg(event[u"error"_s].toString()));
    } else if (what == "end"_L1 && step == "integrate"_L1) {
        spectra = count(event, "spectra"_L1);
        released = count(event, "released"_L1);
        const auto unreadable = event[u"unreadable"_s].toArray().size();
        refused += unreadable;
        say(event[u"unchanged"_s].toBool()
                ? Text::tr("Nothing has changed since it was built.")
                : Text::tr("%1 of %2 spectra are released.").arg(number(released), number(spectra)));
        if (unreadable > 0)
            say(Text::tr("%n stars could not be measured.", nullptr, static_cast<int>(unreadable)));
    } else if (what == "end"_L1 && event.contains("packed"_L1)) {
        packed = count(event, "packed"_L1);
        kept = count(event, "kept"_L1);
        refused += count(event, "refused"_L1);
        say(Text::tr("%1 packed, %2 unchanged, %3 refused.")
                .arg(number(packed), number(kept), number(count(event, "refused"_L1))));
    } else if (what == "failed"_L1 && state != State::Failed) {
        state = State::Failed;
        error = event[u"error"_s].toString();
        say(error);
    } else if (what == "finished"_L1) {
        state = State::Done;
        say(Text::tr("Done."));
    }
}

void ReleaseProgress::noteSilence(const QString& lastWords)
{
    if (!isRunning())
        return;
    state = State::Interrupted;
    error = lastWords;
    log << (lastWords.isEmpty() ? Text::tr("It was stopped. Start goes on where it was.") : lastWords);
}

QString ReleaseProgress::line() const
{
    switch (state) {
    case State::Idle:
        return {};
    case State::Running:
        return inAll > 0 ? Text::tr("%1: %2 of %3").arg(stepText(step), number(done), number(inAll))
                         : Text::tr("%1 …").arg(stepText(step));
    case State::Done:
        return released > 0 || spectra > 0
            ? Text::tr("%1 is built: %2 of %3 spectra.").arg(release, number(released), number(spectra))
            : Text::tr("%1 is built.").arg(release);
    case State::Failed:
        return error;
    case State::Interrupted:
        return error.isEmpty() ? Text::tr("%1 was stopped. Start goes on where it was.").arg(release) : error;
    }
    return {};
}
