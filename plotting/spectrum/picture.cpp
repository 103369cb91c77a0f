#include "plotting/spectrum/picture.h"

#include "models/values/outputfile.h"
#include "plotting/spectrum/canvas.h"
#include "plotting/spectrum/plotstate.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int gridUnit = 8;
constexpr int screenDpi = 96; // of a logical pixel
constexpr double pointsPerPixel = 72.0 / screenDpi;
constexpr qreal pngPixelRatio = 1;

/// Draws one line of text, shortened at its end where it is too long.
void drawTextLine(QPainter& painter, const QRectF& area, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, area.width()));
}

void drawPicture(QCPPainter& painter, Canvas& canvas, PlotState& state, QSize size, const PictureText& text)
{
    QFont titleFont = state.font;
    titleFont.setPixelSize(state.font.pixelSize() * 3 / 2);
    const int titleHeight = text.title.isEmpty() ? 0 : QFontMetrics(titleFont).height() + gridUnit;
    const int captionHeight = text.caption.isEmpty() ? 0 : QFontMetrics(state.font).height() + gridUnit;
    const QRect area(QPoint(0, titleHeight),
                     QSize(size.width(), size.height() - titleHeight - captionHeight));

    painter.fillRect(QRect({}, size), state.palette.background);
    state.isPicture = true;
    canvas.drawOnto(painter, area);
    state.isPicture = false;
    painter.setPen(state.palette.flux);
    const double textWidth = size.width() - 2.0 * gridUnit;
    if (titleHeight > 0) {
        painter.setFont(titleFont);
        drawTextLine(painter, {gridUnit, gridUnit, textWidth, double(titleHeight - gridUnit)}, text.title);
    }
    if (captionHeight > 0) {
        painter.setFont(state.font);
        drawTextLine(painter,
                     {gridUnit, double(area.bottom() + 1), textWidth, double(captionHeight - gridUnit)},
                     text.caption);
    }
}

void drawVectorPicture(QPaintDevice& device, Canvas& canvas, PlotState& state, QSize size,
                       const PictureText& text)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic); // hairlines on paper have a width
    drawPicture(painter, canvas, state, size, text);
}

QByteArray pdfOf(Canvas& canvas, PlotState& state, QSize size, const PictureText& text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(u"SpecDesk"_s);
    writer.setTitle(text.title);
    writer.setResolution(screenDpi);
    writer.setPageSize(QPageSize(QSizeF(size) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    drawVectorPicture(writer, canvas, state, size, text);
    return bytes;
}

QByteArray svgOf(Canvas& canvas, PlotState& state, QSize size, const PictureText& text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenDpi);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(text.title);
    drawVectorPicture(generator, canvas, state, size, text);
    return bytes;
}

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}
}

QImage pictureOf(Canvas& canvas, PlotState& state, QSize size, qreal devicePixelRatio,
                 const PictureText& text)
{
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    drawPicture(painter, canvas, state, size, text);
    return image;
}

Result<void> writePicture(Canvas& canvas, PlotState& state, const QString& path, QSize size,
                          const PictureText& text)
{
    const auto ending = QFileInfo(path).suffix().toLower();
    if (ending == u"png")
        return OutputFile::write(path, pngOf(pictureOf(canvas, state, size, pngPixelRatio, text)));
    if (ending == u"pdf")
        return OutputFile::write(path, pdfOf(canvas, state, size, text));
    if (ending == u"svg")
        return OutputFile::write(path, svgOf(canvas, state, size, text));
    return Error {
        ErrorKind::BadInput,
        QCoreApplication::translate("SpectrumPlot", "\"%1\" ends in none of .png, .pdf, .svg.").arg(path),
        {}};
}
