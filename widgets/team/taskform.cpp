#include "widgets/team/taskform.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
QStringList words(const QLineEdit* edit)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    return edit->text().split(between, Qt::SkipEmptyParts);
}

/// A number as people type it, with a point or a comma; absent for none.
std::optional<double> number(const QString& text)
{
    bool ok = false;
    const double value = QString(text).replace(u',', u'.').toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> number(const QLineEdit* edit)
{
    return number(edit->text().trimmed());
}
}

TaskForm::TaskForm(QWidget* parent)
    : QWidget(parent)
    , m_title(textField(u"taskTitle"_s, tr("Title of the task"), this))
    , m_nights(textField(u"taskNights"_s, tr("Nights: yyyy-mm-dd …"), this))
    , m_plates(textField(u"taskPlates"_s, tr("Plates"), this))
    , m_spectrographs(textField(u"taskSpectrographs"_s, tr("Spectrographs"), this))
    , m_members(textField(u"taskMembers"_s, tr("For whom (all)"), this))
    , m_minSnr(textField(u"taskMinSnr"_s, tr("S/N from"), this))
    , m_maxSnr(textField(u"taskMaxSnr"_s, tr("S/N to"), this))
    , m_gold(textField(u"taskGold"_s, tr("Known ones, %"), this))
    , m_classes(new ChoiceRow(ChoiceRow::Mode::Many, 4, this))
    , m_inspectors(new ChoiceRow(ChoiceRow::Mode::One, 3, this))
    , m_order(new ChoiceRow(ChoiceRow::Mode::One, 3, this))
    , m_page(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_complaint(new Caption({}, this))
    , m_make(new QPushButton(tr("Hand out"), this))
{
    setObjectName(u"taskForm"_s);
    offerChoices();
    m_complaint->setObjectName(u"taskComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    m_make->setObjectName(u"taskMake"_s);
    connect(m_make, &QPushButton::clicked, this, &TaskForm::ask);
    layOut();
}

void TaskForm::offerChoices()
{
    Choices classes;
    for (const auto spectralClass :
         {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso, SpectralClass::Unknown})
        classes.push_back({className(spectralClass), className(spectralClass), {}, {}});
    m_classes->setChoices(classes);
    Choices people;
    for (const int count : {1, 2, 3})
        people.push_back({u"looks%1"_s.arg(count),
                          count == 1 ? tr("one look") : tr("%n looks", nullptr, count),
                          {},
                          tr("How many different people look at each")});
    m_inspectors->setChoices(people);
    m_inspectors->setChosen({u"looks1"_s});
    m_order->setChoices(
        {{u"information"_s, tr("Telling first"), {}, tr("Where a look tells most comes first")},
         {u"probability"_s, tr("P"), {}, tr("The least probability first")},
         {u"delta-chi2"_s, u"Δχ²"_s, {}, tr("The least Δχ² between the best answers first")},
         {u"photometry"_s, tr("Photometry"), {}, tr("Class against what the target was picked as first")},
         {u"natural"_s, tr("As observed"), {}, tr("Date, plate, spectrograph, fibre")},
         {u"random"_s, tr("Scattered"), {}, tr("Random, the same every time")}});
    m_order->setChosen({u"information"_s});
    m_page->setChoices({{u"each"_s, tr("One by one"), {}, tr("On the inspector's page")},
                        {u"browse"_s, tr("On the wall"), {}, tr("The stars that are browsed")}});
    m_page->setChosen({u"each"_s});
}

void TaskForm::layOut()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gridUnit);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_members, 0, 2);
    grid->addWidget(m_nights, 1, 0);
    grid->addWidget(m_plates, 1, 1);
    grid->addWidget(m_spectrographs, 1, 2);
    grid->addWidget(m_minSnr, 2, 0);
    grid->addWidget(m_maxSnr, 2, 1);
    grid->addWidget(m_gold, 2, 2);
    grid->addWidget(m_classes, 3, 0, 1, 3);
    grid->addWidget(m_inspectors, 4, 0, 1, 2);
    grid->addWidget(m_page, 4, 2);
    grid->addWidget(m_order, 5, 0, 1, 3);
    grid->addWidget(m_complaint, 6, 0, 1, 2);
    grid->addWidget(m_make, 6, 2);
}

void TaskForm::showComplaint(const QString& sentence)
{
    m_complaint->setText(sentence);
}

void TaskForm::clear()
{
    for (auto* edit : {m_title, m_nights, m_plates, m_spectrographs, m_members, m_minSnr, m_maxSnr, m_gold})
        edit->clear();
    m_complaint->clear();
    m_make->setEnabled(true);
}

void TaskForm::refuse(const QString& sentence)
{
    m_make->setEnabled(true);
    showComplaint(sentence);
}

/// What stands in a field of numbers and is none; empty when all is well.
QString TaskForm::wrongNumber() const
{
    for (const auto* edit : {m_minSnr, m_maxSnr, m_gold})
        if (!edit->text().trimmed().isEmpty() && !number(edit))
            return edit->text().trimmed();
    for (const auto& id : words(m_spectrographs)) {
        bool ok = false;
        id.toInt(&ok);
        if (!ok)
            return id;
    }
    return {};
}

void TaskForm::ask()
{
    Task task;
    task.title = m_title->text().trimmed();
    if (task.title.isEmpty()) {
        showComplaint(tr("Give the task a title."));
        return;
    }
    if (const auto wrong = wrongNumber(); !wrong.isEmpty()) {
        showComplaint(tr("%1 is not a number.").arg(wrong));
        return;
    }
    task.filter.nights = words(m_nights);
    task.filter.planIds = words(m_plates);
    for (const auto& id : words(m_spectrographs))
        task.filter.spectrographs.push_back(id.toInt());
    for (const auto& code : m_classes->chosen())
        task.filter.classes.push_back(spectralClassFrom(code));
    task.filter.minSnr = number(m_minSnr);
    task.filter.maxSnr = number(m_maxSnr);
    task.members = words(m_members);
    task.inspectors = m_inspectors->chosen().value(0).right(1).toInt();
    task.order = taskOrderFrom(m_order->chosen().value(0)).value_or(TaskOrder::Information);
    if (m_page->chosen().value(0) == "browse"_L1)
        task.filter.page = WorkPage::Browse;
    task.goldShare = number(m_gold).value_or(0) / 100;
    showComplaint({});
    m_make->setEnabled(false); // pressed twice it would be two tasks
    emit taskWanted(task);
}
