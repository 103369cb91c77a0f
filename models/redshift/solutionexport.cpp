#include "models/redshift/solutionexport.h"

#include "models/values/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {
QByteArray csvLine(const Spectrum& spectrum, double snr, int rank, const RedshiftSolution& solution)
{
    const bool known = rank > 0;
    const auto number = [known](double value, char format, int digits) {
        return known ? QByteArray::number(value, format, digits) : QByteArray();
    };
    const QList<QByteArray> fields {csvField(spectrum.file).toUtf8(),
                                    QByteArray::number(spectrum.target.obsid),
                                    QByteArray::number(rank),
                                    className(solution.spectralClass).toUtf8(),
                                    csvField(solution.templateName).toUtf8(),
                                    number(solution.z, 'f', 8),
                                    number(solution.zError, 'f', 8),
                                    number(solution.probability, 'f', 4),
                                    warningNames(solution.warnings).toUtf8(),
                                    QByteArray::number(spectrum.indexInFile),
                                    csvField(solution.group).toUtf8(),
                                    number(solution.deltaChi2, 'f', 2),
                                    number(solution.gain, 'f', 2),
                                    number(solution.chi2PerPixel, 'f', 3),
                                    QByteArray::number(snr, 'f', 2)};
    return fields.join(',') + '\n';
}
}

namespace SolutionExport {
QByteArray csvHeading()
{
    return "file,obsid,rank,class,template,z,z_err,p,warning,index,group,delta_chi2,gain,chi2_per_pixel,"
           "snr\n";
}

QByteArray csvLines(const Spectrum& spectrum, const RedshiftAnswer& answer, int count)
{
    QByteArray lines;
    for (int i = 0; i < std::min(count, static_cast<int>(answer.solutions.size())); ++i)
        lines += csvLine(spectrum, answer.snr, i + 1, answer.solutions[static_cast<std::size_t>(i)]);
    if (answer.solutions.empty()) {
        RedshiftSolution none;
        none.warnings = RedshiftWarning::NoRedshift | RedshiftWarning::LittleCoverage;
        lines += csvLine(spectrum, answer.snr, 0, none);
    }
    return lines;
}

QByteArray jsonLine(const Spectrum& spectrum, const RedshiftAnswer& answer, int count)
{
    QJsonArray solutions;
    for (int i = 0; i < std::min(count, static_cast<int>(answer.solutions.size())); ++i) {
        const auto& solution = answer.solutions[static_cast<std::size_t>(i)];
        solutions.append(QJsonObject {{u"rank"_s, i + 1},
                                      {u"class"_s, className(solution.spectralClass)},
                                      {u"template"_s, solution.templateName},
                                      {u"group"_s, solution.group},
                                      {u"z"_s, solution.z},
                                      {u"z_err"_s, solution.zError},
                                      {u"p"_s, solution.probability},
                                      {u"warning"_s, warningNames(solution.warnings)},
                                      {u"delta_chi2"_s, solution.deltaChi2},
                                      {u"gain"_s, solution.gain},
                                      {u"chi2_per_pixel"_s, solution.chi2PerPixel}});
    }
    const QJsonObject object {{u"file"_s, spectrum.file},
                              {u"index"_s, spectrum.indexInFile},
                              {u"obsid"_s, spectrum.target.obsid},
                              {u"snr"_s, answer.snr},
                              {u"has_redshift"_s, answer.hasRedshift()},
                              {u"solutions"_s, solutions}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
}
