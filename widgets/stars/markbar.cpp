#include "widgets/stars/markbar.h"

#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"
#include "widgets/inspect/acceptbutton.h"
#include "widgets/inspect/reasonpanel.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace {
const std::pair<SpectralClass, QLatin1StringView> classes[] = {{SpectralClass::Star, "starsStar"_L1},
                                                               {SpectralClass::Galaxy, "starsGalaxy"_L1},
                                                               {SpectralClass::Qso, "starsQso"_L1},
                                                               {SpectralClass::Unknown, "starsUnknown"_L1}};

QLineEdit* field(const QString& name, const QString& placeholder, int letters, QWidget* parent)
{
    auto* edit = textField(name, placeholder, parent);
    edit->setFont(figureFont(TextSize::Text));
    setRoomForDigits(edit, letters);
    return edit;
}
}

MarkBar::MarkBar(QWidget* parent)
    : QWidget(parent)
    , m_id(field(u"markId"_s, tr("Click a tile"), 13, this))
    , m_class(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_subclass(field(u"markSubclass"_s, tr("Subclass"), 10, this))
    , m_redshift(field(u"markRedshift"_s, tr("z"), 10, this))
    , m_problems(new ChoiceRow(ChoiceRow::Mode::Many, 0, this))
    , m_hint(new Caption({}, this))
    , m_done(new AcceptButton(this))
{
    setObjectName(u"markBar"_s);
    m_id->setReadOnly(true);
    m_hint->setObjectName(u"markHint"_s);
    m_hint->setTone(Caption::Tone::Attention);
    m_hint->setElided(true);
    m_class->setObjectName(u"markClass"_s);
    m_problems->setObjectName(u"markProblems"_s);
    m_problems->setTextFont(textFont(TextSize::Caption));
    m_done->setObjectName(u"pageDone"_s);
    Choices choices;
    for (const auto& code : offeredProblems())
        choices.push_back({code, ReasonPanel::label(code), {}, ReasonPanel::label(code)});
    m_problems->setChoices(choices);
    layOut();

    connect(m_class, &ChoiceRow::toggled, this,
            [this](const QString& code) { emit classChosen(spectralClassFrom(code)); });
    connect(m_problems, &ChoiceRow::toggled, this, &MarkBar::problemToggled);
    connect(m_subclass, &QLineEdit::returnPressed, this, [this] {
        emit subclassEntered(m_subclass->text().trimmed());
        emit editingLeft();
    });
    connect(m_redshift, &QLineEdit::returnPressed, this, [this] {
        emit redshiftEntered(m_redshift->text().trimmed());
        emit editingLeft();
    });
    connect(m_done, &QPushButton::clicked, this, &MarkBar::doneWanted);
    showNothing();
}

QStringList MarkBar::offeredProblems()
{
    return {u"low-sn"_s,        u"sky-residual"_s, u"arm-join"_s,
            u"bad-reduction"_s, u"missing-arm"_s,  u"two-objects"_s};
}

void MarkBar::layOut()
{
    auto* answer = new QHBoxLayout;
    answer->setSpacing(gridUnit);
    answer->addWidget(m_id);
    answer->addWidget(m_class);
    answer->addWidget(m_subclass);
    answer->addWidget(m_redshift);
    answer->addWidget(m_hint, 1);
    auto* problems = new QHBoxLayout;
    problems->addWidget(m_problems);
    problems->addStretch(1);
    m_done->setFixedWidth(280);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(gridUnit / 2);
    grid->addLayout(answer, 0, 0);
    grid->addLayout(problems, 1, 0);
    grid->addWidget(m_done, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
}

void MarkBar::setActions(const Actions& actions)
{
    Choices choices;
    for (const auto& [spectralClass, id] : classes)
        choices.push_back({className(spectralClass), className(spectralClass), keyText(actions.action(id)),
                           actions.action(id)->text()});
    m_class->setChoices(choices);
    m_subclass->setPlaceholderText(tr("Subclass  %1").arg(keyText(actions.action(u"starsSubclass"_s))));
    m_redshift->setPlaceholderText(tr("z  %1").arg(keyText(actions.action(u"starsRedshift"_s))));
    m_done->setKey(keyText(actions.action(u"starsDone"_s)));
}

void MarkBar::showNothing()
{
    m_id->clear();
    m_subclass->clear();
    m_redshift->clear();
    m_class->setChosen({});
    m_problems->setChosen({});
    setHint({});
    for (QWidget* part : std::initializer_list<QWidget*> {m_class, m_subclass, m_redshift, m_problems})
        part->setEnabled(false);
}

void MarkBar::showChosen(const QueueEntry& first, const VerdictDraft& draft, int count)
{
    for (QWidget* part : std::initializer_list<QWidget*> {m_class, m_subclass, m_redshift, m_problems})
        part->setEnabled(true);
    m_id->setText(count == 1 ? QString::number(first.obsid) : tr("%n spectra", nullptr, count));
    m_id->setToolTip(first.designation);
    m_class->setChosen({className(draft.spectralClass())});
    if (!m_subclass->hasFocus())
        m_subclass->setText(draft.subclass());
    if (!m_redshift->hasFocus())
        m_redshift->setText(draft.z() ? QString::number(*draft.z(), 'f', 6) : QString());
    m_problems->setChosen(draft.reasons());
}

void MarkBar::setCounts(int page, int pages, int marked, int accepted)
{
    m_done->setAnswer(tr("Page done: accept %n", nullptr, accepted),
                      tr("page %1 of %2 · %3 marked").arg(page).arg(pages).arg(marked));
}

void MarkBar::editSubclass()
{
    m_subclass->setFocus(Qt::ShortcutFocusReason);
    m_subclass->selectAll();
}

void MarkBar::editRedshift()
{
    m_redshift->setFocus(Qt::ShortcutFocusReason);
    m_redshift->selectAll();
}

void MarkBar::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setToolTip(hint);
}
