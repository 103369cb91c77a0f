#pragma once

#include "models/spectrum/smoothing.h"
#include "models/spectrum/spectrum.h"
#include "models/spectrum/wavelengthscale.h"

#include <QWidget>

class SpectrumPlot;

/// What is left of a spectrum when its template is taken away, in units of its error, under the plot it
/// belongs to and in step with it.
class ResidualPlot : public QWidget
{
    Q_OBJECT
public:
    /// `plot` gives spectrum, template, smoothing and range; it must live as long and stand right above.
    explicit ResidualPlot(SpectrumPlot& plot, QWidget* parent = nullptr);

    /// Takes spectrum, template and smoothing from the plot anew.
    void refresh();
    /// (flux − template)/σ by pixel, NaN where it is not known; empty without a template.
    const std::vector<float>& residual() const { return m_residual; }
    /// The largest |residual| that is drawn, between 5 and 15 σ.
    double limit() const { return m_limit; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    SpectrumPlot& m_plot;
    WavelengthScale m_scale;
    std::vector<double> m_position;
    std::vector<float> m_residual;
    double m_limit = 5;
};

/// (flux − model)/σ of the coadd averaged over `smoothing` pixels; empty where the file has no errors or the
/// model does not fit it.
std::vector<float> residualInSigma(const Spectrum& spectrum, const std::vector<float>& model, int smoothing);
