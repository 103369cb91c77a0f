#include "db/release/evidencereader.h"

#include "db/sql/rowbuffer.h"
#include "db/sql/sqltext.h"

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {
// The columns of the texts stream_…_evidence, in their order.
namespace Queue {
enum Column {
    Obsid,
    Version,
    Survey,
    Layout,
    Designation,
    ObsDate,
    Lmjd,
    PlanId,
    Spectrograph,
    Fiber,
    FiberType,
    Reason,
    TargetSource,
    Ra,
    Dec,
    SnrU,
    SnrG,
    SnrR,
    SnrI,
    SnrZ,
    Class,
    Subclass,
    Z,
    ZError
};
}
namespace Target {
enum Column { Obsid, RaObserved, DecObserved, From, Comment, OffsetFlag, Offset };
}
namespace Decided {
enum Column { Obsid, Version, By, Class, Subclass, Z, ZError, Raw, Reduction, Withdrawn };
}
namespace Plate {
enum Column { PlanId, Lmjd, Science, Valid, Moon, Confirmed };
}

template<typename T>
std::optional<T> optionalOf(const RowBuffer& rows, std::size_t row, std::size_t column)
{
    return rows.isNull(row, column) ? std::nullopt
                                    : std::optional<T>(static_cast<T>(rows.integer(row, column)));
}

StarParameters parametersOf(const RowBuffer& rows, std::size_t row)
{
    const auto at = [&](std::size_t column) { return rows.real(row, column); };
    return {at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10)};
}

FrozenDecision decisionOf(const RowBuffer& rows, std::size_t row)
{
    return {.decidedBy = rows.text(row, Decided::By),
            .spectralClass = rows.text(row, Decided::Class),
            .subclass = rows.text(row, Decided::Subclass),
            .z = rows.real(row, Decided::Z),
            .zError = rows.real(row, Decided::ZError),
            .inRawProblem = rows.integer(row, Decided::Raw) == 1,
            .inReductionProblem = rows.integer(row, Decided::Reduction) == 1,
            .isWithdrawn = rows.integer(row, Decided::Withdrawn) == 1};
}

/// What one version's pipelines stored of a range.
struct Processed
{
    static Result<std::unique_ptr<Processed>> read(const QSqlDatabase& db, const SchemaNames& names,
                                                   const std::function<QString(QString)>& inRange)
    {
        auto processed = std::make_unique<Processed>();
        const std::pair<RowBuffer*, QString> texts[] {
            {&processed->targets, sqlText(u"stream_target_evidence"_s)},
            {&processed->objects, sqlText(u"stream_object_evidence"_s)},
            {&processed->results, sqlText(u"stream_result_evidence"_s)},
            {&processed->flattened,
             sqlText(u"stream_parameter_evidence"_s).replace("{table}"_L1, "uly_param_norm"_L1)},
            {&processed->measured,
             sqlText(u"stream_parameter_evidence"_s).replace("{table}"_L1, "uly_param"_L1)}};
        for (const auto& [rows, text] : texts) {
            auto found = RowBuffer::read(db, names.in(inRange(text)));
            if (!found)
                return found.error();
            *rows = std::move(found).value();
        }
        return processed;
    }

    /// False for a spectrum that lacks a row every spectrum has.
    bool addTo(SpectrumEvidence& evidence)
    {
        if (!atTarget.goTo(evidence.obsid) || !atObject.goTo(evidence.obsid)
            || !atResult.goTo(evidence.obsid))
            return false;
        const auto target = atTarget.row();
        evidence.raObservedDeg = targets.real(target, Target::RaObserved);
        evidence.decObservedDeg = targets.real(target, Target::DecObserved);
        evidence.targetFrom = targets.text(target, Target::From);
        evidence.targetComment = targets.text(target, Target::Comment);
        evidence.offsetFlag = optionalOf<int>(targets, target, Target::OffsetFlag);
        evidence.offsetArcsec = targets.real(target, Target::Offset);
        evidence.fiberMask = optionalOf<int>(objects, atObject.row(), 1);
        evidence.zMethod = results.text(atResult.row(), 1);
        evidence.normalised = optionalOf<int>(results, atResult.row(), 2);
        if (atFlattened.goTo(evidence.obsid))
            evidence.parameters = parametersOf(flattened, atFlattened.row());
        else if (atMeasured.goTo(evidence.obsid))
            evidence.parameters = parametersOf(measured, atMeasured.row());
        return true;
    }

    RowBuffer targets;
    RowBuffer objects;
    RowBuffer results;
    RowBuffer flattened;
    RowBuffer measured;
    RowCursor atTarget {targets};
    RowCursor atObject {objects};
    RowCursor atResult {results};
    RowCursor atFlattened {flattened};
    RowCursor atMeasured {measured};
};

SpectrumEvidence queueEvidence(const RowBuffer& queue, std::size_t row)
{
    SpectrumEvidence seen;
    seen.obsid = queue.integer(row, Queue::Obsid);
    seen.version = queue.text(row, Queue::Version);
    seen.designation = queue.text(row, Queue::Designation);
    seen.obsDate = queue.text(row, Queue::ObsDate);
    seen.lmjd = optionalOf<int>(queue, row, Queue::Lmjd);
    seen.planId = queue.text(row, Queue::PlanId);
    seen.spectrographId = static_cast<int>(queue.integer(row, Queue::Spectrograph));
    seen.fiberId = static_cast<int>(queue.integer(row, Queue::Fiber));
    seen.fiberType = queue.text(row, Queue::FiberType);
    seen.queueReason = queue.text(row, Queue::Reason);
    seen.targetSource = queue.text(row, Queue::TargetSource);
    seen.raDeg = queue.real(row, Queue::Ra);
    seen.decDeg = queue.real(row, Queue::Dec);
    seen.snrU = queue.real(row, Queue::SnrU);
    seen.snrG = queue.real(row, Queue::SnrG);
    seen.snrR = queue.real(row, Queue::SnrR);
    seen.snrI = queue.real(row, Queue::SnrI);
    seen.snrZ = queue.real(row, Queue::SnrZ);
    seen.spectralClass = queue.text(row, Queue::Class);
    seen.subclass = queue.text(row, Queue::Subclass);
    seen.z = queue.real(row, Queue::Z);
    seen.zError = queue.real(row, Queue::ZError);
    return seen;
}
}

/// The rows of one range and where the reading of them is.
struct EvidenceReader::Range
{
    Range(const EvidenceReader& evidenceReader, RowBuffer queueRows, RowBuffer decisionRows)
        : reader(evidenceReader)
        , queue(std::move(queueRows))
        , decisions(std::move(decisionRows))
        , processed(reader.m_versions.size())
    {
    }

    /// Which of the versions that are known the row is of; their number where it is of none.
    std::size_t versionOf(std::size_t row) const
    {
        const auto version = queue.text(row, Queue::Version);
        const auto known = std::ranges::find_if(
            reader.m_versions, [&](const QByteArray& candidate) { return version == candidate; });
        return static_cast<std::size_t>(known - reader.m_versions.begin());
    }

    /// The rows of a spectrum that starts at `first`, newest version first.
    void collect(std::size_t first, EvidenceOf which)
    {
        places.clear();
        const auto obsid = queue.integer(first, Queue::Obsid);
        for (next = first; next < queue.rows() && queue.integer(next, Queue::Obsid) == obsid; ++next)
            if (const auto version = versionOf(next); version < reader.m_versions.size())
                places.push_back({version, next});
        std::ranges::sort(places);
        if (which == EvidenceOf::NewestVersion && places.size() > 1)
            places.resize(1);
    }

    bool isOfTheRelease(std::size_t row) const
    {
        const auto date = queue.text(row, Queue::ObsDate);
        const auto isLayout = [layout = queue.text(row, Queue::Layout)](const QByteArray& other) {
            return layout == other;
        };
        return queue.text(row, Queue::Survey) == reader.m_survey
            && !std::ranges::any_of(reader.m_otherLayouts, isLayout) && date >= reader.m_firstDate
            && date <= reader.m_lastDate;
    }

    void addDecision(SpectrumEvidence& seen)
    {
        if (!atDecision.goTo(seen.obsid))
            return;
        for (auto row = atDecision.row(); row < decisions.rows() && decisions.integer(row, 0) == seen.obsid;
             ++row)
            if (decisions.text(row, Decided::Version) == seen.version)
                seen.decision = decisionOf(decisions, row);
    }

    void addPlate(SpectrumEvidence& seen)
    {
        const qint64 lmjd = seen.lmjd.value_or(0);
        if (lastPlate == reader.m_plates.end() || lastPlate->first.second != lmjd
            || lastPlate->first.first != seen.planId)
            lastPlate = reader.m_plates.find({seen.planId.toByteArray(), lmjd});
        if (lastPlate != reader.m_plates.end())
            seen.plate = lastPlate->second;
    }

    const EvidenceReader& reader;
    RowBuffer queue;
    RowBuffer decisions;
    std::vector<std::unique_ptr<Processed>> processed; ///< By version, read when a spectrum asks for it
    RowCursor atDecision {decisions};
    std::map<PlateKey, FrozenPlate>::const_iterator lastPlate = reader.m_plates.end();
    std::vector<std::pair<std::size_t, std::size_t>> places; ///< Version, row
    std::size_t next = 0;
};

EvidenceReader::EvidenceReader(const QSqlDatabase& db, SchemaNames names, const ReleaseTask& task,
                               const QStringList& versions)
    : m_db(db)
    , m_names(std::move(names))
    , m_survey(task.rules.survey.toUtf8())
    , m_otherLayouts(task.rules.values.value(u"other_layouts"_s).toString().toUtf8().split(','))
    , m_firstDate(task.firstDate.toUtf8())
    , m_lastDate(task.lastDate.isEmpty() ? "9999-12-31" : task.lastDate.toUtf8())
{
    for (const auto& version : versions)
        m_versions.push_back(version.toUtf8());
}

Result<EvidenceReader> EvidenceReader::open(const QSqlDatabase& db, const SchemaNames& names,
                                            const ReleaseTask& task, const QStringList& versions)
{
    EvidenceReader reader(db, names, task, versions);
    if (auto loaded = reader.loadPlates(); !loaded)
        return loaded.error();
    return reader;
}

Result<void> EvidenceReader::loadPlates()
{
    const auto rows = RowBuffer::read(m_db, m_names.in(sqlText(u"stream_plate_evidence"_s)));
    if (!rows)
        return rows.error();
    const auto& plates = rows.value();
    for (std::size_t row = 0; row < plates.rows(); ++row)
        m_plates[{plates.text(row, Plate::PlanId).toByteArray(), plates.integer(row, Plate::Lmjd)}] = {
            .isScience = optionalOf<bool>(plates, row, Plate::Science),
            .isValid = optionalOf<bool>(plates, row, Plate::Valid),
            .moonPhaseDays = plates.real(row, Plate::Moon),
            .isConfirmed = plates.integer(row, Plate::Confirmed) != 0};
    return {};
}

Result<void> EvidenceReader::read(qint64 from, qint64 before, EvidenceOf which,
                                  const std::function<void(const SpectrumEvidence&)>& each) const
{
    const auto inRange = [&](QString text) {
        return text.replace("{from}"_L1, QString::number(from))
            .replace("{before}"_L1, QString::number(before));
    };
    auto queue = RowBuffer::read(m_db, m_names.in(inRange(sqlText(u"stream_queue_evidence"_s))));
    if (!queue)
        return queue.error();
    auto decisions = RowBuffer::read(m_db, m_names.in(inRange(sqlText(u"stream_decision_evidence"_s))));
    if (!decisions)
        return decisions.error();
    Range range(*this, std::move(queue).value(), std::move(decisions).value());
    for (std::size_t row = 0; row < range.queue.rows(); row = range.next) {
        range.collect(row, which);
        for (const auto& [version, place] : range.places) {
            if (!range.isOfTheRelease(place))
                continue;
            auto& processed = range.processed[version];
            if (!processed) {
                auto found = Processed::read(m_db, m_names.forVersion(QString::fromUtf8(m_versions[version])),
                                             inRange);
                if (!found)
                    return found.error();
                processed = std::move(found).value();
            }
            auto seen = queueEvidence(range.queue, place);
            if (!processed->addTo(seen))
                continue;
            range.addDecision(seen);
            range.addPlate(seen);
            each(seen);
        }
    }
    return {};
}
