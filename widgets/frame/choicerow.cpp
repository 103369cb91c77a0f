#include "widgets/frame/choicerow.h"

#include "widgets/frame/cell.h"
#include "widgets/frame/theme.h"

#include <QGridLayout>

#include <algorithm>

ChoiceRow::ChoiceRow(Mode mode, int columns, QWidget* parent)
    : QWidget(parent)
    , m_font(textFont(TextSize::Text))
    , m_mode(mode)
    , m_columns(columns)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

bool ChoiceRow::hasSameCodes(const Choices& choices) const
{
    return std::ranges::equal(choices, m_cells, [](const Choice& choice, const Cell* cell) {
        return choice.code == cell->objectName();
    });
}

void ChoiceRow::setChoices(const Choices& choices)
{
    if (!m_cells.empty() && hasSameCodes(choices)) { // other words for the same: the focus stays
        for (std::size_t at = 0; at < m_cells.size(); ++at) {
            m_cells[at]->setText(choices[at].text);
            m_cells[at]->setKey(choices[at].key);
            m_cells[at]->setToolTip(choices[at].meaning);
            m_cells[at]->setChecked(false);
            if (m_columns == 0)
                static_cast<QGridLayout*>(layout())->setColumnStretch(static_cast<int>(at),
                                                                      m_cells[at]->sizeHint().width());
        }
        return;
    }
    qDeleteAll(m_cells);
    m_cells.clear();
    auto* grid = static_cast<QGridLayout*>(layout());
    const auto columns = m_columns > 0 ? m_columns : qMax(1, static_cast<int>(choices.size()));
    for (const auto& choice : choices) {
        auto* cell = new Cell(choice.text, choice.key, this);
        cell->setFont(m_font); // on each cell: one inherited from the row is lost when the theme changes
        cell->setObjectName(choice.code);
        cell->setToolTip(choice.meaning);
        const auto position = static_cast<int>(m_cells.size());
        grid->addWidget(cell, position / columns, position % columns);
        connect(cell, &Cell::clicked, this, [this, cell](bool on) { click(cell, on); });
        m_cells.push_back(cell);
    }
    for (auto column = 0; column < grid->columnCount(); ++column) // those of earlier choices
        grid->setColumnStretch(column, 0);
    for (auto column = 0; column < columns && !m_cells.empty();
         ++column) // one row: as wide as its words need; several: even
        grid->setColumnStretch(
            column, m_columns > 0 ? 1 : m_cells.at(static_cast<std::size_t>(column))->sizeHint().width());
}

void ChoiceRow::setTextFont(const QFont& font)
{
    m_font = font;
    for (auto* cell : m_cells)
        cell->setFont(font);
}

void ChoiceRow::setKeysCalled(bool called)
{
    for (auto* cell : m_cells)
        cell->setKeyCalled(called);
}

void ChoiceRow::setChosen(const QStringList& codes)
{
    for (auto* cell : m_cells)
        cell->setChecked(codes.contains(cell->objectName()));
}

QStringList ChoiceRow::chosen() const
{
    QStringList codes;
    for (const auto* cell : m_cells)
        if (cell->isChecked())
            codes << cell->objectName();
    return codes;
}

void ChoiceRow::click(Cell* cell, bool on)
{
    if (m_mode == Mode::One && !on) {
        cell->setChecked(true);
        return;
    }
    if (m_mode != Mode::Many)
        for (auto* other : m_cells)
            if (other != cell)
                other->setChecked(false);
    emit toggled(cell->objectName(), on);
}
