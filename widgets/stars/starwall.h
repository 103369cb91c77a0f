#pragma once

#include "models/items/wallmodel.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <set>
#include <vector>

/// A wall of tiles edge to edge that scrolls like paper. Rows are the WallModel's. A tile counts as seen when
/// it has stood whole on the screen, picture and all, for a moment.
class StarWall : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit StarWall(QWidget* parent = nullptr);

    void setModel(WallModel* model);
    /// What an empty wall says; an empty sentence: that nothing is here.
    void setEmptyText(const QString& sentence);
    /// Wished width of a tile in pixels; the wall makes it fit its own width.
    void setTileWidth(int width);
    int tileWidth() const { return m_wishedWidth; }
    /// The picture's size in device pixels.
    QSize pictureSize() const;

    int current() const { return m_current; }
    /// Goes to a row and brings it onto the screen; with `keepSelection` the selection grows to it.
    void setCurrent(int row, bool keepSelection = false);
    /// Puts a row at the top of the wall.
    void scrollToTop(int row);
    void scrollPage(int pages);
    /// Pixels that scrollPage() goes: whole tiles.
    int pageHeight() const;
    std::set<int> selection() const { return m_selection; }
    void setSelection(const std::set<int>& rows);

    /// Rows that are on the screen, if only in part; empty: last < first.
    std::pair<int, int> rowsOnScreen() const;
    /// Rows that stand whole on the screen.
    std::pair<int, int> wholeRowsOnScreen() const;
    /// Rows that were seen and not given up by forgetSeen().
    const std::set<int>& seen() const { return m_seen; }
    void forgetSeen();
    QRect tileRect(int row) const; ///< In the viewport
    int rowAt(const QPoint& position) const; ///< -1 beside the tiles

signals:
    /// These rows are on the screen now, and the wall moves down (1), up (-1) or stands.
    void tilesWanted(int first, int last, int direction);
    /// Tiles have another size now.
    void pictureSizeChanged(const QSize& size);
    void selectionChanged();
    /// A click or the rubber band points these out; `toggle`: a click on one that was chosen already.
    void marked(const std::set<int>& rows, bool toggle);
    void opened(int row);
    void seenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Key = std::pair<qint64, QString>; ///< obsid and pipeline version
    /// Where the person is, by spectrum: other rows may have them after a reset.
    struct Place
    {
        std::vector<Key> selection;
        std::vector<Key> seen;
        std::vector<Key> current; ///< One or none, as the next two
        std::vector<Key> anchor;
        std::vector<Key> top; ///< None at the head of the wall: what comes in front is to be seen
        int belowTop = 0; ///< Pixels scrolled past the top row's upper edge
    };

    std::vector<Key> keysOf(const std::set<int>& rows) const;
    std::set<int> rowsOf(const std::vector<Key>& keys) const;
    int rowOf(const std::vector<Key>& key) const; ///< -1: it is gone
    Place place() const;
    void returnTo(const Place& place);
    void layOut();
    void ask(int direction);
    void paintTile(QPainter& painter, int row, const QRect& area) const;
    void paintCaption(QPainter& painter, int row, const QRect& area) const;
    void click(int row, Qt::KeyboardModifiers modifiers);
    void finishBand();
    void noteStanding(int row);
    void noteStanding();
    void noteSeen();
    bool isCovered() const;
    int captionHeight() const;
    int rowCount() const { return m_model ? m_model->rowCount() : 0; }

    WallModel* m_model = nullptr;
    int m_wishedWidth = 216;
    int m_columns = 1;
    QSize m_cell {216, 130}; ///< Tile with its caption
    QSize m_lastPictureSize;
    int m_current = -1;
    int m_anchor = -1; ///< Where a selection by Shift begins
    std::pair<int, bool> m_clicked {-1, false}; ///< The last click's row, and whether it was marked before
    Place m_before; ///< A reset
    std::set<int> m_selection;
    std::set<int> m_seen;
    std::map<int, qint64> m_standing; ///< Whole on the screen with a picture, and since when, ms of m_clock
    QString m_emptyText;
    QPoint m_pressed {-1, -1};
    QRect m_band; ///< In the wall's own coordinates; empty: no band
    QElapsedTimer m_clock;
    QTimer m_dwell;
};
