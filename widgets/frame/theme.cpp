#include "widgets/frame/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace {
bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette paletteOf(const ThemeColours& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.window);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quiet);
    palette.setColor(QPalette::ToolTipBase, colours.tip);
    palette.setColor(QPalette::ToolTipText, colours.onTip);
    palette.setColor(QPalette::Highlight, colours.hover);
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Link, colours.focus);
    palette.setColor(QPalette::Mid, colours.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.quiet);
    return palette;
}

/// The style sheet of resources/styles with the theme's colours in place of their names.
QString styleSheetOf(const ThemeColours& colours)
{
    QFile file(u":/styles/specdesk.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> names[] = {
        {"@window"_L1, colours.window}, {"@base"_L1, colours.base},         {"@text"_L1, colours.text},
        {"@quiet"_L1, colours.quiet},   {"@hairline"_L1, colours.hairline}, {"@hover"_L1, colours.hover},
        {"@ink"_L1, colours.ink},       {"@on-ink"_L1, colours.onInk},      {"@focus"_L1, colours.focus},
        {"@stop"_L1, colours.stop},     {"@tip"_L1, colours.tip},           {"@on-tip"_L1, colours.onTip}};
    sheet.replace("@tone"_L1, colours.window.lightness() < 128 ? "dark"_L1 : "light"_L1);
    for (const auto& [name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

bool hasTabularFigures(const QFont& font)
{
    static QHash<QString, bool> known; // tiles ask some hundred times a frame; the GUI thread only
    const auto key = font.key();
    if (const auto found = known.constFind(key); found != known.cend())
        return *found;
    const QFontMetricsF metrics(font);
    bool isTabular = true;
    for (auto digit = u'1'; digit <= u'9'; ++digit)
        isTabular =
            isTabular && qFuzzyCompare(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
    known.insert(key, isTabular);
    return isTabular;
}
}

ThemeColours ThemeColours::light()
{
    return {.window = QColor(0xf4, 0xf5, 0xf6),
            .base = QColor(0xff, 0xff, 0xff),
            .text = QColor(0x1a, 0x1a, 0x1a),
            .quiet = QColor(0x5b, 0x61, 0x6b),
            .hairline = QColor(0xd6, 0xd9, 0xdd),
            .hover = QColor(0xe4, 0xe7, 0xea),
            .ink = QColor(0x2a, 0x2e, 0x34),
            .onInk = QColor(0xff, 0xff, 0xff),
            .tip = QColor(0x2a, 0x2e, 0x34),
            .onTip = QColor(0xff, 0xff, 0xff),
            .focus = QColor(0x00, 0x72, 0xb2),
            .ok = QColor(0x00, 0x7a, 0x59),
            .attention = QColor(0x86, 0x59, 0x00),
            .stop = QColor(0xb8, 0x4a, 0x00)};
}

ThemeColours ThemeColours::dark()
{
    return {.window = QColor(0x1d, 0x1f, 0x23),
            .base = QColor(0x16, 0x18, 0x1b),
            .text = QColor(0xec, 0xec, 0xec),
            .quiet = QColor(0xa3, 0xa9, 0xb2),
            .hairline = QColor(0x36, 0x3a, 0x41),
            .hover = QColor(0x30, 0x34, 0x3b),
            .ink = QColor(0xe2, 0xe4, 0xe7),
            .onInk = QColor(0x16, 0x18, 0x1b),
            .tip = QColor(0x30, 0x34, 0x3b),
            .onTip = QColor(0xec, 0xec, 0xec),
            .focus = QColor(0x56, 0xb4, 0xe9),
            .ok = QColor(0x2f, 0xc4, 0x9a),
            .attention = QColor(0xf0, 0xb4, 0x29),
            .stop = QColor(0xff, 0x8c, 0x42)};
}

ThemeColours ThemeColours::of(const QPalette& palette)
{
    return isDarkPalette(palette) ? dark() : light();
}

QFont textFont(TextSize size)
{
    auto font = QApplication::font();
    const auto points = font.pointSizeF();
    if (size == TextSize::Caption)
        font.setPointSizeF(points * 0.88);
    else if (size == TextSize::Title)
        font.setPointSizeF(points * 1.9);
    return font;
}

QFont figureFont(TextSize size)
{
    const auto font = textFont(size);
    if (hasTabularFigures(font))
        return font;
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_systemIsDark(isDarkPalette(QApplication::palette()))
{
    QApplication::setStyle(u"Fusion"_s);
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    dress(choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemIsDark));
}

void Theme::followSystem()
{
    QApplication::setPalette(QPalette()); // gives back the desktop's own palette
    m_systemIsDark = isDarkPalette(QApplication::palette());
    apply(m_choice);
}

void Theme::dress(bool dark)
{
    m_dark = dark;
    const auto colours = dark ? ThemeColours::dark() : ThemeColours::light();
    QApplication::setPalette(paletteOf(colours));
    m_application.setStyleSheet(styleSheetOf(colours));
}
