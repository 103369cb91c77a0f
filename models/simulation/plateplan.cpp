#include "models/simulation/randomstream.h"
#include "models/simulation/surveynight.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double moonMonthDays = 29.530588853;
constexpr double siteLongitudeDeg = 117.58;
constexpr double localNoonHour = 12.16; // Beijing time at Xinglong
constexpr qint64 minutesPerDay = 1440;

int mjdOf(QDate date)
{
    return static_cast<int>(date.toJulianDay() - 2400001);
}

// Days since new moon at local midnight; new moon of 2000 January 6, 18:14 UTC.
double moonPhase(QDate evening)
{
    const double age = std::fmod(mjdOf(evening) + 0.67 - 51549.76, moonMonthDays);
    return age < 0 ? age + moonMonthDays : age;
}

double moonLight(double phaseDays)
{
    return 0.5 * (1 - std::cos(2 * std::numbers::pi * phaseDays / moonMonthDays));
}

// End of evening twilight, local hours: about 18:20 in December, 21:50 in June.
double darkFrom(QDate evening)
{
    return 20.05 + 1.75 * std::cos(2 * std::numbers::pi * (evening.dayOfYear() - 172) / 365.25);
}

double darkUntil(QDate evening)
{
    return 2 * (localNoonHour + 12) - darkFrom(evening);
}

double siderealDeg(QDate evening, double localHour)
{
    const double mjdUtc = mjdOf(evening) + (localHour - 8) / 24;
    const double greenwich = 280.46061837 + 360.98564736629 * (mjdUtc - 51544.5);
    return std::fmod(std::fmod(greenwich + siteLongitudeDeg, 360.0) + 360.0, 360.0);
}

QString digits(int value, int width)
{
    return u"%1"_s.arg(value, width, 10, '0'_L1);
}

QString planName(const char* prefix, double raDeg, double decDeg, char letter, int number)
{
    const int raSeconds = static_cast<int>(raDeg / 15 * 3600);
    const int decSeconds = static_cast<int>(std::abs(decDeg) * 3600);
    return QString::fromLatin1(prefix) + digits(raSeconds / 3600, 2) + digits(raSeconds / 60 % 60, 2)
        + digits(raSeconds % 60, 2) + (decDeg < 0 ? 'S'_L1 : 'N'_L1) + digits(decSeconds / 3600, 2)
        + digits(decSeconds / 60 % 60, 2) + digits(decSeconds % 60, 2) + QLatin1Char(letter)
        + digits(number, 2);
}

// Bright plates under the moon, faint ones in the dark; a teaching plate is one of medium brightness.
char brightnessLetter(const NightSettings& settings, double moon, RandomStream& random)
{
    if (settings.mix == ObjectMix::Teaching)
        return 'M';
    const double weights[] {0.15 + 0.5 * moon, 0.4, 0.4 * (1 - moon), 0.06 * (1 - moon)};
    constexpr char letters[] {'V', 'B', 'M', 'F'};
    return letters[random.choice(weights)];
}

int exposureSeconds(char letter)
{
    return letter == 'V' ? 600 : letter == 'B' ? 1500 : 1800;
}

Weather drawnWeather(QDate evening, RandomStream& random)
{
    Weather weather;
    weather.moonPhaseDays = moonPhase(evening);
    weather.seeingArcsec = std::clamp(random.logNormal(3.0, 0.15), 2.2, 4.4);
    const double season = std::cos(2 * std::numbers::pi * (evening.dayOfYear() - 200) / 365.25);
    weather.airTemperatureC = random.normal(4 + 13 * season, 3);
    weather.focalPlaneTemperatureC = weather.airTemperatureC + random.uniform(0.5, 7);
    weather.humidityPercent = random.uniform(18, 62);
    weather.dewPointC = weather.airTemperatureC - (100 - weather.humidityPercent) / 5;
    weather.windDirectionDeg = random.uniform(0, 360);
    weather.windSpeedMS = random.exponential(1.5);
    weather.word = random.chance(0.75) ? u"clear"_s : u"thin cloud"_s;
    return weather;
}

void judgePlate(PlatePlan& plate, int index, RandomStream& random)
{
    const bool spoilt = random.chance(0.06);
    const bool test = random.chance(0.03);
    if (index == 0) // the first plate of a night is always good, so that there is something to look at
        return;
    if (spoilt) {
        plate.valid = false;
        plate.weather.word = u"cloudy"_s;
        plate.comment = u"Clouds during the second exposure, data not to be used."_s;
    } else if (test) {
        plate.science = false;
        plate.comment = u"Test of fibre positioning."_s;
    } else if (plate.weather.seeingArcsec > 3.8) {
        plate.comment = u"Poor seeing."_s;
    }
}

}

int PlatePlan::lmjd() const
{
    return static_cast<int>((exposureStarts.front() + minutesPerDay / 2) / minutesPerDay);
}

static QDateTime localTime(qint64 lmjm, qint64 seconds)
{
    const QDate day = QDate::fromJulianDay(lmjm / minutesPerDay + 2400001);
    return QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(lmjm % minutesPerDay * 60 + seconds);
}

QDateTime PlatePlan::localBegin() const
{
    return localTime(exposureStarts.front(), 11);
}

QDateTime PlatePlan::localEnd() const
{
    return localTime(exposureStarts.back(), 14 + exposureSeconds);
}

QDateTime PlatePlan::middleUtc() const
{
    constexpr qint64 hoursEastOfGreenwich = 8;
    const auto middle =
        localBegin().addSecs(localBegin().secsTo(localEnd()) / 2 - hoursEastOfGreenwich * 3600);
    return middle.addSecs(-middle.time().second()); // the survey writes whole minutes
}

/// The running number of a plate observation, of which obsids are made: grows over the nights as the survey's
/// does and differs between nights, so that two of them can lie in one database. So do those of other seeds,
/// 4096 of them.
static int runOf(quint64 seed, QDate evening, int plateOfNight)
{
    constexpr int mostPlates = 16; // one takes an hour, the longest night has 13
    constexpr int mostNights = 32768; // to the year 2101
    constexpr quint64 skies = 4096;
    const int sky = static_cast<int>((seed + skies - 1) % skies); // 0 for the usual seed 1
    const int night = mjdOf(evening) - 55858; // since the survey's first, 2011-10-24
    return 1 + plateOfNight + mostPlates * (night + mostNights * sky);
}

std::vector<PlatePlan> plannedPlates(const NightSettings& settings)
{
    RandomStream random(settings.seed, {0x506c617465U}); // "Plate"
    std::vector<PlatePlan> plates;
    QDate evening = settings.evening;
    double hour = darkFrom(evening);
    int plateOfNight = 0;
    for (int index = 0; index < settings.plates; ++index) {
        PlatePlan plate;
        plate.brightness = brightnessLetter(settings, moonLight(moonPhase(evening)), random);
        plate.exposureSeconds = exposureSeconds(plate.brightness);
        const double stepHours = (plate.exposureSeconds + 225) / 3600.0;
        if (hour + 3 * stepHours > darkUntil(evening)) {
            evening = evening.addDays(1);
            hour = darkFrom(evening);
            plateOfNight = 0;
        }
        plate.pid = runOf(settings.seed, evening, plateOfNight++);
        plate.evening = evening;
        plate.raDeg =
            std::fmod(siderealDeg(evening, hour + 1.5 * stepHours) + random.normal(0, 6) + 360, 360.0);
        plate.decDeg = random.uniform(-4, 52);
        for (int exposure = 0; exposure < 3; ++exposure)
            plate.exposureStarts.push_back(
                static_cast<qint64>((mjdOf(evening) + (hour + exposure * stepHours) / 24) * minutesPerDay));
        plate.weather = drawnWeather(evening, random);
        const char* prefix = plate.brightness == 'M' || plate.brightness == 'F' ? "EG" : "HD";
        plate.planId = planName(prefix, plate.raDeg, plate.decDeg, plate.brightness, 1);
        plate.mix = settings.mix;
        plate.seed = random.bits();
        judgePlate(plate, index, random);
        hour += 3 * stepHours + 0.3;
        plates.push_back(std::move(plate));
    }
    return plates;
}

std::vector<int> fibersPerSpectrograph(const NightSettings& settings)
{
    constexpr int fibersInSpectrograph = 250;
    std::vector<int> counts;
    int left = settings.spectraPerPlate;
    for (int id = 1; id <= settings.spectrographs && left > 0; ++id) {
        counts.push_back(std::min(left, fibersInSpectrograph));
        left -= counts.back();
    }
    return counts;
}
