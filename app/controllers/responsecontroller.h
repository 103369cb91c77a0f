#pragma once

#include "app/session/session.h"
#include "models/check/fiberproblem.h"

#include <QObject>

class ResponsePage;
struct SpectrographReading;

/// Joins the 2D team's page to the problems reported and to the spectra that are their evidence.
class ResponseController : public QObject
{
    Q_OBJECT
public:
    explicit ResponseController(ResponsePage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads the list anew.
    void refresh();
    bool isSettled() const { return !m_reads && !m_wanted; }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);

private:
    void readEvidence();
    void finishEvidence(const SpectrographReading& reading, const QString& sentence);
    void answer(const FiberProblem& problem, const ProblemAnswer& answer);

    ResponsePage& m_page;
    std::shared_ptr<Session> m_session;
    std::optional<FiberProblem> m_wanted; ///< Whose evidence is read next: the one chosen last
    bool m_reads = false;
};
