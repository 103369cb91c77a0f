#pragma once

#include "models/spectrum/spectrum.h"

#include <QMenu>

/// Which single exposures are drawn: all, those of an arm, or one.
class ExposureMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ExposureMenu(QWidget* parent = nullptr);

    /// Lists a spectrum's exposures and begins with all of them.
    void setSpectrum(const SpectrumPtr& spectrum);
    bool hasExposures() const { return m_choices.size() > 0; }
    /// The next choice, after the last the first.
    void cycle();

signals:
    /// `exposures`: indices in Spectrum::exposures. `arm` has a range when all are of one arm, else no name.
    void chosen(const std::vector<std::size_t>& exposures, const QString& name, const Arm& arm);

private:
    struct Choice
    {
        QString name;
        std::vector<std::size_t> exposures;
        Arm arm;
    };
    void add(const Choice& choice);
    void choose(std::size_t choice);

    std::vector<Choice> m_choices;
    std::size_t m_chosen = 0;
};
