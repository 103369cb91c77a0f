#pragma once

#include "models/check/secondlook.h"

#include <QPushButton>

/// One person's verdict beside the others': what differs from them is set large. A click takes it over.
class VerdictColumn : public QPushButton
{
    Q_OBJECT
public:
    VerdictColumn(const Verdict& verdict, const std::vector<Conflict>& conflicts, const QString& key,
                  QWidget* parent = nullptr);

    /// Its lines are those on the plot.
    void setOverlaid(bool overlaid);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool differs(std::initializer_list<Conflict> kinds) const;

    Verdict m_verdict;
    std::vector<Conflict> m_conflicts;
    QString m_key;
    bool m_overlaid = false;
};
