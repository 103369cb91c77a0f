#include "app/redshiftrun.h"

#include "app/parallelreader.h"
#include "db/templates/templatefile.h"

#include <QCoreApplication>
#include <QtConcurrent>

void solveFiles(const QStringList& files, const RedshiftEngine& engine, const RedshiftOptions& options,
                const RedshiftSink& sink)
{
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
                return SolvedSpectrum {spectrum, engine.solve(*spectrum, options)};
            });
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
}

Result<TemplateSet> templatesFor(const QString& folder, QStringList& complaints)
{
    if (folder.isEmpty()) {
        if (builtInTemplates().empty())
            return Error {ErrorKind::Internal,
                          QCoreApplication::translate("RedshiftRun", "SpecDesk's own templates are missing."),
                          {}};
        return builtInTemplates();
    }
    auto read = readTemplateFolder(folder);
    if (!read)
        return read.error();
    complaints = read.value().complaints;
    if (read.value().templates.empty()) {
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("RedshiftRun", "There is no template in %1.").arg(folder),
                      complaints.join(u'\n')};
    }
    return std::move(read.value().templates);
}
