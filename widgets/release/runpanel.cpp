#include "widgets/release/runpanel.h"

#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int comingShown = 3;

QString calendarLine(const DueRelease& entry, QDate today)
{
    const auto days = static_cast<int>(today.daysTo(entry.date));
    return u"%1  %2  %3, %4"_s.arg(entry.date.toString(Qt::ISODate), entry.release,
                                   entry.formal ? RunPanel::tr("formal") : RunPanel::tr("quarterly"),
                                   days <= 0 ? RunPanel::tr("is due")
                                             : RunPanel::tr("in %n days", nullptr, days));
}
}

RunPanel::RunPanel(Actions& actions, QWidget* page)
    : QWidget(page)
    , m_actions(actions)
    , m_folder(new QLineEdit(this))
    , m_choose(new QToolButton(this))
    , m_title(heading({}, this))
    , m_line(new Caption({}, this))
    , m_bar(new QProgressBar(this))
    , m_log(new QPlainTextEdit(this))
    , m_complaint(new Caption({}, this))
    , m_calendar(new Caption({}, this))
{
    setObjectName(u"runPanel"_s);
    m_folder->setObjectName(u"releaseFolder"_s);
    m_folder->setAccessibleName(tr("Folder of the release"));
    m_folder->setPlaceholderText(tr("Folder to pack into; none: tables only"));
    m_choose->setObjectName(u"chooseFolder"_s);
    m_choose->setText(tr("Choose …"));
    m_choose->setProperty("framed", true);
    m_choose->setFocusPolicy(Qt::TabFocus);
    m_line->setObjectName(u"runLine"_s);
    m_line->setTone(Caption::Tone::Text);
    m_line->setWordWrap(true);
    m_line->useFigures();
    m_bar->setObjectName(u"runBar"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(gridUnit);
    m_log->setObjectName(u"runLog"_s);
    m_log->setAccessibleName(tr("What the build says"));
    m_log->setReadOnly(true);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setFont(figureFont(TextSize::Caption));
    m_log->setTabChangesFocus(true);
    m_complaint->setObjectName(u"runComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    m_calendar->setObjectName(u"releaseCalendar"_s);
    m_calendar->useFigures();
    addActions(page);
    layOut();
    connect(m_choose, &QToolButton::clicked, this, &RunPanel::folderWanted);
    showState();
}

void RunPanel::addActions(QWidget* page)
{
    const auto add = [&](const QString& id, const QString& text, const QString& word, const QKeySequence& key,
                         auto act) {
        auto* action = m_actions.add(id, ActionGroup::List, text, {key}, page);
        action->setIconText(word);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"releaseStart"_s, tr("Build and pack the release"), tr("Start"), QKeySequence(u"Ctrl+Return"_s),
        [this] { emit startWanted(); });
    add(u"releaseStop"_s, tr("Stop building; the next start goes on"), tr("Stop"), QKeySequence(u"Ctrl+."_s),
        [this] { emit stopWanted(); });
    add(u"releaseStatistics"_s, tr("Open the statistics of the release"), tr("Statistics"), Qt::Key_S,
        [this] { emit statisticsWanted(folder()); });
}

void RunPanel::layOut()
{
    auto* folder = new QHBoxLayout;
    folder->setSpacing(gridUnit);
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_choose);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gridUnit);
    for (const auto& id : {u"releaseStart"_s, u"releaseStop"_s, u"releaseStatistics"_s})
        buttons->addWidget(actionButton(m_actions.action(id), this));
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_title);
    layout->addLayout(folder);
    layout->addLayout(buttons);
    layout->addWidget(m_complaint);
    layout->addWidget(m_line);
    layout->addWidget(m_bar);
    layout->addWidget(m_log, 1);
    layout->addWidget(heading(tr("Calendar"), this));
    layout->addWidget(m_calendar);
}

void RunPanel::setProgress(const ReleaseProgress& progress)
{
    const bool newLines = progress.log != m_progress.log;
    m_progress = progress;
    if (newLines) {
        m_log->setPlainText(progress.log.join(u'\n'));
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
    }
    if (progress.isRunning())
        m_complaint->clear();
    showState();
}

void RunPanel::setRelease(const QString& release)
{
    m_release = release;
    showState();
}

void RunPanel::setMayBuild(bool may)
{
    m_mayBuild = may;
    showState();
}

void RunPanel::setComplaint(const QString& sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

void RunPanel::setCalendar(const std::vector<DueRelease>& calendar, QDate today)
{
    QStringList lines;
    if (const auto due = dueOn(calendar, today))
        lines << calendarLine(*due, today);
    for (const auto& entry : calendar)
        if (entry.date > today && lines.size() < comingShown)
            lines << calendarLine(entry, today);
    m_calendar->setText(lines.isEmpty() ? tr("The calendar has no release.") : lines.join(u'\n'));
}

void RunPanel::setFolder(const QString& folder)
{
    m_folder->setText(folder);
    showState();
}

QString RunPanel::folder() const
{
    return m_folder->text().trimmed();
}

void RunPanel::showState()
{
    const bool running = m_progress.isRunning();
    m_title->setText(running ? tr("%1 is being built").arg(m_progress.release)
                             : tr("Build %1").arg(m_release));
    m_actions.action(u"releaseStart"_s)->setEnabled(m_mayBuild && !running);
    m_actions.action(u"releaseStop"_s)->setEnabled(m_mayBuild && running);
    m_folder->setEnabled(m_mayBuild && !running);
    m_choose->setEnabled(m_mayBuild && !running);
    m_line->setTone(m_progress.state == ReleaseProgress::State::Failed            ? Caption::Tone::Stop
                        : m_progress.state == ReleaseProgress::State::Interrupted ? Caption::Tone::Attention
                        : m_progress.state == ReleaseProgress::State::Done        ? Caption::Tone::Ok
                                                                                  : Caption::Tone::Text);
    const auto sign = m_progress.state == ReleaseProgress::State::Done ? u"✓ "_s
        : m_progress.state == ReleaseProgress::State::Failed           ? u"✕ "_s
        : m_progress.state == ReleaseProgress::State::Interrupted      ? u"▲ "_s
                                                                       : QString();
    m_line->setText(m_mayBuild || m_progress.state != ReleaseProgress::State::Idle
                        ? sign + m_progress.line()
                        : tr("Building a release is for the role “release”; an administrator gives it."));
    m_line->setVisible(!m_line->text().isEmpty());
    m_bar->setVisible(running);
    m_bar->setRange(0, m_progress.inAll > 0 ? 1000 : 0);
    if (m_progress.inAll > 0)
        m_bar->setValue(static_cast<int>(1000 * m_progress.done / m_progress.inAll));
    m_complaint->setVisible(!m_complaint->text().isEmpty());
    const bool hasLog = !m_progress.log.isEmpty();
    m_log->setVisible(hasLog);
    setSizePolicy(QSizePolicy::Preferred, hasLog ? QSizePolicy::Preferred : QSizePolicy::Maximum);
}
