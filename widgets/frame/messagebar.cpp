#include "widgets/frame/messagebar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int informationMilliseconds = 6000; // long enough to read two lines
constexpr std::size_t mostMessages = 4; // more would cover the page
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    setObjectName(u"messageBar"_s);
    m_sentence->setObjectName(u"messageText"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText); // names of files and words of servers are no markup
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
    layout->addWidget(close);
    QWidget::hide();

    m_passing.setSingleShot(true);
    m_passing.setInterval(informationMilliseconds);
    connect(&m_passing, &QTimer::timeout, this, &MessageBar::pass);
}

void MessageBar::show(Tone tone, const QString& sentence)
{
    if (isHidden()) // what stood there was put away
        m_standing.clear();
    std::erase_if(m_standing, [&](const Message& message) {
        return message.sentence == sentence
            || (tone == Tone::Information && message.tone == Tone::Information);
    });
    m_standing.push_back({tone, sentence});
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
    QFrame::show();
    emit changed();
}

QString MessageBar::text() const
{
    return m_sentence->text();
}
