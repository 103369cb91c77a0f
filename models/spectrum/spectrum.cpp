#include "models/spectrum/spectrum.h"

using namespace Qt::Literals::StringLiterals;

void PipelineAnswer::setClass(const std::optional<QString>& text)
{
    const bool isThere = text && !isUnknownText(*text);
    spectralClass = isThere ? spectralClassFrom(*text) : SpectralClass::Unknown;
    saysUnknown = isThere && spectralClass == SpectralClass::Unknown;
}

QString layoutName(Layout layout)
{
    switch (layout) {
    case Layout::LamostNormalisedImage:
        return u"lamost-dr1-image"_s;
    case Layout::LamostImage:
        return u"lamost-image"_s;
    case Layout::LamostTable:
        return u"lamost-table"_s;
    case Layout::LamostMrs:
        return u"lamost-mrs"_s;
    case Layout::Sdss:
        return u"sdss"_s;
    case Layout::Desi:
        return u"desi"_s;
    case Layout::SixDf:
        return u"6df"_s;
    case Layout::TwoDf:
        return u"2df"_s;
    case Layout::Image:
        return u"image"_s;
    case Layout::Table:
        return u"table"_s;
    case Layout::Text:
        return u"text"_s;
    }
    return {};
}
