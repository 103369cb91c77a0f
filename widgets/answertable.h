#pragma once

#include <QWidget>

class QLabel;
class VerdictDraft;

/// The pipeline's answer beside the person's, with a sign at what differs.
class AnswerTable : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerTable(QWidget* parent = nullptr);

    void setDraft(const VerdictDraft& draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Row { Class, Redshift, RowCount };
    struct Line
    {
        QLabel* name;
        QLabel* pipeline;
        QLabel* own;
        QLabel* sign;
        bool differs = false;
    };

    void fill(Line& line, const QString& pipeline, const QString& own, bool differs);
    void colour();

    QLabel* m_heads[2];
    Line m_lines[RowCount];
};
