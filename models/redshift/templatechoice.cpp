#include "models/redshift/templatechoice.h"

#include "models/check/subclass.h"

#include <limits>

namespace {
/// How far a component is from the subclass in tenths of a type; nothing when they cannot be compared.
std::optional<int> distance(const QString& component, const MkType& type)
{
    const auto own = mkTypeFrom(component);
    if (!own)
        return {};
    const auto place = [](const MkType& mk) {
        return 10 * static_cast<int>(mkLetters().indexOf(mk.letter)) + mk.digit.value_or(5);
    };
    return std::abs(place(*own) - place(type));
}
}

QString groupOf(const TemplateSet& templates, SpectralClass spectralClass, const QString& subclass, double z)
{
    const auto type = mkTypeFrom(subclass);
    QString best;
    int nearest = std::numeric_limits<int>::max();
    for (const auto& group : templates) {
        if (group.spectralClass != spectralClass || z < group.zMin || z > group.zMax)
            continue;
        if (spectralClass != SpectralClass::Star)
            return group.name;
        for (const auto& component : group.components) {
            if (component.name.compare(subclass, Qt::CaseInsensitive) == 0)
                return group.name;
            const auto far = type ? distance(component.name, *type) : std::nullopt;
            if (far && *far < nearest) {
                nearest = *far;
                best = group.name;
            }
        }
    }
    return best;
}
