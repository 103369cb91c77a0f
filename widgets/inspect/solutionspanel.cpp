#include "widgets/inspect/solutionspanel.h"

#include "models/spectrum/wavelength.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QPainter>
#include <QPushButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowHeight = 16;
constexpr int fewestRows = 3;
constexpr int panelWidth = 200; // the least
constexpr double galaxyAgreementKmS = 1000;
constexpr double starAgreementKmS = 100;
constexpr double keptDigits = 6e-7; // a draft keeps z to 1e-6

QString probabilityText(double probability)
{
    return probability > 0.9995 ? u">.999"_s : QString::number(probability, 'f', 3);
}
}

bool isSameAnswer(SpectralClass one, double oneZ, SpectralClass other, double otherZ)
{
    const double limit = one == SpectralClass::Star ? starAgreementKmS : galaxyAgreementKmS;
    return one == other && std::abs(oneZ - otherZ) / (1 + oneZ) * speedOfLightKmS < limit;
}

/// One answer as a button: rank, class, template, z, P, sign.
class SolutionRow : public QPushButton
{
public:
    using QPushButton::QPushButton;

    void setSolution(int rank, const RedshiftSolution& solution, bool agrees)
    {
        m_cells = {QString::number(rank),
                   className(solution.spectralClass),
                   solution.templateName,
                   QString::number(solution.z, 'f', 5),
                   probabilityText(solution.probability),
                   solution.warnings ? u"▲"_s
                       : agrees      ? u"●"_s
                                     : QString()};
        setAccessibleName(m_cells.mid(0, 5).join(u' '));
        update();
    }
    void clearSolution()
    {
        m_cells.clear();
        setAccessibleName({});
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_cells.isEmpty())
            return;
        QPainter painter(this);
        const auto colours = ThemeColours::of(palette());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? colours.ink : colours.hover);
            painter.drawRoundedRect(rect(), 4, 4);
        }
        if (hasFocus()) {
            painter.setPen(colours.focus);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        // Columns in 304 pixels: rank, class, template, z, P, sign.
        const int right = width() - 4;
        const struct
        {
            int from;
            int to;
            Qt::AlignmentFlag align;
            bool quiet;
        } columns[] = {{4, 18, Qt::AlignLeft, true},
                       {20, 84, Qt::AlignLeft, false},
                       {86, right - 128, Qt::AlignLeft, true},
                       {right - 126, right - 62, Qt::AlignRight, false},
                       {right - 60, right - 18, Qt::AlignRight, false},
                       {right - 14, right, Qt::AlignRight, false}};
        painter.setFont(figureFont(TextSize::Caption));
        const QFontMetrics metrics(painter.font());
        for (qsizetype at = 0; at < m_cells.size(); ++at) {
            const auto& column = columns[at];
            const QRect cell(column.from, 0, column.to - column.from, height());
            auto ink = isChecked() ? colours.onInk : column.quiet ? colours.quiet : colours.text;
            if (m_cells.at(at) == u"▲"_s && !isChecked())
                ink = colours.attention;
            painter.setPen(ink);
            painter.drawText(cell, int(column.align) | Qt::AlignVCenter,
                             metrics.elidedText(m_cells.at(at), Qt::ElideRight, cell.width()));
        }
    }

private:
    QStringList m_cells;
};

SolutionsPanel::SolutionsPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Caption({}, this))
{
    setObjectName(u"solutions"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_title->setObjectName(u"solutionDetail"_s);
    m_title->setElided(true);
    m_title->useFigures();
    for (int row = 0; row < rowCount; ++row) {
        auto*& button = m_rows[std::size_t(row)];
        button = new SolutionRow(this);
        button->setObjectName(u"solution%1"_s.arg(row + 1));
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, row, button] {
            button->setChecked(row == m_chosen); // the draft says what is chosen
            if (row < int(m_solutions.size()))
                emit chosen(row);
        });
    }
    setAnswer({});
}

int SolutionsPanel::titleHeight() const
{
    return m_title->sizeHint().height();
}

QSize SolutionsPanel::sizeHint() const
{
    return {panelWidth, titleHeight() + rowCount * rowHeight};
}

QSize SolutionsPanel::minimumSizeHint() const
{
    return {panelWidth, titleHeight() + fewestRows * rowHeight};
}

void SolutionsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_title->setGeometry(0, 0, width(), titleHeight());
    for (int row = 0; row < rowCount; ++row) {
        auto* button = m_rows[std::size_t(row)];
        button->setGeometry(0, titleHeight() + row * rowHeight, width(), rowHeight);
        button->setVisible(button->geometry().bottom() < height());
    }
}

void SolutionsPanel::setAnswer(const std::optional<RedshiftAnswer>& answer)
{
    m_known = answer.has_value();
    m_hasRedshift = answer && answer->hasRedshift();
    m_solutions = answer ? answer->solutions : std::vector<RedshiftSolution>();
    if (m_solutions.size() > rowCount)
        m_solutions.resize(rowCount);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        m_rows[row]->setEnabled(row < m_solutions.size());
        if (row >= m_solutions.size()) {
            m_rows[row]->clearSolution();
            m_rows[row]->setToolTip({});
            continue;
        }
        const auto& solution = m_solutions[row];
        const bool agrees =
            m_pipelineZ && isSameAnswer(m_pipelineClass, *m_pipelineZ, solution.spectralClass, solution.z);
        m_rows[row]->setSolution(int(row) + 1, solution, agrees);
        QStringList words {tr("%1: %2 by %3, template %4")
                               .arg(m_keys.value(qsizetype(row)), className(solution.spectralClass),
                                    solution.group, solution.templateName)};
        if (agrees)
            words << tr("● agrees with the pipeline");
        if (solution.warnings)
            words << u"▲ "_s + warningText(solution.warnings);
        m_rows[row]->setToolTip(words.join(u'\n'));
    }
    m_chosen = -1;
    describe();
}

void SolutionsPanel::setPipeline(SpectralClass spectralClass, std::optional<double> z)
{
    m_pipelineClass = spectralClass;
    m_pipelineZ = z;
}

void SolutionsPanel::setDraft(SpectralClass spectralClass, std::optional<double> z)
{
    m_chosen = -1;
    for (std::size_t row = 0; row < m_solutions.size() && z; ++row) {
        const auto& solution = m_solutions[row];
        if (m_chosen < 0 && solution.spectralClass == spectralClass && std::abs(solution.z - *z) < keptDigits)
            m_chosen = int(row);
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->setChecked(int(row) == m_chosen);
    describe();
}

void SolutionsPanel::setNothing()
{
    setAnswer({});
    m_title->clear();
    m_title->setToolTip({});
}

void SolutionsPanel::describe()
{
    QStringList parts;
    if (!m_known)
        parts << tr("SpecDesk is searching …");
    else if (m_solutions.empty())
        parts << tr("SpecDesk finds nothing to search");
    else if (!m_hasRedshift)
        parts << tr("SpecDesk says: no redshift");
    m_title->setTone(m_known && !m_hasRedshift ? Caption::Tone::Attention : Caption::Tone::Quiet);
    if (!m_solutions.empty()) {
        const auto row = std::size_t(std::max(m_chosen, 0));
        const auto& solution = m_solutions[row];
        parts << tr("%1: ±%2").arg(row + 1).arg(solution.zError, 0, 'f', 6);
        if (row + 1 < m_solutions.size()) {
            const auto& next = m_solutions[row + 1];
            parts << tr("Δχ² %1 to %2").arg(std::abs(solution.gain - next.gain), 0, 'f', 0).arg(row + 2);
            if (next.gain > 0)
                parts << tr("ratio %1").arg(solution.gain / next.gain, 0, 'f', 2);
        }
        if (solution.warnings)
            parts << warningText(solution.warnings);
    }
    m_title->setText(parts.join(u" · "_s));
    m_title->setToolTip(parts.join(u'\n'));
}

QString SolutionsPanel::warningText(RedshiftWarnings warnings)
{
    const std::pair<RedshiftWarning, QString> words[] = {
        {RedshiftWarning::NoRedshift, tr("nothing tells it from chance")},
        {RedshiftWarning::SkyFiber, tr("sky fibre")},
        {RedshiftWarning::SmallDeltaChi2, tr("the next is nearly as good")},
        {RedshiftWarning::LittleCoverage, tr("little coverage")},
        {RedshiftWarning::NegativeModel, tr("negative template")},
        {RedshiftWarning::NegativeEmission, tr("negative emission")},
        {RedshiftWarning::ManyOutliers, tr("many outliers")},
        {RedshiftWarning::AtFitLimit, tr("at the end of the range")}};
    QStringList parts;
    for (const auto& [warning, text] : words)
        if (warnings.testFlag(warning))
            parts << text;
    return parts.join(u", "_s);
}
