#include "widgets/inspect/answertable.h"

#include "models/check/verdictdraft.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
QString classText(SpectralClass spectralClass, const QString& subclass)
{
    return subclass.isEmpty() ? className(spectralClass) : className(spectralClass) + u' ' + subclass;
}

QString redshiftText(std::optional<double> z)
{
    return z ? QString::number(*z, 'f', 6) : u"–"_s;
}
}

AnswerTable::AnswerTable(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(3, 12);
    grid->addWidget(new Caption(tr("Pipeline"), this), 0, 1);
    grid->addWidget(new Caption(tr("You"), this), 0, 2);
    const QString names[] = {tr("Class"), tr("z")};
    const QString codes[] = {u"Class"_s, u"Redshift"_s};
    for (auto row = 0; row < RowCount; ++row) {
        m_lines[row] = {new Caption(names[row], this), new Caption({}, this), new Caption({}, this),
                        new Caption({}, this)};
        const auto& line = m_lines[row];
        line.pipeline->setObjectName(u"pipeline"_s + codes[row]);
        line.own->setObjectName(u"own"_s + codes[row]);
        line.sign->setObjectName(u"differs"_s + codes[row]);
        line.sign->setTone(Caption::Tone::Attention);
        line.pipeline->setElided(true);
        line.own->setElided(true);
        auto column = 0;
        for (auto* label : {line.name, line.pipeline, line.own, line.sign})
            grid->addWidget(label, row + 1, column++);
    }
}

void AnswerTable::setNothing()
{
    for (const auto& line : m_lines)
        for (auto* label : {line.pipeline, line.own, line.sign})
            label->clear();
}

void AnswerTable::setDraft(const VerdictDraft& draft)
{
    const auto stated = m_classIsStated || draft.pipelineClass() != SpectralClass::Unknown;
    fill(m_lines[Class], stated ? classText(draft.pipelineClass(), draft.pipelineSubclass()) : tr("no class"),
         classText(draft.spectralClass(), draft.subclass()), draft.classDiffers() || draft.subclassDiffers());
    fill(m_lines[Redshift], redshiftText(draft.pipelineZ()), redshiftText(draft.z()),
         draft.redshiftDiffers());
    m_lines[Redshift].pipeline->setToolTip(
        draft.pipelineZError() ? u"± %1"_s.arg(*draft.pipelineZError(), 0, 'f', 6) : QString());
}

void AnswerTable::fill(const Line& line, const QString& pipeline, const QString& own, bool differs)
{
    line.pipeline->setText(pipeline);
    line.pipeline->setFont(figureFont(TextSize::Text));
    line.pipeline->setTone(differs ? Caption::Tone::Quiet : Caption::Tone::Text);
    auto font = figureFont(TextSize::Text);
    font.setBold(differs);
    line.own->setFont(font);
    line.own->setText(own);
    line.own->setTone(differs ? Caption::Tone::Attention : Caption::Tone::Text);
    line.sign->setText(differs ? u"≠"_s : QString());
    line.sign->setToolTip(differs ? tr("You differ from the pipeline") : QString());
}
