#pragma once

#include "models/redshift/redshiftsolution.h"

#include <QWidget>

#include <array>
#include <optional>

class Caption;
class SolutionRow;

/// SpecDesk's own answers, best first: class, template, z and probability in a row each; above them σ(z), how
/// far the next one is, and what to beware of. A click chooses one. In a low window only the first three are
/// shown.
class SolutionsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SolutionsPanel(QWidget* parent = nullptr);

    /// The keys that choose the answers, best first.
    void setKeys(const QStringList& keys) { m_keys = keys; }
    /// The answers to the spectrum on the screen; nothing while they are not known.
    void setAnswer(const std::optional<RedshiftAnswer>& answer);
    /// There is no spectrum: nothing is said, not even that it is being searched.
    void setNothing();
    /// What the pipeline says: a dot marks the answer that agrees with it.
    void setPipeline(SpectralClass spectralClass, std::optional<double> z);
    /// What the draft says now: fills the row that says the same.
    void setDraft(SpectralClass spectralClass, std::optional<double> z);
    const std::vector<RedshiftSolution>& solutions() const { return m_solutions; }
    /// The row that the draft says, from 0; -1: none.
    int chosenRow() const { return m_chosen; }

    /// What to beware of, in words; empty for nothing.
    static QString warningText(RedshiftWarnings warnings);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(int row); ///< From 0

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void describe();
    int titleHeight() const;

    static constexpr int rowCount = 5;
    QStringList m_keys;
    Caption* m_title;
    std::array<SolutionRow*, rowCount> m_rows;
    std::vector<RedshiftSolution> m_solutions;
    bool m_known = false;
    bool m_hasRedshift = false;
    int m_chosen = -1;
    SpectralClass m_pipelineClass = SpectralClass::Unknown;
    std::optional<double> m_pipelineZ;
};

/// True when two redshifts of a class are the same answer: within 1000 km/s, of stars 100 km/s.
bool isSameAnswer(SpectralClass one, double oneZ, SpectralClass other, double otherZ);
