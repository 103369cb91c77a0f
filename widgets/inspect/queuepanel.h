#pragma once

#include <QWidget>

class QAbstractItemModel;
class QTableView;

/// The list of spectra beside the plot. It follows what is shown and says which row the person wants;
/// its columns are QueueModel's, as many as fit.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePanel(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model);
    /// Room for state, a whole name, class, redshift and P.
    int wantedWidth() const;
    QAbstractItemModel* model() const;
    /// The spectrum on the screen: its row is marked and scrolled into view, also after the list was
    /// filtered.
    void setCurrent(qint64 obsid, const QString& pipelineVersion);
    /// Its row, -1 when the filter hides it.
    int currentRow() const { return m_row; }
    int rowCount() const;
    /// The nearest row above or below the current one that needs an eye, going round at the end; -1: none.
    int rowThatNeedsAnEye(bool downwards) const;

signals:
    void rowWanted(int row);
    /// The current row or the number of rows is another one.
    void positionChanged(int row, int count);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void followInserted(int first, int last);
    void bringIntoView(const QModelIndex& index);
    int findRow() const;
    bool isCurrent(int row) const;
    int columnWidth(const QString& sample) const;
    void fitColumns();

    QTableView* m_view;
    qint64 m_obsid = 0;
    QString m_version;
    int m_row = -1;
};
