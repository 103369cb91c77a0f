#pragma once

#include <QLabel>

/// A count with its thousands apart: "2,410".
QString countText(int count);

/// The heading of a part of a page: bold, in the size of text.
QLabel* heading(const QString& text, QWidget* parent);

/// A line of text in one of the theme's colours, small and quiet unless told otherwise; it can shorten itself
/// with "…" where it does not fit. Painted with the theme's colour of the moment, so it never keeps an old
/// one.
class Caption : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Quiet, Text, Ok, Attention, Stop };

    explicit Caption(const QString& text = {}, QWidget* parent = nullptr);

    /// Figures of one width, for text that changes while it is read.
    void useFigures();
    void setElided(bool elided);
    void setTone(Tone tone);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_elided = false;
    Tone m_tone = Tone::Quiet;
};
