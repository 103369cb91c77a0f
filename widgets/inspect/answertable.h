#pragma once

#include <QWidget>

class Caption;
class VerdictDraft;

/// The pipeline's answer beside the person's, with a sign at what differs.
class AnswerTable : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerTable(QWidget* parent = nullptr);

    void setDraft(const VerdictDraft& draft);
    /// Whether the file states a class; one that states none is not UNKNOWN.
    void setClassStated(bool stated) { m_classIsStated = stated; }
    void setNothing();

private:
    enum Row { Class, Redshift, RowCount };
    struct Line
    {
        Caption* name;
        Caption* pipeline;
        Caption* own;
        Caption* sign;
    };

    static void fill(const Line& line, const QString& pipeline, const QString& own, bool differs);

    Line m_lines[RowCount];
    bool m_classIsStated = true;
};
