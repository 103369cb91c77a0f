#include "models/simulation/pipelineguess.h"

#include "models/simulation/curve.h"
#include "models/simulation/lamostgrid.h"
#include "models/simulation/randomstream.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// Probabilities over the S/N at 6000–6250 Å.
constexpr CurvePoint starUnknown[] {{1, 0.75},  {4, 0.45},  {8, 0.22},  {15, 0.09},
                                    {30, 0.04}, {60, 0.02}, {200, 0.01}};
constexpr CurvePoint faintUnknown[] {{1, 0.9}, {4, 0.6}, {8, 0.36}, {15, 0.2}, {30, 0.08}, {60, 0.04}};
constexpr CurvePoint qsoIsStar[] {{2, 0.10}, {10, 0.12}, {30, 0.06}, {60, 0.03}};
constexpr CurvePoint galaxyIsStar[] {{2, 0.16}, {10, 0.10}, {30, 0.04}, {60, 0.02}};
constexpr CurvePoint lineConfusion[] {{2, 0.3}, {10, 0.16}, {30, 0.08}, {60, 0.05}};
constexpr CurvePoint starIsNot[] {{1, 0.03}, {5, 0.012}, {15, 0.003}, {60, 0.0005}};

struct Confusion
{
    double trueAngstrom;
    double takenFor;
};

constexpr Confusion galaxyConfusions[] {
    {6564.61, 5008.24}, {5008.24, 6564.61}, {6564.61, 3728.48}, {5008.24, 4862.69}, {3728.48, 6564.61}};
constexpr Confusion qsoConfusions[] {
    {2798.75, 1908.73}, {2798.75, 1549.06}, {1908.73, 2798.75}, {1549.06, 1215.67}, {1549.06, 2798.75},
    {1908.73, 1549.06}, {4862.69, 2798.75}, {6564.61, 2798.75}, {1215.67, 2798.75}, {2798.75, 4862.69}};

void answer(PipelineGuess& guess, SpectralClass spectralClass, const QString& subclass, double z,
            double zError, const QString& method)
{
    guess.answer.spectralClass = spectralClass;
    guess.answer.subclass = subclass;
    guess.answer.z = z;
    guess.answer.zError = zError;
    guess.answer.zMethod = method;
}

PipelineGuess unknown()
{
    PipelineGuess guess;
    guess.answer.subclass = u"Non"_s;
    guess.answer.zMethod = u"PIPELINE"_s;
    guess.mistake = PipelineMistake::NotClassified;
    return guess;
}

PipelineGuess rightAnswer(const TrueObject& object, double signalToNoise, RandomStream& random)
{
    PipelineGuess guess;
    const auto spectralClass = classOf(object.kind);
    const double smallest = spectralClass == SpectralClass::Star ? 1.6e-5
        : spectralClass == SpectralClass::Galaxy                 ? 5e-5
                                                                 : 3e-4;
    const double error = smallest * (1 + 25 / signalToNoise) * random.logNormal(1, 0.2) * (1 + object.z);
    const bool parametrised = object.kind == ObjectKind::Star && object.temperatureK < 7900
        && object.temperatureK > 3900 && signalToNoise > 12;
    const QString method = parametrised        ? u"LASP"_s
        : spectralClass == SpectralClass::Star ? u"PIPELINE"_s
                                               : u"g&Q PIPELINE"_s;
    answer(guess, spectralClass, object.subclass, object.z + error * random.normal(), error, method);
    return guess;
}

QString neighbouringSubclass(const TrueObject& object)
{
    switch (object.kind) {
    case ObjectKind::WhiteDwarf:
        return u"A2V"_s;
    case ObjectKind::HeliumWhiteDwarf:
        return u"B6"_s;
    case ObjectKind::CarbonStar:
        return u"K5"_s;
    case ObjectKind::CataclysmicVariable:
        return u"B9"_s;
    case ObjectKind::WhiteDwarfBinary:
        return u"dM3"_s;
    default:
        break;
    }
    const double t = object.temperatureK;
    if (object.giant)
        return u"dM1"_s;
    return t > 20000 ? u"B6"_s
        : t > 8000   ? u"F0"_s
        : t > 6000   ? u"A7V"_s
        : t > 5300   ? u"F9"_s
        : t > 4000   ? u"G8"_s
                     : u"K7"_s;
}

void mistakeOfStar(PipelineGuess& guess, const TrueObject& object, double signalToNoise, RandomStream& random)
{
    const bool special = object.kind != ObjectKind::Star;
    if (random.chance(curveValue(starIsNot, signalToNoise))) {
        guess.mistake = PipelineMistake::WrongClass;
        const bool qso = random.chance(0.35);
        answer(guess, qso ? SpectralClass::Qso : SpectralClass::Galaxy, u"Non"_s,
               qso ? random.uniform(0.3, 2.6) : random.uniform(0.01, 0.4), 1.4e-4, u"g&Q PIPELINE"_s);
    } else if (random.chance(special ? 0.3 : 0.004 + 0.15 / signalToNoise)) {
        guess.mistake = PipelineMistake::WrongSubclass;
        guess.answer.subclass = neighbouringSubclass(object);
    } else if (signalToNoise < 6 && random.chance(0.12)) {
        guess.mistake = PipelineMistake::RandomRedshift;
        guess.answer.z = random.normal(0, 0.0016);
        guess.answer.zError = 2.4e-4;
    }
}

// One line of the object, inside the observed range, taken for another one.
bool confuseLines(PipelineGuess& guess, const TrueObject& object, RandomStream& random)
{
    std::vector<double> wrong;
    const auto consider = [&](const Confusion& confusion) {
        const double observed = confusion.trueAngstrom * (1 + object.z);
        const double z = observed / confusion.takenFor - 1;
        if (observed > 3850 && observed < 9000 && z > 0.001 && z < 4.5)
            wrong.push_back(z);
    };
    if (classOf(object.kind) == SpectralClass::Qso)
        std::for_each(std::begin(qsoConfusions), std::end(qsoConfusions), consider);
    else if (object.kind != ObjectKind::EarlyGalaxy)
        std::for_each(std::begin(galaxyConfusions), std::end(galaxyConfusions), consider);
    if (wrong.empty())
        return false;
    guess.mistake = PipelineMistake::SingleLineConfusion;
    guess.answer.z = wrong[static_cast<std::size_t>(random.integer(0, static_cast<int>(wrong.size()) - 1))];
    return true;
}

void mistakeOfExtragalactic(PipelineGuess& guess, const TrueObject& object, double signalToNoise,
                            RandomStream& random)
{
    const bool qso = classOf(object.kind) == SpectralClass::Qso;
    const double asStar =
        qso ? curveValue(qsoIsStar, signalToNoise) : curveValue(galaxyIsStar, signalToNoise);
    if (random.chance(asStar)) {
        guess.mistake = PipelineMistake::WrongClass;
        answer(guess, SpectralClass::Star, qso ? u"A2V"_s : u"K3"_s, random.normal(0, 4e-4), 9e-5,
               u"PIPELINE"_s);
    } else if (random.chance(curveValue(lineConfusion, signalToNoise))) {
        if (!confuseLines(guess, object, random)) {
            guess.mistake = PipelineMistake::RandomRedshift;
            guess.answer.z = random.uniform(0.01, 0.5);
        }
    } else if (random.chance(0.02)) {
        guess.mistake = PipelineMistake::WrongClass;
        guess.answer.spectralClass = qso ? SpectralClass::Galaxy : SpectralClass::Qso;
    }
}

}

PipelineGuess pipelineGuess(const TrueObject& object, double signalToNoise, RandomStream& random)
{
    if (object.kind == ObjectKind::Sky) {
        auto guess = unknown();
        guess.mistake = PipelineMistake::None;
        return guess;
    }
    const bool star = classOf(object.kind) == SpectralClass::Star;
    const double lost =
        star ? curveValue(starUnknown, signalToNoise) : curveValue(faintUnknown, signalToNoise);
    if (random.chance(lost))
        return unknown();
    auto guess = rightAnswer(object, signalToNoise, random);
    if (star)
        mistakeOfStar(guess, object, signalToNoise, random);
    else
        mistakeOfExtragalactic(guess, object, signalToNoise, random);
    return guess;
}

QString mistakeName(PipelineMistake mistake)
{
    switch (mistake) {
    case PipelineMistake::NotClassified:
        return u"not-classified"_s;
    case PipelineMistake::SingleLineConfusion:
        return u"single-line"_s;
    case PipelineMistake::WrongClass:
        return u"wrong-class"_s;
    case PipelineMistake::RandomRedshift:
        return u"random-redshift"_s;
    case PipelineMistake::WrongSubclass:
        return u"wrong-subclass"_s;
    case PipelineMistake::None:
        break;
    }
    return u"none"_s;
}
