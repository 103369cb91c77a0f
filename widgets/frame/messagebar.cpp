#include "widgets/frame/messagebar.h"

#include "widgets/frame/textsheet.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int informationMilliseconds = 6000; // long enough to read two lines
constexpr std::size_t mostMessages = 4; // more would cover the page
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_all(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    m_sentence->setObjectName(u"messageText"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText); // names of files and words of servers are no markup
    m_sentence->installEventFilter(this);
    m_all->setObjectName(u"messageDetails"_s);
    m_all->setAutoRaise(true);
    connect(m_all, &QToolButton::clicked, this, &MessageBar::showDetails);
    auto* close = new QToolButton(this);
    close->setText(u"✕"_s);
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_all);
    layout->addWidget(close);
    QWidget::hide();

    m_passing.setSingleShot(true);
    m_passing.setInterval(informationMilliseconds);
    connect(&m_passing, &QTimer::timeout, this, &MessageBar::pass);
}

void MessageBar::show(Tone tone, const QString& sentence, const MessageDetails& details)
{
    if (isHidden()) // what stood there was put away
        m_standing.clear();
    std::erase_if(m_standing, [&](const Message& message) {
        return message.sentence == sentence
            || (tone == Tone::Information && message.tone == Tone::Information);
    });
    m_standing.push_back({tone, sentence, details});
    if (m_standing.size() > mostMessages)
        m_standing.erase(m_standing.begin());
    if (tone == Tone::Information)
        m_passing.start();
    showStanding();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::withdraw(const QString& sentence)
{
    std::erase_if(m_standing, [&](const Message& message) { return message.sentence == sentence; });
    showStanding();
}

/// Mere information goes by itself.
void MessageBar::pass()
{
    std::erase_if(m_standing, [](const Message& message) { return message.tone == Tone::Information; });
    showStanding();
}

void MessageBar::showStanding()
{
    if (m_standing.empty()) {
        hide();
        return;
    }
    QStringList sentences;
    for (const auto& message : m_standing)
        sentences << message.sentence;
    const auto tone = std::ranges::max(m_standing, {}, &Message::tone).tone;
    m_sign->setText(tone == Tone::Information ? u"ⓘ"_s : tone == Tone::Attention ? u"▲"_s : u"■"_s);
    m_sentence->setText(sentences.join(u'\n'));
    const auto* behind = details();
    m_all->setVisible(behind);
    m_all->setText(behind ? tr("Show all %n", nullptr, behind->count) : QString());
    m_sentence->setCursor(behind ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QFrame::show();
    emit changed();
}

const MessageDetails* MessageBar::details() const
{
    const auto found = std::ranges::find_if(m_standing | std::views::reverse,
                                            [](const Message& message) { return message.details.count > 0; });
    return found == m_standing.rend() ? nullptr : &found->details;
}

bool MessageBar::hasDetails() const
{
    return isVisible() && details();
}

void MessageBar::showDetails()
{
    if (!hasDetails())
        return;
    auto* sheet = new TextSheet(details()->title, details()->text, window());
    sheet->open();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        showDetails();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::text() const
{
    return m_sentence->text();
}
