#include "db/simulation/seasonrows.h"

#include "db/fits/lamostheader.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/migrator.h"
#include "db/sql/parallelconnections.h"
#include "db/sql/transaction.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/spectrumstore.h"
#include "models/simulation/lamostheader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMutex>
#include <QSqlDatabase>

#include <atomic>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
const QString moment = u"2018-12-31 12:00:00"_s;

QByteArray submissionOf(const QByteArray& identity)
{
    return QCryptographicHash::hash(identity, QCryptographicHash::Md5);
}

QStringList columns(const char* names)
{
    return QString::fromLatin1(names).split(u' ');
}

/// The tables people write, of one plate. Ids are the obsid's, times ten, so that they never depend on the
/// order.
struct PeopleRows
{
    BulkRows log {u"{check}.observation_log"_s,
                  columns("planid lmjd pid obs_date science data_valid moon_phase seeing weather remark "
                          "entered_from entered_at confirmed_by confirmed_at")};
    BulkRows verdicts {
        u"{check}.humanverify"_s,
        columns("id submission obsid pipeline_version spectral_class subclass z z_err z_origin "
                "z_origin_detail reasons remark inspector decided_at stored_at seconds_spent "
                "shown_class shown_subclass tool_version line_list_version withdraws withdrawn_id")};
    BulkRows standing {u"{check}.standing_verdict"_s,
                       columns("inspector obsid pipeline_version verdict_id list_name")};
    BulkRows rechecks {
        u"{check}.humanrecheck"_s,
        columns("submission obsid pipeline_version spectral_class subclass z z_err remark rechecker "
                "decided_at stored_at tool_version")};
    BulkRows problems {
        u"{check}.`2dprob`"_s,
        columns("submission pipeline_version obs_date lmjd planid spid first_fiber last_fiber origin "
                "problem description reporter reported_at state")};
    BulkRows withdrawals {u"{check}.release_withdrawal"_s,
                          columns("obsid release_name reason withdrawn_by withdrawn_at")};
};

/// The tables later pipelines write, of one version.
struct ResultRows
{
    static BulkRows table(const char* name, const char* more)
    {
        return {u"{processing}."_s + QLatin1StringView(name),
                columns("obsid teff teff_err logg logg_err feh feh_err") + columns(more)};
    }
    BulkRows cfi {u"{processing}.cfi_param"_s, columns("obsid teff teff_err logg logg_err feh feh_err")};
    BulkRows cfiFlattened {u"{processing}.cfi_param_norm"_s,
                           columns("obsid teff teff_err logg logg_err feh feh_err")};
    BulkRows ulyss = table("uly_param", "rv rv_err");
    BulkRows ulyssFlattened = table("uly_param_norm", "rv rv_err");
    BulkRows module {u"{processing}.GQ_info"_s, columns("obsid spectral_class subclass z z_err confidence")};
    BulkRows galaxies {u"{processing}.GM_info"_s,
                       columns("obsid spectral_class subclass z z_err confidence")};
    BulkRows qsos {u"{processing}.QM_info"_s, columns("obsid spectral_class subclass z z_err confidence")};
};

void addBinary(BulkRows& rows, const QByteArray& bytes)
{
    // LOAD DATA reads the column's bytes as they are; hexadecimal digits are plain in every character set.
    rows.add(QString::fromLatin1(bytes.toHex().first(16)), 16);
}

void addVerdicts(PeopleRows& rows, qint64 obsid, const SeasonVersion& version, qint64 firstId)
{
    qint64 id = firstId;
    std::map<QString, qint64> standing;
    const auto addRow = [&](const SeasonVerdict& verdict, std::optional<qint64> withdrawnId) {
        rows.verdicts.add(id);
        addBinary(rows.verdicts, submissionOf("verdict " + QByteArray::number(id)));
        rows.verdicts.add(obsid).add(version.version, 40).add(className(verdict.spectralClass), 10);
        rows.verdicts.add(verdict.subclass, 60)
            .add(verdict.z)
            .add(verdict.zError)
            .add(u"pipeline", 12)
            .add(u"", 1);
        rows.verdicts.add(u"", 1).add(u"", 1).add(verdict.person, 80).add(moment, 26).add(moment, 26).add(5);
        rows.verdicts.add(className(version.answer.spectralClass), 10).add(version.answer.subclass, 60);
        rows.verdicts.add(u"simulation", 40)
            .add(u"", 1)
            .add(withdrawnId.has_value())
            .add(withdrawnId)
            .endRow();
        return id++;
    };
    for (const auto& verdict : version.verdicts) {
        const auto given = addRow(verdict, {});
        if (verdict.isWithdrawn)
            addRow(verdict, given);
        else
            standing[verdict.person] = given;
    }
    for (const auto& [person, verdictId] : standing)
        rows.standing.add(person, 80)
            .add(obsid)
            .add(version.version, 40)
            .add(verdictId)
            .add(u"inspect", 40)
            .endRow();
    if (!version.recheck)
        return;
    addBinary(rows.rechecks, submissionOf("recheck " + QByteArray::number(firstId)));
    rows.rechecks.add(obsid).add(version.version, 40).add(className(version.recheck->spectralClass), 10);
    rows.rechecks.add(version.recheck->subclass, 60).add(version.recheck->z).add(version.recheck->zError);
    rows.rechecks.add(u"", 1)
        .add(version.recheck->person, 80)
        .add(moment, 26)
        .add(moment, 26)
        .add(u"simulation", 40);
    rows.rechecks.endRow();
}

void addParameters(BulkRows& rows, qint64 obsid, const SeasonParameters& parameters, bool withVelocity)
{
    rows.add(obsid)
        .add(parameters.teff)
        .add(parameters.teff * 0.01)
        .add(parameters.logg)
        .add(parameters.error);
    rows.add(parameters.feh).add(parameters.error);
    if (withVelocity)
        rows.add(parameters.rvKmS).add(4.5);
    rows.endRow();
}

void addResults(ResultRows& rows, qint64 obsid, const SeasonVersion& version)
{
    if (version.parameters) {
        addParameters(rows.cfi, obsid, *version.parameters, false);
        addParameters(rows.ulyss, obsid, *version.parameters, true);
    }
    if (version.flattenedParameters) {
        addParameters(rows.cfiFlattened, obsid, *version.flattenedParameters, false);
        addParameters(rows.ulyssFlattened, obsid, *version.flattenedParameters, true);
    }
    if (!version.module)
        return;
    const bool isQso = version.module->spectralClass == SpectralClass::Qso;
    for (auto* table : {&rows.module, isQso ? &rows.qsos : &rows.galaxies})
        table->add(obsid)
            .add(className(version.module->spectralClass), 10)
            .add(u"", 1)
            .add(version.module->z)
            .add(1e-4)
            .add(version.module->confidence)
            .endRow();
}

void addPlateRows(PeopleRows& rows, const SeasonPlate& plate)
{
    const auto& plan = plate.plan;
    if (plate.isLogged) {
        rows.log.add(plan.planId, 60)
            .add(plan.lmjd())
            .add(plan.pid)
            .add(plan.evening.toString(Qt::ISODate), 10);
        rows.log.add(plan.science)
            .add(plan.valid)
            .add(plan.weather.moonPhaseDays)
            .add(plan.weather.seeingArcsec);
        rows.log.add(plan.weather.word, 60).add(plan.comment, 400).add(u"file", 10).add(moment, 26);
        rows.log.add(plate.isConfirmed ? u"sun" : u"", 80);
        if (plate.isConfirmed)
            rows.log.add(moment, 26);
        else
            rows.log.addNull();
        rows.log.endRow();
    }
    int number = 0;
    for (const auto& problem : plate.problems) {
        addBinary(rows.problems,
                  submissionOf("problem " + plan.planId.toUtf8() + QByteArray::number(++number)));
        rows.problems.add(problem.version, 40).add(plan.evening.toString(Qt::ISODate), 10).add(plan.lmjd());
        rows.problems.add(plan.planId, 60)
            .add(problem.spectrographId)
            .add(problem.firstFiber)
            .add(problem.lastFiber);
        rows.problems.add(problem.raw ? u"raw" : u"2d", 3).add(problemKindOf(problem.kind), 30).add(u"", 1);
        rows.problems.add(u"zhou", 80).add(moment, 26).add(problem.state, 10).endRow();
    }
    for (const auto& spectrum : plate.spectra)
        if (spectrum.isWithdrawn)
            rows.withdrawals.add(spectrum.fiber.obsid)
                .add(u"", 1)
                .add(u"owner's wish", 200)
                .add(u"sun", 80)
                .add(moment, 26)
                .endRow();
}

Result<void> write(QSqlDatabase& db, const SchemaNames& names, std::initializer_list<const BulkRows*> tables)
{
    for (const auto* table : tables)
        if (const auto written = writeBulk(db, names, *table, OnDuplicate::Keep); !written)
            return written.error();
    return {};
}
}

SpectrumPtr seasonHeader(const SeasonPlate& plate, const SeasonSpectrum& season, const SeasonVersion& version,
                         const QString& folder)
{
    auto fiber = season.fiber;
    fiber.answer = version.answer;
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = folder + u'/' + version.version + u'/' + lamostFolder(plate.plan) + u'/'
        + lamostFileName(plate.plan, fiber.spectrographId, fiber.fiberId) + u".gz"_s;
    spectrum->layout = Layout::LamostImage;
    spectrum->header = FitsHeader(lamostCards(plate.plan, plate.spectrographs[season.spectrograph], fiber,
                                              season.snr, Layout::LamostImage));
    describeLamost(*spectrum);
    spectrum->pipelineVersion = version.version;
    return spectrum;
}

Result<void> storeSeasonPlate(QSqlDatabase& db, const SchemaNames& names, const SeasonPlate& plate,
                              const QueueRules& rules, const QString& folder)
{
    constexpr std::size_t batch = 2000;
    PeopleRows people;
    std::map<QString, ResultRows> results;
    std::vector<SpectrumPtr> spectra;
    addPlateRows(people, plate);
    for (const auto& spectrum : plate.spectra) {
        qint64 room = spectrum.fiber.obsid * 20;
        for (const auto& version : spectrum.versions) {
            spectra.push_back(seasonHeader(plate, spectrum, version, folder));
            addVerdicts(people, spectrum.fiber.obsid, version, room);
            room += 10;
            addResults(results[version.version], spectrum.fiber.obsid, version);
        }
        if (spectra.size() < batch && &spectrum != &plate.spectra.back())
            continue;
        if (const auto stored = SpectrumStore::add(db, names, spectra, rules); !stored)
            return stored.error();
        spectra.clear();
    }
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<void> {
        if (auto written = write(open, names,
                                 {&people.log, &people.verdicts, &people.standing, &people.rechecks,
                                  &people.problems, &people.withdrawals});
            !written)
            return written;
        for (const auto& [version, rows] : results)
            if (auto written = write(open, names.forVersion(version),
                                     {&rows.cfi, &rows.cfiFlattened, &rows.ulyss, &rows.ulyssFlattened,
                                      &rows.module, &rows.galaxies, &rows.qsos});
                !written)
                return written;
        return {};
    });
}

Result<void> storeSeason(QSqlDatabase& db, const SchemaNames& names, const NightSettings& settings,
                         const QueueRules& rules, const QString& folder, int connections,
                         const std::function<bool(int)>& progress)
{
    const auto plates = seasonPlates(settings);
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stop = false;
    QMutex mutex;
    int stored = 0;
    return onParallelConnections(db, connections, [&](QSqlDatabase& own) -> Result<void> {
        for (auto index = next++; index < plates.size() && !stop; index = next++) {
            const auto plate = seasonPlate(settings, plates[index], static_cast<int>(index));
            if (auto done = storeSeasonPlate(own, names, plate, rules, folder); !done) {
                stop = true;
                return done;
            }
            const QMutexLocker lock(&mutex);
            if (!progress(++stored)) {
                stop = true;
                return Error {
                    ErrorKind::Cancelled, QCoreApplication::translate("db", "Simulation stopped."), {}};
            }
        }
        return {};
    });
}
