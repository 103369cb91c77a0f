#include "app/redshift/redshiftrun.h"

#include "app/spectra/parallelreader.h"
#include "db/templates/templatefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RedshiftRun)
};
}

Result<void> solveFiles(const QStringList& files, const RedshiftEngine& engine,
                        const RedshiftOptions& options, const RedshiftSink& sink)
{
    bool whole = true;
    readInParallel(files, [&](std::vector<FileReading> readings) {
        QList<SpectrumPtr> spectra;
        for (const auto& reading : readings) {
            if (!reading.spectra)
                continue;
            for (const auto& spectrum : reading.spectra.value())
                spectra.append(spectrum);
        }
        const auto solved =
            QtConcurrent::blockingMapped<QList<SolvedSpectrum>>(spectra, [&](const SpectrumPtr& spectrum) {
                return sink.goesOn() ? SolvedSpectrum {spectrum, engine.solve(*spectrum, options)}
                                     : SolvedSpectrum();
            });
        whole = sink.goesOn();
        if (!whole)
            return false;
        qsizetype next = 0;
        for (const auto& reading : readings) {
            if (!reading.spectra) {
                sink.refused(reading.file, reading.spectra.error());
                continue;
            }
            for (std::size_t i = 0; i < reading.spectra.value().size(); ++i)
                sink.solved(solved[next++]);
        }
        return true;
    });
    if (whole)
        return {};
    return Error {ErrorKind::Cancelled, Text::tr("The search was stopped; it can be started again."), {}};
}

QString ownTemplateFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/specdesk/templates"_s;
}

namespace {
/// A group of the same name takes the place of the one there.
void putInto(TemplateSet& set, TemplateSet more)
{
    for (auto& group : more) {
        const auto same = std::find_if(set.begin(), set.end(),
                                       [&](const TemplateGroup& other) { return other.name == group.name; });
        if (same != set.end())
            *same = std::move(group);
        else
            set.push_back(std::move(group));
    }
}
}

Result<TemplateSet> templatesFor(const QString& folder, QStringList& complaints)
{
    if (folder.isEmpty()) {
        auto set = builtInTemplates();
        if (set.empty())
            return Error {ErrorKind::Internal, Text::tr("SpecDesk's own templates are missing."), {}};
        if (QFileInfo::exists(ownTemplateFolder())) {
            auto own = readTemplateFolder(ownTemplateFolder());
            if (!own)
                return own.error();
            complaints = own.value().complaints;
            putInto(set, std::move(own.value().templates));
        }
        return set;
    }
    auto read = readTemplateFolder(folder);
    if (!read)
        return read.error();
    complaints = read.value().complaints;
    if (read.value().templates.empty())
        return Error {ErrorKind::NotFound, Text::tr("There is no template in %1.").arg(folder),
                      complaints.join(u'\n')};
    TemplateSet set;
    putInto(set, std::move(read.value().templates));
    return set;
}

TemplateSet templatesOfWindow(QStringList& complaints)
{
    auto set = templatesFor({}, complaints);
    if (set)
        return std::move(set).value();
    complaints << set.error().message;
    return builtInTemplates();
}
