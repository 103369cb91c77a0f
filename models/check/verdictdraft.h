#pragma once

#include "models/check/queueentry.h"

/// A verdict while a person still works on it: the pipeline's answer and what was changed of it.
class VerdictDraft
{
public:
    /// What must still be said before a verdict can be stored.
    enum class Missing {
        Nothing,
        Redshift, ///< Grades 1 to 4 speak of a redshift and there is none; of a star they may speak of the
                  ///< class.
        Reason ///< Grade 2 asks for one.
    };

    VerdictDraft() = default;
    /// Starts from this inspector's newest verdict, or else from the pipeline's answer.
    explicit VerdictDraft(const QueueEntry& entry);

    SpectralClass spectralClass() const { return m_answer.spectralClass; }
    const QString& subclass() const { return m_answer.subclass; }
    std::optional<double> z() const { return m_answer.z; }
    std::optional<double> zError() const { return m_answer.zError; }
    RedshiftOrigin origin() const { return m_answer.origin; }
    const QString& originDetail() const { return m_answer.originDetail; }
    const QStringList& reasons() const { return m_answer.reasons; }
    const QString& comment() const { return m_answer.comment; }
    /// The grade a person chose, if one was chosen.
    std::optional<Grade> chosenGrade() const { return m_answer.grade; }
    /// The grade that is stored when none is chosen: 4 for a redshift; without one 0 for Unknown and none
    /// (class only) for any other class.
    std::optional<Grade> grade() const;

    /// A change of class drops the subclass, which belongs to the class, and a redshift that no star or no
    /// QSO can have; back to the pipeline's class brings back the pipeline's.
    void setClass(SpectralClass spectralClass);
    void setSubclass(const QString& subclass) { m_answer.subclass = subclass; }
    /// `detail` names the line that was marked or dragged. Redshifts are kept to 1e-6.
    void setRedshift(double z, RedshiftOrigin origin, const QString& detail = {},
                     std::optional<double> zError = {});
    void resetRedshift(); ///< Back to the pipeline's
    void setGrade(std::optional<Grade> grade) { m_answer.grade = grade; }
    void setReason(const QString& code, bool given); ///< Keeps the order of knownReasons().
    void setComment(const QString& comment) { m_answer.comment = comment; }

    SpectralClass pipelineClass() const { return m_answer.shownClass; }
    const QString& pipelineSubclass() const { return m_answer.shownSubclass; }
    std::optional<double> pipelineZ() const { return m_answer.shownZ; }
    std::optional<double> pipelineZError() const { return m_pipelineZError; }
    bool classDiffers() const { return m_answer.spectralClass != m_answer.shownClass; }
    bool subclassDiffers() const { return m_answer.subclass != m_answer.shownSubclass; }
    bool redshiftDiffers() const { return m_answer.z != m_answer.shownZ; }
    bool differs() const { return classDiffers() || subclassDiffers() || redshiftDiffers(); }

    Missing missing() const;
    /// True when a stored verdict already says all of this, so storing it again would say nothing new.
    bool repeats(const Verdict& verdict) const;
    /// The verdict with a fresh submission id, decided now. Grade 0 carries no redshift. The caller adds the
    /// inspector, the tool's and the line list's version.
    Verdict verdict(double secondsSpent) const;

    /// What was said so far, for a journal: a draft of `entry.verdict` set to this says it again. No verdict:
    /// without a submission, the grade only if one was chosen.
    const Verdict& unfinished() const { return m_answer; }

    bool operator==(const VerdictDraft&) const = default;

private:
    Verdict m_answer; ///< The parts a person decides, and the pipeline's answer as shown.
    std::optional<double> m_pipelineZError;
};
