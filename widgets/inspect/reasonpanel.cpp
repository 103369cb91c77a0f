#include "widgets/inspect/reasonpanel.h"

#include "models/check/verdict.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/theme.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
struct ReasonText
{
    QLatin1StringView code;
    const char* label;
    const char* meaning;
    char16_t letter;
};

constexpr ReasonText reasonTexts[] = {
    {"low-sn"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "low S/N"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Too noisy to decide"), u's'},
    {"single-line"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "single line"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Only one line is seen"), u'l'},
    {"sky-residual"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "sky residual"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Badly subtracted sky lines"), u'k'},
    {"arm-join"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "arm join"),
     QT_TRANSLATE_NOOP("ReasonPanel", "A step where the arms join"), u'j'},
    {"bad-reduction"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "bad reduction"),
     QT_TRANSLATE_NOOP("ReasonPanel", "The extraction or calibration is wrong"), u'r'},
    {"missing-arm"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "missing arm"),
     QT_TRANSLATE_NOOP("ReasonPanel", "One arm has no signal"), u'm'},
    {"two-objects"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "two objects"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Two redshifts or types in one fibre"), u't'},
    {"bal"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "BAL"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Broad absorption lines"), u'b'},
    {"blazar"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "blazar"),
     QT_TRANSLATE_NOOP("ReasonPanel", "Featureless non-thermal continuum"), u'z'},
    {"wrong-class"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "wrong class"),
     QT_TRANSLATE_NOOP("ReasonPanel", "The pipeline's class is wrong"), u'c'},
    {"wrong-z"_L1, QT_TRANSLATE_NOOP("ReasonPanel", "wrong z"),
     QT_TRANSLATE_NOOP("ReasonPanel", "The pipeline's redshift is wrong"), u'w'},
};

const ReasonText* textOf(const QString& code)
{
    for (const auto& reason : reasonTexts)
        if (reason.code == code)
            return &reason;
    return nullptr;
}
}

ReasonPanel::ReasonPanel(QWidget* parent)
    : QWidget(parent)
    , m_choices(new ChoiceRow(ChoiceRow::Mode::Many, 3, this))
{
    setObjectName(u"reasons"_s);
    setFocusPolicy(Qt::NoFocus);
    m_choices->setTextFont(textFont(TextSize::Caption));
    Choices choices;
    for (const auto& code : knownReasons()) {
        const auto* text = textOf(code);
        choices.push_back({code, label(code), QString(letter(code)), text ? tr(text->meaning) : QString()});
    }
    m_choices->setChoices(choices);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choices);
    connect(m_choices, &ChoiceRow::toggled, this, &ReasonPanel::toggled);
}

void ReasonPanel::setReasons(const QStringList& codes)
{
    m_choices->setChosen(codes);
}

void ReasonPanel::ask()
{
    if (!isEnabled()) // there is nothing to give a reason for
        return;
    m_asking = true;
    m_choices->setKeysCalled(true);
    setFocus(Qt::OtherFocusReason);
}

QString ReasonPanel::label(const QString& code)
{
    const auto* text = textOf(code);
    return text ? tr(text->label) : code;
}

QChar ReasonPanel::letter(const QString& code)
{
    const auto* text = textOf(code);
    return text ? QChar(text->letter) : QChar();
}

QString ReasonPanel::codeOf(const QKeyEvent& key) const
{
    if (!m_asking || key.text().size() != 1)
        return {};
    for (const auto& code : knownReasons())
        if (letter(code) == key.text().front().toLower())
            return code;
    return {};
}

bool ReasonPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !codeOf(*static_cast<QKeyEvent*>(event)).isEmpty()) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ReasonPanel::keyPressEvent(QKeyEvent* event)
{
    const auto code = codeOf(*event);
    if (code.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    stopAsking();
    emit answered(code);
}

void ReasonPanel::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (!m_asking)
        return;
    stopAsking();
    emit answered({});
}

void ReasonPanel::stopAsking()
{
    m_asking = false;
    m_choices->setKeysCalled(false);
}
