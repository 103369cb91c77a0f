#pragma once

#include "models/spectrum/spectrum.h"

#include <QWidget>

class HeaderModel;
class QLineEdit;
class QSortFilterProxyModel;

/// The FITS header of the spectrum as a list that can be searched. Reads the cards only while it is visible.
class HeaderPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderPanel(QWidget* parent = nullptr);

    void setSpectrum(const SpectrumPtr& spectrum);
    void search();

signals:
    void editingLeft();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();

    HeaderModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_search;
    SpectrumPtr m_spectrum;
    bool m_filled = true;
};
