#pragma once

#include "db/sql/bulkrows.h"
#include "models/check/queuerules.h"
#include "models/spectrum/spectrum.h"

#include <QDateTime>

#include <map>
#include <set>
#include <tuple>

/// A version as the tables keep it.
QString storedVersion(const QString& pipelineVersion);

/// The rows that spectra of one pipeline version leave in its processing schema.
class ProcessingRows
{
public:
    ProcessingRows();

    /// Adds the rows of one spectrum.
    void add(const Spectrum& spectrum, const QueueDecision& decision);
    /// A number that differs when anything of the last added spectrum's rows does.
    quint64 hashOfLast() const;
    void removeLast();

    const BulkRows& targets() const { return m_targets; }
    const BulkRows& objects() const { return m_objects; }
    const BulkRows& spectra() const { return m_spectra; }
    const BulkRows& candidates() const { return m_candidates; }
    const BulkRows& plans() const { return m_plans; }
    const BulkRows& exposures() const { return m_exposures; }
    /// Adds plates and exposures of a spectrum that is kept, once each.
    void addPlate(const Spectrum& spectrum);

private:
    void addTarget(const Spectrum& spectrum);
    void addObject(const Spectrum& spectrum);
    void addSpectrum(const Spectrum& spectrum);
    void addPlan(const Spectrum& spectrum, int lmjd);
    void addExposure(const Spectrum& spectrum, qint64 lmjm, std::optional<double> seconds);

    BulkRows m_targets;
    BulkRows m_objects;
    BulkRows m_spectra;
    BulkRows m_candidates;
    BulkRows m_plans;
    BulkRows m_exposures;
    std::array<std::pair<qsizetype, qsizetype>, 4> m_last {}; ///< Position and rows before the last spectrum.
    std::set<std::pair<QString, int>> m_knownPlans;
    std::set<std::tuple<QString, int, qint64>> m_knownExposures;
};

/// The rows of spec_check and spectrum_event.
class CheckRows
{
public:
    explicit CheckRows(QDateTime now, QString rulesVersion);

    /// Adds a queue row that ends with the hash of everything stored of the spectrum; `salt` is the hash of
    /// its other rows. Returns that hash.
    qint64 add(const Spectrum& spectrum, const QueueDecision& decision, quint64 salt);
    void removeLast();
    /// Observed, classified, queued: what has happened to a spectrum that is new here.
    void addEvents(const Spectrum& spectrum, const QueueDecision& decision);

    const BulkRows& queue() const { return m_queue; }
    const BulkRows& events() const { return m_events; }

private:
    void addEvent(const Spectrum& spectrum, QStringView state, const QString& at, const QString& detail);

    QString m_now;
    QString m_rulesVersion;
    BulkRows m_queue;
    BulkRows m_events;
    qsizetype m_last = 0;
};

/// "inspect" or "browse"
QString pageName(WorkPage page);
