#include "widgets/inspect/verdictpanel.h"

#include "models/lines/linename.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/hairline.h"
#include "widgets/inspect/acceptbutton.h"
#include "widgets/inspect/answertable.h"
#include "widgets/inspect/reasonpanel.h"
#include "widgets/inspect/redshiftpanel.h"
#include "widgets/inspect/solutionspanel.h"
#include "widgets/inspect/subclasspanel.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr Grade allGrades[] = {Grade::Secure, Grade::Probable, Grade::Possible, Grade::Hopeless, Grade::None};
constexpr SpectralClass allClasses[] = {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso,
                                        SpectralClass::Unknown};

QString classAction(SpectralClass spectralClass)
{
    return u"class"_s + className(spectralClass);
}

QString gradeCode(Grade grade)
{
    return QString::number(static_cast<int>(grade));
}

QString originText(const VerdictDraft& draft)
{
    switch (draft.origin()) {
    case RedshiftOrigin::Pipeline:
        return draft.z() ? VerdictPanel::tr("pipeline") : VerdictPanel::tr("no redshift");
    case RedshiftOrigin::Typed:
        return VerdictPanel::tr("typed");
    case RedshiftOrigin::Stepped:
        return VerdictPanel::tr("moved");
    case RedshiftOrigin::LineMark:
    case RedshiftOrigin::Dragged:
        return VerdictPanel::tr("by %1").arg(printedLineName(draft.originDetail()));
    case RedshiftOrigin::Solution:
        return VerdictPanel::tr("answer %1").arg(draft.originDetail().section(u' ', 0, 0));
    case RedshiftOrigin::LineFit:
        return VerdictPanel::tr("fit to lines");
    case RedshiftOrigin::Curve:
        return VerdictPanel::tr("χ² peak");
    }
    return {};
}

/// Lines break between parts, which have three blanks between them, and nowhere else.
QString wrappedBetweenParts(const QString& text)
{
    auto parts = text.split(u"   "_s);
    constexpr QChar firstIdeograph(0x2E80);
    constexpr QChar wordJoiner(0x2060); // lines break between ideographs as well
    for (auto& part : parts) {
        part.replace(u' ', QChar::Nbsp);
        for (auto at = part.size() - 1; at > 0; --at)
            if (part[at] >= firstIdeograph)
                part.insert(at, wordJoiner);
    }
    return parts.join(u"   "_s);
}

QString answerText(const VerdictDraft& draft)
{
    QStringList parts {className(draft.spectralClass())};
    if (!draft.subclass().isEmpty())
        parts.last() += u' ' + draft.subclass();
    const auto grade = draft.grade();
    if (draft.z() && grade != Grade::None)
        parts << u"z %1"_s.arg(*draft.z(), 0, 'f', 6);
    parts << (grade ? VerdictPanel::tr("grade %1").arg(static_cast<int>(*grade))
                    : VerdictPanel::tr("class only"));
    return parts.join(u" · "_s);
}
}

VerdictPanel::VerdictPanel(QWidget* parent)
    : QWidget(parent)
    , m_redshift(new RedshiftPanel(this))
    , m_answers(new AnswerTable(this))
    , m_solutions(new SolutionsPanel(this))
    , m_classes(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_subclass(new SubclassPanel(this))
    , m_gradeMeaning(new Caption({}, this))
    , m_grades(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_reasons(new ReasonPanel(this))
    , m_comment(new QLineEdit(this))
    , m_hint(new Caption({}, this))
    , m_accept(new AcceptButton(this))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(328);
    m_classes->setObjectName(u"classes"_s);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(gridUnit - 2);
    layout->addWidget(m_redshift);
    layout->addWidget(m_answers);
    layout->addWidget(m_solutions);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_classes);
    layout->addWidget(m_subclass);
    layout->addStretch(1);
    layout->addWidget(gradeBlock());
    layout->addWidget(m_reasons);
    layout->addWidget(footer());

    connect(m_classes, &ChoiceRow::toggled, this,
            [this](const QString& code) { emit classChosen(spectralClassFrom(code)); });
    connect(m_grades, &ChoiceRow::toggled, this,
            [this](const QString& code) { emit gradeChosen(static_cast<Grade>(code.toInt())); });
    connect(m_comment, &QLineEdit::textEdited, this, &VerdictPanel::commentChanged);
    connect(m_comment, &QLineEdit::returnPressed, this, &VerdictPanel::commentEntered);
    connect(m_accept, &QPushButton::clicked, this, &VerdictPanel::acceptWanted);
}

QWidget* VerdictPanel::gradeBlock()
{
    auto* block = new QWidget(this);
    auto* layout = new QVBoxLayout(block);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_gradeMeaning->setObjectName(u"gradeMeaning"_s);
    m_gradeMeaning->setElided(true);
    m_grades->setObjectName(u"grades"_s);
    m_grades->setTextFont(figureFont(TextSize::Text));
    Choices choices;
    for (const auto grade : allGrades)
        choices.push_back({gradeCode(grade),
                           gradeCode(grade),
                           {},
                           tr("Grade %1: %2 (%1 stores it and goes on, Alt+%1 chooses it)")
                               .arg(gradeCode(grade), gradeMeaning(grade))});
    m_grades->setChoices(choices);
    layout->addWidget(m_gradeMeaning);
    layout->addWidget(m_grades);
    return block;
}

QWidget* VerdictPanel::footer()
{
    auto* block = new QWidget(this);
    auto* layout = new QVBoxLayout(block);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit / 2);
    m_comment->setObjectName(u"comment"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    m_hint->setTone(Caption::Tone::Attention);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_accept->setObjectName(u"accept"_s);
    layout->addWidget(m_comment);
    layout->addWidget(m_hint);
    layout->addWidget(m_accept);
    return block;
}

void VerdictPanel::setDraft(const VerdictDraft& draft, const std::optional<Verdict>& given)
{
    m_redshift->setRedshift(draft.z(), draft.zError(), originText(draft));
    m_redshift->setResettable(draft.redshiftDiffers());
    m_answers->setDraft(draft);
    m_solutions->setDraft(draft.spectralClass(), draft.z());
    m_classes->setChosen({className(draft.spectralClass())});
    m_subclass->setSubclass(draft.spectralClass(), draft.subclass());
    const auto grade = draft.grade();
    m_grades->setChosen(grade ? QStringList(gradeCode(*grade)) : QStringList());
    m_gradeMeaning->setText(grade ? tr("Grade %1: %2").arg(gradeCode(*grade), gradeMeaning(*grade))
                                  : tr("No grade: class only"));
    m_reasons->setReasons(draft.reasons());
    if (m_comment->text() != draft.comment())
        m_comment->setText(draft.comment());
    setHint({});
    describe(draft, given);
}

void VerdictPanel::describe(const VerdictDraft& draft, const std::optional<Verdict>& given)
{
    if (!m_readOnly.isEmpty())
        m_accept->setAnswer(tr("You may look only"), answerText(draft));
    else if (given && draft.repeats(*given))
        m_accept->setAnswer(tr("Keep and go on"), answerText(draft));
    else if (given)
        m_accept->setAnswer(tr("Store the change"), answerText(draft));
    else if (draft.differs())
        m_accept->setAnswer(tr("Store my answer"), answerText(draft));
    else
        m_accept->setAnswer(tr("Accept"), answerText(draft));
}

void VerdictPanel::setActions(const Actions& actions)
{
    Choices classes;
    for (const auto spectralClass : allClasses) {
        const auto* action = actions.action(classAction(spectralClass));
        classes.push_back({className(spectralClass), className(spectralClass), keyText(action),
                           action ? action->toolTip() : QString()});
    }
    m_classes->setTextFont(textFont(TextSize::Caption));
    m_classes->setChoices(classes);
    m_subclass->setKey(keyText(actions.action(u"subclass"_s)));
    m_redshift->setResetAction(actions.action(u"resetRedshift"_s));
    m_comment->setPlaceholderText(tr("Comment  %1").arg(keyText(actions.action(u"comment"_s))));
    m_accept->setKey(keyText(actions.action(u"accept"_s)));
    m_accept->setToolTip(actions.action(u"accept"_s)->toolTip());
    const auto key = [&actions](const QString& id) { return keyText(actions.action(id)); };
    QStringList keys;
    while (const auto* action = actions.action(u"solution%1"_s.arg(keys.size() + 1)))
        keys << keyText(action);
    m_solutions->setKeys(keys);
    m_guide = tr("%1 this answer   %2…%3 another grade   %4 on without one   %5 take back")
                  .arg(key(u"accept"_s), key(u"grade4"_s), key(u"grade0"_s), key(u"next"_s), key(u"undo"_s));
    m_guide = wrappedBetweenParts(m_guide);
    // Room for two lines is kept, so that nothing jumps; as high as the language's own letters are.
    const QRect anywhere(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    m_hint->setFixedHeight(2 * m_hint->fontMetrics().boundingRect(anywhere, 0, m_guide).height());
    setHint({});
}

void VerdictPanel::setReadOnly(const QString& reason)
{
    m_readOnly = reason;
    m_accept->setEnabled(reason.isEmpty());
    if (!reason.isEmpty())
        m_accept->setToolTip(reason);
}

void VerdictPanel::setHint(const QString& sentence)
{
    m_hint->setText(sentence.isEmpty() ? m_guide : u"▲ "_s + sentence);
    m_hint->setTone(sentence.isEmpty() ? Caption::Tone::Quiet : Caption::Tone::Attention);
    m_hint->setToolTip(sentence);
}

void VerdictPanel::setClassStated(bool stated)
{
    m_answers->setClassStated(stated);
}

void VerdictPanel::setNothing()
{
    m_redshift->setRedshift({}, {}, {});
    m_redshift->setResettable(false);
    m_answers->setNothing();
    m_solutions->setNothing();
    m_classes->setChosen({});
    m_subclass->setSubclass(SpectralClass::Unknown, {});
    m_grades->setChosen({});
    m_gradeMeaning->setText(tr("Grade"));
    m_reasons->setReasons({});
    m_comment->clear();
    m_accept->setAnswer(tr("Accept"), {});
    m_hint->setText({});
    setEnabled(false);
}

QString VerdictPanel::hint() const
{
    return m_hint->toolTip();
}

void VerdictPanel::editComment()
{
    m_comment->setFocus(Qt::ShortcutFocusReason);
    m_comment->end(false);
}

QString VerdictPanel::gradeMeaning(Grade grade)
{
    switch (grade) {
    case Grade::Secure:
        return tr("≥ 99 % sure, two secure features");
    case Grade::Probable:
        return tr("≥ 95 % sure");
    case Grade::Possible:
        return tr("one feature, look again; say why");
    case Grade::Hopeless:
        return tr("signal, but no idea");
    case Grade::None:
        return tr("no redshift can be had");
    }
    return {};
}
