#include "widgets/frame/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int informationMilliseconds = 6000; // long enough to read two lines
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    setObjectName(u"messageBar"_s);
    m_sentence->setObjectName(u"messageText"_s);
    m_sentence->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setText(u"✕"_s);
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
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
    connect(&m_passing, &QTimer::timeout, this, &QWidget::hide);
}

void MessageBar::show(Tone tone, const QString& sentence)
{
    if (tone == Tone::Information && isVisible() && m_tone == Tone::Failure)
        return;
    m_tone = tone;
    m_passing.stop();
    if (tone == Tone::Information)
        m_passing.start();
    m_sign->setText(tone == Tone::Information ? u"ⓘ"_s : tone == Tone::Attention ? u"▲"_s : u"■"_s);
    m_sentence->setText(sentence);
    QFrame::show();
}

void MessageBar::withdraw(const QString& sentence)
{
    if (text() == sentence)
        hide();
}

QString MessageBar::text() const
{
    return m_sentence->text();
}
