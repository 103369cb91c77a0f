#include "db/stores/queuekeys.h"

#include "db/sql/sqltext.h"
#include "db/stores/classcondition.h"
#include "db/stores/spectrumrows.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double notSearched = 2; // as in spec_check: behind every probability

struct SortColumn
{
    QString name;
    QVariant after; ///< The value in the last entry of the page before.
};

std::vector<SortColumn> sortColumns(QueueFilter::Order order, const QueueEntry& last)
{
    std::vector<SortColumn> columns;
    if (order == QueueFilter::Order::Priority)
        columns = {{u"priority"_s, last.priority}};
    else if (order == QueueFilter::Order::Probability)
        columns = {{u"probability"_s, last.probability.value_or(notSearched)}};
    else
        columns = {{u"obs_date"_s, last.obsDate},
                   {u"planid"_s, last.planId},
                   {u"spid"_s, last.spectrographId.value_or(-1)},
                   {u"fiberid"_s, last.fiberId.value_or(-1)}};
    columns.push_back({u"obsid"_s, last.obsid});
    columns.push_back({u"pipeline_version"_s, storedVersion(last.pipelineVersion)});
    return columns;
}

QString indexOf(QueueFilter::Order order)
{
    switch (order) {
    case QueueFilter::Order::Priority:
        return u"by_priority"_s;
    case QueueFilter::Order::Observation:
        return u"by_observation"_s;
    case QueueFilter::Order::Probability:
        break;
    }
    return u"by_probability"_s;
}

QString names(const std::vector<SortColumn>& columns, const QString& table)
{
    QStringList all;
    for (const auto& column : columns)
        all << table + column.name;
    return all.join(u", "_s);
}

/// (a, b, c) behind (x, y, z), written out because the servers use an index for ORs of ranges but not for row
/// comparisons.
void addBehind(SqlWhere& where, const std::vector<SortColumn>& columns)
{
    std::vector<QString> values;
    for (const auto& column : columns)
        values.push_back(where.bind(column.after));
    QStringList either;
    for (std::size_t last = 0; last < columns.size(); ++last) {
        QStringList all;
        for (std::size_t i = 0; i <= last; ++i)
            all << u"s.%1 %2 %3"_s.arg(columns[i].name, i < last ? u"="_s : u">"_s, values[i]);
        either << u'(' + all.join(u" AND "_s) + u')';
    }
    where.add(u'(' + either.join(u"\n   OR "_s) + u')');
}

/// A file, or a folder with everything below: '0' is the character after '/'.
void addPaths(SqlWhere& where, const QStringList& paths)
{
    QStringList either;
    for (auto path : paths) {
        while (path.size() > 1 && path.endsWith(u'/'))
            path.chop(1);
        const auto below = path == "/"_L1 ? path : path + u'/';
        either << u"s.file_path = %1 OR (s.file_path >= %2 AND s.file_path < %3)"_s.arg(
            where.bind(path), where.bind(below), where.bind(QString(below.chopped(1) + u'0')));
    }
    if (!either.isEmpty())
        where.add(u'(' + either.join(u" OR "_s) + u')');
}

void addFilter(SqlWhere& where, const QueueFilter& filter, WorkPage page)
{
    where.add(u"s.page = %1"_s, pageName(page));
    addPaths(where, filter.paths);
    if (!filter.planId.isEmpty())
        where.add(u"s.planid = %1"_s, filter.planId);
    if (!filter.pipelineVersion.isEmpty())
        where.add(u"s.pipeline_version = %1"_s, storedVersion(filter.pipelineVersion));
    if (filter.reason)
        where.add(u"s.reason = %1"_s, reasonName(*filter.reason));
    if (filter.probabilityBelow)
        where.add(u"s.probability < %1"_s, std::min(*filter.probabilityBelow, notSearched));
    if (filter.probabilityFrom)
        where.add(u"s.probability >= %1 AND s.probability < 2"_s, *filter.probabilityFrom);
    if (filter.machineAccepted == false)
        where.add(u"m.obsid IS NULL"_s);
    if (filter.state == QueueFilter::State::Open)
        where.add(u"h.obsid IS NULL"_s);
}

QString joinsOf(const QueueFilter& filter)
{
    QStringList joins;
    if (filter.state != QueueFilter::State::All)
        joins << (filter.state == QueueFilter::State::Open ? u"LEFT JOIN"_s : u"JOIN"_s)
                + u" {check}.standing_verdict AS h ON h.inspector = :inspector AND h.obsid = s.obsid "
                  "AND h.pipeline_version = s.pipeline_version"_s;
    if (filter.machineAccepted)
        joins << (*filter.machineAccepted ? u"JOIN"_s : u"LEFT JOIN"_s)
                + u" {check}.machine_acceptance AS m ON m.obsid = s.obsid AND m.pipeline_version = "
                  "s.pipeline_version"_s;
    return joins.join(u'\n');
}

/// What the filter names is found by an index of its own.
bool isLookedUp(const QueueFilter& filter)
{
    return !filter.paths.isEmpty() || !filter.planId.isEmpty() || filter.state == QueueFilter::State::Done
        || filter.machineAccepted.value_or(false);
}

/// The stretches of an order's index that a list goes through side by side: each begins with whether there is
/// an object and with a class.
QStringList stretchesOf(const QueueFilter& filter, WorkPage page)
{
    QStringList classes;
    for (const auto spectralClass :
         {SpectralClass::Unknown, SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso})
        if (!filter.spectralClass || *filter.spectralClass == spectralClass)
            classes << u"s.spectral_class = '%1'"_s.arg(className(spectralClass));
    if (filter.spectralClass.value_or(SpectralClass::Unknown) == SpectralClass::Unknown)
        classes << u"s.spectral_class IS NULL"_s; // no file gave one
    QStringList stretches;
    for (const auto& one : classes) {
        stretches << u"s.is_object = 1 AND "_s + one;
        if (page == WorkPage::Browse && !filter.page)
            stretches << u"s.is_object = 0 AND "_s + one;
    }
    return stretches;
}
}

QueueKeys queueKeys(SqlWhere& where, const QueueFilter& filter, WorkPage page,
                    const std::optional<QueueEntry>& after)
{
    const auto columns = sortColumns(filter.order, after.value_or(QueueEntry()));
    addFilter(where, filter, page);
    if (after)
        addBehind(where, columns);
    auto text = sqlText(u"select_queue_keys"_s)
                    .replace(u"{columns}"_s, names(columns, u"s."_s))
                    .replace(u"{joins}"_s, joinsOf(filter));
    const auto order = names(columns, u"k."_s);
    if (isLookedUp(filter)) {
        if (filter.page == WorkPage::Browse)
            where.add(u"s.is_object = 1"_s);
        if (filter.spectralClass)
            addClasses(where, u"s.spectral_class"_s, {*filter.spectralClass});
        return {text.remove(u"{index}"_s).replace(u"{conditions}"_s, where.text()), order};
    }
    text.replace(u"{index}"_s, u"FORCE INDEX (%1)"_s.arg(indexOf(filter.order)));
    QStringList walks;
    for (const auto& stretch : stretchesOf(filter, page))
        walks << u'(' + QString(text).replace(u"{conditions}"_s, stretch + u"\n    AND "_s + where.text())
                + u')';
    return {walks.join(u"\nUNION ALL\n"_s) + u"\nORDER BY %1\nLIMIT :limit"_s.arg(names(columns, {})), order};
}
