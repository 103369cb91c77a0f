#include "widgets/team/secondlookpage.h"

#include "models/check/redshiftinput.h"
#include "models/check/subclass.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/theme.h"
#include "widgets/inspect/verdictcolumn.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostVerdicts = 9; // keys 1 to 9

QString conflictText(Conflict conflict)
{
    switch (conflict) {
    case Conflict::Class:
        return SecondLookPage::tr("class");
    case Conflict::Subclass:
        return SecondLookPage::tr("subclass");
    case Conflict::Redshift:
        return SecondLookPage::tr("redshift");
    case Conflict::Grade:
        return SecondLookPage::tr("grade");
    case Conflict::Usable:
        return SecondLookPage::tr("usable or not");
    case Conflict::RedshiftMissing:
        return SecondLookPage::tr("redshift or none");
    }
    return {};
}
}

SecondLookPage::SecondLookPage(Actions& actions, LineList lines, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_count(new Caption({}, m_topLine))
    , m_name(new QLabel(m_topLine))
    , m_facts(new Caption({}, m_topLine))
    , m_nothing(new QLabel(tr("Reading …"), this))
    , m_desk(new QWidget(this))
    , m_plot(new SpectrumPlot(m_desk))
    , m_columns(new QHBoxLayout)
    , m_class(new ChoiceRow(ChoiceRow::Mode::One, 0, m_desk))
    , m_subclass(new QLineEdit(m_desk))
    , m_redshift(new QLineEdit(m_desk))
    , m_hint(new Caption({}, m_desk))
{
    setObjectName(u"secondLookPage"_s);
    m_plot->setLines(std::move(lines));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_plot);
    connect(m_plot, &SpectrumPlot::painted, this, [this] { m_seen = true; });
    m_plot->setAccessibleName(tr("Spectrum"));
    new FocusEdge(m_plot);
    m_nothing->setObjectName(u"nobodyDisagrees"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFont(textFont(TextSize::Title));
    addActions();
    layOutTopLine();
    layOut();
    show(0);
}

void SecondLookPage::addActions()
{
    const auto add = [this](const QString& id, ActionGroup group, const QString& text,
                            const QKeySequence& key, auto act) {
        connect(m_actions.add(id, group, text, {key}, this), &QAction::triggered, this, act);
    };
    for (int number = 1; number <= mostVerdicts; ++number)
        add(u"take%1"_s.arg(number), ActionGroup::Verdict, tr("Take over verdict %1").arg(number),
            QKeySequence(QString::number(number)),
            [this, number] { take(static_cast<std::size_t>(number - 1)); });
    add(u"secondOverlay"_s, ActionGroup::View, tr("Lines of the next verdict"), Qt::Key_L, [this] {
        if (const auto* look = current(); look && !look->verdicts.empty())
            overlay((m_overlaid + 1) % look->verdicts.size());
    });
    add(u"secondNext"_s, ActionGroup::List, tr("Leave it for later"), Qt::Key_N,
        [this] { show(m_index + 1); });
    add(u"secondPrevious"_s, ActionGroup::List, tr("Previous conflict"), Qt::Key_B,
        [this] { show(m_index - 1); });
    add(u"secondOwn"_s, ActionGroup::Verdict, tr("Own answer: type z"), Qt::Key_Z, [this] {
        m_redshift->setFocus();
        m_redshift->selectAll();
    });
    add(u"secondDecide"_s, ActionGroup::Verdict, tr("Settle with the own answer"),
        QKeySequence(u"Ctrl+Return"_s), [this] { decideAnew(); });
}

void SecondLookPage::layOutTopLine()
{
    m_name->setObjectName(u"secondName"_s);
    auto bold = figureFont(TextSize::Text);
    bold.setBold(true);
    m_name->setFont(bold);
    m_facts->setObjectName(u"secondFacts"_s);
    m_facts->setTone(Caption::Tone::Attention);
    m_count->setObjectName(u"secondCount"_s);
    m_count->useFigures();
    auto* top = new QHBoxLayout(m_topLine);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(2 * gridUnit);
    top->addWidget(m_name);
    top->addWidget(m_facts, 1);
    top->addWidget(m_count);
}

/// Where the third person says what none of the others did.
QLayout* SecondLookPage::ownAnswer()
{
    Choices classes;
    for (const auto spectralClass :
         {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso, SpectralClass::Unknown})
        classes.push_back({className(spectralClass), className(spectralClass), {}, {}});
    m_class->setChoices(classes);
    m_subclass->setObjectName(u"ownSubclass"_s);
    m_subclass->setPlaceholderText(tr("Subclass"));
    m_subclass->setAccessibleName(tr("Subclass"));
    m_subclass->setFixedWidth(110);
    m_redshift->setObjectName(u"ownRedshift"_s);
    m_redshift->setPlaceholderText(tr("z"));
    m_redshift->setAccessibleName(tr("Redshift"));
    m_redshift->setFont(figureFont(TextSize::Text));
    m_redshift->setFixedWidth(110);
    m_hint->setObjectName(u"secondHint"_s);
    m_hint->setTone(Caption::Tone::Stop);
    const auto* decide = m_actions.action(u"secondDecide"_s);
    auto* settle = new QPushButton(tr("Own answer  %1").arg(keyText(decide)), m_desk);
    settle->setToolTip(decide->toolTip());
    settle->setObjectName(u"ownAnswer"_s);
    connect(settle, &QPushButton::clicked, this, &SecondLookPage::decideAnew);
    connect(m_redshift, &QLineEdit::returnPressed, this, &SecondLookPage::decideAnew);

    auto* own = new QHBoxLayout;
    own->setSpacing(gridUnit);
    own->addWidget(m_class);
    own->addWidget(m_subclass);
    own->addWidget(m_redshift);
    own->addWidget(settle);
    own->addWidget(m_hint, 1);
    return own;
}

void SecondLookPage::layOut()
{
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    foot->setSpacing(gridUnit);
    m_columns->setSpacing(gridUnit);
    foot->addLayout(m_columns);
    foot->addLayout(ownAnswer());
    auto* desk = new QVBoxLayout(m_desk);
    desk->setContentsMargins(0, 0, 0, 0);
    desk->setSpacing(0);
    desk->addWidget(m_plot, 1);
    desk->addWidget(new Hairline(Qt::Horizontal, m_desk));
    desk->addLayout(foot);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_desk, 1);
}

void SecondLookPage::setLooks(const SecondLooks& looks, bool isAll)
{
    const auto shown = current() ? std::optional(*current()) : std::nullopt;
    m_looks = looks;
    m_isAll = isAll;
    m_nothing->setText(tr("Nobody disagrees. There is nothing to settle."));
    const int place = shown ? indexOf(shown->entry.obsid, shown->entry.pipelineVersion) : -1;
    const bool isTyped = m_subclass->isModified() || m_redshift->isModified();
    const bool stands = place >= 0 && m_looks[static_cast<std::size_t>(place)].verdicts == shown->verdicts;
    if (!shown || (!stands && !isTyped)) {
        show(std::max(place, 0));
        return;
    }
    m_index = place >= 0 ? place : 0;
    if (place < 0)
        m_looks.insert(m_looks.begin(), *shown);
    else
        m_looks[static_cast<std::size_t>(place)] = *shown; // as it stands on the screen
    showCount();
}

void SecondLookPage::showFailure(const QString& sentence)
{
    m_nothing->setText(sentence);
}

int SecondLookPage::indexOf(qint64 obsid, const QString& pipelineVersion) const
{
    const auto found = std::ranges::find_if(m_looks, [&](const SecondLook& look) {
        return look.entry.obsid == obsid && look.entry.pipelineVersion == pipelineVersion;
    });
    return found == m_looks.end() ? -1 : static_cast<int>(found - m_looks.begin());
}

const SecondLook* SecondLookPage::current() const
{
    return m_index >= 0 && m_index < std::ssize(m_looks) ? &m_looks[static_cast<std::size_t>(m_index)]
                                                         : nullptr;
}

void SecondLookPage::show(int index)
{
    m_index = m_looks.empty() ? 0 : std::clamp(index, 0, static_cast<int>(m_looks.size()) - 1);
    qDeleteAll(m_shown);
    m_shown.clear();
    m_seen = false;
    const auto* look = current();
    m_nothing->setVisible(!look);
    m_desk->setVisible(look != nullptr);
    showCount();
    m_name->setText(look ? look->entry.designation : QString());
    m_facts->clear();
    m_hint->clear();
    if (!look)
        return;
    QStringList kinds;
    for (const auto conflict : look->conflicts)
        kinds << conflictText(conflict);
    m_facts->setText(tr("They differ in %1").arg(kinds.join(u", "_s)));
    for (std::size_t i = 0; i < look->verdicts.size() && i < mostVerdicts; ++i) {
        auto* column = new VerdictColumn(look->verdicts[i], look->conflicts, QString::number(i + 1), m_desk);
        column->setObjectName(u"verdict%1"_s.arg(i + 1));
        connect(column, &QPushButton::clicked, this, [this, i] { take(i); });
        m_columns->addWidget(column);
        m_shown.push_back(column);
    }
    m_plot->setSpectrum(nullptr);
    m_plot->setHint(tr("Reading …"));
    m_subclass->clear();
    m_redshift->clear();
    if (!look->verdicts.empty()) {
        m_class->setChosen({className(look->verdicts.front().spectralClass)});
        overlay(0);
    }
    emit spectrumWanted(look->entry);
}

void SecondLookPage::showCount()
{
    const auto count = static_cast<int>(m_looks.size());
    const auto text = m_isAll ? tr("%1 of %n conflicts", nullptr, count)
                              : tr("%1 of the first %n conflicts", nullptr, count);
    m_count->setText(current() ? text.arg(m_index + 1) : QString());
}

void SecondLookPage::showSpectrum(const SpectrumPtr& spectrum, const QString& sentence)
{
    if (!spectrum)
        m_plot->setHint(sentence);
    m_plot->setSpectrum(spectrum);
    overlay(m_overlaid);
}

void SecondLookPage::overlay(std::size_t verdict)
{
    const auto* look = current();
    if (!look || verdict >= look->verdicts.size())
        return;
    m_overlaid = verdict;
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_shown[i]->setOverlaid(i == verdict);
    m_plot->setRedshift(look->verdicts[verdict].z.value_or(0));
}

void SecondLookPage::take(std::size_t verdict)
{
    const auto* look = current();
    if (look && verdict < look->verdicts.size())
        settle(recheckFrom(look->verdicts[verdict]));
}

/// Only what was painted can be judged, and one answer at a time: a key pressed twice settles nothing else.
void SecondLookPage::settle(const Recheck& recheck)
{
    if (!m_seen || m_answered)
        return;
    m_answered = true;
    emit settled(recheck);
}

void SecondLookPage::decideAnew()
{
    const auto* look = current();
    if (!look)
        return;
    Recheck recheck;
    recheck.submission = QUuid::createUuid();
    recheck.obsid = look->entry.obsid;
    recheck.pipelineVersion = look->entry.pipelineVersion;
    recheck.spectralClass = spectralClassFrom(m_class->chosen().value(0));
    recheck.grade = Grade::Secure;
    const auto typed = m_subclass->text().trimmed();
    const auto subclass = typed.isEmpty() ? typed : subclassFrom(recheck.spectralClass, typed);
    const auto z = m_redshift->text().trimmed().isEmpty() ? Result<TypedRedshift>(TypedRedshift {})
                                                          : parseRedshift(m_redshift->text());
    const bool known = recheck.spectralClass == SpectralClass::Unknown
        || !m_redshift->text().trimmed().isEmpty() || recheck.spectralClass == SpectralClass::Star;
    const auto complaint = !subclass
        ? tr("%1 has no subclass %2.").arg(className(recheck.spectralClass), typed)
        : !z     ? z.error().message
        : !known ? tr("Type a redshift, or choose UNKNOWN.")
                 : QString();
    m_hint->setText(complaint);
    if (!complaint.isEmpty())
        return;
    recheck.subclass = *subclass;
    if (!m_redshift->text().trimmed().isEmpty()) {
        recheck.z = z.value().z;
        recheck.zError = z.value().error;
    } else {
        recheck.grade =
            recheck.spectralClass == SpectralClass::Unknown ? std::optional(Grade::None) : std::nullopt;
    }
    m_plot->setFocus();
    settle(recheck);
}

void SecondLookPage::remove(qint64 obsid, const QString& pipelineVersion)
{
    m_answered = false;
    const int index = indexOf(obsid, pipelineVersion);
    if (index < 0)
        return;
    m_looks.erase(m_looks.begin() + index);
    if (index == m_index) {
        show(m_index);
        return;
    }
    m_index -= index < m_index ? 1 : 0;
    showCount();
}
