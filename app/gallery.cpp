#include "app/gallery.h"

#include "app/controllers/inspectcontroller.h"
#include "models/items/queuemodel.h"
#include "plotting/spectrumplot.h"
#include "widgets/inspectpage.h"
#include "widgets/mainwindow.h"

#include <QDir>
#include <QPixmap>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int settleMilliseconds = 150; // layouts and the spectrum's arrival
constexpr QSize small(1366, 768);
constexpr QSize large(1920, 1080);
}

Gallery::Gallery(Desk& desk, QString folder, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_folder(std::move(folder))
    , m_shots {{u"inspect-galaxy.png"_s, SpectralClass::Galaxy, large, u"light"_s},
               {u"inspect-qso.png"_s, SpectralClass::Qso, large, u"dark"_s},
               {u"inspect-qso-1366.png"_s, SpectralClass::Qso, small, u"light"_s},
               {u"inspect-star.png"_s, SpectralClass::Star, small, u"dark"_s}}
{
}

void Gallery::start()
{
    if (!QDir().mkpath(m_folder)) {
        emit finished({}, {tr("The folder %1 cannot be made.").arg(m_folder)});
        return;
    }
    connect(&m_desk, &Desk::loaded, this, &Gallery::takeNext);
}

void Gallery::takeNext()
{
    if (m_shots.empty()) {
        emit finished(m_written, m_failures);
        return;
    }
    const auto shot = m_shots.front();
    m_shots.erase(m_shots.begin());
    const int row = rowOf(shot.subject);
    if (row < 0) {
        m_failures << tr("There is no %1 to take %2 of.").arg(className(shot.subject), shot.fileName);
        takeNext();
        return;
    }
    m_desk.useTheme(shot.theme);
    m_desk.window().resize(shot.size);
    m_desk.inspector().showQueueRow(row);
    QTimer::singleShot(settleMilliseconds, this, [this, shot] { save(shot); });
}

void Gallery::save(const Shot& shot)
{
    const auto path = QDir(m_folder).filePath(shot.fileName);
    if (!m_desk.inspectPage().plot().spectrum())
        m_failures << tr("The spectrum of %1 could not be read.").arg(shot.fileName);
    else if (m_desk.window().grab().save(path))
        m_written << path;
    else
        m_failures << tr("%1 cannot be written.").arg(path);
    takeNext();
}

int Gallery::rowOf(SpectralClass subject) const
{
    int best = -1;
    double bestSignal = -1;
    for (int row = 0; row < m_desk.queue().rowCount(); ++row) {
        const auto& entry = m_desk.queue().entryAt(row);
        const double signal = entry.snr[2].value_or(0);
        if (entry.spectralClass == subject && signal > bestSignal) {
            best = row;
            bestSignal = signal;
        }
    }
    return best;
}
