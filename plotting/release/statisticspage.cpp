#include "plotting/release/statisticspage.h"

#include "plotting/release/statisticscharts.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int chartWidth = 680;
constexpr int pageWidth = 794; // A4 at 96 dots an inch
constexpr int pageHeight = 1123;
constexpr int dotsPerInch = 96;
constexpr int margin = 56;
constexpr int lineHeight = 20;

const QString frame =
    u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>\n"
    "<meta name=\"viewport\" content=\"width=device-width\"><style>\n"
    "body{font:15px/1.5 'DejaVu Sans',sans-serif;color:#222;max-width:720px;margin:32px auto;padding:0 "
    "16px}\n"
    "svg{max-width:100%;height:auto;margin:16px 0}\n"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:4px 8px;border-bottom:1px solid #ddd;text-align:left}td.n,th.n{text-align:right}\n"
    "</style></head><body>\n<h1>%1</h1>\n<p>%2</p>\n"_s;

/// Draws lines and charts from the top of a page down, and begins a new page where one is full.
class PaperPages
{
public:
    PaperPages(QPdfWriter& writer, QPainter& painter)
        : m_writer(writer)
        , m_painter(painter)
    {
    }

    void line(const QString& text, int pixelSize, bool bold = false)
    {
        makeRoom(lineHeight + pixelSize);
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(pixelSize);
        font.setBold(bold);
        m_painter.setFont(font);
        const QRectF area(margin, m_y, pageWidth - 2 * margin, pixelSize * 1.6);
        m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetricsF(font).elidedText(text, Qt::ElideRight, area.width()));
        m_y += static_cast<int>(area.height());
    }

    void chart(const StatisticsChart& chart)
    {
        const int height = barChartHeight(chart.bars.size());
        makeRoom(height);
        QSvgRenderer renderer(barChartSvg(chart.title, chart.bars, chartWidth));
        renderer.render(&m_painter, QRectF(margin, m_y, chartWidth, height));
        m_y += height + lineHeight;
    }

private:
    void makeRoom(int height)
    {
        if (m_y + height <= pageHeight - margin || m_y == margin)
            return;
        m_writer.newPage();
        m_y = margin;
    }

    QPdfWriter& m_writer;
    QPainter& m_painter;
    int m_y = margin;
};

/// Qt writes the time into the file; the release's date takes its place, digit for digit.
void setDates(QByteArray& pdf, QDate date)
{
    const auto text =
        (date.isValid() ? date : QDate(2000, 1, 1)).toString(u"yyyyMMdd"_s).toLatin1() + "000000+00'00'";
    for (const QByteArray key : {"/CreationDate (D:", "/ModDate (D:"}) {
        const auto at = pdf.indexOf(key);
        const auto end = at < 0 ? -1 : pdf.indexOf(')', at);
        const auto start = at + key.size();
        if (end >= 0)
            pdf.replace(start, end - start, text.left(end - start).leftJustified(end - start, '0'));
    }
}
}

QByteArray statisticsHtml(const ReleaseStatistics& statistics, const QString& title)
{
    auto html = frame.arg(title.toHtmlEscaped(), statisticsSummary(statistics).toHtmlEscaped());
    for (const auto& chart : statisticsCharts(statistics))
        html += QString::fromUtf8(barChartSvg(chart.title, chart.bars, chartWidth));
    html +=
        u"<h2>Plates</h2>\n<table><tr><th>Plate</th><th class=\"n\">Spectra</th><th>Classes</th></tr>\n"_s;
    for (auto plate = statistics.plates.begin(); plate != statistics.plates.end(); ++plate)
        html += u"<tr><td>%1</td><td class=\"n\">%2</td><td>%3</td></tr>\n"_s.arg(
            plate.key().toHtmlEscaped(), groupedNumber(plate->spectra), plateClasses(*plate).toHtmlEscaped());
    return (html + u"</table>\n</body></html>\n"_s).toUtf8();
}

QByteArray statisticsPdf(const ReleaseStatistics& statistics, const QString& title, QDate date)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(u"SpecDesk"_s);
        writer.setTitle(title);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        // Else another number each time, and the time once more.
        writer.setDocumentId(QUuid());
        writer.setDocumentXmpMetadata("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>");
#endif
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter(&writer);
        PaperPages pages(writer, painter);
        pages.line(title, 26, true);
        pages.line(statisticsSummary(statistics), 14);
        pages.line({}, 10);
        for (const auto& chart : statisticsCharts(statistics))
            pages.chart(chart);
        pages.line(u"Plates"_s, 18, true);
        for (auto plate = statistics.plates.begin(); plate != statistics.plates.end(); ++plate)
            pages.line(
                u"%1   %2   %3"_s.arg(plate.key(), groupedNumber(plate->spectra), plateClasses(*plate)), 12);
    }
    setDates(pdf, date);
    return pdf;
}
