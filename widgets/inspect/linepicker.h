#pragma once

#include "models/lines/spectralline.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

/// A small list that asks "which line is this feature?": the lines with the redshift each would mean, nearest
/// to the present redshift first; typing narrows it.
class LinePicker : public QFrame
{
    Q_OBJECT
public:
    explicit LinePicker(QWidget* parent = nullptr);

    /// Opens at a point of the screen for a feature at an observed vacuum wavelength in Å.
    void open(const LineList& lines, double observedAngstrom, double z, const QPoint& globalPosition);

signals:
    void picked(const SpectralLine& line, double observedAngstrom);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);
    void pick();

    QLineEdit* m_search;
    QListWidget* m_list;
    LineList m_lines; ///< In the order shown
    double m_observedAngstrom = 0;
};
