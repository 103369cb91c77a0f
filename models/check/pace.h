#pragma once

#include <QDateTime>

#include <deque>
#include <optional>

/// How fast a person decides, from the moments of the last verdicts.
class Pace
{
public:
    void note(const QDateTime& decidedAt)
    {
        if (!m_moments.empty() && m_moments.back().secsTo(decidedAt) > longestPause)
            m_moments.clear();
        m_moments.push_back(decidedAt);
        if (m_moments.size() > window)
            m_moments.pop_front();
    }

    /// Verdicts per hour over the last 20 since the last pause of more than ten minutes; nothing below three.
    std::optional<double> perHour() const
    {
        if (m_moments.size() < 3)
            return {};
        const auto milliseconds = m_moments.front().msecsTo(m_moments.back());
        if (milliseconds <= 0)
            return {};
        return 3'600'000.0 * static_cast<double>(m_moments.size() - 1) / static_cast<double>(milliseconds);
    }

private:
    static constexpr std::size_t window = 20;
    static constexpr qint64 longestPause = 600; // s

    std::deque<QDateTime> m_moments;
};
