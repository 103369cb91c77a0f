#include "db/fits/fitsinmemory.h"
#include "db/fits/gzipped.h"
#include "db/templates/templatefile.h"
#include "models/values/outputfile.h"

#include <bit>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Keeps eleven bits of the mantissa (0.02 %): more would not compress and says nothing.
float rounded(float value)
{
    const auto bits = std::bit_cast<quint32>(value);
    return std::bit_cast<float>((bits + 0x800U) & 0xFFFFF000U);
}

/// The part of restGrid that the group can ever show in observedGrid.
struct Range
{
    int first, size;
};

Range usedRange(const TemplateGroup& group)
{
    const auto shift = [](double z) {
        return static_cast<int>(std::lround(std::log10(1 + z) / observedGrid.step));
    };
    constexpr int margin = 32;
    const int first = std::max(0, restToObserved - shift(group.zMax) - margin);
    const int last = std::min(restGrid.size, restToObserved + observedGrid.size - shift(group.zMin) + margin);
    return {first, last - first};
}

/// Broken at blanks into lines that a HISTORY card holds.
QStringList wrapped(const QString& text)
{
    constexpr qsizetype most = 70;
    QStringList lines {QString()};
    for (const auto& word : text.split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > most)
            lines.append(QString());
        lines.last() += lines.last().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

void putHeader(fitsfile* file, const TemplateGroup& group, const Range& range, int* status)
{
    const auto text = [&](const char* key, const QString& value, const char* comment) {
        const auto bytes = value.toUtf8();
        fits_write_key_str(file, key, bytes.constData(), comment, status);
    };
    fits_write_key_dbl(file, "COEFF0", restGrid.first + range.first * restGrid.step, -10,
                       "log10 of the first rest vacuum wavelength in A", status);
    fits_write_key_dbl(file, "COEFF1", restGrid.step, -10, "Step in log10 of the wavelength", status);
    text("GROUP", group.name, "Name of the template group");
    text("CLASS", className(group.spectralClass), "STAR, GALAXY or QSO");
    fits_write_key_dbl(file, "ZMIN", group.zMin, -8, "Redshifts that are tried", status);
    fits_write_key_dbl(file, "ZMAX", group.zMax, -8, nullptr, status);
    fits_write_key_log(file, "NONNEG", group.nonNegative, "Components are only added", status);
    fits_write_key_log(file, "BROAD", group.isBroad, "No feature narrower than 1000 km/s matters", status);
    text("LEAD", group.lead, "Tried only where this group fits");
    text("VERSION", group.version, "Version of the set");
    for (const auto& line : wrapped(group.provenance))
        fits_write_history(file, line.toUtf8().constData(), status);
}

void putRows(fitsfile* file, const TemplateGroup& group, const Range& range, int* status)
{
    std::vector<float> flux(static_cast<std::size_t>(range.size));
    for (std::size_t row = 0; row < group.components.size(); ++row) {
        const auto& component = group.components[row];
        auto name = component.name.toUtf8();
        char* nameText = name.data();
        short emission = component.isEmission ? 1 : 0;
        for (int i = 0; i < range.size; ++i)
            flux[static_cast<std::size_t>(i)] =
                rounded(component.flux[static_cast<std::size_t>(range.first + i)]);
        const auto line = static_cast<LONGLONG>(row) + 1;
        fits_write_col(file, TSTRING, 1, line, 1, 1, static_cast<void*>(&nameText), status);
        fits_write_col(file, TSHORT, 2, line, 1, 1, &emission, status);
        fits_write_col(file, TFLOAT, 3, line, 1, range.size, flux.data(), status);
    }
}
}

Result<QByteArray> templateFileBytes(const TemplateGroup& group)
{
    const auto range = usedRange(group);
    constexpr int smallest = 9; // levels above save nothing here
    FitsInMemory composed;
    auto* file = composed.handle();
    auto* status = composed.status();
    fits_create_img(file, BYTE_IMG, 0, nullptr, status);
    QByteArray fluxForm = QByteArray::number(range.size) + 'E';
    char nameColumn[] = "NAME";
    char emissionColumn[] = "EMISSION";
    char fluxColumn[] = "FLUX";
    char nameForm[] = "24A";
    char emissionForm[] = "1I";
    char* names[] {nameColumn, emissionColumn, fluxColumn};
    char* forms[] {nameForm, emissionForm, fluxForm.data()};
    fits_create_tbl(file, BINARY_TBL, 0, 3, names, forms, nullptr, "TEMPLATES", status);
    putHeader(file, group, range, status);
    putRows(file, group, range, status);
    const auto bytes = composed.bytes();
    return bytes ? gzipped(bytes.value(), smallest) : bytes;
}

Result<void> writeTemplateFile(const TemplateGroup& group, const QString& path)
{
    const auto bytes = templateFileBytes(group);
    return bytes ? OutputFile::write(path, bytes.value()) : bytes.error();
}
