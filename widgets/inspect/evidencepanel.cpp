#include "widgets/inspect/evidencepanel.h"

#include "plotting/redshift/linezooms.h"
#include "plotting/redshift/redshiftcurveplot.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/hairline.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int lowestPanel = 148;
constexpr int highestPanel = 200;
}

EvidencePanel::EvidencePanel(QWidget* parent)
    : QWidget(parent)
    , m_feature(new Caption({}, this))
    , m_readings(new ChoiceRow(ChoiceRow::Mode::OneOrNone, 0, this))
    , m_summary(new Caption({}, this))
    , m_curve(new RedshiftCurvePlot(this))
    , m_zooms(new LineZooms(this))
{
    setObjectName(u"evidence"_s);
    setMinimumHeight(lowestPanel);
    setMaximumHeight(highestPanel);
    m_feature->setObjectName(u"feature"_s);
    m_feature->useFigures();
    m_readings->setObjectName(u"readings"_s);
    m_readings->setTextFont(figureFont(TextSize::Caption));
    m_summary->setObjectName(u"evidenceSummary"_s);
    m_summary->setElided(true);
    m_summary->useFigures();
    m_curve->setObjectName(u"curve"_s);
    m_zooms->setObjectName(u"zooms"_s);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * gridUnit, gridUnit / 2, gridUnit, 0);
    head->setSpacing(gridUnit);
    head->addWidget(m_feature);
    head->addWidget(m_readings);
    head->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(gridUnit, 0, gridUnit, gridUnit / 2);
    right->setSpacing(2);
    right->addWidget(m_summary);
    right->addWidget(m_zooms, 1);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_curve, 1);
    body->addWidget(new Hairline(Qt::Vertical, this));
    body->addLayout(right, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit / 2);
    layout->addLayout(head);
    layout->addLayout(body, 1);
    connect(m_readings, &ChoiceRow::toggled, this,
            [this](const QString& code) { emit readingChosen(code.toInt()); });
    setReadings({}, 0, -1);
}

void EvidencePanel::setAction(const QAction* action)
{
    m_feature->setToolTip(action->toolTip());
}

void EvidencePanel::setEvidence(const std::vector<LineEvidence>& evidence)
{
    m_zooms->setEvidence(evidence);
    int covered = 0;
    int seen = 0;
    QStringList outside;
    for (const auto& line : evidence) {
        covered += line.covered ? 1 : 0;
        seen += line.isSeen() ? 1 : 0;
        if (!line.covered && !outside.contains(line.line.label))
            outside << line.line.label;
    }
    auto text = evidence.empty() ? QString() : tr("%1 of %2 lines seen by 3 σ").arg(seen).arg(covered);
    if (!outside.isEmpty())
        text += tr(" · outside: %1").arg(outside.join(u", "_s));
    m_summary->setText(text);
    m_summary->setToolTip(text);
}

void EvidencePanel::setReadings(const std::vector<Identification>& readings, double observedAngstrom,
                                int chosen)
{
    if (readings.empty()) {
        m_feature->setText(tr("No feature to read otherwise"));
        m_readings->setChoices({});
        return;
    }
    m_feature->setText(tr("%1 Å as  a").arg(observedAngstrom, 0, 'f', 0));
    Choices choices;
    for (std::size_t at = 0; at < readings.size(); ++at) {
        const auto& reading = readings[at];
        const auto share = u"%1/%2"_s.arg(reading.seen).arg(reading.covered);
        choices.push_back({QString::number(at),
                           reading.as.line.label + u' ' + share,
                           {},
                           tr("%1 at z = %2: %3 of %4 other lines of class %5 seen")
                               .arg(reading.as.line.name, QString::number(reading.z, 'f', 5))
                               .arg(reading.seen)
                               .arg(reading.covered)
                               .arg(className(reading.as.spectralClass))});
    }
    m_readings->setChoices(choices);
    m_readings->setChosen(chosen >= 0 ? QStringList(QString::number(chosen)) : QStringList());
}
