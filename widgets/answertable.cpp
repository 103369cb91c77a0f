#include "widgets/answertable.h"

#include "models/check/verdictdraft.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

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
    , m_heads {new QLabel(tr("Pipeline"), this), new QLabel(tr("You"), this)}
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(3, 12);
    const QString names[] = {tr("Class"), tr("z")};
    const QString codes[] = {u"Class"_s, u"Redshift"_s};
    for (auto column = 0; column < 2; ++column) {
        m_heads[column]->setFont(textFont(TextSize::Caption));
        grid->addWidget(m_heads[column], 0, column + 1);
    }
    for (auto row = 0; row < RowCount; ++row) {
        auto& line = m_lines[row];
        line = {new QLabel(names[row], this), new QLabel(this), new QLabel(this), new QLabel(this)};
        line.name->setFont(textFont(TextSize::Caption));
        line.pipeline->setObjectName(u"pipeline"_s + codes[row]);
        line.own->setObjectName(u"own"_s + codes[row]);
        line.sign->setObjectName(u"differs"_s + codes[row]);
        auto column = 0;
        for (auto* label : {line.name, line.pipeline, line.own, line.sign})
            grid->addWidget(label, row + 1, column++);
        line.pipeline->setFont(figureFont(TextSize::Text));
        line.own->setFont(figureFont(TextSize::Text));
    }
    colour();
}

void AnswerTable::setDraft(const VerdictDraft& draft)
{
    fill(m_lines[Class], classText(draft.pipelineClass(), draft.pipelineSubclass()),
         classText(draft.spectralClass(), draft.subclass()), draft.classDiffers() || draft.subclassDiffers());
    fill(m_lines[Redshift], redshiftText(draft.pipelineZ()), redshiftText(draft.z()),
         draft.redshiftDiffers());
    m_lines[Redshift].pipeline->setToolTip(
        draft.pipelineZError() ? u"± %1"_s.arg(*draft.pipelineZError(), 0, 'f', 6) : QString());
    colour();
}

void AnswerTable::fill(Line& line, const QString& pipeline, const QString& own, bool differs)
{
    line.pipeline->setText(pipeline);
    line.own->setText(own);
    line.sign->setText(differs ? u"≠"_s : QString());
    line.sign->setToolTip(differs ? tr("You differ from the pipeline") : QString());
    line.differs = differs;
}

void AnswerTable::colour()
{
    const auto colours = ThemeColours::of(palette());
    for (auto* head : m_heads)
        setTextColour(head, colours.quiet);
    for (const auto& line : m_lines) {
        setTextColour(line.name, colours.quiet);
        setTextColour(line.pipeline, line.differs ? colours.quiet : colours.text);
        setTextColour(line.own, line.differs ? colours.attention : colours.text);
        setTextColour(line.sign, colours.attention);
        auto font = figureFont(TextSize::Text);
        font.setBold(line.differs);
        line.own->setFont(font);
    }
}

void AnswerTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}
