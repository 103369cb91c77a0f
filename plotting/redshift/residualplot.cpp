#include "plotting/redshift/residualplot.h"

#include "models/spectrum/maskbits.h"
#include "models/spectrum/tracepath.h"
#include "plotting/palette.h"
#include "plotting/spectrum/spectrumplot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int panelHeight = 88; // pixels
constexpr double usualLimit = 5; // σ
constexpr double widestLimit = 15;
constexpr double shareInside = 0.995; // of the pixels that the limit leaves in
}

std::vector<float> residualInSigma(const Spectrum& spectrum, const std::vector<float>& model, int smoothing)
{
    const auto& samples = spectrum.coadd;
    if (model.size() != samples.size() || samples.inverseVariance.size() != samples.size())
        return {};
    std::vector<float> difference(samples.size());
    auto usable = usablePixels(samples, worthlessBits(spectrum.layout));
    for (std::size_t pixel = 0; pixel < difference.size(); ++pixel) {
        difference[pixel] = samples.flux[pixel] - model[pixel];
        usable[pixel] &= std::isfinite(difference[pixel]);
    }
    const auto trace = smoothed(difference, samples.inverseVariance, usable, smoothing);
    std::vector<float> residual(samples.size());
    for (std::size_t pixel = 0; pixel < residual.size(); ++pixel)
        residual[pixel] = trace.flux[pixel] / trace.error[pixel];
    return residual;
}

ResidualPlot::ResidualPlot(SpectrumPlot& plot, QWidget* parent)
    : QWidget(parent)
    , m_plot(plot)
{
    setFixedHeight(panelHeight);
    setToolTip(tr("Spectrum minus template over the error of a pixel"));
    connect(&plot, &SpectrumPlot::zoomChanged, this, qOverload<>(&QWidget::update));
}

void ResidualPlot::refresh()
{
    if (!isVisible())
        return;
    const auto spectrum = m_plot.spectrum();
    m_residual.clear();
    if (spectrum && !m_plot.templateFlux().empty()) {
        m_scale = WavelengthScale(spectrum->coadd.wavelengthAngstrom);
        m_position.clear();
        for (const double wavelength : spectrum->coadd.wavelengthAngstrom)
            m_position.push_back(m_scale.position(wavelength));
        m_residual = residualInSigma(*spectrum, m_plot.templateFlux(), m_plot.smoothing());
    }
    std::vector<float> sizes;
    for (const float value : m_residual)
        if (std::isfinite(value))
            sizes.push_back(std::abs(value));
    m_limit = usualLimit;
    if (!sizes.empty()) {
        const auto place = sizes.begin() + std::ptrdiff_t(shareInside * double(sizes.size() - 1));
        std::ranges::nth_element(sizes, place);
        m_limit = std::clamp(double(*place), usualLimit, widestLimit);
    }
    update();
}

QSize ResidualPlot::sizeHint() const
{
    return {960, panelHeight};
}

void ResidualPlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ResidualPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = PlotPalette::of(palette());
    painter.fillRect(rect(), colours.background);
    auto small = font();
    small.setPixelSize(std::max(QFontInfo(font()).pixelSize() - 2, 9));
    painter.setFont(small);
    const auto across = m_plot.plotArea();
    const QRectF area(across.left(), 4, across.width(), height() - 8);
    painter.setPen(colours.axis);
    if (m_residual.empty()) {
        const auto hint = m_plot.templateFlux().empty() ? tr("No template, no residual")
                                                        : tr("The file has no errors: no residual");
        painter.drawText(area, Qt::AlignCenter, hint);
        return;
    }

    PixelMap map;
    const double from = m_scale.position(m_plot.rangeFromAngstrom());
    const double to = m_scale.position(m_plot.rangeToAngstrom());
    map.xFactor = area.width() / (to - from);
    map.xOffset = area.left() - from * map.xFactor;
    map.yFactor = -area.height() / (2 * m_limit);
    map.yOffset = area.center().y();
    map.columnsPerPixel = devicePixelRatioF();
    const QRectF numbers(0, 0, area.left() - 8, 0);
    for (const int level : {-5, 0, 5}) {
        const double y = std::round(map.y(level));
        painter.setPen(level == 0 ? colours.axis : colours.grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colours.axis);
        const auto text = level < 0 ? u"−%1"_s.arg(-level) : QString::number(level);
        painter.drawText(numbers.adjusted(0, std::clamp(y - 8, 0.0, height() - 16.0), 0,
                                          std::clamp(y + 8, 16.0, double(height()))),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.drawText(QRectF(8, 2, area.left(), 14), Qt::AlignLeft | Qt::AlignTop, tr("residual, σ"));

    const auto first = std::ranges::lower_bound(m_position, from) - m_position.begin();
    const auto end = std::ranges::upper_bound(m_position, to) - m_position.begin();
    const auto path = tracePath(m_position, m_residual, std::size_t(std::max<std::ptrdiff_t>(first - 1, 0)),
                                std::min(std::size_t(end) + 1, m_position.size()), map);
    painter.setClipRect(area);
    painter.setPen(QPen(colours.flux, 0));
    for (std::size_t line = 0; line < path.lineCount(); ++line)
        painter.drawPolyline(path.points.data() + path.starts[line],
                             static_cast<int>(path.lineEnd(line) - path.starts[line]));
}
