#include "widgets/fibers/spectrographrow.h"

#include "widgets/frame/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}
}

SpectrographRow::SpectrographRow(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("spectrographs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpectrographRow::setSpectrographs(const std::vector<int>& ids)
{
    m_ids = ids;
    std::erase_if(m_maps, [&ids](const auto& map) { return std::ranges::find(ids, map.first) == ids.end(); });
    update();
}

void SpectrographRow::setCurrent(int id)
{
    m_current = id;
    update();
}

void SpectrographRow::setMap(int id, const SmallMap& map)
{
    m_maps.insert_or_assign(id, map);
    update(cellRect(id));
}

QSize SpectrographRow::sizeHint() const
{
    return {16 * 40, mapSize.height() + fontMetrics().height() + 10};
}

QRect SpectrographRow::cellRect(int id) const
{
    const auto found = std::ranges::find(m_ids, id);
    if (found == m_ids.end())
        return {};
    const int cells = std::max<int>(static_cast<int>(m_ids.size()), 16);
    const int place = static_cast<int>(found - m_ids.begin());
    const int left = place * width() / cells;
    return {left, 0, (place + 1) * width() / cells - left, height()};
}

void SpectrographRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto colours = ThemeColours::of(palette());
    painter.setFont(figureFont(TextSize::Caption));
    for (const int id : m_ids) {
        const auto cell = cellRect(id).adjusted(2, 2, -2, -2);
        const QRect place(cell.left() + 2, cell.top() + 2, cell.width() - 4, mapSize.height());
        const auto map = m_maps.find(id);
        if (map == m_maps.end())
            painter.fillRect(place, colours.hover);
        else
            painter.drawImage(place, isDark(palette()) ? map->second.dark : map->second.light);
        painter.setPen(id == m_current ? colours.text : colours.quiet);
        painter.drawText(QRect(cell.left(), place.bottom() + 1, cell.width(), cell.bottom() - place.bottom()),
                         Qt::AlignCenter, QString::number(id));
        if (id == m_current) {
            painter.setPen(QPen(colours.focus, 2));
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
        }
    }
}

void SpectrographRow::mouseReleaseEvent(QMouseEvent* event)
{
    for (const int id : m_ids)
        if (cellRect(id).contains(event->position().toPoint()))
            emit chosen(id);
}

bool SpectrographRow::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const int id : m_ids)
            if (cellRect(id).contains(help->pos()))
                QToolTip::showText(help->globalPos(), tr("Spectrograph %1").arg(id), this);
        return true;
    }
    return QWidget::event(event);
}
