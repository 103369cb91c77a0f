#include "widgets/inspect/exposuremenu.h"

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The arm by name; its range from the spectrum, else from the exposures themselves.
Arm armOf(const Spectrum& spectrum, const QString& name, const std::vector<std::size_t>& exposures)
{
    const auto known = std::ranges::find(spectrum.arms, name, &Arm::name);
    if (known != spectrum.arms.end())
        return *known;
    Arm arm {name, 1e9, 0};
    for (const auto at : exposures) {
        const auto& grid = spectrum.exposures[at].samples.wavelengthAngstrom;
        if (grid.empty())
            continue;
        arm.fromAngstrom = std::min(arm.fromAngstrom, grid.front());
        arm.toAngstrom = std::max(arm.toAngstrom, grid.back());
    }
    return arm;
}
}

ExposureMenu::ExposureMenu(QWidget* parent)
    : QMenu(parent)
{
    setObjectName(u"exposureMenu"_s);
}

void ExposureMenu::setSpectrum(const SpectrumPtr& spectrum)
{
    clear();
    m_choices.clear();
    m_chosen = 0;
    if (!spectrum || spectrum->exposures.empty())
        return;
    std::vector<std::size_t> all(spectrum->exposures.size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    add({tr("All exposures"), all, {}});
    QStringList arms;
    for (const auto& exposure : spectrum->exposures)
        if (!exposure.arm.isEmpty() && !arms.contains(exposure.arm))
            arms << exposure.arm;
    for (const auto& name : arms) {
        std::vector<std::size_t> members;
        std::ranges::copy_if(all, std::back_inserter(members),
                             [&](std::size_t at) { return spectrum->exposures[at].arm == name; });
        add({tr("Arm %1").arg(name), members, armOf(*spectrum, name, members)});
    }
    addSeparator();
    for (const auto at : all) {
        const auto& exposure = spectrum->exposures[at];
        add({exposure.name.isEmpty() ? tr("Exposure %1").arg(at + 1) : exposure.name, {at}, {}});
    }
    actions().constFirst()->setChecked(true);
}

void ExposureMenu::add(const Choice& choice)
{
    auto* action = addAction(choice.name);
    action->setCheckable(true);
    action->setData(qulonglong(m_choices.size()));
    connect(action, &QAction::triggered, this, [this, at = m_choices.size()] { choose(at); });
    m_choices.push_back(choice);
}

void ExposureMenu::cycle()
{
    if (hasExposures())
        choose((m_chosen + 1) % m_choices.size());
}

void ExposureMenu::choose(std::size_t choice)
{
    m_chosen = choice;
    for (auto* action : actions())
        action->setChecked(!action->isSeparator() && action->data().toULongLong() == choice);
    const auto& what = m_choices[choice];
    emit chosen(what.exposures, what.name, what.arm);
}
