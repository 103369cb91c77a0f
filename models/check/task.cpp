#include "models/check/task.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
template<typename Values, typename Word>
QJsonArray arrayOf(const Values& values, Word word)
{
    QJsonArray array;
    for (const auto& value : values)
        array << word(value);
    return array;
}

QStringList textsIn(const QJsonValue& value)
{
    QStringList texts;
    const auto array = value.toArray();
    for (const auto& text : array)
        texts << text.toString();
    return texts;
}

std::optional<double> numberIn(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// Only what restricts is written.
void insertTexts(QJsonObject& object, const QString& name, const QStringList& texts)
{
    if (!texts.isEmpty())
        object.insert(name, QJsonArray::fromStringList(texts));
}
}

QJsonObject TaskFilter::toJson() const
{
    QJsonObject object {{u"open_only"_s, openOnly}};
    insertTexts(object, u"nights"_s, nights);
    insertTexts(object, u"plans"_s, planIds);
    insertTexts(object, u"subclasses"_s, subclasses);
    insertTexts(object, u"object_types"_s, objectTypes);
    if (!spectrographs.empty())
        object.insert(u"spectrographs"_s, arrayOf(spectrographs, [](int number) { return number; }));
    if (!classes.empty())
        object.insert(u"classes"_s, arrayOf(classes, className));
    if (!reasons.empty())
        object.insert(u"reasons"_s, arrayOf(reasons, reasonName));
    if (page)
        object.insert(u"page"_s, *page == WorkPage::Inspect ? u"inspect"_s : u"browse"_s);
    if (!pipelineVersion.isEmpty())
        object.insert(u"pipeline_version"_s, pipelineVersion);
    if (minSnr)
        object.insert(u"min_snr"_s, *minSnr);
    if (maxSnr)
        object.insert(u"max_snr"_s, *maxSnr);
    return object;
}

TaskFilter TaskFilter::fromJson(const QJsonObject& object)
{
    TaskFilter filter {.nights = textsIn(object.value("nights"_L1)),
                       .planIds = textsIn(object.value("plans"_L1)),
                       .subclasses = textsIn(object.value("subclasses"_L1)),
                       .objectTypes = textsIn(object.value("object_types"_L1)),
                       .pipelineVersion = object.value("pipeline_version"_L1).toString(),
                       .minSnr = numberIn(object.value("min_snr"_L1)),
                       .maxSnr = numberIn(object.value("max_snr"_L1)),
                       .openOnly = object.value("open_only"_L1).toBool(true)};
    const auto numbers = object.value("spectrographs"_L1).toArray();
    for (const auto& number : numbers)
        filter.spectrographs.push_back(number.toInt());
    for (const auto& name : textsIn(object.value("classes"_L1)))
        filter.classes.push_back(spectralClassFrom(name));
    for (const auto& name : textsIn(object.value("reasons"_L1)))
        filter.reasons.push_back(queueReasonFrom(name));
    if (object.contains("page"_L1))
        filter.page =
            object.value("page"_L1).toString() == "inspect"_L1 ? WorkPage::Inspect : WorkPage::Browse;
    return filter;
}

const std::vector<TaskOrder>& allTaskOrders()
{
    static const std::vector<TaskOrder> orders {TaskOrder::Information, TaskOrder::Probability,
                                                TaskOrder::DeltaChi2,   TaskOrder::Photometry,
                                                TaskOrder::Natural,     TaskOrder::Random};
    return orders;
}

QString orderName(TaskOrder order)
{
    switch (order) {
    case TaskOrder::Information:
        return u"information"_s;
    case TaskOrder::Probability:
        return u"probability"_s;
    case TaskOrder::DeltaChi2:
        return u"delta-chi2"_s;
    case TaskOrder::Photometry:
        return u"photometry"_s;
    case TaskOrder::Natural:
        return u"natural"_s;
    case TaskOrder::Random:
        return u"random"_s;
    }
    return {};
}

std::optional<TaskOrder> taskOrderFrom(QStringView name)
{
    for (const auto order : allTaskOrders())
        if (orderName(order) == name)
            return order;
    return {};
}
