#include "widgets/release/explainpanel.h"

#include "models/items/sheetmodel.h"
#include "models/release/releaserules.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
QString answerText(const ExplainedVersion& version)
{
    bool hasRedshift = false;
    const double z = version.text(u"final_z"_s).toDouble(&hasRedshift);
    const auto answer = ExplainPanel::tr("%1 %2, z %3, by %4")
                            .arg(version.text(u"final_class"_s), version.text(u"final_subclass"_s),
                                 hasRedshift ? QString::number(z, 'f', 6) : ExplainPanel::tr("unknown"),
                                 version.text(u"decided_by"_s));
    return version.reason.isEmpty()
        ? ExplainPanel::tr("✓ would go out: %1").arg(answer)
        : ExplainPanel::tr("✕ would be kept back, %1: %2").arg(version.reason, answer);
}

QString builtText(const std::optional<ExplainedRow>& built)
{
    return !built           ? ExplainPanel::tr("The release as built does not have it.")
        : built->isReleased ? ExplainPanel::tr("The release as built lets it out.")
                            : ExplainPanel::tr("The release as built keeps it back: %1.").arg(built->reason);
}

QString seenText(const ExplainedVersion& version)
{
    QStringList seen;
    constexpr int digits = 7;
    for (auto value = version.evidence.begin(); value != version.evidence.end(); ++value)
        if (const auto text = value->typeId() == QMetaType::Double
                ? QString::number(value->toDouble(), 'g', digits)
                : value->toString();
            !text.isEmpty())
            seen << value.key() + u'=' + text;
    return seen.join(u"  "_s);
}
}

ExplainPanel::ExplainPanel(QWidget* parent)
    : QWidget(parent)
    , m_obsid(new QLineEdit(this))
    , m_answer(new Caption({}, this))
    , m_sheet(new SheetModel({tr("Rule"), tr("Means")}, 2, this))
    , m_rules(new SheetView(this))
    , m_seen(new Caption({}, this))
{
    setObjectName(u"explainPanel"_s);
    m_obsid->setObjectName(u"explainObsid"_s);
    m_obsid->setAccessibleName(tr("obsid to explain"));
    m_answer->setObjectName(u"explainAnswer"_s);
    m_answer->setTone(Caption::Tone::Text);
    m_answer->setWordWrap(true);
    m_rules->setObjectName(u"explainRules"_s);
    m_rules->setAccessibleName(tr("Why this spectrum?"));
    m_rules->setSheet(m_sheet);
    m_rules->horizontalHeader()->hide();
    m_seen->setObjectName(u"explainSeen"_s);
    m_seen->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("Why this spectrum?"), this));
    head->addWidget(m_obsid, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit / 2);
    layout->addLayout(head);
    layout->addWidget(m_answer);
    layout->addWidget(m_rules, 1);
    layout->addWidget(m_seen);
    connect(m_obsid, &QLineEdit::returnPressed, this, &ExplainPanel::ask);
}

void ExplainPanel::setAction(const QAction* action)
{
    m_obsid->setPlaceholderText(tr("obsid, Enter (%1)").arg(keyText(action)));
    m_rules->setEmptyText(
        tr("An obsid, or %1 on a spectrum under Differences, shows here what each rule says of it.")
            .arg(keyText(action)));
}

void ExplainPanel::ask()
{
    bool isNumber = false;
    const auto obsid = m_obsid->text().trimmed().toLongLong(&isNumber);
    if (isNumber)
        emit explanationWanted(obsid);
    else
        setComplaint(tr("%1 is no obsid.").arg(m_obsid->text()));
}

void ExplainPanel::setObsid(qint64 obsid)
{
    m_obsid->setText(QString::number(obsid));
}

void ExplainPanel::setExplanation(qint64 obsid, const Explanation& explanation)
{
    setObsid(obsid);
    std::vector<SheetRow> rows;
    m_answer->setTone(Caption::Tone::Text);
    if (explanation.versions.empty()) {
        m_answer->setText(builtText(explanation.built));
        m_seen->clear();
    } else {
        const auto& newest = explanation.versions.front();
        m_answer->setText(
            tr("%1. Pipeline %2. %3").arg(answerText(newest), newest.version, builtText(explanation.built)));
        m_seen->setText(seenText(newest));
        for (const auto& rule : newest.rules) {
            const auto tone = rule.applies ? SheetCell::Tone::Stop : SheetCell::Tone::Quiet;
            rows.push_back({{(rule.applies ? u"✕ "_s : u"· "_s) + rule.reason, {}, {}, tone},
                            {reasonSentence(rule.reason), {}, {}, tone}});
        }
    }
    m_sheet->setRows(std::move(rows));
}

void ExplainPanel::setComplaint(const QString& sentence)
{
    m_answer->setTone(Caption::Tone::Stop);
    m_answer->setText(sentence);
    m_seen->clear();
    m_sheet->setRows({});
}

void ExplainPanel::askForObsid()
{
    m_obsid->setFocus();
    m_obsid->selectAll();
}
