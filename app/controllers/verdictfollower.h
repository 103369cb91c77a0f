#pragma once

#include "app/controllers/verdictsender.h"

#include <QHash>
#include <QObject>

#include <functional>

/// Keeps a list in step with what is decided on any page of this window, and takes back what the server
/// refuses or another account's journal keeps: then stands again what stood before.
class VerdictFollower : public QObject
{
    Q_OBJECT
public:
    /// The list, whatever model holds it. `entry`: nullptr when the list does not have the spectrum.
    struct List
    {
        std::function<const QueueEntry*(qint64 obsid, const QString& pipelineVersion)> entry;
        std::function<void(const QueueEntry& entry, const std::optional<Verdict>& verdict)> setVerdict;
    };

    VerdictFollower(VerdictSender& sender, List list, QObject* parent = nullptr);

    /// A QueueModel or a WallModel as a list.
    template<typename Model>
    static List listOf(Model& model)
    {
        return {[&model](qint64 obsid, const QString& version) -> const QueueEntry* {
                    const int row = model.rowOf(obsid, version);
                    return row < 0 ? nullptr : &model.entryAt(row);
                },
                [&model](const QueueEntry& entry, const std::optional<Verdict>& verdict) {
                    model.setVerdict(model.rowOf(entry.obsid, entry.pipelineVersion), verdict);
                }};
    }

signals:
    /// The standing verdict of this spectrum is another one now.
    void changed(qint64 obsid, const QString& pipelineVersion);

private:
    void take(const Verdict& verdict);
    void takeBack(const Verdict& verdict);
    void takeStanding(const Verdict& withdrawal, const std::optional<Verdict>& standing);
    void set(const QueueEntry& entry, const std::optional<Verdict>& verdict);

    List m_list;
    QHash<QUuid, std::optional<Verdict>> m_before; ///< What stood before each that is on its way
};
