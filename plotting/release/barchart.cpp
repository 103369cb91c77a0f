#include "plotting/release/barchart.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowHeight = 24;
constexpr int barHeight = 14;
constexpr int titleHeight = 36;
constexpr int labelWidth = 190;
constexpr int numberWidth = 90;
constexpr int gap = 8;
constexpr qsizetype longestLabel = 27;

QString textElement(double x, double y, const char* anchor, const QString& text, const char* more = "")
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\"%4>%5</text>\n"_s.arg(x).arg(y).arg(
        QLatin1StringView(anchor), QLatin1StringView(more), text.toHtmlEscaped());
}
}

QString groupedNumber(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

int barChartHeight(std::size_t bars)
{
    return titleHeight + static_cast<int>(std::max<std::size_t>(bars, 1)) * rowHeight + gap;
}

QByteArray barChartSvg(const QString& title, const std::vector<Bar>& bars, int width)
{
    const int height = barChartHeight(bars.size());
    QString svg =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" "
        "font-family=\"DejaVu Sans, sans-serif\" font-size=\"13\" fill=\"#222\">\n"_s.arg(width)
            .arg(height);
    svg += textElement(0, 20, "start", title, " font-size=\"16\" font-weight=\"bold\"");
    qint64 most = 1;
    for (const auto& bar : bars)
        most = std::max(most, bar.count);
    const double scale = double(width - labelWidth - numberWidth - 2 * gap) / static_cast<double>(most);
    int y = titleHeight;
    for (const auto& bar : bars) {
        const double length = std::max(bar.count > 0 ? 1.0 : 0.0, static_cast<double>(bar.count) * scale);
        const auto label =
            bar.label.size() > longestLabel ? bar.label.left(longestLabel - 1) + u'…' : bar.label;
        svg += textElement(labelWidth, y + 16, "end", label);
        svg +=
            u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"#0072B2\"/>\n"_s.arg(labelWidth + gap)
                .arg(y + (rowHeight - barHeight) / 2)
                .arg(length, 0, 'f', 1)
                .arg(barHeight);
        svg += textElement(labelWidth + 2 * gap + length, y + 16, "start", groupedNumber(bar.count));
        y += rowHeight;
    }
    if (bars.empty())
        svg += textElement(0, y + 16, "start", u"none"_s, " fill=\"#777\"");
    return (svg + u"</svg>\n"_s).toUtf8();
}
