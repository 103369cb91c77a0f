#pragma once

#include "app/spectra/fileshelf.h"
#include "app/spectra/spectrumcache.h"
#include "plotting/tile/tile.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <memory>
#include <vector>

class RedshiftEngine;

/// A tile that is wanted: which spectrum, and the pipeline's answer for the template over it.
struct TileOrder
{
    int row = 0; ///< Of the wall; comes back with the picture.
    SpectrumAddress address;
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    std::optional<double> z;
};

/// A tile that was drawn, or whose file could not be read.
struct TileAnswer
{
    int row = 0; ///< Where it stood when it was ordered.
    SpectrumAddress address;
    QImage picture; ///< Null: the file could not be read.
    bool hasTemplate = false;
};

/// Draws a wall's tiles straight from the files, on threads of its own. Lives on the GUI thread.
class TileStore : public QObject
{
    Q_OBJECT
public:
    /// `threads` 0: as many as the machine has cores.
    explicit TileStore(int threads = 0, QObject* parent = nullptr);
    ~TileStore() override;

    /// From now on tiles look like this; whatever waits is dropped.
    void setLook(const TileLook& look);
    /// With an engine its templates are drawn over the tiles; nullptr: none. Whatever waits is dropped.
    void setEngine(std::shared_ptr<const RedshiftEngine> engine);
    /// These are wanted, most wanted first; what waited and is not among them is dropped. The first
    /// `withTemplate` of them get their template in a second pass, when all are drawn.
    void want(std::vector<TileOrder> orders, std::size_t withTemplate = 0);
    /// How many tiles wait to be drawn.
    int waiting() const;

signals:
    /// Tiles of the present look.
    void drawn(const std::vector<TileAnswer>& tiles);

private:
    struct Task
    {
        TileOrder order;
        bool withTemplate = false;
    };

    void work();
    std::optional<Task> nextTask(quint64& generation, TileLook& look,
                                 std::shared_ptr<const RedshiftEngine>& engine);
    void take(quint64 generation, TileAnswer answer);
    void handOver();

    QThreadPool m_pool;
    FileShelf m_shelf;
    mutable QMutex m_mutex; ///< Over all below
    std::deque<Task> m_tasks;
    std::vector<TileAnswer> m_answers;
    TileLook m_look;
    std::shared_ptr<const RedshiftEngine> m_engine;
    quint64 m_generation = 0; ///< Of look and engine: older pictures are dropped.
    int m_workers = 0;
    bool m_stopped = false;
};
