#pragma once

#include "models/check/verdictdraft.h"

/// The steps one person took on one spectrum before deciding, to go back and forth among them.
class DraftHistory
{
public:
    /// Notes the state before a change. Changes of one `kind` that follow each other, such as the steps of a
    /// slider, are one step back; an empty kind is always a step of its own.
    void note(const VerdictDraft& before, const QString& kind = {})
    {
        m_undone.clear();
        if (kind.isEmpty() || kind != m_lastKind)
            m_done.push_back(before);
        m_lastKind = kind;
    }

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    /// The state before the last change; only when canUndo().
    VerdictDraft undo(const VerdictDraft& now) { return move(m_done, m_undone, now); }
    /// The state after the change last undone; only when canRedo().
    VerdictDraft redo(const VerdictDraft& now) { return move(m_undone, m_done, now); }

private:
    using Drafts = std::vector<VerdictDraft>;

    VerdictDraft move(Drafts& from, Drafts& to, const VerdictDraft& now)
    {
        m_lastKind.clear();
        to.push_back(now);
        auto draft = from.back();
        from.pop_back();
        return draft;
    }

    Drafts m_done;
    Drafts m_undone;
    QString m_lastKind;
};
