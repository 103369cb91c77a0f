#include "support/samplenight.h"

#include "app/commands/simulatecommand.h"
#include "app/spectra/ingestion.h"
#include "db/fits/spectrumfiles.h"

#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

bool writeSampleNight(const QString& folder, int spectra)
{
    QString said;
    QTextStream text(&said);
    CommandContext context {.out = text, .err = text, .terminal = false, .database = {}, .schemas = {}};
    const auto written = SimulateCommand().run(
        {folder, u"--plates"_s, u"1"_s, u"--spectra"_s, QString::number(spectra), u"--mix"_s, u"teaching"_s},
        context);
    if (!written)
        qWarning("%s", qPrintable(written.error().message));
    return static_cast<bool>(written);
}

qsizetype countNeedingAnEye(const QString& folder)
{
    const auto rules = defaultQueueRules();
    qsizetype count = 0;
    readInParallel(spectrumFilesIn({folder}), [&](std::vector<FileReading> readings) {
        for (const auto& reading : readings)
            if (reading.spectra && rules)
                for (const auto& spectrum : reading.spectra.value())
                    count += decide(*spectrum, rules.value()).page == WorkPage::Inspect ? 1 : 0;
        return true;
    });
    return count;
}
