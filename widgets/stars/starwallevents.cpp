// What the wall does with the mouse and the keyboard, and how it paints.
#include "plotting/palette.h"
#include "widgets/frame/theme.h"
#include "widgets/stars/starwall.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

void StarWall::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), PlotPalette::of(palette()).background);
    if (rowCount() == 0) {
        painter.setPen(ThemeColours::of(palette()).quiet);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText.isEmpty()
                             ? tr("No spectra here. Those that need no close look come to this wall.")
                             : m_emptyText);
        return;
    }
    const auto [first, last] = rowsOnScreen();
    for (int row = first; row <= last; ++row) {
        const auto area = tileRect(row);
        if (area.intersects(event->rect()))
            paintTile(painter, row, area);
    }
    if (!m_band.isEmpty()) {
        auto colour = ThemeColours::of(palette()).focus;
        painter.setPen(colour);
        colour.setAlphaF(0.15F);
        painter.setBrush(colour);
        painter.drawRect(m_band.translated(0, -verticalScrollBar()->value()));
    }
}

void StarWall::paintTile(QPainter& painter, int row, const QRect& area) const
{
    const auto colours = ThemeColours::of(palette());
    auto picture = m_model->tile(row);
    if (!picture.isNull()) {
        picture.setDevicePixelRatio(devicePixelRatioF());
        painter.drawImage(area.topLeft(), picture);
    }
    painter.setPen(Qt::NoPen);
    painter.fillRect(area.right(), area.top(), 1, area.height(), colours.hairline);
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, colours.hairline);
    const auto state = m_model->state(row);
    painter.setBrush(Qt::NoBrush);
    if (state == TileState::Marked || state == TileState::Corrected) {
        painter.setPen(QPen(PlotPalette::of(palette()).problem, 3));
        painter.drawRect(area.adjusted(1, 1, -3, -3));
    }
    if (m_selection.contains(row)) {
        painter.setPen(QPen(colours.focus, 2));
        painter.drawRect(area.adjusted(4, 4, -6, -6));
    } else if (row == m_current && hasFocus()) {
        painter.setPen(QPen(colours.text, 1, Qt::DotLine));
        painter.drawRect(area.adjusted(4, 4, -6, -6));
    }
    paintCaption(painter, row, area);
}

void StarWall::paintCaption(QPainter& painter, int row, const QRect& area) const
{
    const auto colours = ThemeColours::of(palette());
    const auto state = m_model->state(row);
    const auto index = m_model->index(row);
    painter.setFont(figureFont(TextSize::Caption));
    const QRect line(area.left() + gridUnit, area.bottom() - captionHeight() - 4, area.width() - 2 * gridUnit,
                     captionHeight());
    const auto accepted = state == TileState::Accepted;
    painter.setPen(accepted ? colours.quiet : colours.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, index.data(WallModel::CaptionRole).toString());
    if (accepted) {
        painter.setPen(colours.ok);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("✓"));
    }
    const auto note = index.data(WallModel::NoteRole).toString();
    if (note.isEmpty())
        return;
    const auto ground = state == TileState::Changed ? colours.ink : PlotPalette::of(palette()).problem;
    const auto text = painter.fontMetrics().elidedText(note, Qt::ElideRight, area.width() - 20);
    const QRect flag(area.right() - painter.fontMetrics().horizontalAdvance(text) - 12, area.top(),
                     painter.fontMetrics().horizontalAdvance(text) + 12, captionHeight());
    painter.fillRect(flag, ground);
    painter.setPen(state == TileState::Changed ? colours.onInk : QColor(0x1a, 0x1a, 0x1a));
    painter.drawText(flag, Qt::AlignCenter, text);
}

void StarWall::resizeEvent(QResizeEvent* event)
{
    const int top = rowsOnScreen().first;
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (event->size().width() != event->oldSize().width())
        scrollToTop(top);
}

void StarWall::scrollContentsBy(int dx, int dy)
{
    viewport()->scroll(dx, dy);
    ask(dy < 0 ? 1 : -1);
}

void StarWall::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setTileWidth(m_wishedWidth + (event->angleDelta().y() > 0 ? 24 : -24));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void StarWall::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().toPoint() + QPoint(0, verticalScrollBar()->value());
}

void StarWall::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_pressed.x() < 0)
        return;
    const auto here = event->position().toPoint() + QPoint(0, verticalScrollBar()->value());
    if (m_band.isEmpty() && (here - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_band = QRect(m_pressed, here).normalized();
    viewport()->update();
}

void StarWall::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_pressed.x() < 0)
        return;
    m_pressed = {-1, -1};
    if (!m_band.isEmpty()) {
        finishBand();
        return;
    }
    if (const int row = rowAt(event->position().toPoint()); row >= 0)
        click(row, event->modifiers());
}

void StarWall::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pressed = {-1, -1};
    const int row = rowAt(event->position().toPoint());
    if (row < 0)
        return;
    const auto [clicked, wasMarked] = std::exchange(m_clicked, {-1, false});
    if (clicked == row && m_model->isMarked(row) != wasMarked)
        emit marked({row}, true); // its first half was no click
    emit opened(row);
}

void StarWall::keyPressEvent(QKeyEvent* event)
{
    if (rowCount() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const auto shift = bool(event->modifiers() & Qt::ShiftModifier);
    const int from = m_current >= 0 ? m_current : std::max(0, rowsOnScreen().first);
    const auto go = [&](int step) { setCurrent(std::clamp(from + step, 0, rowCount() - 1), shift); };
    switch (event->key()) {
    case Qt::Key_Left:
        go(-1);
        break;
    case Qt::Key_Right:
        go(m_current >= 0 ? 1 : 0);
        break;
    case Qt::Key_Up:
        go(-m_columns);
        break;
    case Qt::Key_Down:
        go(m_columns);
        break;
    case Qt::Key_PageUp:
        scrollPage(-1);
        break;
    case Qt::Key_PageDown:
        scrollPage(1);
        break;
    case Qt::Key_Home:
        setCurrent(0, shift);
        break;
    case Qt::Key_End:
        setCurrent(rowCount() - 1, shift);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool StarWall::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut
        || event->type() == QEvent::PaletteChange)
        viewport()->update();
    if (event->type() == QEvent::Show)
        ask(0);
    return QAbstractScrollArea::event(event);
}
