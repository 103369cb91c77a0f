#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

/// Light, dark, or what the desktop says.
enum class ThemeChoice { System, Light, Dark };

/// The three sizes of text.
enum class TextSize { Caption, Text, Title };

/// The colours of the window's frame; those of spectra are PlotPalette's.
struct ThemeColours
{
    QColor window; ///< Chrome
    QColor base; ///< Fields and lists
    QColor text;
    QColor quiet; ///< Captions
    QColor hairline;
    QColor hover;
    QColor ink; ///< Ground of what is chosen and of the one main button
    QColor onInk; ///< Text on it
    QColor tip; ///< Ground of tooltips
    QColor onTip; ///< Text on it
    QColor focus;
    QColor ok;
    QColor attention;
    QColor stop;

    static ThemeColours light();
    static ThemeColours dark();
    /// The ones that fit a widget's palette.
    static ThemeColours of(const QPalette& palette);
};

/// The application font in one of the three sizes.
QFont textFont(TextSize size);
/// The same with figures of one width; the desktop's fixed font where the application font has none.
QFont figureFont(TextSize size);

/// The grid everything is laid out on, in device-independent pixels.
inline constexpr int gridUnit = 8;

/// Dresses the application: Fusion, palette, style sheet. Called again it changes the theme at once.
class Theme
{
public:
    explicit Theme(QApplication& application);

    void apply(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    /// The desktop has changed its colours: follows it where the choice is System.
    void followSystem();

private:
    void dress(bool dark);

    QApplication& m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
    bool m_dark = false;
};
