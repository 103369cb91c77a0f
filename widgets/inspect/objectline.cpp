#include "widgets/inspect/objectline.h"

#include "models/items/queuemodel.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
QString facts(const QueueEntry& entry)
{
    QStringList parts;
    constexpr QLatin1StringView bands[] = {"u"_L1, "g"_L1, "r"_L1, "i"_L1, "z"_L1};
    QStringList snr;
    for (auto band = 0UL; band < entry.snr.size(); ++band)
        if (entry.snr.at(band))
            snr << u"%1 %2"_s.arg(bands[band], QString::number(*entry.snr.at(band), 'f', 1));
    if (!snr.isEmpty())
        parts << ObjectLine::tr("S/N %1").arg(snr.join(u"  "_s));
    if (!entry.objectType.isEmpty())
        parts << ObjectLine::tr("target %1").arg(entry.objectType);
    if (entry.reason != QueueReason::None)
        parts << reasonLabel(entry.reason);
    if (entry.spectrographId && entry.fiberId)
        parts << ObjectLine::tr("sp %1 fibre %2")
                     .arg(*entry.spectrographId, 2, 10, QChar(u'0'))
                     .arg(*entry.fiberId);
    if (!entry.obsDate.isEmpty())
        parts << entry.obsDate;
    if (!entry.planId.isEmpty())
        parts << entry.planId;
    return parts.join(u"   "_s);
}
}

ObjectLine::ObjectLine(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_facts(new Caption({}, this))
    , m_doubt(new Caption({}, this))
    , m_smoothing(new Caption({}, this))
    , m_switches(new QHBoxLayout)
{
    m_name->setObjectName(u"objectName"_s);
    auto font = figureFont(TextSize::Text);
    font.setBold(true);
    m_name->setFont(font);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setFocusPolicy(Qt::NoFocus);
    m_facts->setElided(true);
    m_facts->useFigures();
    m_facts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_smoothing->setObjectName(u"smoothing"_s);
    m_doubt->setObjectName(u"wavelengthDoubt"_s);
    m_doubt->setTone(Caption::Tone::Attention);
    m_doubt->setElided(true);
    m_doubt->hide();
    auto* first = new QHBoxLayout;
    first->setSpacing(2);
    first->addWidget(m_name, 1);
    first->addLayout(m_switches);
    auto* second = new QHBoxLayout;
    second->setSpacing(2 * gridUnit);
    second->addWidget(m_facts, 1);
    second->addWidget(m_smoothing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, gridUnit / 2, gridUnit, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_doubt);
    m_switches->setSpacing(2);
}

void ObjectLine::setEntry(const QueueEntry& entry)
{
    m_name->setText(entry.designation.isEmpty() ? QString::number(entry.obsid) : entry.designation);
    m_name->setToolTip(tr("obsid %1\n%2").arg(QString::number(entry.obsid), entry.file));
    m_facts->setText(facts(entry));
    m_facts->setToolTip(facts(entry).replace(u"   "_s, u"\n"_s));
}

void ObjectLine::setDoubt(const QString& sentence)
{
    m_doubt->setText(sentence.isEmpty() ? QString() : u"▲ "_s + sentence);
    m_doubt->setToolTip(sentence);
    m_doubt->setVisible(!sentence.isEmpty());
}

void ObjectLine::setSwitches(const QList<QAction*>& switches)
{
    for (auto* action : switches) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setFont(textFont(TextSize::Caption));
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_switches->addWidget(button);
        connect(action, &QAction::changed, button,
                [action, button] { button->setVisible(action->isVisible()); });
    }
}

void ObjectLine::setSmoothing(int pixels)
{
    m_pixels = pixels;
    describeView();
}

void ObjectLine::setLineSet(const QString& name)
{
    m_lineSet = name;
    describeView();
}

void ObjectLine::describeView()
{
    QStringList parts;
    if (!m_lineSet.isEmpty())
        parts << tr("lines: %1").arg(m_lineSet);
    if (m_pixels > 1)
        parts << tr("smoothed %1 px").arg(m_pixels);
    m_smoothing->setText(parts.join(u"   "_s));
}

void ObjectLine::setMenu(const QAction* action, QMenu* menu)
{
    auto* button = findChild<QToolButton*>(action->objectName() + u"Button"_s);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
}
