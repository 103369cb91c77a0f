#include "widgets/frame/statusline.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_sign(new Caption({}, this))
    , m_server(new Caption({}, this))
    , m_waitingSign(new Caption({}, this))
    , m_waiting(new Caption({}, this))
    , m_wavelengths(new Caption({}, this))
    , m_reading(new Caption({}, this))
    , m_person(new Caption({}, this))
    , m_pace(new Caption({}, this))
    , m_position(new Caption({}, this))
{
    setObjectName(u"statusLine"_s);
    setFixedHeight(3 * gridUnit);
    m_server->setObjectName(u"serverState"_s);
    m_waiting->setObjectName(u"waiting"_s);
    m_wavelengths->setObjectName(u"wavelengths"_s);
    m_reading->setObjectName(u"reading"_s);
    m_reading->setTone(Caption::Tone::Text);
    m_person->setObjectName(u"person"_s);
    m_pace->setObjectName(u"pace"_s);
    m_position->setObjectName(u"position"_s);
    m_position->setTone(Caption::Tone::Text);
    for (auto* figures : {m_waiting, m_reading, m_pace, m_position})
        figures->useFigures();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, 0, 2 * gridUnit, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sign);
    layout->addSpacing(gridUnit / 2);
    layout->addWidget(m_server);
    layout->addSpacing(3 * gridUnit);
    layout->addWidget(m_waitingSign);
    layout->addSpacing(gridUnit / 2);
    layout->addWidget(m_waiting);
    layout->addSpacing(3 * gridUnit);
    layout->addWidget(m_wavelengths);
    layout->addSpacing(3 * gridUnit);
    layout->addWidget(m_reading);
    layout->addStretch(1);
    for (auto* widget : {m_pace, m_person, m_position}) {
        layout->addSpacing(3 * gridUnit);
        layout->addWidget(widget);
    }
    setServer(State::Attention, tr("no server"));
    setWaiting(0);
    setPosition(-1, 0);
}

void StatusLine::setServer(State state, const QString& name)
{
    m_server->setText(name);
    m_sign->setText(state == State::Ok ? u"●"_s : state == State::Attention ? u"▲"_s : u"■"_s);
    m_sign->setTone(state == State::Ok              ? Caption::Tone::Ok
                        : state == State::Attention ? Caption::Tone::Attention
                                                    : Caption::Tone::Stop);
}

void StatusLine::setWaiting(int verdicts)
{
    m_waiting->setText(tr("%1 waiting").arg(verdicts));
    m_waiting->setToolTip(verdicts == 0 ? tr("Every verdict is stored")
                                        : tr("Verdicts on their way to the server"));
    m_waitingSign->setText(verdicts == 0 ? u"●"_s : u"▲"_s);
    m_waitingSign->setTone(verdicts == 0 ? Caption::Tone::Ok : Caption::Tone::Attention);
}

void StatusLine::setWavelengths(const QString& text)
{
    m_wavelengths->setText(text);
}

void StatusLine::setPerson(const QString& name)
{
    m_person->setText(name);
}

void StatusLine::setPosition(int row, int count)
{
    m_position->setText(u"%1 / %2"_s.arg(row < 0 ? u"–"_s : countText(row + 1), countText(count)));
}

void StatusLine::setPositionShown(bool shown)
{
    m_position->setVisible(shown);
}

void StatusLine::setReading(qsizetype filesRead, qsizetype filesInAll)
{
    const bool reads = filesRead < filesInAll;
    m_share = reads ? static_cast<double>(filesRead) / static_cast<double>(filesInAll) : 0;
    m_reading->setText(
        reads ? tr("reading %1 / %2")
                    .arg(countText(static_cast<int>(filesRead)), countText(static_cast<int>(filesInAll)))
              : QString());
    update();
}

void StatusLine::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    constexpr int thickness = 2;
    if (m_share > 0)
        QPainter(this).fillRect(0, 0, qRound(m_share * width()), thickness,
                                ThemeColours::of(palette()).focus);
}

void StatusLine::setPace(std::optional<double> perHour)
{
    m_pace->setText(perHour ? tr("%1 per hour").arg(countText(qRound(*perHour))) : QString());
}
