#include "models/redshift/calibration.h"

#include "models/redshift/numbers.h"
#include "models/spectrum/wavelength.h"
#include "models/values/csv.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<double, 6> snrEdges {0, 3, 5, 10, 20, 1e9};
constexpr std::array<double, 9> probabilityEdges {0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0001};

double velocity(double z, double trueZ)
{
    return speedOfLightKmS * std::log((1 + z) / (1 + trueZ));
}

QString percent(int part, int whole)
{
    return whole == 0 ? u"-"_s : QString::number(100.0 * part / whole, 'f', 1);
}

QString snrRange(std::size_t bin)
{
    return bin + 2 == snrEdges.size() ? u">=%1"_s.arg(snrEdges[bin])
                                      : u"%1-%2"_s.arg(snrEdges[bin]).arg(snrEdges[bin + 1]);
}
}

void Calibration::add(const Spectrum& spectrum, const RedshiftAnswer& answer, const Truth& truth)
{
    if (!truth.isUsable)
        return;
    Case one;
    one.file = spectrum.file;
    one.index = spectrum.indexInFile;
    one.trueClass = truth.spectralClass;
    one.trueZ = truth.z;
    one.snr = answer.snr;
    one.evidence = answer.evidence;
    const bool strict = truth.spectralClass == SpectralClass::Star && answer.snr >= m_rule.starSnr;
    const double tolerance = strict ? m_rule.starToleranceKmS : m_rule.toleranceKmS;
    if (!answer.solutions.empty()) {
        const auto& best = answer.solutions.front();
        one.foundClass = best.spectralClass;
        one.templateName = best.templateName;
        one.group = best.group;
        one.z = best.z;
        one.zError = best.zError;
        one.probability = best.probability;
        if (truth.z)
            one.velocityKmS = velocity(best.z, *truth.z);
    }
    for (std::size_t i = 0; truth.z && one.rank == 0 && i < answer.solutions.size(); ++i) {
        if (std::abs(velocity(answer.solutions[i].z, *truth.z)) <= tolerance)
            one.rank = static_cast<int>(i) + 1;
    }
    m_cases.push_back(std::move(one));
}

QString Calibration::report() const
{
    return successTable() + reliabilityTable() + confusionTable() + pullsOf() + worstCases();
}

QString Calibration::successTable() const
{
    QString text =
        u"Success by class and S/N\nclass\tS/N\tspectra\ttop1_%\ttop5_%\tP>0.99_%\twrong_P>0.99\n"_s;
    const auto line = [&](const QString& name, const QString& range, auto belongs) {
        int all = 0;
        int first = 0;
        int firstFive = 0;
        int sure = 0;
        int sureAndWrong = 0;
        for (const auto& one : m_cases) {
            if (!one.trueZ || !belongs(one))
                continue;
            ++all;
            first += one.rank == 1;
            firstFive += one.rank >= 1 && one.rank <= 5;
            sure += one.probability > 0.99;
            sureAndWrong += one.probability > 0.99 && !isRight(one);
        }
        if (all > 0)
            text += u"%1\t%2\t%3\t%4\t%5\t%6\t%7\n"_s.arg(name, range)
                        .arg(all)
                        .arg(percent(first, all), percent(firstFive, all), percent(sure, all))
                        .arg(sureAndWrong);
    };
    for (const auto spectralClass :
         {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso, SpectralClass::Unknown}) {
        for (std::size_t bin = 0; bin + 1 < snrEdges.size(); ++bin) {
            line(className(spectralClass), snrRange(bin), [&](const Case& one) {
                return one.trueClass == spectralClass && one.snr >= snrEdges[bin]
                    && one.snr < snrEdges[bin + 1];
            });
        }
    }
    line(u"all"_s, u">=5"_s, [](const Case& one) { return one.snr >= 5; });
    line(u"all"_s, u"any"_s, [](const Case&) { return true; });
    return text + u'\n';
}

QString Calibration::reliabilityTable() const
{
    QString text =
        u"Reliability of P (spectra without a redshift count as wrong)\nP_from\tP_to\tspectra\tmean_P\tright_%\n"_s;
    for (std::size_t bin = 0; bin + 1 < probabilityEdges.size(); ++bin) {
        int all = 0;
        int right = 0;
        double sum = 0;
        for (const auto& one : m_cases) {
            if (one.probability < probabilityEdges[bin] || one.probability >= probabilityEdges[bin + 1])
                continue;
            ++all;
            right += isRight(one);
            sum += one.probability;
        }
        if (all > 0)
            text += u"%1\t%2\t%3\t%4\t%5\n"_s.arg(probabilityEdges[bin])
                        .arg(std::min(probabilityEdges[bin + 1], 1.0))
                        .arg(all)
                        .arg(sum / all, 0, 'f', 4)
                        .arg(percent(right, all));
    }
    return text + u'\n';
}

QString Calibration::confusionTable() const
{
    std::map<QString, std::map<QString, int>> counts;
    for (const auto& one : m_cases) {
        const auto found = one.probability < 0.5 ? u"none"_s : className(one.foundClass);
        ++counts[one.trueZ ? className(one.trueClass) : u"none"_s][found];
    }
    QString text = u"Classes (found with P >= 0.5)\ntrue\tSTAR\tGALAXY\tQSO\tnone\n"_s;
    for (const auto& [name, found] : counts) {
        text += name;
        for (const auto& column : {u"STAR"_s, u"GALAXY"_s, u"QSO"_s, u"none"_s})
            text += u'\t' + QString::number(found.contains(column) ? found.at(column) : 0);
        text += u'\n';
    }
    return text + u'\n';
}

QString Calibration::pullsOf() const
{
    QString text =
        u"Errors of z, right solutions\nclass\tspectra\tmedian_km_s\tscatter_km_s\tscatter_over_z_err\n"_s;
    for (const auto spectralClass : {SpectralClass::Star, SpectralClass::Galaxy, SpectralClass::Qso}) {
        std::vector<double> deviations;
        std::vector<double> sizes;
        std::vector<double> pulls;
        for (const auto& one : m_cases) {
            if (one.trueClass != spectralClass || !isRight(one) || one.zError <= 0)
                continue;
            deviations.push_back(one.velocityKmS);
            sizes.push_back(std::abs(one.velocityKmS));
            pulls.push_back(std::abs(one.z - *one.trueZ) / one.zError);
        }
        if (deviations.empty())
            continue;
        // 1.4826 makes the median of absolute values that of a Gaussian's σ.
        text += u"%1\t%2\t%3\t%4\t%5\n"_s.arg(className(spectralClass))
                    .arg(deviations.size())
                    .arg(medianOf(deviations), 0, 'f', 1)
                    .arg(1.4826 * medianOf(sizes), 0, 'f', 1)
                    .arg(1.4826 * medianOf(pulls), 0, 'f', 2);
    }
    return text + u'\n';
}

std::vector<Calibration::Case> Calibration::worst() const
{
    constexpr std::size_t most = 30;
    auto wrong = m_cases;
    std::erase_if(wrong,
                  [&](const Case& one) { return isRight(one) || (!one.trueZ && one.probability < 0.5); });
    std::sort(wrong.begin(), wrong.end(),
              [](const Case& left, const Case& right) { return left.probability > right.probability; });
    wrong.resize(std::min(most, wrong.size()));
    return wrong;
}

QString Calibration::Case::sentence() const
{
    return u"%1: true %2 z=%3, found %4 (%5) z=%6, P=%7"_s.arg(file.section(u'/', -1))
        .arg(className(trueClass), trueZ ? QString::number(*trueZ, 'f', 5) : u"none"_s)
        .arg(className(foundClass), templateName)
        .arg(z, 0, 'f', 5)
        .arg(probability, 0, 'f', 3);
}

QString Calibration::worstCases() const
{
    QString text =
        u"Worst cases, surest first\nfile\tindex\tS/N\tclass\tz_true\tfound\ttemplate\tz\tP\trank_of_truth\n"_s;
    for (const auto& one : worst()) {
        text +=
            u"%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\t%9\t"_s.arg(one.file)
                .arg(one.index)
                .arg(one.snr, 0, 'f', 1)
                .arg(className(one.trueClass), one.trueZ ? QString::number(*one.trueZ, 'f', 5) : u"none"_s,
                     className(one.foundClass), one.templateName)
                .arg(one.z, 0, 'f', 5)
                .arg(one.probability, 0, 'f', 4)
            + QString::number(one.rank) + u'\n';
    }
    return text;
}

QByteArray Calibration::csv() const
{
    QByteArray text = "file,index,class,snr,z_true,z,z_err,p,rank_of_truth,dv_km_s,class_found,template,"
                      "gain,delta_chi2,chi2_per_pixel,explained,coverage,parameters\n";
    for (const auto& one : m_cases) {
        text += QList<QByteArray> {csvField(one.file).toUtf8(),
                                   QByteArray::number(one.index),
                                   className(one.trueClass).toUtf8(),
                                   QByteArray::number(one.snr, 'f', 2),
                                   one.trueZ ? QByteArray::number(*one.trueZ, 'f', 7) : QByteArray(),
                                   QByteArray::number(one.z, 'f', 7),
                                   QByteArray::number(one.zError, 'f', 7),
                                   QByteArray::number(one.probability, 'f', 4),
                                   QByteArray::number(one.rank),
                                   QByteArray::number(one.velocityKmS, 'f', 1),
                                   className(one.foundClass).toUtf8(),
                                   one.templateName.toUtf8(),
                                   QByteArray::number(one.evidence.gain, 'f', 2),
                                   QByteArray::number(one.evidence.deltaChi2, 'f', 2),
                                   QByteArray::number(one.evidence.chi2PerPixel, 'f', 3),
                                   QByteArray::number(one.evidence.explained, 'f', 4),
                                   QByteArray::number(one.evidence.coverage, 'f', 3),
                                   QByteArray::number(one.evidence.parameters)}
                    .join(',')
            + '\n';
    }
    return text;
}
