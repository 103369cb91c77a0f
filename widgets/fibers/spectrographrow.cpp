#include "widgets/fibers/spectrographrow.h"

#include "widgets/frame/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

SpectrographRow::SpectrographRow(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("spectrographs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpectrographRow::setSpectrographs(const std::vector<int>& ids)
{
    m_ids = ids;
    std::erase_if(m_pictures,
                  [&ids](const auto& picture) { return std::ranges::find(ids, picture.first) == ids.end(); });
    update();
}

void SpectrographRow::setCurrent(int id)
{
    m_current = id;
    update();
}

void SpectrographRow::setPicture(int id, const QImage& picture)
{
    m_pictures.insert_or_assign(id, picture);
    update(cellRect(id));
}

QSize SpectrographRow::sizeHint() const
{
    return {16 * 40, pictureSize.height() + fontMetrics().height() + 10};
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
        const QRect map(cell.left() + 2, cell.top() + 2, cell.width() - 4, pictureSize.height());
        const auto picture = m_pictures.find(id);
        if (picture == m_pictures.end())
            painter.fillRect(map, colours.hover);
        else
            painter.drawImage(map, picture->second);
        painter.setPen(id == m_current ? colours.text : colours.quiet);
        painter.drawText(QRect(cell.left(), map.bottom() + 1, cell.width(), cell.bottom() - map.bottom()),
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
