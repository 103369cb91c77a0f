#include "db/templates/solutionfile.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <fitsio.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SolutionFile)
};
}

void SolutionFile::add(const Spectrum& spectrum, const RedshiftAnswer& answer, int count)
{
    for (int i = 0; i < std::min(count, static_cast<int>(answer.solutions.size())); ++i) {
        const auto& solution = answer.solutions[static_cast<std::size_t>(i)];
        m_rows.push_back({spectrum.file.toUtf8(), className(solution.spectralClass).toUtf8(),
                          solution.templateName.toUtf8(), warningNames(solution.warnings).toUtf8(),
                          solution.group.toUtf8(), spectrum.target.obsid, i + 1, spectrum.indexInFile,
                          solution.z, solution.zError, solution.probability, solution.deltaChi2,
                          solution.gain, solution.chi2PerPixel, answer.snr});
    }
}

Result<void> SolutionFile::write(const QString& path) const
{
    qsizetype longest = 1;
    for (const auto& row : m_rows)
        longest = std::max(longest, row.file.size());
    QByteArray fileForm = QByteArray::number(longest) + 'A';
    std::array<QByteArray, 15> names {"FILE",  "OBSID",      "RANK", "CLASS",          "TEMPLATE",
                                      "Z",     "Z_ERR",      "P",    "WARNING",        "INDEX",
                                      "GROUP", "DELTA_CHI2", "GAIN", "CHI2_PER_PIXEL", "SNR"};
    std::array<QByteArray, 15> forms {fileForm, "K", "J",   "8A", "24A", "D", "D", "E",
                                      "64A",    "J", "24A", "E",  "E",   "E", "E"};
    std::array<char*, 15> namePointers {};
    std::array<char*, 15> formPointers {};
    for (std::size_t i = 0; i < names.size(); ++i) {
        namePointers[i] = names[i].data();
        formPointers[i] = forms[i].data();
    }

    std::size_t size = 0;
    void* memory = nullptr;
    fitsfile* file = nullptr;
    int status = 0;
    constexpr std::size_t growth = 1U << 20;
    fits_create_memfile(&file, &memory, &size, growth, realloc, &status);
    fits_create_img(file, BYTE_IMG, 0, nullptr, &status);
    fits_create_tbl(file, BINARY_TBL, static_cast<LONGLONG>(m_rows.size()), static_cast<int>(names.size()),
                    namePointers.data(), formPointers.data(), nullptr, "REDSHIFTS", &status);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& row = m_rows[i];
        const auto line = static_cast<LONGLONG>(i) + 1;
        const auto text = [&](int column, QByteArray value) {
            char* pointer = value.data();
            fits_write_col(file, TSTRING, column, line, 1, 1, static_cast<void*>(&pointer), &status);
        };
        const auto number = [&](int column, double value) {
            fits_write_col(file, TDOUBLE, column, line, 1, 1, &value, &status);
        };
        const auto integer = [&](int column, LONGLONG value) {
            fits_write_col(file, TLONGLONG, column, line, 1, 1, &value, &status);
        };
        text(1, row.file);
        integer(2, row.obsid);
        integer(3, row.rank);
        text(4, row.spectralClass);
        text(5, row.templateName);
        number(6, row.z);
        number(7, row.zError);
        number(8, row.probability);
        text(9, row.warning);
        integer(10, row.index);
        text(11, row.group);
        number(12, row.deltaChi2);
        number(13, row.gain);
        number(14, row.chi2PerPixel);
        number(15, row.snr);
    }
    fits_flush_file(file, &status);
    LONGLONG start = 0;
    LONGLONG end = 0;
    fits_get_hduaddrll(file, nullptr, &start, &end, &status);
    const QByteArray bytes(static_cast<const char*>(memory), static_cast<qsizetype>(status == 0 ? end : 0));
    int ignored = 0;
    fits_close_file(file, &ignored);
    free(memory);
    if (status != 0)
        return Error {ErrorKind::Internal, Text::tr("The FITS file could not be composed."),
                      u"cfitsio %1"_s.arg(status)};
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
        return Error {ErrorKind::Refused, Text::tr("%1 could not be written.").arg(path),
                      target.errorString()};
    return {};
}
