#include "app/commands/rendercommand.h"

#include "app/commands/arguments.h"
#include "db/fits/spectrumreader.h"
#include "plotting/spectrum/spectrumcaption.h"
#include "plotting/spectrum/spectrumplot.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions({{{u"o"_s, u"output"_s},
                        Text::tr("Picture to write; its ending .png, .pdf or .svg says what."),
                        u"FILE"_s},
                       {u"index"_s, Text::tr("Which object of a file with several, from 0."), u"N"_s, u"0"_s},
                       {u"z"_s, Text::tr("Redshift of the line marks instead of the pipeline's."), u"Z"_s},
                       {u"size"_s, Text::tr("Width and height in pixels."), u"WxH"_s, u"1366x768"_s},
                       {u"theme"_s, Text::tr("light or dark."), u"THEME"_s, u"light"_s},
                       {u"smooth"_s, Text::tr("Running mean over N pixels."), u"N"_s, u"1"_s},
                       {u"lines"_s, Text::tr("emission, absorption, both with a comma, or none."), u"KINDS"_s,
                        u"emission,absorption"_s},
                       {u"range"_s, Text::tr("Observed vacuum wavelengths to show, in Å."), u"A,B"_s},
                       {u"title"_s, Text::tr("Words above the picture."), u"TEXT"_s}});
}

/// What was asked for, checked.
struct Request
{
    QString spectrum;
    QString output;
    int index = 0;
    std::optional<double> z;
    QSize size;
    bool dark = false;
    int smoothing = 1;
    bool emission = false;
    bool absorption = false;
    std::optional<std::pair<double, double>> rangeAngstrom;
    QString title;
};

Error wrong(const QCommandLineParser& parser, const QString& option)
{
    return badOption(u"render"_s, option, parser.value(option));
}

std::optional<QSize> sizeFrom(const QString& text)
{
    constexpr int smallest = 200;
    constexpr int largest = 16384; // a picture of a gigabyte, and QImage's own limits, lie just beyond
    const auto parts = text.split(u'x');
    if (parts.size() != 2)
        return {};
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const auto isSensible = [](int length) { return length >= smallest && length <= largest; };
    return isSensible(size.width()) && isSensible(size.height()) ? std::optional(size) : std::nullopt;
}

std::optional<std::pair<double, double>> rangeFrom(const QString& text)
{
    const auto parts = text.split(u',');
    if (parts.size() != 2)
        return {};
    const double from = parts[0].toDouble();
    const double to = parts[1].toDouble();
    return from > 0 && to > from ? std::optional(std::pair(from, to)) : std::nullopt;
}

Result<void> readLook(const QCommandLineParser& parser, Request& request)
{
    const auto size = sizeFrom(parser.value(u"size"_s));
    if (!size)
        return wrong(parser, u"size"_s);
    request.size = *size;
    const auto theme = parser.value(u"theme"_s);
    if (theme != u"light"_s && theme != u"dark"_s)
        return wrong(parser, u"theme"_s);
    request.dark = theme == u"dark"_s;
    const auto kinds = parser.value(u"lines"_s).split(u',');
    for (const auto& kind : kinds) {
        if (kind != u"emission"_s && kind != u"absorption"_s && kind != u"none"_s)
            return wrong(parser, u"lines"_s);
    }
    request.emission = kinds.contains(u"emission"_s);
    request.absorption = kinds.contains(u"absorption"_s);
    return {};
}

Result<void> readNumbers(const QCommandLineParser& parser, Request& request)
{
    bool ok = false;
    request.index = parser.value(u"index"_s).toInt(&ok);
    if (!ok || request.index < 0)
        return wrong(parser, u"index"_s);
    request.smoothing = parser.value(u"smooth"_s).toInt(&ok);
    if (!ok || request.smoothing < 1)
        return wrong(parser, u"smooth"_s);
    if (parser.isSet(u"z"_s)) {
        request.z = parser.value(u"z"_s).toDouble(&ok);
        if (!ok || !(*request.z > -1))
            return wrong(parser, u"z"_s);
    }
    if (parser.isSet(u"range"_s)) {
        request.rangeAngstrom = rangeFrom(parser.value(u"range"_s));
        if (!request.rangeAngstrom)
            return wrong(parser, u"range"_s);
    }
    return {};
}

Result<Request> requestFrom(const QStringList& arguments, const QString& command)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, command, arguments); !parsed)
        return parsed.error();
    if (parser.positionalArguments().size() != 1)
        return Error {
            ErrorKind::BadInput, Text::tr("Name one spectrum to draw; see specdesk render --help."), {}};
    if (parser.value(u"output"_s).isEmpty())
        return Error {ErrorKind::BadInput, Text::tr("Say with -o FILE where the picture shall go."), {}};
    Request request;
    request.spectrum = parser.positionalArguments().front();
    request.output = parser.value(u"output"_s);
    request.title = parser.value(u"title"_s);
    if (auto look = readLook(parser, request); !look)
        return look.error();
    if (auto numbers = readNumbers(parser, request); !numbers)
        return numbers.error();
    return request;
}

Result<void> draw(const SpectrumPtr& spectrum, const Request& request)
{
    SpectrumPlot plot;
    QPalette palette;
    palette.setColor(QPalette::Base, request.dark ? Qt::black : Qt::white);
    plot.setPalette(palette);
    plot.resize(request.size);
    plot.setSpectrum(spectrum);
    plot.setRedshift(request.z.value_or(spectrum->pipeline.z.value_or(0)));
    plot.setSmoothing(request.smoothing);
    plot.setEmissionVisible(request.emission);
    plot.setAbsorptionVisible(request.absorption);
    if (request.rangeAngstrom)
        plot.setWavelengthRange(request.rangeAngstrom->first, request.rangeAngstrom->second);
    return plot.exportTo(request.output, request.size, {request.title, spectrumCaption(*spectrum)});
}
}

QString RenderCommand::name() const
{
    return u"render"_s;
}

QString RenderCommand::summary() const
{
    return Text::tr("Draw one spectrum as a picture.");
}

QString RenderCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"SPECTRUM -o FILE"_s,
        Text::tr("Draws a spectrum of a file or URL with its line marks at the pipeline's redshift, "
                 "or at the one given,\n"
                 "and one line below that says what it is."));
}

Result<Outcome> RenderCommand::run(const QStringList& arguments, CommandContext& /*context*/)
{
    const auto request = requestFrom(arguments, name());
    if (!request)
        return request.error();
    const auto spectra = readSpectra(request.value().spectrum);
    if (!spectra)
        return spectra.error();
    const auto count = spectra.value().size();
    const auto index = static_cast<std::size_t>(request.value().index);
    if (index >= count)
        return Error {ErrorKind::NotFound,
                      Text::tr("%1 has no spectrum %2: it holds %3, counted from 0.")
                          .arg(request.value().spectrum)
                          .arg(index)
                          .arg(count),
                      {}};
    if (auto drawn = draw(spectra.value()[index], request.value()); !drawn)
        return drawn.error();
    return Outcome::Done;
}
