#include "widgets/stars/starwall.h"

#include "plotting/palette.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <utility>

namespace {
constexpr int narrowest = 96;
constexpr int widest = 640;
constexpr double heightOverWidth = 0.52;
constexpr int dwellMilliseconds = 300; // shorter is scrolling, not looking
constexpr int stepsPerRow = 3; // a notch of the wheel is three steps
}

StarWall::StarWall(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("wall"));
    setAccessibleName(tr("Wall of spectra"));
    new FocusEdge(this);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_clock.start();
    m_dwell.setSingleShot(true);
    connect(&m_dwell, &QTimer::timeout, this, &StarWall::noteSeen);
}

void StarWall::setModel(WallModel* model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { layOut(); });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_before = place(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { returnTo(std::exchange(m_before, {})); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                const auto [first, last] = rowsOnScreen();
                if (to.row() < first || from.row() > last)
                    return;
                if (from.row() == to.row()) {
                    viewport()->update(tileRect(from.row()));
                    noteStanding(from.row());
                } else {
                    viewport()->update();
                    noteStanding();
                }
            });
    layOut();
}

std::vector<StarWall::Key> StarWall::keysOf(const std::set<int>& rows) const
{
    std::vector<Key> keys;
    for (const int row : rows)
        if (row >= 0 && row < rowCount())
            keys.emplace_back(m_model->entryAt(row).obsid, m_model->entryAt(row).pipelineVersion);
    return keys;
}

std::set<int> StarWall::rowsOf(const std::vector<Key>& keys) const
{
    std::set<int> rows;
    for (const auto& [obsid, version] : keys)
        if (const int row = m_model->rowOf(obsid, version); row >= 0)
            rows.insert(row);
    return rows;
}

int StarWall::rowOf(const std::vector<Key>& key) const
{
    const auto rows = rowsOf(key);
    return rows.empty() ? -1 : *rows.begin();
}

StarWall::Place StarWall::place() const
{
    const int scrolled = verticalScrollBar()->value();
    const int top = rowsOnScreen().first;
    const bool isHead = scrolled == 0 && m_selection.empty();
    return {.selection = keysOf(m_selection),
            .seen = keysOf(m_seen),
            .current = keysOf({m_current}),
            .anchor = keysOf({m_anchor}),
            .top = isHead ? std::vector<Key>() : keysOf({top}),
            .belowTop = scrolled - top / m_columns * m_cell.height()};
}

void StarWall::returnTo(const Place& place)
{
    m_selection = rowsOf(place.selection);
    m_seen = rowsOf(place.seen);
    m_current = rowOf(place.current);
    m_anchor = rowOf(place.anchor);
    m_clicked.first = -1;
    m_standing.clear();
    layOut();
    if (const int top = rowOf(place.top); top >= 0)
        verticalScrollBar()->setValue(top / m_columns * m_cell.height() + place.belowTop);
}

void StarWall::setEmptyText(const QString& sentence)
{
    m_emptyText = sentence;
    viewport()->update();
}

void StarWall::setTileWidth(int width)
{
    width = std::clamp(width, narrowest, widest);
    if (width == m_wishedWidth)
        return;
    const int top = rowsOnScreen().first;
    m_wishedWidth = width;
    layOut();
    scrollToTop(m_current >= 0 && m_selection.contains(m_current) ? m_current : top);
}

QSize StarWall::pictureSize() const
{
    return (QSizeF(m_cell.width() - 1, m_cell.height() - captionHeight() - 1) * devicePixelRatioF()).toSize();
}

int StarWall::captionHeight() const
{
    return QFontMetrics(figureFont(TextSize::Caption)).height() + 4;
}

void StarWall::layOut()
{
    const int width = std::max(viewport()->width(), narrowest);
    m_columns = std::max(1, width / m_wishedWidth);
    m_cell.setWidth(width / m_columns);
    m_cell.setHeight(static_cast<int>(m_cell.width() * heightOverWidth) + captionHeight());
    const int lines = (rowCount() + m_columns - 1) / m_columns;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(std::max(1, m_cell.height() / stepsPerRow));
    verticalScrollBar()->setRange(0, std::max(0, lines * m_cell.height() - viewport()->height()));
    if (pictureSize() != m_lastPictureSize) {
        m_lastPictureSize = pictureSize();
        emit pictureSizeChanged(m_lastPictureSize);
    }
    viewport()->update();
    ask(0);
}

void StarWall::ask(int direction)
{
    m_standing.clear(); // what moves is not looked at
    noteStanding();
    const auto [first, last] = rowsOnScreen();
    if (last >= first)
        emit tilesWanted(first, last, direction);
}

std::pair<int, int> StarWall::rowsOnScreen() const
{
    const int top = verticalScrollBar()->value();
    const int first = top / m_cell.height() * m_columns;
    const int last = ((top + viewport()->height() - 1) / m_cell.height() + 1) * m_columns - 1;
    return {first, std::min(last, rowCount() - 1)};
}

std::pair<int, int> StarWall::wholeRowsOnScreen() const
{
    const int top = verticalScrollBar()->value();
    const int first = (top + m_cell.height() - 1) / m_cell.height() * m_columns;
    const int last = (top + viewport()->height()) / m_cell.height() * m_columns - 1;
    return {first, std::min(last, rowCount() - 1)};
}

QRect StarWall::tileRect(int row) const
{
    return {row % m_columns * m_cell.width(),
            row / m_columns * m_cell.height() - verticalScrollBar()->value(), m_cell.width(),
            m_cell.height()};
}

int StarWall::rowAt(const QPoint& position) const
{
    const int column = position.x() / m_cell.width();
    const int row = (position.y() + verticalScrollBar()->value()) / m_cell.height() * m_columns + column;
    return position.x() >= 0 && column < m_columns && position.y() >= 0 && row < rowCount() ? row : -1;
}

void StarWall::setCurrent(int row, bool keepSelection)
{
    if (row < 0 || row >= rowCount())
        return;
    m_current = row;
    std::set<int> rows {row};
    if (keepSelection && m_anchor >= 0) {
        for (int between = std::min(row, m_anchor); between <= std::max(row, m_anchor); ++between)
            rows.insert(between);
    } else {
        m_anchor = row;
    }
    const auto area = tileRect(row);
    auto* bar = verticalScrollBar();
    if (area.top() < 0)
        bar->setValue(bar->value() + area.top());
    else if (area.bottom() >= viewport()->height())
        bar->setValue(bar->value() + area.bottom() + 1 - viewport()->height());
    setSelection(rows);
}

void StarWall::setSelection(const std::set<int>& rows)
{
    m_selection = rows;
    viewport()->update();
    emit selectionChanged();
}

void StarWall::scrollToTop(int row)
{
    if (row >= 0)
        verticalScrollBar()->setValue(row / m_columns * m_cell.height());
}

void StarWall::scrollPage(int pages)
{
    auto* bar = verticalScrollBar();
    const int top = bar->value() / m_cell.height() * m_cell.height(); // whole tiles at the top of a page
    bar->setValue(top + pages * pageHeight());
}

int StarWall::pageHeight() const
{
    return std::max(1, viewport()->height() / m_cell.height()) * m_cell.height();
}

void StarWall::forgetSeen()
{
    m_seen.clear();
    m_standing.clear();
    emit seenChanged();
    noteStanding();
}

/// A tile's moment begins when it stands whole on the screen and its picture is there.
void StarWall::noteStanding(int row)
{
    const auto [first, last] = wholeRowsOnScreen();
    if (!m_model || row < first || row > last || m_model->tile(row).isNull()) {
        m_standing.erase(row);
        return;
    }
    m_standing.try_emplace(row, m_clock.elapsed());
    if (!m_dwell.isActive())
        m_dwell.start(dwellMilliseconds);
}

void StarWall::noteStanding()
{
    const auto [first, last] = wholeRowsOnScreen();
    std::erase_if(m_standing,
                  [first, last](const auto& tile) { return tile.first < first || tile.first > last; });
    for (int row = first; row <= last; ++row)
        noteStanding(row);
}

/// Something stands before the wall: a question, the help.
bool StarWall::isCovered() const
{
    if (QApplication::activeModalWidget() || window()->isMinimized())
        return true;
    const auto* top = window()->childAt(viewport()->mapTo(window(), viewport()->rect().center()));
    return top && top != viewport();
}

void StarWall::noteSeen()
{
    if (!isVisible() || !m_model) {
        m_standing.clear();
        return;
    }
    if (isCovered()) {
        m_standing.clear();
        m_dwell.start(dwellMilliseconds);
        return;
    }
    noteStanding();
    const auto now = m_clock.elapsed();
    auto next = std::numeric_limits<qint64>::max();
    for (const auto& [row, since] : m_standing) {
        if (now - since >= dwellMilliseconds)
            m_seen.insert(row);
        else
            next = std::min(next, since + dwellMilliseconds - now);
    }
    if (next <= dwellMilliseconds)
        m_dwell.start(static_cast<int>(next));
    emit seenChanged();
}

void StarWall::click(int row, Qt::KeyboardModifiers modifiers)
{
    const bool again = m_selection.contains(row);
    m_clicked = {row, m_model->isMarked(row)};
    m_current = row;
    if (modifiers & Qt::ControlModifier) {
        auto rows = m_selection;
        if (again)
            rows.erase(row);
        else
            rows.insert(row);
        m_anchor = row;
        setSelection(rows);
        emit marked({row}, again);
    } else if (modifiers & Qt::ShiftModifier) {
        setCurrent(row, true);
        emit marked(m_selection, false);
    } else {
        const bool only = again && m_selection.size() == 1;
        setCurrent(row);
        emit marked({row}, only);
    }
}

void StarWall::finishBand()
{
    const auto band = m_band.translated(0, -verticalScrollBar()->value());
    m_band = {};
    std::set<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        const auto area = tileRect(row);
        if (area.top() > band.bottom())
            break;
        if (area.intersects(band))
            rows.insert(row);
    }
    if (rows.empty()) {
        viewport()->update();
        return;
    }
    m_current = *rows.begin();
    m_anchor = m_current;
    setSelection(rows);
    emit marked(rows, false);
}
