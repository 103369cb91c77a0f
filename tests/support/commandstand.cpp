#include "support/commandstand.h"

#include "app/commands/registry.h"
#include "app/session/session.h"

#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

CommandStand::CommandStand()
{
    for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        qputenv(variable, m_home.path().toUtf8());
}

Result<Outcome> CommandStand::run(const QString& name, const QStringList& arguments)
{
    m_out.clear();
    m_err.clear();
    QTextStream out(&m_out);
    QTextStream err(&m_err);
    CommandContext context {.out = out,
                            .err = err,
                            .terminal = false,
                            .database = [this] { return database(); },
                            .schemas = {},
                            .account = u"tester"_s};
    for (const auto& command : allCommands())
        if (command->name() == name)
            return command->run(arguments, context);
    return Error {};
}

Result<DbThread*> CommandStand::database()
{
    if (!m_session) {
        auto opened = Session::open({.server = {}, .account = u"tester"_s, .theme = {}, .language = {}});
        if (!opened)
            return opened.error();
        m_session = opened.value();
    }
    return &m_session->background();
}
