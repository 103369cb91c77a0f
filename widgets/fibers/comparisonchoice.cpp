#include "widgets/fibers/comparisonchoice.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int exposureData = static_cast<int>(FiberComparison::Exposure);
}

ComparisonChoice::ComparisonChoice(QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(u"comparison"_s);
    setAccessibleName(tr("Compare with"));
    setFocusPolicy(Qt::TabFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(22);
    reset();
    connect(this, &QComboBox::activated, this, &ComparisonChoice::tell);
}

void ComparisonChoice::fill(const QStringList& exposures)
{
    const std::pair<FiberComparison, QString> choices[] = {
        {FiberComparison::None, tr("Compare with …")},
        {FiberComparison::PreviousSpectrograph, tr("the spectrograph before")},
        {FiberComparison::NextSpectrograph, tr("the spectrograph behind")},
        {FiberComparison::PreviousPlate, tr("it on the plate before")},
        {FiberComparison::NextPlate, tr("it on the plate behind")}};
    clear();
    for (const auto& [comparison, text] : choices)
        addItem(text, static_cast<int>(comparison));
    if (exposures.isEmpty())
        addItem(tr("its single exposures"), exposureData);
    for (const auto& name : exposures)
        addItem(tr("exposure %1").arg(name), exposureData);
}

void ComparisonChoice::setExposures(const QStringList& names, int shown)
{
    fill(names);
    setCurrentIndex(findData(exposureData) + std::max(0, shown - 1));
}

void ComparisonChoice::tell(int index)
{
    const auto comparison = static_cast<FiberComparison>(itemData(index).toInt());
    const bool single = comparison == FiberComparison::Exposure;
    emit chosen(comparison, single ? index - findData(exposureData) + 1 : 0);
}
