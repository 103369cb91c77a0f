#include "widgets/inspect/evidencepanel.h"

#include "models/lines/linename.h"
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
    connect(m_zooms, &LineZooms::roomChanged, this, &EvidencePanel::describe);
    setReadings({}, 0, -1);
}

void EvidencePanel::setAction(const QAction* action)
{
    m_key = keyText(action);
    m_feature->setToolTip(action->toolTip());
}

void EvidencePanel::setEvidence(const std::vector<LineEvidence>& evidence)
{
    m_lines = 0;
    m_seen = 0;
    m_outside.clear();
    for (const auto& line : evidence) {
        m_lines += line.covered ? 1 : 0;
        m_seen += line.isSeen() ? 1 : 0;
        if (!line.covered && !m_outside.contains(line.line.label))
            m_outside << line.line.label;
    }
    m_zooms->setEvidence(evidence);
}

void EvidencePanel::describe()
{
    QStringList parts;
    if (m_lines > 0 || !m_outside.isEmpty())
        parts << tr("%1 of %n lines seen by 3 σ", nullptr, m_lines).arg(m_seen);
    QStringList withoutRoom;
    for (const auto& line : m_zooms->withoutRoom())
        withoutRoom << line.line.label;
    if (!withoutRoom.isEmpty())
        parts << tr("no room for %1").arg(withoutRoom.join(u", "_s));
    if (!m_outside.isEmpty())
        parts << tr("outside: %1").arg(m_outside.join(u", "_s));
    const auto text = parts.join(u" · "_s);
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
    m_feature->setText(tr("%1 Å as  %2").arg(QString::number(observedAngstrom, 'f', 0), m_key));
    Choices choices;
    for (std::size_t at = 0; at < readings.size(); ++at) {
        const auto& reading = readings[at];
        const auto share = u"%1/%2"_s.arg(reading.seen).arg(reading.covered);
        choices.push_back({QString::number(at),
                           reading.as.line.label + u' ' + share,
                           {},
                           tr("%1 at z = %2: %3 of %4 other lines of class %5 seen")
                               .arg(printedLineName(reading.as.line.name), QString::number(reading.z, 'f', 5))
                               .arg(reading.seen)
                               .arg(reading.covered)
                               .arg(className(reading.as.spectralClass))});
    }
    m_readings->setChoices(choices);
    m_readings->setChosen(chosen >= 0 ? QStringList(QString::number(chosen)) : QStringList());
}
