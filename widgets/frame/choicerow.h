#pragma once

#include <QFont>
#include <QStringList>
#include <QWidget>

#include <vector>

class Cell;

/// One thing to choose: a stable code, the word shown, its key and what it means.
struct Choice
{
    QString code;
    QString text;
    QString key;
    QString meaning;
};

using Choices = std::vector<Choice>;

/// A row, or several rows of equal columns, of choices: one of them, one or none, or any number.
class ChoiceRow : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { One, OneOrNone, Many };

    /// `columns` 0: all in one row.
    explicit ChoiceRow(Mode mode, int columns = 0, QWidget* parent = nullptr);

    /// Replaces the choices; none is chosen. Each cell's objectName is its code.
    void setChoices(const Choices& choices);
    /// The font of every cell, now and after setChoices().
    void setTextFont(const QFont& font);
    /// Shows that a key of one of the cells is awaited.
    void setKeysCalled(bool called);
    /// Shows what is chosen and says nothing.
    void setChosen(const QStringList& codes);
    QStringList chosen() const;

signals:
    /// The person chose, or took back, a choice.
    void toggled(const QString& code, bool on);

private:
    void click(Cell* cell, bool on);
    bool hasSameCodes(const Choices& choices) const;

    QFont m_font;
    Mode m_mode;
    int m_columns;
    std::vector<Cell*> m_cells;
};
