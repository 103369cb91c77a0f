#include "db/release/evidencereader.h"

#include "db/sql/rowbuffer.h"
#include "db/sql/sqltext.h"

#include <algorithm>
#include <deque>
#include <map>

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
    Result<void> read(const QSqlDatabase& db, const SchemaNames& names,
                      const std::function<QString(QString)>& inRange)
    {
        const auto parameters = sqlText(u"stream_parameter_evidence"_s);
        const std::pair<RowBuffer*, QString> texts[] {
            {&targets, sqlText(u"stream_target_evidence"_s)},
            {&objects, sqlText(u"stream_object_evidence"_s)},
            {&results, sqlText(u"stream_result_evidence"_s)},
            {&flattened, QString(parameters).replace("{table}"_L1, "uly_param_norm"_L1)},
            {&measured, QString(parameters).replace("{table}"_L1, "uly_param"_L1)}};
        for (const auto& [rows, text] : texts)
            if (auto read = rows->read(db, names.in(inRange(text))); !read)
                return read;
        for (auto* cursor : {&atTarget, &atObject, &atResult, &atFlattened, &atMeasured})
            cursor->back();
        isRead = true;
        return {};
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
    bool isRead = false; ///< For the range in hand
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

using PlateKey = std::pair<QByteArray, qint64>; ///< Plan, local modified Julian day
using Plates = std::map<PlateKey, FrozenPlate>;

Result<Plates> platesOf(const QSqlDatabase& db, const SchemaNames& names)
{
    RowBuffer rows;
    if (auto read = rows.read(db, names.in(sqlText(u"stream_plate_evidence"_s))); !read)
        return read.error();
    Plates plates;
    for (std::size_t row = 0; row < rows.rows(); ++row)
        plates[{rows.text(row, Plate::PlanId).toByteArray(), rows.integer(row, Plate::Lmjd)}] = {
            .isScience = optionalOf<bool>(rows, row, Plate::Science),
            .isValid = optionalOf<bool>(rows, row, Plate::Valid),
            .moonPhaseDays = rows.real(row, Plate::Moon),
            .isConfirmed = rows.integer(row, Plate::Confirmed) != 0};
    return plates;
}
}

/// What holds for all ranges.
struct EvidenceReader::Survey
{
    Survey(const ReleaseTask& task, const QStringList& newestFirst, Plates allPlates)
        : name(task.rules.survey.toUtf8())
        , otherLayouts(task.rules.values.value(u"other_layouts"_s).toString().toUtf8().split(','))
        , firstDate(task.firstDate.toUtf8())
        , lastDate(task.lastDate.isEmpty() ? "9999-12-31" : task.lastDate.toUtf8())
        , plates(std::move(allPlates))
    {
        for (const auto& version : newestFirst)
            versions.push_back(version.toUtf8());
    }

    bool has(const RowBuffer& queue, std::size_t row) const
    {
        const auto date = queue.text(row, Queue::ObsDate);
        const auto isLayout = [layout = queue.text(row, Queue::Layout)](const QByteArray& other) {
            return layout == other;
        };
        return queue.text(row, Queue::Survey) == name && !std::ranges::any_of(otherLayouts, isLayout)
            && date >= firstDate && date <= lastDate;
    }

    /// Which version the row is of; their number where the release does not know it.
    std::size_t versionOf(const RowBuffer& queue, std::size_t row) const
    {
        const auto version = queue.text(row, Queue::Version);
        const auto known =
            std::ranges::find_if(versions, [&](const QByteArray& candidate) { return version == candidate; });
        return static_cast<std::size_t>(known - versions.begin());
    }

    const QByteArray name;
    const QList<QByteArray> otherLayouts;
    const QByteArray firstDate;
    const QByteArray lastDate;
    std::vector<QByteArray> versions; ///< Newest first
    const Plates plates;
};

/// The rows of one range and where the reading of them is.
struct EvidenceReader::Range
{
    explicit Range(const Survey& all)
        : survey(all)
        , processed(survey.versions.size())
    {
    }

    Result<void> read(const QSqlDatabase& db, const SchemaNames& names,
                      const std::function<QString(QString)>& inRange)
    {
        if (auto found = queue.read(db, names.in(inRange(sqlText(u"stream_queue_evidence"_s)))); !found)
            return found;
        atDecision.back();
        for (auto& one : processed)
            one.isRead = false;
        return decisions.read(db, names.in(inRange(sqlText(u"stream_decision_evidence"_s))));
    }

    /// The rows of the spectrum that starts at `first`, newest version first; where the next one starts.
    std::size_t collect(std::size_t first, EvidenceOf which)
    {
        places.clear();
        const auto obsid = queue.integer(first, Queue::Obsid);
        auto row = first;
        for (; row < queue.rows() && queue.integer(row, Queue::Obsid) == obsid; ++row)
            if (const auto version = survey.versionOf(queue, row); version < survey.versions.size())
                places.push_back({version, row});
        std::ranges::sort(places);
        if (which == EvidenceOf::NewestVersion && places.size() > 1)
            places.resize(1);
        return row;
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
        const auto end = survey.plates.end();
        if (lastPlate == end || lastPlate->first.second != lmjd || lastPlate->first.first != seen.planId)
            lastPlate = survey.plates.find({seen.planId.toByteArray(), lmjd});
        if (lastPlate != end)
            seen.plate = lastPlate->second;
    }

    const Survey& survey;
    RowBuffer queue;
    RowBuffer decisions;
    std::deque<Processed> processed; ///< By version, read when a spectrum asks for it
    RowCursor atDecision {decisions};
    Plates::const_iterator lastPlate = survey.plates.end();
    std::vector<std::pair<std::size_t, std::size_t>> places {}; ///< Version, row
};

EvidenceReader::EvidenceReader(const QSqlDatabase& db, SchemaNames names, std::unique_ptr<Survey> survey)
    : m_db(db)
    , m_names(std::move(names))
    , m_survey(std::move(survey))
    , m_range(std::make_unique<Range>(*m_survey))
{
}

EvidenceReader::~EvidenceReader() = default;
EvidenceReader::EvidenceReader(EvidenceReader&& other) noexcept = default;

Result<EvidenceReader> EvidenceReader::open(const QSqlDatabase& db, const SchemaNames& names,
                                            const ReleaseTask& task, const QStringList& versions)
{
    auto plates = platesOf(db, names);
    if (!plates)
        return plates.error();
    return EvidenceReader(db, names, std::make_unique<Survey>(task, versions, std::move(plates).value()));
}

Result<void> EvidenceReader::read(qint64 from, qint64 before, EvidenceOf which,
                                  const std::function<void(const SpectrumEvidence&)>& each)
{
    const auto inRange = [&](QString text) {
        return text.replace("{from}"_L1, QString::number(from))
            .replace("{before}"_L1, QString::number(before));
    };
    auto& range = *m_range;
    if (auto read = range.read(m_db, m_names, inRange); !read)
        return read;
    for (std::size_t row = 0; row < range.queue.rows();) {
        row = range.collect(row, which);
        for (const auto& [version, place] : range.places) {
            if (!m_survey->has(range.queue, place))
                continue;
            auto& processed = range.processed[version];
            if (!processed.isRead) {
                const auto names = m_names.forVersion(QString::fromUtf8(m_survey->versions[version]));
                if (auto read = processed.read(m_db, names, inRange); !read)
                    return read;
            }
            auto seen = queueEvidence(range.queue, place);
            seen.isNewest = place == range.places.front().second;
            if (!processed.addTo(seen))
                continue;
            range.addDecision(seen);
            range.addPlate(seen);
            each(seen);
        }
    }
    return {};
}
