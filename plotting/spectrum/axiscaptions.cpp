#include "plotting/spectrum/axiscaptions.h"

#include "plotting/spectrum/plotstate.h"
#include "plotting/spectrum/tickers.h"

using namespace Qt::Literals::StringLiterals;

namespace {
QString superscript(int number)
{
    constexpr auto digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    const auto plain = QString::number(std::abs(number));
    for (const auto digit : plain)
        text += QChar(digits[digit.digitValue()]);
    return number < 0 ? u"⁻"_s + text : text;
}
}

AxisCaptions::AxisCaptions(QCustomPlot* plot, const PlotState& state)
    : QCPLayerable(plot, QStringLiteral("axes"))
    , m_state(state)
{
}

void AxisCaptions::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

QString AxisCaptions::fluxCaption() const
{
    const auto& unit = m_state.drawn.spectrum->fluxUnit;
    const int exponent = FluxTicker::exponentFor(mParentPlot->yAxis->range());
    QString caption = unit.isEmpty() ? QCoreApplication::translate("SpectrumPlot", "Relative flux")
                                     : QCoreApplication::translate("SpectrumPlot", "Flux");
    QStringList details;
    if (exponent != 0)
        details.append(u"10"_s + superscript(exponent));
    if (!unit.isEmpty())
        details.append(unit);
    return details.isEmpty() ? caption : caption + u" ("_s + details.join(u' ') + u')';
}

void AxisCaptions::draw(QCPPainter* painter)
{
    if (m_state.drawn.isEmpty())
        return;
    const QRectF rect = mParentPlot->axisRect()->rect();
    const QFontMetricsF metrics(m_state.captionFont);
    const QFontMetricsF numbers(m_state.font);
    const double height = metrics.height();
    painter->setFont(m_state.captionFont);
    painter->setPen(m_state.palette.axis);
    painter->drawText(QRectF(rect.left(), rect.bottom() + 6 + numbers.height(), rect.width(), height),
                      Qt::AlignRight | Qt::AlignVCenter,
                      QCoreApplication::translate("SpectrumPlot", "Observed wavelength (Å, vacuum)"));
    painter->drawText(QRectF(mParentPlot->viewport().left() + 8.0, rect.top() - 6 - numbers.height() - height,
                             rect.width() / 2, height),
                      Qt::AlignLeft | Qt::AlignVCenter, fluxCaption());
}
