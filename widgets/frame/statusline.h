#pragma once

#include <QWidget>

#include <optional>

class Caption;

/// The line at the window's foot: what a person wants to be sure of without asking.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    enum class State { Ok, Attention, Stopped };

    explicit StatusLine(QWidget* parent = nullptr);

    /// E.g. "own server", "specdesk@lamost", with its state as a coloured sign.
    void setServer(State state, const QString& name);
    /// Verdicts that wait to be stored.
    void setWaiting(int verdicts);
    void setWavelengths(const QString& text);
    void setPerson(const QString& name);
    /// Row from 0, -1 for none.
    void setPosition(int row, int count);
    /// Pages without a list have no position.
    void setPositionShown(bool shown);
    void setPace(std::optional<double> perHour);
    /// How many files of a folder have been read, as a number and a line along the upper edge; nothing once
    /// all have.
    void setReading(qsizetype filesRead, qsizetype filesInAll);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Caption* m_sign;
    Caption* m_server;
    Caption* m_waitingSign;
    Caption* m_waiting;
    Caption* m_wavelengths;
    Caption* m_reading;
    Caption* m_person;
    Caption* m_pace;
    Caption* m_position;
    double m_share = 0; ///< Of the files read; 0 draws nothing.
};
