#pragma once

#include "models/measure/spectrumsolutions.h"

#include <cmath>

/// Answers as the search gives them: GALAXY 0.1 before QSO 0.442 and a star, with curves that peak there.
inline SolutionsPtr sampleSolutions(const SpectrumPtr& spectrum)
{
    auto solutions = std::make_shared<SpectrumSolutions>();
    solutions->spectrum = spectrum;
    const struct
    {
        SpectralClass spectralClass;
        double z;
        double gain;
        double probability;
        QString name;
    } answers[] = {{SpectralClass::Galaxy, 0.1, 900, 0.998, QStringLiteral("[O III]")},
                   {SpectralClass::Qso, 0.442, 300, 0.001, QStringLiteral("narrow")},
                   {SpectralClass::Star, -0.0002, 100, 0.0005, QStringLiteral("K3")}};
    for (const auto& answer : answers) {
        RedshiftSolution solution;
        solution.z = answer.z;
        solution.zError = 0.00004;
        solution.spectralClass = answer.spectralClass;
        solution.templateName = answer.name;
        solution.group = QStringLiteral("TEST");
        solution.gain = answer.gain;
        solution.probability = answer.probability;
        solution.warnings.setFlag(RedshiftWarning::SmallDeltaChi2,
                                  answer.spectralClass == SpectralClass::Qso);
        solutions->answer.solutions.push_back(solution);
        const auto level = static_cast<float>(100 + 50 * solution.z);
        solutions->overlays.push_back({answer.z, answer.spectralClass, solution.group,
                                       std::vector<float>(spectrum->coadd.size(), level)});
        RedshiftCurve curve {answer.spectralClass, {}, {}};
        const bool isStar = answer.spectralClass == SpectralClass::Star;
        for (int step = 0; step < 1000; ++step) {
            const double z = isStar ? -0.005 + 1e-5 * step : 0.0015 * step;
            curve.z.push_back(z);
            curve.gain.push_back(static_cast<float>(
                answer.gain * std::exp(-0.5 * std::pow((z - answer.z) / (isStar ? 3e-4 : 0.004), 2))));
        }
        solutions->answer.curves.push_back(curve);
    }
    return solutions;
}
