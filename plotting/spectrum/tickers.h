#pragma once

#include <qcustomplot.h>

class WavelengthScale;
struct PlotState;

/// Ticks of a wavelength axis whose coordinate is a position on a WavelengthScale. Internal to plotting.
class WavelengthTicker : public QCPAxisTicker
{
public:
    enum class Frame { Observed, Rest };

    WavelengthTicker(const PlotState& state, Frame frame);

    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    const PlotState& m_state;
    Frame m_frame;
};

/// Ticks of a flux axis, whose numbers are the flux divided by a power of ten that the caption says.
class FluxTicker : public QCPAxisTicker
{
public:
    /// The power of ten, a multiple of 3, for this range: 0 between 0.01 and 10,000.
    static int exponentFor(const QCPRange& range);

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    int m_exponent = 0;
    int m_decimals = 0;
};
