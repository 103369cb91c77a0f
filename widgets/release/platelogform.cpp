#include "widgets/release/platelogform.h"

#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double longestMoonDays = 29.54;
constexpr double largestSeeing = 60;

/// The same plates, whatever is said of them.
bool areSame(const PlateLogs& one, const PlateLogs& other)
{
    return std::ranges::equal(one, other, [](const PlateLog& left, const PlateLog& right) {
        return left.planId == right.planId && left.lmjd == right.lmjd;
    });
}

/// A number as people type it, with a point or a comma.
std::optional<double> numberIn(const QLineEdit* edit, double most)
{
    bool isNumber = false;
    const double value = edit->text().trimmed().replace(u',', u'.').toDouble(&isNumber);
    return isNumber && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

QString numberText(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'f', 1) : QString();
}

/// What all plates say alike; a default value where they differ.
template<typename Of>
auto common(const PlateLogs& plates, Of of) -> decltype(of(plates.front()))
{
    using Value = decltype(of(plates.front()));
    if (plates.empty())
        return Value();
    const auto first = of(plates.front());
    return std::ranges::all_of(plates, [&](const PlateLog& plate) { return of(plate) == first; }) ? first
                                                                                                  : Value();
}

QStringList codeOf(const std::optional<bool>& value, const QString& yes, const QString& no)
{
    return value ? QStringList {*value ? yes : no} : QStringList();
}

QString sourceText(const PlateLogs& plates)
{
    if (plates.size() != 1)
        return {};
    const auto& plate = plates.front();
    const auto from = plate.enteredFrom == "headers"_L1 ? PlateLogForm::tr("Entered from headers.")
        : plate.enteredFrom == "file"_L1                ? PlateLogForm::tr("Entered from a file.")
                                                        : PlateLogForm::tr("Entered by a person.");
    return plate.confirmedBy.isEmpty()
        ? PlateLogForm::tr("%1 Nobody has confirmed it.").arg(from)
        : PlateLogForm::tr("%1 Confirmed by %2, %3 UTC.")
              .arg(from, plate.confirmedBy, plate.confirmedAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s));
}
}

PlateLogForm::PlateLogForm(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_title(heading({}, this))
    , m_source(new Caption({}, this))
    , m_science(new ChoiceRow(ChoiceRow::Mode::One, 2, this))
    , m_valid(new ChoiceRow(ChoiceRow::Mode::One, 2, this))
    , m_moon(textField(u"plateMoon"_s, tr("days since new moon"), this))
    , m_seeing(textField(u"plateSeeing"_s, tr("arcsec"), this))
    , m_weather(textField(u"plateWeather"_s, tr("clear, thin cloud …"), this))
    , m_remark(textField(u"plateRemark"_s, tr("Comment (%1)").arg(keyText(actions.action(u"plateComment"_s))),
                         this))
    , m_complaint(new Caption({}, this))
{
    setObjectName(u"plateLogForm"_s);
    m_title->setObjectName(u"plateTitle"_s);
    m_title->setWordWrap(true);
    m_source->setWordWrap(true);
    m_source->setObjectName(u"plateSource"_s);
    m_science->setObjectName(u"plateScience"_s);
    m_science->setChoices({{u"science"_s, tr("Science"), {}, {}},
                           {u"test"_s, tr("Test"), keyText(actions.action(u"plateTest"_s)), {}}});
    m_valid->setObjectName(u"plateValid"_s);
    m_valid->setChoices({{u"valid"_s, tr("Valid"), {}, {}},
                         {u"invalid"_s, tr("Not valid"), keyText(actions.action(u"plateInvalid"_s)), {}}});
    m_remark->setMaxLength(400);
    m_weather->setMaxLength(60);
    m_complaint->setObjectName(u"plateComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    layOut(actions);
    for (auto* edit : {m_moon, m_seeing, m_weather, m_remark})
        connect(edit, &QLineEdit::returnPressed, this, &PlateLogForm::confirmWanted);
    setPlates({});
}

void PlateLogForm::layOut(Actions& actions)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(gridUnit);
    layout->setVerticalSpacing(gridUnit);
    layout->addWidget(m_title, 0, 0, 1, 2);
    layout->addWidget(m_source, 1, 0, 1, 2);
    layout->addWidget(m_science, 2, 0, 1, 2);
    layout->addWidget(m_valid, 3, 0, 1, 2);
    int row = 4;
    for (const auto& [text, edit] :
         {std::pair {tr("Moon"), m_moon}, std::pair {tr("Seeing"), m_seeing},
          std::pair {tr("Weather"), m_weather}, std::pair {tr("Comment"), m_remark}}) {
        layout->addWidget(new Caption(text, this), row, 0);
        layout->addWidget(edit, row++, 1);
    }
    auto* confirm = actionButton(actions.action(u"plateConfirm"_s), this);
    confirm->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout->addWidget(confirm, row, 0, 1, 2);
    layout->addWidget(m_complaint, row + 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
}

void PlateLogForm::setPlates(const PlateLogs& plates)
{
    const bool again = areSame(plates, m_plates);
    if (!again)
        forgetTyped();
    const bool scienceTurned = again && m_science->chosen() != scienceOf(m_plates);
    const bool validityTurned = again && m_valid->chosen() != validityOf(m_plates);
    m_plates = plates;
    m_title->setText(plates.empty()           ? tr("No plate is chosen")
                         : plates.size() == 1 ? u"%1  %2"_s.arg(plates.front().obsDate, plates.front().planId)
                                              : tr("%n plates", nullptr, static_cast<int>(plates.size())));
    m_source->setText(sourceText(plates));
    if (!scienceTurned)
        m_science->setChosen(scienceOf(plates));
    if (!validityTurned)
        m_valid->setChosen(validityOf(plates));
    refreshText(m_moon,
                numberText(common(plates, [](const PlateLog& plate) { return plate.moonPhaseDays; })));
    refreshText(m_seeing,
                numberText(common(plates, [](const PlateLog& plate) { return plate.seeingArcsec; })));
    refreshText(m_weather, common(plates, [](const PlateLog& plate) { return plate.weather; }));
    refreshText(m_remark, common(plates, [](const PlateLog& plate) { return plate.remark; }));
    setEnabled(!plates.empty());
}

void PlateLogForm::forgetTyped()
{
    for (auto* edit : {m_moon, m_seeing, m_weather, m_remark})
        edit->setModified(false);
}

QStringList PlateLogForm::scienceOf(const PlateLogs& plates) const
{
    return codeOf(common(plates, [](const PlateLog& plate) { return plate.isScience; }), u"science"_s,
                  u"test"_s);
}

QStringList PlateLogForm::validityOf(const PlateLogs& plates) const
{
    return codeOf(common(plates, [](const PlateLog& plate) { return plate.isValid; }), u"valid"_s,
                  u"invalid"_s);
}

std::optional<PlateLogs> PlateLogForm::changed()
{
    const auto moon = numberIn(m_moon, longestMoonDays);
    const auto seeing = numberIn(m_seeing, largestSeeing);
    const auto isWrong = [](const QLineEdit* edit, const std::optional<double>& value) {
        return edit->isModified() && !edit->text().trimmed().isEmpty() && !value;
    };
    if (isWrong(m_moon, moon)) {
        setComplaint(tr("The moon's phase is a number of days from 0 to %1.").arg(longestMoonDays));
        return {};
    }
    if (isWrong(m_seeing, seeing)) {
        setComplaint(tr("Seeing is a number of arcseconds from 0 to 60."));
        return {};
    }
    auto plates = m_plates;
    for (auto& plate : plates) {
        if (const auto science = m_science->chosen(); !science.isEmpty())
            plate.isScience = science.contains(u"science"_s);
        if (const auto valid = m_valid->chosen(); !valid.isEmpty())
            plate.isValid = valid.contains(u"valid"_s);
        if (m_moon->isModified()) // emptied: it is not known
            plate.moonPhaseDays = moon;
        if (m_seeing->isModified())
            plate.seeingArcsec = seeing;
        if (m_weather->isModified())
            plate.weather = m_weather->text().trimmed();
        if (m_remark->isModified())
            plate.remark = m_remark->text().trimmed();
    }
    setComplaint({});
    return plates;
}

void PlateLogForm::setComplaint(const QString& sentence)
{
    m_complaint->setText(sentence);
}

void PlateLogForm::goToRemark()
{
    m_remark->setFocus();
    m_remark->selectAll();
}
