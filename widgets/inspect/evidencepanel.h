#pragma once

#include "models/measure/lineevidence.h"
#include "models/spectrum/spectrum.h"

#include <QWidget>

class Caption;
class ChoiceRow;
class LineZooms;
class QAction;
class RedshiftCurvePlot;

/// Below the spectrum: the other readings of its strongest feature, χ² against redshift, and a close-up of
/// every line that must be there.
class EvidencePanel : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget* parent = nullptr);

    RedshiftCurvePlot& curve() { return *m_curve; }
    LineZooms& zooms() { return *m_zooms; }
    /// The key that goes through the readings.
    void setAction(const QAction* action);

    /// The evidence for the draft's class and redshift; empty when it has none.
    void setEvidence(const std::vector<LineEvidence>& evidence);
    /// The readings of the feature at an observed wavelength (vacuum Å); `chosen` from 0, -1: none of them.
    void setReadings(const std::vector<Identification>& readings, double observedAngstrom, int chosen);

signals:
    void readingChosen(int reading);

private:
    void describe();

    Caption* m_feature;
    ChoiceRow* m_readings;
    Caption* m_summary;
    RedshiftCurvePlot* m_curve;
    LineZooms* m_zooms;
    QString m_key; ///< That goes through the readings
    int m_lines = 0; ///< Covered by the spectrum
    int m_seen = 0;
    QStringList m_outside;
};
