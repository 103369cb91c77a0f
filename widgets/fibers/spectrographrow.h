#pragma once

#include <QImage>
#include <QWidget>

#include <map>
#include <vector>

/// A spectrograph's map in few pixels, for a light and for a dark page.
struct SmallMap
{
    QImage light;
    QImage dark;
};

/// The spectrographs of a plate as a row of small maps; one of them is shown large.
class SpectrographRow : public QWidget
{
    Q_OBJECT
public:
    explicit SpectrographRow(QWidget* parent = nullptr);

    /// Maps of those that stay are kept.
    void setSpectrographs(const std::vector<int>& ids);
    void setCurrent(int id);
    int current() const { return m_current; }
    void setMap(int id, const SmallMap& map);
    bool hasMap(int id) const { return m_maps.contains(id); }
    /// Where a spectrograph's map stands.
    QRect cellRect(int id) const;
    QSize sizeHint() const override;

    static constexpr QSize mapSize {64, 28};

signals:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<int> m_ids;
    std::map<int, SmallMap> m_maps;
    int m_current = 0;
};
