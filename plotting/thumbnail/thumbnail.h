#pragma once

#include "models/spectrum/spectrum.h"
#include "plotting/thumbnail/glyphs.h"
#include "plotting/thumbnail/palettepng.h"

#include <QByteArray>
#include <QSize>

#include <optional>
#include <vector>

/// The words of a thumbnail, one after another from top left to bottom right.
struct ThumbnailCaption
{
    QString object; ///< "STAR G7"
    QString release; ///< "LAMOST DR6"
    QString redshift; ///< "cz = −80.8 ± 21.9 km/s" or "z = 0.30911 ± 0.00012"
    QString date; ///< "Obs-Date: 20111024"
    QString position; ///< "RA 332.20227  DEC −2.05677"
    QString magnitudes; ///< "g 18.78  r 17.20"
};

/// The small picture beside a released spectrum: flux from 4000 to 9000 Å under the words LAMOST puts there.
/// It draws into bytes of its own, so it needs no fonts and no display, and the same spectrum gives the same
/// bytes everywhere. Keeps its memory for the next one; not shared between threads.
class Thumbnail
{
public:
    static constexpr QSize size {480, 300};

    Thumbnail();

    /// The picture as a PNG file. Pixels without information (NaN, inverse variance 0) leave gaps.
    QByteArray png(const Samples& samples, const ThumbnailCaption& caption);
    /// A picture that png() made, under other words; the same bytes as if it were drawn anew. Nothing for any
    /// other picture.
    std::optional<QByteArray> recaptioned(const QByteArray& png, const ThumbnailCaption& caption);

private:
    void drawCaption(const ThumbnailCaption& caption);
    void drawText(int x, int y, const QString& text);
    void drawTextEndingAt(int right, int y, const QString& text);
    void drawFrame();
    void drawFluxTicks(double from, double to);
    void drawFlux(const Samples& samples);
    void findExtremes(const Samples& samples);
    struct FluxRange
    {
        double from = 0;
        double to = 0;
    };
    std::optional<FluxRange> fluxRange(); ///< Of the plot's height; nothing without a measured pixel
    void findRows(const FluxRange& range);
    void drawRows();
    void fill(int x, int y, int width, int height, unsigned char colour);

    Glyphs m_glyphs;
    PalettePng m_writer;
    std::vector<unsigned char> m_empty; ///< Frame and wavelength axis, drawn once.
    std::vector<unsigned char> m_pixels;
    std::vector<int> m_columns; ///< Of each pixel of the spectrum, -1 outside the plot.
    std::vector<float> m_low; ///< Extremes of the flux in each column of the plot.
    std::vector<float> m_high;
    std::vector<float> m_sorted;
    std::vector<unsigned char> m_top; ///< Of the line in each column, rows from the plot's top.
    std::vector<unsigned char> m_bottom;
};
