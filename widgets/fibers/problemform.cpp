#include "widgets/fibers/problemform.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"
#include "widgets/inspect/acceptbutton.h"

#include <QGridLayout>
#include <QIntValidator>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace {
struct KindText
{
    QLatin1StringView code;
    const char* label;
};

constexpr KindText kindTexts[] = {
    {"stray-light"_L1, QT_TRANSLATE_NOOP("ProblemForm", "stray light")},
    {"negative-flux"_L1, QT_TRANSLATE_NOOP("ProblemForm", "negative flux")},
    {"sky"_L1, QT_TRANSLATE_NOOP("ProblemForm", "sky")},
    {"flux-calibration"_L1, QT_TRANSLATE_NOOP("ProblemForm", "flux calibration")},
    {"wavelength"_L1, QT_TRANSLATE_NOOP("ProblemForm", "wavelength")},
    {"arm-join"_L1, QT_TRANSLATE_NOOP("ProblemForm", "arm join")},
    {"missing-arm"_L1, QT_TRANSLATE_NOOP("ProblemForm", "missing arm")},
    {"saturation"_L1, QT_TRANSLATE_NOOP("ProblemForm", "saturation")},
    {"crosstalk"_L1, QT_TRANSLATE_NOOP("ProblemForm", "crosstalk")},
    {"other"_L1, QT_TRANSLATE_NOOP("ProblemForm", "other")},
};

QLineEdit* numberField(const QString& name, const QString& placeholder, QWidget* parent)
{
    auto* edit = textField(name, placeholder, parent);
    edit->setFont(figureFont(TextSize::Text));
    edit->setValidator(new QIntValidator(0, 99999, edit));
    edit->setFixedWidth(80);
    return edit;
}
}

ProblemForm::ProblemForm(QWidget* parent)
    : QFrame(parent)
    , m_first(numberField(u"startFiber"_s, tr("Start"), this))
    , m_last(numberField(u"endFiber"_s, tr("End"), this))
    , m_arm(new ChoiceRow(ChoiceRow::Mode::One, 3, this))
    , m_from(numberField(u"fromAngstrom"_s, tr("from Å"), this))
    , m_to(numberField(u"toAngstrom"_s, tr("to Å"), this))
    , m_kind(new ChoiceRow(ChoiceRow::Mode::One, 2, this))
    , m_origin(new ChoiceRow(ChoiceRow::Mode::One, 2, this))
    , m_description(new QLineEdit(this))
    , m_complaint(new Caption({}, this))
    , m_submit(new AcceptButton(this))
{
    setObjectName(u"problemForm"_s);
    setAutoFillBackground(true);
    setFixedWidth(320);
    m_arm->setChoices({{u"both"_s, tr("Both arms"), {}, {}},
                       {u"blue"_s, tr("Blue"), {}, {}},
                       {u"red"_s, tr("Red"), {}, {}}});
    Choices kinds;
    for (const auto& code : problemKinds())
        kinds.push_back({code, kindLabel(code), {}, {}});
    m_kind->setChoices(kinds);
    m_origin->setChoices({{u"2d"_s, tr("2D reduction"), {}, tr("A ticket for the 2D team")},
                          {u"raw"_s, tr("Raw data"), {}, tr("Discarded from the release")}});
    m_description->setObjectName(u"problemDescription"_s);
    m_description->setPlaceholderText(tr("Describe it"));
    m_description->setAccessibleName(tr("Describe it"));
    m_complaint->setObjectName(u"problemComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    m_submit->setObjectName(u"submitProblem"_s);
    layOut();
    for (auto* edit : {m_first, m_last, m_from, m_to})
        connect(edit, &QLineEdit::textEdited, this, [this] { emit rangeEdited(range()); });
    connect(m_description, &QLineEdit::returnPressed, this, &ProblemForm::submit);
    connect(m_origin, &ChoiceRow::toggled, this, [this](const QString& code) {
        m_submit->setAnswer(tr("Submit"),
                            code == "raw"_L1 ? tr("raw problem: discarded") : tr("ticket for the 2D team"));
    });
    connect(m_submit, &QPushButton::clicked, this, &ProblemForm::submit);
    hide();
}

void ProblemForm::layOut()
{
    const auto row = [this](std::initializer_list<QWidget*> parts) {
        auto* layout = new QHBoxLayout;
        layout->setSpacing(gridUnit);
        for (auto* part : parts)
            layout->addWidget(part);
        layout->addStretch(1);
        return layout;
    };
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addLayout(row({new Caption(tr("Fibres"), this), m_first, new Caption(u"–"_s, this), m_last}));
    layout->addWidget(m_arm);
    layout->addLayout(row({new Caption(tr("Wavelength"), this), m_from, new Caption(u"–"_s, this), m_to}));
    layout->addWidget(m_kind);
    layout->addWidget(m_origin);
    layout->addWidget(m_description);
    layout->addWidget(m_complaint);
    layout->addWidget(m_submit);
}

void ProblemForm::setSubmitKey(const QString& key)
{
    m_submit->setKey(key);
}

void ProblemForm::setComplaint(const QString& sentence)
{
    m_complaint->setText(sentence);
}

QString ProblemForm::kindLabel(const QString& kind)
{
    for (const auto& text : kindTexts)
        if (text.code == kind)
            return tr(text.label);
    return kind;
}

void ProblemForm::clear()
{
    m_arm->setChosen({u"both"_s});
    m_kind->setChosen({});
    m_origin->setChosen({u"2d"_s});
    m_description->clear();
    m_complaint->clear();
    m_submit->setAnswer(tr("Submit"), tr("ticket for the 2D team"));
}

void ProblemForm::open(const FiberRange& range)
{
    const bool opens = isHidden();
    if (opens && m_description->text().isEmpty())
        clear();
    m_complaint->clear();
    setRange(range);
    adjustSize();
    show();
    raise();
    if (opens)
        m_description->setFocus();
}

void ProblemForm::edit()
{
    m_first->setFocus(Qt::ShortcutFocusReason);
    m_first->selectAll();
}

void ProblemForm::setRange(const FiberRange& range)
{
    const auto number = [](double value) { return value > 0 ? QString::number(value, 'f', 0) : QString(); };
    m_first->setText(number(range.first));
    m_last->setText(number(range.last));
    m_from->setText(number(range.fromAngstrom));
    m_to->setText(number(range.toAngstrom));
}

FiberRange ProblemForm::range() const
{
    return {.first = m_first->text().toInt(),
            .last = m_last->text().toInt(),
            .fromAngstrom = m_from->text().toDouble(),
            .toAngstrom = m_to->text().toDouble()};
}

void ProblemForm::setKind(const QString& kind, const QString& arm)
{
    m_kind->setChosen({kind});
    m_arm->setChosen({arm.isEmpty() ? u"both"_s : arm});
}

bool ProblemForm::takeFiber(int fiber)
{
    if (!isVisible())
        return false;
    if (m_first->hasFocus()) {
        m_first->setText(QString::number(fiber));
        m_last->setFocus();
    } else if (m_last->hasFocus()) {
        m_last->setText(QString::number(fiber));
        if (m_first->text().toInt() > fiber) {
            m_last->setText(m_first->text());
            m_first->setText(QString::number(fiber));
        }
        m_description->setFocus();
    } else {
        return false;
    }
    emit rangeEdited(range());
    return true;
}

FiberProblem ProblemForm::problem() const
{
    const auto chosen = range();
    FiberProblem problem;
    problem.firstFiber = chosen.first;
    problem.lastFiber = chosen.last;
    if (const auto arm = m_arm->chosen().value(0); arm != "both"_L1)
        problem.arm = arm;
    if (!m_from->text().isEmpty())
        problem.fromAngstrom = chosen.fromAngstrom;
    if (!m_to->text().isEmpty())
        problem.toAngstrom = chosen.toAngstrom;
    problem.kind = m_kind->chosen().value(0);
    problem.origin = problemOriginFrom(m_origin->chosen().value(0));
    problem.description = m_description->text().trimmed();
    return problem;
}

void ProblemForm::submit()
{
    auto said = problem();
    said.planId = u"?"_s; // the page knows the plate; here only what the form asks for is checked
    said.obsDate = u"2000-01-01"_s;
    said.pipelineVersion = u"?"_s;
    said.spectrographId = 1;
    const auto complaint = said.kind.isEmpty() ? tr("Which kind of problem is it?") : complaintAbout(said);
    m_complaint->setText(complaint);
    adjustSize();
    if (complaint.isEmpty())
        emit submitted(problem());
}
