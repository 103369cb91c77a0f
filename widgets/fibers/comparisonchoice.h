#pragma once

#include "models/problems/observedplate.h"

#include <QComboBox>

/// Chooses what the spectrograph shown is compared with: neighbours, other plates, each of its single
/// exposures.
class ComparisonChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit ComparisonChoice(QWidget* parent = nullptr);

    /// Back to no comparison; one entry stands for all single exposures until their names are known.
    void reset() { fill({}); }
    /// `shown` from 1 on is the exposure compared with.
    void setExposures(const QStringList& names, int shown);

signals:
    /// `exposure` from 1 on for a single exposure, else 0.
    void chosen(FiberComparison comparison, int exposure);

private:
    void fill(const QStringList& exposures);
    void tell(int index);
};
