#pragma once

#include "app/session/session.h"

#include <QObject>

class ResponsePage;
struct FiberProblem;
struct ProblemAnswer;

/// Joins the 2D team's page to the problems reported and to the spectra that are their evidence.
class ResponseController : public QObject
{
    Q_OBJECT
public:
    explicit ResponseController(ResponsePage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads the list anew.
    void refresh();
    bool isSettled() const { return m_underWay == 0; }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);

private:
    void fetchEvidence(const FiberProblem& problem);
    void answer(const FiberProblem& problem, const ProblemAnswer& answer);

    ResponsePage& m_page;
    std::shared_ptr<Session> m_session;
    quint64 m_request = 0; ///< Of the evidence: older answers are dropped.
    int m_underWay = 0;
};
