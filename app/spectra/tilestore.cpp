#include "app/spectra/tilestore.h"

#include "models/redshift/redshiftengine.h"
#include "models/redshift/templatechoice.h"

#include <QMutexLocker>

namespace {
std::vector<float> modelOf(const Spectrum& spectrum, const TileOrder& order, const RedshiftEngine& engine)
{
    if (!order.z)
        return {};
    const auto group = groupOf(engine.templates(), order.spectralClass, order.subclass, *order.z);
    return group.isEmpty() ? std::vector<float>() : engine.model(spectrum, group, *order.z);
}
}

TileStore::TileStore(int threads, QObject* parent)
    : QObject(parent)
{
    if (threads > 0)
        m_pool.setMaxThreadCount(threads);
}

TileStore::~TileStore()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_tasks.clear();
        m_stopped = true;
    }
    m_pool.waitForDone();
}

void TileStore::setLook(const TileLook& look)
{
    const QMutexLocker lock(&m_mutex);
    m_look = look;
    m_tasks.clear();
    m_answers.clear();
    ++m_generation;
}

void TileStore::setEngine(std::shared_ptr<const RedshiftEngine> engine)
{
    const QMutexLocker lock(&m_mutex);
    m_engine = std::move(engine);
    m_tasks.clear();
    m_answers.clear();
    ++m_generation;
}

void TileStore::want(std::vector<TileOrder> orders, std::size_t withTemplate)
{
    const QMutexLocker lock(&m_mutex);
    m_tasks.clear();
    const auto second = m_engine ? std::min(withTemplate, orders.size()) : 0;
    for (const auto& order : orders)
        m_tasks.push_back({order, false});
    for (std::size_t i = 0; i < second; ++i)
        m_tasks.push_back({orders[i], true});
    const auto wanted =
        std::min<std::size_t>(m_tasks.size(), static_cast<std::size_t>(m_pool.maxThreadCount()));
    for (; m_workers < static_cast<int>(wanted); ++m_workers)
        m_pool.start([this] { work(); });
}

int TileStore::waiting() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_tasks.size());
}

void TileStore::work()
{
    quint64 generation = 0;
    TileLook look;
    std::shared_ptr<const RedshiftEngine> engine;
    while (const auto task = nextTask(generation, look, engine)) {
        const auto spectrum = m_shelf.spectrum(task->order.address);
        TileAnswer answer {.row = task->order.row,
                           .address = task->order.address,
                           .picture = {},
                           .hasTemplate = task->withTemplate};
        if (spectrum)
            answer.picture =
                tilePicture(*spectrum,
                            task->withTemplate && engine ? modelOf(*spectrum, task->order, *engine)
                                                         : std::vector<float>(),
                            look);
        take(generation, std::move(answer));
    }
}

std::optional<TileStore::Task> TileStore::nextTask(quint64& generation, TileLook& look,
                                                   std::shared_ptr<const RedshiftEngine>& engine)
{
    const QMutexLocker lock(&m_mutex);
    if (m_tasks.empty() || m_stopped) {
        --m_workers;
        return {};
    }
    auto task = std::move(m_tasks.front());
    m_tasks.pop_front();
    generation = m_generation;
    look = m_look;
    engine = m_engine;
    return task;
}

/// Several answers travel in one event: an event for each would cost more than drawing it.
void TileStore::take(quint64 generation, TileAnswer answer)
{
    const QMutexLocker lock(&m_mutex);
    if (generation != m_generation || m_stopped)
        return;
    m_answers.push_back(std::move(answer));
    if (m_answers.size() == 1)
        QMetaObject::invokeMethod(this, &TileStore::handOver, Qt::QueuedConnection);
}

void TileStore::handOver()
{
    std::vector<TileAnswer> answers;
    {
        const QMutexLocker lock(&m_mutex);
        answers.swap(m_answers);
    }
    if (!answers.empty())
        emit drawn(answers);
}
