#pragma once

#include "models/items/queuefiltermodel.h"
#include "models/lines/linelist.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/quiet.h"
#include "widgets/frame/actions.h"
#include "widgets/inspect/inspectpage.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

inline QueueEntry entryOf(qint64 obsid, SpectralClass spectralClass, std::optional<double> z)
{
    QueueEntry entry;
    entry.obsid = obsid;
    entry.pipelineVersion = u"v2.9.7"_s;
    entry.designation = u"J0424+%1"_s.arg(obsid);
    entry.spectralClass = spectralClass;
    entry.z = z;
    if (z)
        entry.zError = 0.00012;
    entry.page = WorkPage::Inspect;
    entry.reason = QueueReason::Extragalactic;
    return entry;
}

inline SpectrumPtr flatSpectrum()
{
    auto spectrum = std::make_shared<Spectrum>();
    for (auto pixel = 0; pixel < 3909; ++pixel) {
        spectrum->coadd.wavelengthAngstrom.push_back(3690.0 * std::pow(10.0, 1e-4 * pixel));
        spectrum->coadd.flux.push_back(100.0F + static_cast<float>(pixel % 7));
        spectrum->coadd.inverseVariance.push_back(1.0F);
    }
    return spectrum;
}

/// An inspector's page with four spectra to judge (QSO, galaxy, unknown, star), and hands for it.
struct InspectStand
{
    InspectStand()
    {
        queue.setEntries({entryOf(1, SpectralClass::Qso, 0.30911), entryOf(2, SpectralClass::Galaxy, 0.1),
                          entryOf(3, SpectralClass::Unknown, {}), entryOf(4, SpectralClass::Star, -0.0001)});
        page.setModel(&queue);
        page.resize(1200, 700);
        page.show();
        page.activateWindow();
    }

    bool start()
    {
        show(0);
        page.plot().setFocus();
        return QTest::qWaitForWindowActive(&page) && QTest::qWaitForWindowExposed(&page);
    }

    void show(int row) { show(queue.entryAt(row)); }
    /// Shows an entry and waits until it is painted: before, nothing can be decided.
    void show(const QueueEntry& entry)
    {
        QSignalSpy painted(&page.plot(), &SpectrumPlot::painted);
        page.showEntry(entry, spectrum);
        if (page.plot().isVisible() && painted.isEmpty())
            painted.wait(2000);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    Verdict lastVerdict() const { return verdicts.last().at(0).value<Verdict>(); }
    QString hint() const { return page.findChild<QWidget*>(u"hint"_s)->toolTip(); }
    template<typename Widget>
    Widget* child(const QString& name) const
    {
        return page.findChild<Widget*>(name);
    }
    QPushButton* cell(const char* code) const
    {
        return child<QWidget>(u"verdictPanel"_s)->findChild<QPushButton*>(QString::fromLatin1(code));
    }

    SpectrumPtr spectrum = flatSpectrum();
    Actions actions;
    QueueModel queue;
    InspectPage page {actions, builtInLines()};
    QSignalSpy verdicts {&page, &InspectPage::verdictGiven};
};
