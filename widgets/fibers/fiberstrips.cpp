#include "widgets/fibers/fiberstrips.h"

#include "plotting/tile/tile.h"
#include "widgets/frame/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int stripHeight = 34;
}

FiberStrips::FiberStrips(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(u"fiberStrips"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    verticalScrollBar()->setSingleStep(stripHeight);
    setMinimumHeight(3 * stripHeight);
}

void FiberStrips::setSpectra(const std::vector<SpectrumPtr>& byFiber, int firstFiber)
{
    m_spectra = byFiber;
    m_firstFiber = firstFiber;
    layOut();
}

void FiberStrips::setRange(const FiberRange& range)
{
    m_range = range;
    viewport()->update();
}

void FiberStrips::setGutters(int left, int right)
{
    m_left = left;
    m_right = right;
    viewport()->update();
}

void FiberStrips::setWavelengths(double fromAngstrom, double toAngstrom)
{
    m_fromAngstrom = fromAngstrom;
    m_toAngstrom = toAngstrom;
    viewport()->update();
}

QString FiberStrips::labelOf(const Spectrum& spectrum) const
{
    if (spectrum.target.fiberType == "Sky"_L1)
        return tr("sky");
    if (!spectrum.pipeline.statedClass())
        return {};
    const auto& pipeline = spectrum.pipeline;
    return pipeline.subclass.isEmpty() ? className(pipeline.spectralClass) : pipeline.subclass;
}

void FiberStrips::showFiber(int fiber)
{
    verticalScrollBar()->setValue((fiber - m_firstFiber) * stripHeight
                                  - (viewport()->height() - stripHeight) / 2);
}

int FiberStrips::fiberAt(int y) const
{
    const int row = (y + verticalScrollBar()->value()) / stripHeight;
    return y >= 0 && row < std::ssize(m_spectra) ? m_firstFiber + row : 0;
}

QRect FiberStrips::stripRect(int fiber) const
{
    return {0, (fiber - m_firstFiber) * stripHeight - verticalScrollBar()->value(), viewport()->width(),
            stripHeight};
}

void FiberStrips::layOut()
{
    const int height = static_cast<int>(m_spectra.size()) * stripHeight;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    viewport()->update();
}

void FiberStrips::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), ThemeColours::of(palette()).base);
    painter.setFont(figureFont(TextSize::Caption));
    const int first = std::max(m_firstFiber, fiberAt(event->rect().top()));
    const int end = m_firstFiber + static_cast<int>(m_spectra.size());
    for (int fiber = first; fiber < end && stripRect(fiber).top() <= event->rect().bottom(); ++fiber)
        paintStrip(painter, fiber, stripRect(fiber));
}

void FiberStrips::paintStrip(QPainter& painter, int fiber, const QRect& area) const
{
    const auto colours = ThemeColours::of(palette());
    const auto& spectrum = m_spectra[static_cast<std::size_t>(fiber - m_firstFiber)];
    const bool chosen = fiber >= m_range.first && fiber <= m_range.last;
    if (chosen)
        painter.fillRect(QRect(area.left(), area.top(), 4, area.height()),
                         PlotPalette::of(palette()).problem);
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colours.hairline);
    painter.setPen(spectrum ? colours.text : colours.quiet);
    const QRect gutter(area.left(), area.top(), m_left - 6, area.height());
    const auto label = spectrum ? labelOf(*spectrum) : QString();
    const auto lines = label.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(gutter.adjusted(0, 2, 0, 0), Qt::AlignRight | lines, QString::number(fiber));
    if (!spectrum)
        return;
    painter.setPen(colours.quiet);
    painter.drawText(gutter.adjusted(0, 0, 0, -3), Qt::AlignRight | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(label, Qt::ElideRight, gutter.width() - 6));
    const int scrollBar = width() - viewport()->width();
    const QSize size(area.width() - m_left - std::max(0, m_right - scrollBar), area.height() - 1);
    auto picture = tilePicture(*spectrum, {},
                               {.size = (QSizeF(size) * devicePixelRatioF()).toSize(),
                                .colours = PlotPalette::of(palette()),
                                .fromAngstrom = m_fromAngstrom,
                                .toAngstrom = m_toAngstrom});
    picture.setDevicePixelRatio(devicePixelRatioF());
    painter.drawImage(area.left() + m_left, area.top(), picture);
}

void FiberStrips::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void FiberStrips::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressedFiber = fiberAt(event->position().toPoint().y());
}

void FiberStrips::mouseMoveEvent(QMouseEvent* event)
{
    const int here = fiberAt(event->position().toPoint().y());
    if (m_pressedFiber == 0 || here == 0 || here == m_pressedFiber)
        return;
    m_dragging = true;
    setRange({.first = std::min(here, m_pressedFiber), .last = std::max(here, m_pressedFiber)});
}

void FiberStrips::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_pressedFiber == 0)
        return;
    const int fiber = m_pressedFiber;
    m_pressedFiber = 0;
    if (std::exchange(m_dragging, false))
        emit rangeDragged(m_range);
    else
        emit fiberClicked(fiber);
}
