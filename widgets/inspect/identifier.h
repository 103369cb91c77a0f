#pragma once

#include "models/measure/spectrumsolutions.h"
#include "models/values/result.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

class EvidencePanel;
class ResidualPlot;
class SolutionsPanel;
class SpectrumPlot;
class VerdictEditor;
struct Identification;
struct LineFit;

/// Keeps everything that argues for or against the draft's class and redshift in step with it: SpecDesk's
/// answers, the template over the spectrum, its residual, the lines that must be there and the other readings
/// of the strongest one; and takes what the person chooses among them into the draft.
class Identifier : public QObject
{
    Q_OBJECT
public:
    /// What it joins; all must live as long.
    struct Parts
    {
        SpectrumPlot& plot;
        VerdictEditor& editor;
        SolutionsPanel& solutions;
        EvidencePanel& evidence;
        ResidualPlot& residual;
    };
    explicit Identifier(const Parts& parts, QObject* parent = nullptr);
    ~Identifier() override;

    /// Another spectrum is shown, or none: nothing is known of it yet.
    void setSpectrum(const SpectrumPtr& spectrum);
    /// Answers that have come; those to a spectrum that is not shown are dropped.
    void setSolutions(const SolutionsPtr& solutions);
    /// A template that was asked for by templateWanted(); dropped when it is no longer wanted.
    void setOverlay(const SpectrumPtr& spectrum, const TemplateOverlay& overlay);
    /// Shows what argues for the draft as it is now.
    void followDraft();

    /// The feature that other readings are of, observed vacuum Å.
    void setFeature(double angstrom);
    void choose(int row); ///< Of the answers, from 0
    void chooseNeighbour(int step); ///< The next answer (1) or the one before (−1)
    void nextReading(); ///< Reads the feature as the next line
    void refine(); ///< Fits z to the lines that must be there; a verdict given meanwhile waits for it

signals:
    void refused(const QString& sentence);
    /// That template is wanted for the spectrum shown.
    void templateWanted(const TemplateWish& wish);

private:
    void showOverlay();
    void showEvidence();
    void showReadings();
    void readFeature();
    void takeReading(int reading);
    void takeFit(const Result<LineFit>& fit);
    int readingOfDraft() const;

    SpectrumPlot& m_plot;
    VerdictEditor& m_editor;
    SolutionsPanel& m_panel;
    EvidencePanel& m_evidence;
    ResidualPlot& m_residual;
    SpectrumPtr m_spectrum;
    SolutionsPtr m_solutions;
    TemplateOverlay m_overlay; ///< The last that was fitted
    std::optional<double> m_feature;
    std::vector<Identification> m_readings;
    QThreadPool m_pool; ///< For fits
    QTimer m_later; ///< The other readings can wait for the first frame.
};
