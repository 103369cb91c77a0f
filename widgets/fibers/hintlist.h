#pragma once

#include "models/problems/hint.h"

#include <QWidget>

class Caption;
class QListWidget;

/// The machine's hints about a spectrograph, the worst first; a click goes there.
class HintList : public QWidget
{
    Q_OBJECT
public:
    explicit HintList(QWidget* parent = nullptr);

    void setHints(const Hints& hints);
    /// Nothing is known yet, which is not that there are none.
    void forget();
    /// Which limits they were measured by.
    void setVersion(const QString& version);

signals:
    void hintChosen(const Hint& hint);

private:
    QListWidget* m_list;
    Caption* m_count;
    Caption* m_version;
    Hints m_hints;
};
