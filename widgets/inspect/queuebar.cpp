#include "widgets/inspect/queuebar.h"

#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/theme.h"
#include "widgets/team/taskchoice.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace {
QString code(QueueShow show)
{
    return QString::number(static_cast<int>(show));
}
}

QueueBar::QueueBar(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_tasks(new TaskChoice(this))
    , m_show(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_search(new QLineEdit(this))
    , m_number(new QLineEdit(this))
    , m_of(new Caption({}, this))
{
    m_name->setObjectName(u"listName"_s);
    m_name->setTextFormat(Qt::PlainText);
    auto bold = textFont(TextSize::Text);
    bold.setBold(true);
    m_name->setFont(bold);
    m_show->setObjectName(u"show"_s);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(360);
    m_search->setMinimumWidth(160);
    m_number->setObjectName(u"jump"_s);
    m_number->setAccessibleName(tr("Number in the list"));
    m_number->setFont(figureFont(TextSize::Text));
    m_number->setAlignment(Qt::AlignRight);
    m_number->setFixedWidth(QFontMetrics(m_number->font()).horizontalAdvance(u"000000"_s) + 20);
    m_of->useFigures();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_name);
    layout->addWidget(m_tasks);
    m_tasks->hide();
    layout->addWidget(m_show);
    layout->addWidget(m_search, 1);
    layout->addStretch(1);
    auto* position = new QHBoxLayout;
    position->setSpacing(gridUnit / 2);
    position->addWidget(m_number);
    position->addWidget(m_of);
    layout->addLayout(position);

    setCounts(-1, -1, -1);
    connect(m_show, &ChoiceRow::toggled, this,
            [this](const QString& chosen) { chooseShow(static_cast<QueueShow>(chosen.toInt())); });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& text) { emit filterChanged(m_shown, text); });
    connect(m_search, &QLineEdit::returnPressed, this, &QueueBar::editingLeft);
    connect(m_search, &QLineEdit::returnPressed, this, &QueueBar::searchEntered);
    connect(m_number, &QLineEdit::returnPressed, this, &QueueBar::enterNumber);
    connect(m_number, &QLineEdit::editingFinished, this, &QueueBar::showNumber);
}

void QueueBar::setListName(const QString& name)
{
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    m_tasks->setVisible(name.isEmpty());
}

void QueueBar::setCounts(int all, int needAnEye, int done)
{
    const auto with = [](const QString& word, int count) {
        return count < 0 ? word : u"%1 %2"_s.arg(word, countText(count));
    };
    m_show->setChoices(
        {{code(QueueShow::All), with(tr("All"), all), {}, tr("Every spectrum of the list")},
         {code(QueueShow::NeedsAnEye), with(tr("Needs an eye"), needAnEye), {}, tr("Not yet judged")},
         {code(QueueShow::Done), with(tr("Done"), done), {}, tr("With your verdict")}});
    m_show->setChosen({code(m_shown)});
}

void QueueBar::setPosition(int row, int count)
{
    m_row = row;
    m_count = count;
    if (!m_number->hasFocus()) // a list that grows does not disturb who types
        showNumber();
    m_of->setText(tr("of %1").arg(countText(count)));
}

void QueueBar::showNumber()
{
    m_number->setText(m_row < 0 ? QString() : QString::number(m_row + 1));
}

void QueueBar::setActions(const Actions& actions)
{
    m_search->setPlaceholderText(tr("Search  %1").arg(keyText(actions.action(u"search"_s))));
    m_search->setToolTip(
        tr("Name, obsid, class, subclass, plan, rule; P<0.9 for what SpecDesk is less sure of"));
    if (const auto* jumpAction = actions.action(u"jump"_s))
        m_number->setToolTip(jumpAction->toolTip());
}

void QueueBar::search()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueueBar::jump()
{
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void QueueBar::cycleShow()
{
    chooseShow(static_cast<QueueShow>((static_cast<int>(m_shown) + 1) % 3));
}

void QueueBar::chooseShow(QueueShow show)
{
    m_shown = show;
    m_show->setChosen({code(show)});
    emit filterChanged(show, m_search->text());
}

void QueueBar::enterNumber()
{
    bool ok = false;
    const auto number = m_number->text().trimmed().toInt(&ok);
    if (!ok || number < 1 || number > m_count) {
        emit refused(tr("The list has numbers 1 to %1.").arg(countText(m_count)));
        showNumber();
        return;
    }
    emit editingLeft();
    if (number - 1 != m_row)
        emit rowWanted(number - 1);
}
