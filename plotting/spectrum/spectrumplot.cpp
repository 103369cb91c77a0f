#include "plotting/spectrum/spectrumplot.h"

#include "models/spectrum/wavelength.h"
#include "plotting/spectrum/axes.h"
#include "plotting/spectrum/axiscaptions.h"
#include "plotting/spectrum/canvas.h"
#include "plotting/spectrum/cursor.h"
#include "plotting/spectrum/interaction.h"
#include "plotting/spectrum/lineoverlay.h"
#include "plotting/spectrum/picture.h"
#include "plotting/spectrum/plotstate.h"
#include "plotting/spectrum/skylayer.h"
#include "plotting/spectrum/templatelayer.h"
#include "plotting/spectrum/tracelayer.h"

#include <QEvent>

#include <cmath>
#include <limits>
#include <utility>

using Stale = Canvas::Stale;

namespace {
constexpr int widestSmoothing = 101; // pixels
}

struct SpectrumPlot::Parts
{
    explicit Parts(QWidget* owner)
        : canvas(new Canvas(owner))
        , axes(*canvas, state)
        , sky(new SkyLayer(canvas, state))
        , trace(new TraceLayer(canvas, state))
        , model(new TemplateLayer(canvas, state, *trace))
        , overlay(new LineOverlay(canvas, state))
        , captions(new AxisCaptions(canvas, state))
        , interaction(new PlotInteraction(*canvas, state, axes, *overlay))
    {
        canvas->prepare = [this] { axes.prepare(); };
    }

    void takeLook(const QWidget& widget)
    {
        state.palette = PlotPalette::of(widget.palette());
        const int size = QFontInfo(widget.font()).pixelSize();
        state.font = widget.font();
        state.font.setPixelSize(std::max(size - 1, 10));
        state.captionFont = widget.font();
        state.captionFont.setPixelSize(std::max(size - 2, 9));
        axes.applyLook();
        overlay->measureLabels();
        canvas->markStale(Stale::Everything);
    }

    PlotState state;
    Canvas* canvas; // QCustomPlot owns its layerables
    PlotAxes axes;
    SkyLayer* sky;
    TraceLayer* trace;
    TemplateLayer* model; // below the line marks
    LineOverlay* overlay;
    AxisCaptions* captions;
    PlotInteraction* interaction;
    bool isUnseen = false; // a spectrum has come and was not painted yet
};

SpectrumPlot::SpectrumPlot(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(this))
{
    m_parts->state.hint = tr("No spectrum");
    m_parts->takeLook(*this);

    auto* mouse = m_parts->interaction;
    connect(mouse, &PlotInteraction::allWished, this, &SpectrumPlot::resetZoom);
    connect(mouse, &PlotInteraction::redshiftStepped, this, &SpectrumPlot::redshiftStepped);
    connect(mouse, &PlotInteraction::lineDragFinished, this, &SpectrumPlot::redshiftDragFinished);
    connect(mouse, &PlotInteraction::pointerLeft, this, &SpectrumPlot::cursorLeft);
    connect(mouse, &PlotInteraction::pointerMoved, this,
            [this](double vacuum) { emit cursorMoved(readoutAt(m_parts->state, vacuum)); });
    connect(mouse, &PlotInteraction::rangeWished, this, &SpectrumPlot::showPositions);
    connect(mouse, &PlotInteraction::measureWished, this, &SpectrumPlot::measureWished);
    connect(mouse, &PlotInteraction::lineWished, this, &SpectrumPlot::lineWished);
    m_parts->canvas->afterPaint = [this] {
        if (std::exchange(m_parts->isUnseen, false))
            emit painted();
    };
    connect(mouse, &PlotInteraction::lineDragged, this, [this](int line, double vacuum) {
        const auto& dragged = m_parts->state.lines[std::size_t(line)];
        setRedshift(redshiftOf(dragged.vacuumAngstrom, vacuum));
        emit redshiftDragged(redshift(), dragged.name);
    });
}

SpectrumPlot::~SpectrumPlot()
{
    delete m_parts->canvas; // its layers look at the state until then
}

void SpectrumPlot::setSpectrum(SpectrumPtr spectrum)
{
    m_parts->interaction->endDrag();
    auto& state = m_parts->state;
    state.drawn = drawnSpectrum(std::move(spectrum), state.drawn.smoothing);
    state.templateFlux.clear();
    state.shownExposures.clear();
    state.measured.reset();
    m_parts->isUnseen = state.drawn.spectrum != nullptr;
    m_parts->axes.showAll();
    m_parts->canvas->markStale(Stale::Everything);
    emit zoomChanged();
}

SpectrumPtr SpectrumPlot::spectrum() const
{
    return m_parts->state.drawn.spectrum;
}

void SpectrumPlot::setHint(const QString& hint)
{
    m_parts->state.hint = hint;
    m_parts->canvas->markStale(Stale::Everything);
}

void SpectrumPlot::setRedshift(double z)
{
    if (!std::isfinite(z) || z <= -1 || z == m_parts->state.z)
        return;
    m_parts->state.z = z;
    m_parts->canvas->markStale(Stale::Overlay);
    if (const auto under = cursorAngstrom(); std::isfinite(under))
        emit cursorMoved(readoutAt(m_parts->state, under));
}

double SpectrumPlot::redshift() const
{
    return m_parts->state.z;
}

void SpectrumPlot::setLines(LineList lines)
{
    m_parts->interaction->endDrag();
    m_parts->state.lines = std::move(lines);
    m_parts->overlay->measureLabels();
    m_parts->canvas->markStale(Stale::Overlay);
}

const LineList& SpectrumPlot::lines() const
{
    return m_parts->state.lines;
}

void SpectrumPlot::setSmoothing(int pixels)
{
    const int width = std::clamp(oddWidth(pixels), 1, widestSmoothing);
    if (width == m_parts->state.drawn.smoothing)
        return;
    smooth(m_parts->state.drawn, width);
    m_parts->canvas->markStale(Stale::Everything);
}

int SpectrumPlot::smoothing() const
{
    return m_parts->state.drawn.smoothing;
}

void SpectrumPlot::setEmissionVisible(bool visible)
{
    m_parts->state.emission = visible;
    m_parts->canvas->markStale(Stale::Everything);
}

bool SpectrumPlot::isEmissionVisible() const
{
    return m_parts->state.emission;
}

void SpectrumPlot::setAbsorptionVisible(bool visible)
{
    m_parts->state.absorption = visible;
    m_parts->canvas->markStale(Stale::Everything);
}

bool SpectrumPlot::isAbsorptionVisible() const
{
    return m_parts->state.absorption;
}

void SpectrumPlot::setErrorVisible(bool visible)
{
    m_parts->state.error = visible;
    m_parts->canvas->markStale(Stale::Everything);
}

bool SpectrumPlot::isErrorVisible() const
{
    return m_parts->state.error;
}

void SpectrumPlot::setSkyVisible(bool visible)
{
    m_parts->state.sky = visible;
    m_parts->canvas->markStale(Stale::Everything);
}

bool SpectrumPlot::isSkyVisible() const
{
    return m_parts->state.sky;
}

void SpectrumPlot::setExposuresVisible(bool visible)
{
    m_parts->state.exposures = visible;
    m_parts->canvas->markStale(Stale::Everything);
}

bool SpectrumPlot::areExposuresVisible() const
{
    return m_parts->state.exposures;
}

void SpectrumPlot::setShownExposures(std::vector<std::size_t> exposures)
{
    m_parts->state.shownExposures = std::move(exposures);
    m_parts->canvas->markStale(Stale::Everything);
}

void SpectrumPlot::setTemplate(std::vector<float> flux)
{
    const auto fits = flux.size() == m_parts->state.drawn.position.size();
    m_parts->state.templateFlux = fits ? std::move(flux) : std::vector<float>();
    m_parts->canvas->markStale(Stale::Overlay);
}

const std::vector<float>& SpectrumPlot::templateFlux() const
{
    return m_parts->state.templateFlux;
}

void SpectrumPlot::setTemplateVisible(bool visible)
{
    m_parts->state.templateShown = visible;
    m_parts->canvas->markStale(Stale::Overlay);
}

bool SpectrumPlot::isTemplateVisible() const
{
    return m_parts->state.templateShown;
}

void SpectrumPlot::setMeasuredLine(const std::optional<MeasuredLine>& measured)
{
    m_parts->state.measured = measured;
    m_parts->canvas->markStale(Stale::Overlay);
}

void SpectrumPlot::showPositions(double from, double to)
{
    m_parts->axes.setPositionRange(from, to);
    m_parts->canvas->markStale(Stale::Everything);
    emit zoomChanged();
}

void SpectrumPlot::layOut() const
{
    m_parts->canvas->setGeometry(rect()); // the resize event of a hidden widget comes when it is shown
    m_parts->canvas->layOut();
}

void SpectrumPlot::resetZoom()
{
    m_parts->axes.showAll();
    m_parts->canvas->markStale(Stale::Everything);
    emit zoomChanged();
}

void SpectrumPlot::zoom(double factor)
{
    if (!(factor > 0))
        return;
    auto& axes = m_parts->axes;
    const auto& scale = m_parts->state.drawn.scale;
    const double from = axes.positionFrom();
    const double to = axes.positionTo();
    const double cursor = cursorAngstrom();
    const double centre = std::isfinite(cursor) ? scale.position(cursor) : (from + to) / 2;
    showPositions(centre - (centre - from) / factor, centre + (to - centre) / factor);
}

void SpectrumPlot::pan(double fractionOfWidth)
{
    const auto& axes = m_parts->axes;
    const double shift = fractionOfWidth * (axes.positionTo() - axes.positionFrom());
    showPositions(axes.positionFrom() + shift, axes.positionTo() + shift);
}

void SpectrumPlot::setWavelengthRange(double fromAngstrom, double toAngstrom)
{
    const auto& scale = m_parts->state.drawn.scale;
    showPositions(scale.position(fromAngstrom), scale.position(toAngstrom));
}

double SpectrumPlot::rangeFromAngstrom() const
{
    return m_parts->state.drawn.scale.wavelength(m_parts->axes.positionFrom());
}

double SpectrumPlot::rangeToAngstrom() const
{
    return m_parts->state.drawn.scale.wavelength(m_parts->axes.positionTo());
}

void SpectrumPlot::zoomToLine(const SpectralLine& line)
{
    constexpr double halfWidthKmS = 3000;
    const double observed = observedWavelength(line.vacuumAngstrom, redshift());
    const double half = observed * halfWidthKmS / speedOfLightKmS;
    setWavelengthRange(observed - half, observed + half);
}

double SpectrumPlot::cursorAngstrom() const
{
    layOut();
    const double x = m_parts->state.cursorX;
    const auto area = plotArea();
    if (m_parts->state.drawn.isEmpty() || x < area.left() || x > area.right())
        return std::numeric_limits<double>::quiet_NaN();
    return m_parts->axes.wavelengthAtX(x);
}

QRectF SpectrumPlot::plotArea() const
{
    layOut();
    return QRectF(m_parts->canvas->axisRect()->rect()).translated(m_parts->canvas->pos());
}

double SpectrumPlot::xOfWavelength(double vacuumAngstrom) const
{
    layOut();
    return m_parts->axes.xOfWavelength(vacuumAngstrom) + m_parts->canvas->x();
}

QStringList SpectrumPlot::labelledLines() const
{
    layOut();
    QStringList names;
    for (const auto& mark : m_parts->overlay->marks()) {
        if (mark.row >= 0)
            names.append(m_parts->state.lines[std::size_t(mark.line)].name);
    }
    return names;
}

std::vector<double> SpectrumPlot::tracePenWidths() const
{
    return {m_parts->trace->tracePen().widthF(), m_parts->trace->rawPen().widthF()};
}

QImage SpectrumPlot::render(QSize size, qreal devicePixelRatio, const PictureText& text) const
{
    return pictureOf(*m_parts->canvas, m_parts->state, size, devicePixelRatio, text);
}

Result<void> SpectrumPlot::exportTo(const QString& path, QSize size, const PictureText& text) const
{
    return writePicture(*m_parts->canvas, m_parts->state, path, size, text);
}

QSize SpectrumPlot::sizeHint() const
{
    return {960, 540};
}

QSize SpectrumPlot::minimumSizeHint() const
{
    return {320, 200};
}

void SpectrumPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_parts->canvas->setGeometry(rect());
}

void SpectrumPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange)
        m_parts->takeLook(*this);
}
