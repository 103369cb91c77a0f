#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <vector>

/// One cell of a sheet.
struct SheetCell
{
    /// What a colour and the sign beside it mean.
    enum class Tone { Plain, Quiet, Ok, Attention, Stop };

    QString text {};
    QVariant key {}; ///< Sorted by; invalid: by the text
    std::optional<double> share {}; ///< 0 … 1, drawn as a bar behind the text
    Tone tone = Tone::Plain;
};

using SheetRow = std::vector<SheetCell>;

/// A table of prepared cells: for lists that are read whole, shown, sorted, and replaced.
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, ShareRole, ToneRole };

    /// Columns from `firstNumber` on hold numbers and stand at the right.
    SheetModel(QStringList headings, int firstNumber, QObject* parent = nullptr);

    void setRows(std::vector<SheetRow> rows);
    /// Everything as lines of comma-separated values with the headings first (RFC 4180).
    QString csv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headings;
    int m_firstNumber;
    std::vector<SheetRow> m_rows;
};
