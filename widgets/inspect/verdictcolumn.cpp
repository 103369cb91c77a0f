#include "widgets/inspect/verdictcolumn.h"

#include "widgets/frame/theme.h"
#include "widgets/inspect/reasonpanel.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

VerdictColumn::VerdictColumn(const Verdict& verdict, const std::vector<Conflict>& conflicts,
                             const QString& key, QWidget* parent)
    : QPushButton(parent)
    , m_verdict(verdict)
    , m_conflicts(conflicts)
    , m_key(key)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(tr("Take over the verdict of %1").arg(verdict.inspector));
}

void VerdictColumn::setOverlaid(bool overlaid)
{
    m_overlaid = overlaid;
    update();
}

QSize VerdictColumn::sizeHint() const
{
    const QFontMetrics title(textFont(TextSize::Title));
    return {200, 2 * title.height() + 4 * fontMetrics().height() + 4 * gridUnit};
}

bool VerdictColumn::differs(std::initializer_list<Conflict> kinds) const
{
    return std::ranges::any_of(
        kinds, [this](Conflict kind) { return std::ranges::find(m_conflicts, kind) != m_conflicts.end(); });
}

void VerdictColumn::paintEvent(QPaintEvent*)
{
    const auto colours = ThemeColours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int width = hasFocus() ? 4 : m_overlaid ? 2 : 1;
    painter.setPen(QPen(width > 1 ? colours.focus : colours.hairline, width));
    painter.setBrush(underMouse() ? colours.hover : colours.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);

    const auto area = rect().adjusted(2 * gridUnit, gridUnit, -2 * gridUnit, -gridUnit);
    int y = area.top();
    const auto line = [&](const QString& text, bool large, const QColor& colour) {
        painter.setFont(large ? figureFont(TextSize::Title) : figureFont(TextSize::Text));
        painter.setPen(colour);
        const int height = painter.fontMetrics().height() + (large ? 0 : 2);
        painter.drawText(QRect(area.left(), y, area.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        y += height;
    };
    line(u"%1   %2"_s.arg(m_key, m_verdict.inspector), false, colours.quiet);
    const auto answer = className(m_verdict.spectralClass) + u' ' + m_verdict.subclass;
    line(answer, differs({Conflict::Class, Conflict::Subclass}), colours.text);
    line(m_verdict.z ? u"z %1"_s.arg(*m_verdict.z, 0, 'f', 6) : tr("no redshift"),
         differs({Conflict::Redshift, Conflict::RedshiftMissing}), colours.text);
    line(m_verdict.grade ? tr("grade %1").arg(static_cast<int>(*m_verdict.grade)) : tr("no grade"),
         differs({Conflict::Grade, Conflict::Usable}), colours.text);
    QStringList remarks;
    for (const auto& reason : m_verdict.reasons)
        remarks << ReasonPanel::label(reason);
    if (!m_verdict.comment.isEmpty())
        remarks << u"“%1”"_s.arg(m_verdict.comment);
    line(remarks.join(u", "_s), false, colours.quiet);
}
