#include "db/templates/templatefile.h"

#include "db/fits/filebytes.h"
#include "db/fits/fitsfile.h"
#include "db/fits/gunzip.h"
#include "db/fits/refusal.h"
#include "db/fits/spectrumreader.h"
#include "models/redshift/leastsquares.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TemplateFile)
};

/// Flux at wavelengths that rise, brought to restGrid; beyond them as at their ends.
std::vector<float> onRestGrid(const std::vector<double>& wavelengthAngstrom, const std::vector<float>& flux)
{
    Samples samples;
    samples.wavelengthAngstrom = wavelengthAngstrom;
    samples.flux = flux;
    samples.inverseVariance.assign(flux.size(), 1.0F);
    auto grid = rebinned(samples, restGrid);
    int first = 0;
    while (first < restGrid.size && grid.weight[static_cast<std::size_t>(first)] <= 0)
        ++first;
    int last = restGrid.size - 1;
    while (last > first && grid.weight[static_cast<std::size_t>(last)] <= 0)
        --last;
    if (last - first < 100)
        return {};
    const auto mean = [&](int from) {
        constexpr int pixels = 50;
        float sum = 0;
        for (int i = from; i < from + pixels; ++i)
            sum += grid.flux[static_cast<std::size_t>(i)];
        return sum / pixels;
    };
    const float blue = mean(first);
    const float red = mean(last - 50);
    for (int i = 0; i < restGrid.size; ++i) {
        auto& value = grid.flux[static_cast<std::size_t>(i)];
        if (i < first)
            value = blue;
        else if (i > last)
            value = red;
        else if (grid.weight[static_cast<std::size_t>(i)] <= 0)
            value = grid.flux[static_cast<std::size_t>(i - 1)];
    }
    return std::move(grid.flux);
}

/// What a foreign file's class makes of it.
TemplateGroup groupOf(SpectralClass spectralClass, const QString& name, const QString& path)
{
    TemplateGroup group;
    group.name = name;
    group.spectralClass = spectralClass;
    group.file = path;
    group.provenance = QFileInfo(path).fileName();
    group.zMin = spectralClass == SpectralClass::Star ? -0.0043
        : spectralClass == SpectralClass::Qso         ? 0.05
                                                      : -0.005;
    group.zMax = spectralClass == SpectralClass::Star ? 0.0043
        : spectralClass == SpectralClass::Qso         ? 6.5
                                                      : 1.3;
    group.isBroad = spectralClass == SpectralClass::Qso;
    return group;
}

SpectralClass classFromName(const QString& name)
{
    if (name.contains("star"_L1, Qt::CaseInsensitive))
        return SpectralClass::Star;
    if (name.contains("qso"_L1, Qt::CaseInsensitive) || name.contains("quasar"_L1, Qt::CaseInsensitive))
        return SpectralClass::Qso;
    // The 33 SDSS templates: 0–22 stars, 23–28 galaxies, 29–32 QSOs.
    static const QRegularExpression numbered(u"spDR2-(\\d+)"_s);
    if (const auto match = numbered.match(name); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        return number <= 22 ? SpectralClass::Star : number <= 28 ? SpectralClass::Galaxy : SpectralClass::Qso;
    }
    return SpectralClass::Galaxy;
}

Result<TemplateSet> readOwn(FitsFile& file, int table, const QString& path)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(table)];
    TemplateGroup group;
    group.file = path;
    group.name = hdu.header.text("GROUP").value_or(QFileInfo(path).baseName());
    group.spectralClass = spectralClassFrom(hdu.header.text("CLASS").value_or(QString()));
    group.zMin = hdu.header.number("ZMIN").value_or(0);
    group.zMax = hdu.header.number("ZMAX").value_or(0);
    group.nonNegative = hdu.header.flag("NONNEG").value_or(true);
    group.isBroad = hdu.header.flag("BROAD").value_or(false);
    group.lead = hdu.header.text("LEAD").value_or(QString());
    group.version = hdu.header.text("VERSION").value_or(QString());
    QStringList history;
    for (const auto& card : hdu.header.cards()) {
        if (card.keyword == "HISTORY"_L1)
            history.append((card.comment.isEmpty() ? card.value : card.comment).trimmed());
    }
    group.provenance = history.join(u' ');

    const TableColumn* name = nullptr;
    const TableColumn* flux = nullptr;
    const TableColumn* emission = nullptr;
    const auto columns = hdu.columns();
    for (const auto& column : columns) {
        if (column.name == "NAME"_L1)
            name = &column;
        if (column.name == "FLUX"_L1)
            flux = &column;
        if (column.name == "EMISSION"_L1)
            emission = &column;
    }
    const auto start = hdu.header.number("COEFF0");
    const auto step = hdu.header.number("COEFF1");
    if (!name || !flux || !start || !step || *step <= 0 || group.spectralClass == SpectralClass::Unknown
        || group.zMax < group.zMin || hdu.rows() < 1 || hdu.rows() > maxComponents)
        return refusal(path, Text::tr("%1 is not a complete template file."));
    std::vector<double> wavelengths(static_cast<std::size_t>(flux->repeat));
    for (std::size_t i = 0; i < wavelengths.size(); ++i)
        wavelengths[i] = std::pow(10.0, *start + static_cast<double>(i) * *step);
    for (qint64 row = 0; row < hdu.rows(); ++row) {
        TemplateComponent component;
        component.name = file.readText(table, *name, row).value_or(QString());
        qint64 isEmission = 0;
        if (emission && !file.readColumn(table, *emission, row, 1, &isEmission))
            return file.failure();
        component.isEmission = isEmission != 0;
        std::vector<float> values(wavelengths.size());
        if (!file.readColumn(table, *flux, row, flux->repeat, values.data()))
            return file.failure();
        component.flux = onRestGrid(wavelengths, values);
        if (component.flux.empty())
            return refusal(path, Text::tr("%1 has no template in the range of wavelengths SpecDesk uses."));
        group.components.push_back(std::move(component));
    }
    return TemplateSet {std::move(group)};
}

/// SDSS and redrock: an image with a row a spectrum on a regular axis of λ or log λ.
Result<TemplateSet> readImageRows(FitsFile& file, int index, const QString& path)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    const bool isRedrock = hdu.header.contains("RRTYPE");
    const auto start = hdu.header.number(isRedrock ? "CRVAL1" : "COEFF0");
    const auto step = hdu.header.number(isRedrock ? "CDELT1" : "COEFF1");
    const bool logarithmic = !isRedrock || hdu.header.flag("LOGLAM").value_or(false)
        || hdu.header.integer("LOGLAM").value_or(0) == 1;
    if (!start || !step || *step <= 0)
        return refusal(path, Text::tr("%1 does not say at which wavelengths its templates are."));
    std::vector<double> wavelengths(static_cast<std::size_t>(hdu.pixels()));
    for (std::size_t i = 0; i < wavelengths.size(); ++i) {
        const double place = *start + static_cast<double>(i) * *step;
        wavelengths[i] = logarithmic ? std::pow(10.0, place) : place;
    }
    const auto base = QFileInfo(path).completeBaseName();
    const auto spectralClass =
        isRedrock ? spectralClassFrom(hdu.header.text("RRTYPE").value_or(QString())) : classFromName(base);
    const bool oneSpectrum = base.startsWith("spDR2"_L1); // its other rows are errors and masks
    // SDSS keeps finished stars in one file, each with its name; everything else in rows are eigenvectors.
    const bool finished = hdu.header.contains("NAME0");
    const qint64 rows = oneSpectrum ? 1 : hdu.imageRows();

    TemplateSet set;
    auto together = groupOf(spectralClass, base, path);
    together.nonNegative = rows == 1;
    for (qint64 row = 0; row < rows; ++row) {
        std::vector<float> values(wavelengths.size());
        if (!file.readImage(index, row * hdu.pixels(), hdu.pixels(), values.data()))
            return file.failure();
        auto flux = onRestGrid(wavelengths, values);
        if (flux.empty())
            return refusal(path, Text::tr("%1 has no template in the range of wavelengths SpecDesk uses."));
        const auto key = "NAME" + QByteArray::number(row);
        const auto name = hdu.header.text(key.constData()).value_or(u"%1 %2"_s.arg(base).arg(row));
        if (finished) {
            auto alone = groupOf(spectralClass, base + u' ' + name, path);
            alone.components.push_back({name, false, std::move(flux)});
            set.push_back(std::move(alone));
        } else if (together.components.size() < maxComponents) {
            together.components.push_back({name, false, std::move(flux)});
        }
    }
    if (!finished)
        set.push_back(std::move(together));
    return set;
}

Result<TemplateSet> readSpectrumAsTemplate(QByteArrayView bytes, const QString& path)
{
    const auto spectra = readSpectraFrom(bytes.toByteArray(), path);
    if (!spectra)
        return spectra.error();
    TemplateSet set;
    const auto base = QFileInfo(path).completeBaseName();
    for (const auto& spectrum : spectra.value()) {
        const auto name = spectra.value().size() > 1 ? u"%1 %2"_s.arg(base).arg(spectrum->indexInFile) : base;
        auto group = groupOf(classFromName(base), name, path);
        auto flux = onRestGrid(spectrum->coadd.wavelengthAngstrom, spectrum->coadd.flux);
        if (flux.empty())
            return refusal(path, Text::tr("%1 has no template in the range of wavelengths SpecDesk uses."));
        group.components.push_back({name, false, std::move(flux)});
        set.push_back(std::move(group));
    }
    return set;
}

Result<TemplateSet> readTemplates(QByteArrayView bytes, const QString& path)
{
    if (!bytes.startsWith("SIMPLE"))
        return readSpectrumAsTemplate(bytes, path);
    auto file = FitsFile::open(bytes, path, bytes.size());
    if (!file)
        return file.error();
    if (const auto table = file.value()->find(u"TEMPLATES"))
        return readOwn(*file.value(), *table, path);
    for (std::size_t i = 0; i < file.value()->hdus().size(); ++i) {
        const auto& hdu = file.value()->hdus()[i];
        if (hdu.pixels() > 0
            && (hdu.header.contains("RRTYPE")
                || (hdu.header.contains("COEFF0") && hdu.header.contains("COEFF1") && hdu.imageRows() > 1)))
            return readImageRows(*file.value(), static_cast<int>(i), path);
    }
    return readSpectrumAsTemplate(bytes, path);
}

/// Its own templates lie in the program, the others on disk.
Result<QByteArray> templateBytes(const QString& path)
{
    if (path.startsWith(u':')) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error {ErrorKind::Internal, file.errorString(), path};
        return file.readAll();
    }
    FileBytes files;
    const auto bytes = files.read(path);
    if (!bytes)
        return bytes.error();
    return bytes.value().toByteArray();
}
}

Result<TemplateSet> readTemplateFile(const QString& path)
{
    const auto bytes = templateBytes(path);
    if (!bytes)
        return bytes.error();
    if (!isGzip(bytes.value()))
        return readTemplates(bytes.value(), path);
    Gunzip gunzip;
    const auto inflated = gunzip.inflate(bytes.value(), path);
    if (!inflated)
        return inflated.error();
    return readTemplates(inflated.value(), path);
}

Result<TemplateFolder> readTemplateFolder(const QString& folder)
{
    const QDir directory(folder);
    if (!directory.exists())
        return Error {ErrorKind::NotFound, Text::tr("There is no folder %1.").arg(folder), {}};
    TemplateFolder result;
    const auto names = directory.entryList({u"*.fit*"_s, u"*.txt"_s, u"*.dat"_s, u"*.csv"_s, u"*.ascii"_s},
                                           QDir::Files, QDir::Name);
    for (const auto& name : names) {
        auto read = readTemplateFile(directory.filePath(name));
        if (!read) {
            result.complaints.append(read.error().message);
            continue;
        }
        for (auto& group : read.value())
            result.templates.push_back(std::move(group));
    }
    return result;
}

const TemplateSet& builtInTemplates()
{
    static const TemplateSet set = [] {
        const auto read = readTemplateFolder(u":/templates"_s);
        return read ? read.value().templates : TemplateSet {};
    }();
    return set;
}
