#include "widgets/inspect/inspectpage.h"

#include "models/spectrum/wavelengthdoubt.h"
#include "plotting/redshift/residualplot.h"
#include "plotting/spectrum/spectrumcaption.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/hairline.h"
#include "widgets/inspect/digitrow.h"
#include "widgets/inspect/evidencepanel.h"
#include "widgets/inspect/exposuremenu.h"
#include "widgets/inspect/headerpanel.h"
#include "widgets/inspect/identifier.h"
#include "widgets/inspect/linepicker.h"
#include "widgets/inspect/objectline.h"
#include "widgets/inspect/queuebar.h"
#include "widgets/inspect/queuepanel.h"
#include "widgets/inspect/readoutline.h"
#include "widgets/inspect/reasonpanel.h"
#include "widgets/inspect/redshiftpanel.h"
#include "widgets/inspect/subclasspanel.h"
#include "widgets/inspect/verdicteditor.h"
#include "widgets/inspect/verdictpanel.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double listShare = 0.2; // of a wide window
constexpr int headerWidth = 440; // keyword, value and most of a comment
}

InspectPage::InspectPage(Actions& actions, LineTable lines, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_lineSets {{QString(), std::move(lines)}}
    , m_lines(m_lineSets.front().table.lines)
    , m_bar(new QueueBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_left(new QWidget(this))
    , m_queue(new QueuePanel(this))
    , m_header(new HeaderPanel(this))
    , m_object(new ObjectLine(this))
    , m_plot(new SpectrumPlot(this))
    , m_residual(new ResidualPlot(*m_plot, this))
    , m_evidence(new EvidencePanel(this))
    , m_readout(new ReadoutLine(this))
    , m_strength(new Caption({}, this))
    , m_exposures(new ExposureMenu(this))
    , m_panel(new VerdictPanel(this))
    , m_picker(new LinePicker(this))
    , m_editor(new VerdictEditor(this))
{
    setObjectName(u"inspectPage"_s);
    m_plot->setObjectName(u"plot"_s);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setAccessibleName(tr("Spectrum"));
    setFocusProxy(m_plot);
    new FocusEdge(m_plot);
    m_plot->setContextMenuPolicy(Qt::CustomContextMenu);
    m_plot->setLines(m_lines);
    m_header->hide();
    m_residual->hide();
    m_residual->setObjectName(u"residual"_s);
    m_strength->setObjectName(u"lineStrength"_s);
    m_strength->useFigures();
    m_strength->setTone(Caption::Tone::Text);
    m_identifier = new Identifier({*m_plot, *m_editor, m_panel->solutions(), *m_evidence, *m_residual}, this);

    addVerdictActions();
    addRedshiftActions();
    addLineMarks();
    addViewActions();
    addSwitches();
    addListActions();
    addEvidenceActions();
    addGestures();
    m_panel->setActions(m_actions);
    m_bar->setActions(m_actions);
    layOut();
    connectParts();
    connectPanel();
    connectPlot();
    connectEvidence();
    showNothing(tr("Nothing to inspect yet."));
}

void InspectPage::layOut()
{
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    auto* stack = new QSplitter(Qt::Vertical, m_left);
    stack->setHandleWidth(1);
    stack->addWidget(m_queue);
    stack->addWidget(m_header);
    stack->setChildrenCollapsible(false);
    left->addWidget(stack);

    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(middle());
    m_splitter->setCollapsible(0, true);
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({m_queue->wantedWidth(), 1000});

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(m_panel);
}

QWidget* InspectPage::middle()
{
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_readout->setContentsMargins(2 * gridUnit, 0, gridUnit, 0);
    m_readout->setFixedHeight(3 * gridUnit);
    m_readout->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_strength->setContentsMargins(0, 0, gridUnit, 0);
    m_strength->hide();
    auto* words = new QHBoxLayout;
    words->setSpacing(gridUnit);
    words->addWidget(m_readout, 1);
    words->addWidget(m_strength);
    layout->addWidget(m_object);
    layout->addWidget(m_plot, 5);
    layout->addWidget(m_residual);
    layout->addWidget(new Hairline(Qt::Horizontal, middle));
    layout->addWidget(m_evidence, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, middle));
    layout->addLayout(words);
    return middle;
}

void InspectPage::setReadOnly(const QString& reason)
{
    m_editor->setReadOnly(reason);
    m_panel->setReadOnly(reason);
}

void InspectPage::connectParts()
{
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_listIsSized = true; });
    connect(m_queue, &QueuePanel::rowWanted, this, &InspectPage::entryWanted);
    connect(m_queue, &QueuePanel::positionChanged, this, [this](int row, int count) {
        m_bar->setPosition(row, count);
        emit positionChanged(row, count);
    });
    connect(m_bar, &QueueBar::searchEntered, this, &InspectPage::searchEntered);
    connect(m_bar, &QueueBar::filterChanged, this, &InspectPage::filterChanged);
    connect(m_bar, &QueueBar::rowWanted, this, &InspectPage::entryWanted);
    connect(m_bar, &QueueBar::refused, this, [this](const QString& sentence) {
        m_panel->setHint(sentence);
        emit complained(sentence);
    });
    connect(m_bar, &QueueBar::editingLeft, this, &InspectPage::backToPlot);
    connect(m_header, &HeaderPanel::editingLeft, this, &InspectPage::backToPlot);
    connect(m_editor, &VerdictEditor::changed, this, &InspectPage::showDraft);
    connect(m_editor, &VerdictEditor::refused, m_panel, &VerdictPanel::setHint);
    connect(m_editor, &VerdictEditor::decided, this, &InspectPage::verdictGiven);
    connect(m_editor, &VerdictEditor::unchanged, this, &InspectPage::nextWanted);
    connect(m_editor, &VerdictEditor::rested, this, &InspectPage::workRested);
    connect(m_editor, &VerdictEditor::takenUp, this,
            [this] { m_panel->setHint(tr("As you left it, not stored yet.")); });
    connect(m_editor, &VerdictEditor::missing, this, [this](VerdictDraft::Missing what) {
        if (what == VerdictDraft::Missing::Reason) {
            m_storeAfterReason = true;
            askForReason();
        } else {
            m_panel->setHint(tr("This grade needs a redshift: give one, or grade 0."));
        }
    });
}

void InspectPage::connectPanel()
{
    auto& redshift = m_panel->redshift();
    connect(&redshift, &RedshiftPanel::typed, this, [this](const QString& text) {
        m_panel->setHint({});
        m_editor->typeRedshift(text);
        const auto refused = !m_panel->hint().isEmpty();
        m_panel->redshift().setWrong(refused);
        if (!refused)
            backToPlot();
    });
    connect(&redshift, &RedshiftPanel::moved, m_editor, &VerdictEditor::moveRedshift);
    connect(&redshift, &RedshiftPanel::stepped, m_editor, &VerdictEditor::stepRedshift);
    connect(&redshift, &RedshiftPanel::editingLeft, this, &InspectPage::backToPlot);
    connect(&m_panel->subclass(), &SubclassPanel::chosen, m_editor, &VerdictEditor::setSubclass);
    connect(&m_panel->subclass(), &SubclassPanel::refused, m_panel, &VerdictPanel::setHint);
    connect(&m_panel->subclass(), &SubclassPanel::editingLeft, this, &InspectPage::backToPlot);
    connect(&m_panel->reasons(), &ReasonPanel::toggled, m_editor, &VerdictEditor::setReason);
    connect(&m_panel->reasons(), &ReasonPanel::answered, this, &InspectPage::answerReason);
    connect(m_panel, &VerdictPanel::classChosen, m_editor, &VerdictEditor::setClass);
    connect(m_panel, &VerdictPanel::gradeChosen, m_editor, &VerdictEditor::setGrade);
    connect(m_panel, &VerdictPanel::commentChanged, m_editor, &VerdictEditor::setComment);
    connect(m_panel, &VerdictPanel::commentEntered, this, &InspectPage::backToPlot);
    connect(m_panel, &VerdictPanel::acceptWanted, m_editor, [this] { m_editor->accept(); });
}

void InspectPage::connectPlot()
{
    connect(m_plot, &SpectrumPlot::cursorMoved, m_readout, &ReadoutLine::setReadout);
    connect(m_plot, &SpectrumPlot::cursorLeft, m_readout, &ReadoutLine::clearReadout);
    connect(m_plot, &SpectrumPlot::redshiftDragged, m_editor, &VerdictEditor::dragRedshift);
    connect(m_plot, &SpectrumPlot::redshiftStepped, m_editor, &VerdictEditor::stepRedshift);
    connect(m_plot, &SpectrumPlot::lineWished, this, &InspectPage::openLinePicker);
    connect(m_plot, &QWidget::customContextMenuRequested, this, &InspectPage::openLinePicker); // by a key
    connect(m_picker, &LinePicker::picked, this, &InspectPage::markLine);
    connect(m_plot, &SpectrumPlot::painted, m_editor, &VerdictEditor::setSeen);
    connect(m_plot, &SpectrumPlot::measureWished, this, &InspectPage::measure);
}

void InspectPage::setModel(QAbstractItemModel* queue)
{
    m_queue->setModel(queue);
}

void InspectPage::setListName(const QString& name)
{
    m_bar->setListName(name);
}

TaskChoice& InspectPage::tasks() const
{
    return m_bar->tasks();
}

void InspectPage::setCounts(int all, int needAnEye, int done)
{
    m_bar->setCounts(all, needAnEye, done);
}

QWidget* InspectPage::topLine() const
{
    return m_bar;
}

void InspectPage::showEntry(const QueueEntry& entry, const SpectrumPtr& spectrum)
{
    present(entry, spectrum, spectrum ? QString() : tr("Reading …"));
    if (spectrum)
        m_editor->open(entry);
}

void InspectPage::showFailure(const QueueEntry& entry, const QString& sentence)
{
    present(entry, nullptr, sentence);
}

void InspectPage::showNothing(const QString& sentence)
{
    present({}, nullptr, sentence);
    m_object->setVisible(false);
    m_panel->setNothing();
}

void InspectPage::present(const QueueEntry& entry, const SpectrumPtr& spectrum, const QString& hint)
{
    m_object->setVisible(true);
    m_object->setEntry(entry);
    const auto& before = m_editor->entry();
    if (before.obsid != entry.obsid || before.pipelineVersion != entry.pipelineVersion)
        dropReasonQuestion();
    if (!spectrum) {
        m_editor->close();
        m_panel->setDraft(VerdictDraft(entry), entry.verdict);
        m_plot->setHint(hint);
    }
    m_panel->setEnabled(spectrum != nullptr);
    m_panel->setClassStated(!spectrum || spectrum->pipeline.statedClass());
    m_plot->setSpectrum(spectrum);
    m_identifier->setSpectrum(spectrum);
    m_exposures->setSpectrum(spectrum);
    m_actions.action(u"exposures"_s)->setVisible(m_exposures->hasExposures());
    m_strength->hide();
    m_header->setSpectrum(spectrum);
    m_readout->clearReadout();
    m_queue->setCurrent(entry.obsid, entry.pipelineVersion);
    describeWavelengths(spectrum);
}

void InspectPage::describeWavelengths(const SpectrumPtr& spectrum)
{
    QString text;
    if (spectrum) {
        const auto& frame = spectrum->frame;
        const bool isSaid = frame.frameIsKnown || spectrum->layout != Layout::Text;
        text = !frame.heliocentric ? tr("%1, not heliocentric")
            : isSaid               ? tr("%1, heliocentric")
                                   : tr("%1, heliocentric (assumed)");
        text = text.arg(wavelengthFrameText(frame));
    }
    m_object->setDoubt(spectrum ? wavelengthDoubt(*spectrum) : QString());
    if (text == m_wavelengthText)
        return;
    m_wavelengthText = text;
    emit wavelengthsDescribed(text);
}

void InspectPage::showDraft()
{
    const auto& draft = m_editor->draft();
    m_panel->setDraft(draft, m_editor->entry().verdict);
    if (const auto z = draft.z().value_or(0.0); m_plot->redshift() != z)
        m_plot->setRedshift(z);
    m_identifier->followDraft();
}

void InspectPage::undo()
{
    if (!m_editor->undo())
        emit undoWanted();
}

void InspectPage::redo()
{
    if (!m_editor->redo())
        emit redoWanted();
}

void InspectPage::toggleList()
{
    m_queue->setVisible(!m_queue->isVisible());
    m_left->setVisible(m_queue->isVisibleTo(m_left) || m_header->isVisibleTo(m_left));
}

void InspectPage::toggleHeader()
{
    const auto open = !m_header->isVisible();
    m_header->setVisible(open);
    m_left->setVisible(open || m_queue->isVisibleTo(m_left));
    const auto sizes = m_splitter->sizes();
    const auto whole = sizes[0] + sizes[1];
    if (open)
        m_listWidth = sizes[0];
    const auto left = open ? std::max(sizes[0], headerWidth)
        : m_listWidth > 0  ? m_listWidth
                           : m_queue->wantedWidth();
    m_splitter->setSizes({left, whole - left});
    if (open)
        m_header->search();
    else
        backToPlot();
}

/// Until a person moves its edge the list has its share of the window.
void InspectPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_listIsSized || m_header->isVisible() || m_left->isHidden())
        return;
    const auto left = std::max(m_queue->wantedWidth(), static_cast<int>(listShare * width()));
    m_splitter->setSizes({left, width() - m_panel->width() - left});
}

void InspectPage::giveRow(int row)
{
    if (row >= 0 && row < m_queue->rowCount())
        emit entryWanted(row);
}

void InspectPage::backToPlot()
{
    m_plot->setFocus(Qt::OtherFocusReason);
}

bool InspectPage::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (auto* action = m_actions.action(actionOfFrenchDigit(key))) {
        event->accept(); // no shortcut gets it
        if (!key.isAutoRepeat()) // a held key judges once
            QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
        return true;
    }
    return QWidget::event(event);
}
