#pragma once

#include "app/commands/command.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/spectrumstore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

/// A server with a plate of sixty spectra on it, and commands that are run on it in the test's own process.
class CommandServer
{
protected:
    struct Answer
    {
        Result<Outcome> outcome;
        QString out;
        QString err;
    };

    void start()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        const auto stored = m_db->run([this](QSqlDatabase& db) -> Result<IngestCounts> {
                                    if (const auto made = migrate(db, m_names, SchemaGroup::Check); !made)
                                        return made.error();
                                    return SpectrumStore::add(db, m_names, syntheticPlate(60), queueRules());
                                })
                                .result();
        VERIFY_OK(stored);
        m_plan = text(u"SELECT planid FROM {check}.spec_check LIMIT 1"_s);
        m_night = text(u"SELECT obs_date FROM {check}.spec_check LIMIT 1"_s);
        m_lmjd = text(u"SELECT lmjd FROM {check}.spec_check LIMIT 1"_s).toInt();
    }

    void execute(const QString& query)
    {
        VERIFY_OK(m_db->run([&](QSqlDatabase& db) { return runStatement(db, m_names.in(query)); }).result());
    }

    template<typename Kind>
    Answer run(const QStringList& arguments)
    {
        QString out;
        QString err;
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        CommandContext context {outStream, errStream, false,
                                [this]() -> Result<DbThread*> { return m_db.get(); }, m_names};
        auto outcome = Kind().run(arguments, context);
        outStream.flush();
        errStream.flush();
        return {std::move(outcome), out, err};
    }

    QString text(const QString& query)
    {
        const auto names = m_names.forVersion(syntheticSpectrum(1, 1).pipelineVersion);
        return m_db
            ->run([&](QSqlDatabase& db) -> Result<QString> {
                auto rows = runText(db, names, query);
                if (!rows)
                    return rows.error();
                return rows.value().next() ? rows.value().value(0).toString() : QString();
            })
            .result()
            .value();
    }

    QString file(const QString& name, const QString& contents)
    {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(contents.toUtf8());
        return file.fileName();
    }

    QTemporaryDir m_dir;
    TestServer m_server;
    std::unique_ptr<DbThread> m_db;
    const SchemaNames m_names;
    QString m_plan;
    QString m_night;
    int m_lmjd = 0;
};
