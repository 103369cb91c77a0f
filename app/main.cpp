#include "app/commandline.h"
#include "app/commands/registry.h"
#include "app/desk/desk.h"
#include "app/desk/gallery.h"
#include "app/session/settings.h"
#include "db/fits/spectrumreader.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <sysexits.h>

using namespace Qt::Literals::StringLiterals;

namespace {
Command* commandNamed(const std::vector<std::unique_ptr<Command>>& commands, const char* name)
{
    const auto found = std::ranges::find_if(
        commands, [&](const auto& command) { return command->name() == QString::fromLocal8Bit(name); });
    return found == commands.end() ? nullptr : found->get();
}

/// The application object this run needs: a command must never open a display.
std::unique_ptr<QCoreApplication> createApplication(int& argc, char** argv, const Command* command,
                                                    bool window)
{
    if (command && command->needs() == Command::Needs::OffscreenWidgets)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    else if (!window)
        return std::make_unique<QCoreApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

/// Passes on what Qt says, but for what is no news under cron or without a display.
void hearQt(QtMsgType, const QMessageLogContext&, const QString& message)
{
    for (const auto& known : {"QStandardPaths: "_L1, "This plugin does not support"_L1})
        if (message.startsWith(known))
            return;
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

/// Qt ends the program with a developer's message where it finds none.
bool displayIsThere()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

void installTranslation(QTranslator& translator, const QString& language, const QString& name,
                        const QString& folder)
{
    const auto locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (translator.load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(&translator);
}

/// The first path that is neither there nor an address; empty when all are.
QString missingPath(const QStringList& paths)
{
    for (const auto& path : paths)
        if (!path.contains("://"_L1) && !QFileInfo::exists(path))
            return path;
    return {};
}

/// `specdesk --pictures FOLDER [PATH…]`: the window without a display, photographed.
int takePictures(const Settings& settings, const QStringList& arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (arguments.isEmpty()) {
        err << QCoreApplication::translate("commandline", "Name the folder for the pictures.") << Qt::endl;
        return EX_USAGE;
    }
    Desk desk(settings);
    Gallery gallery(desk, arguments.first());
    int status = EX_OK;
    QObject::connect(&gallery, &Gallery::finished, &desk,
                     [&](const QStringList& written, const QStringList& failures) {
                         for (const auto& path : written)
                             out << path << Qt::endl;
                         for (const auto& failure : failures)
                             err << failure << Qt::endl;
                         status = failures.isEmpty() ? EX_OK : EX_DATAERR;
                         QCoreApplication::quit();
                     });
    gallery.start();
    desk.open(arguments.mid(1));
    desk.show();
    QCoreApplication::exec();
    return status;
}
}

int main(int argc, char** argv)
{
    keepFreedMemory();
    const auto commands = allCommands();
    const std::string first = argc > 1 ? argv[1] : "";
    auto* command = commandNamed(commands, first.c_str());
    const bool asksForText = first == "--help" || first == "-h" || first == "--version";

    const bool pictures = first == "--pictures";
    const bool window = pictures || (!command && !asksForText && !first.starts_with("-"));
    if (pictures)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (window && !displayIsThere()) {
        std::fputs("There is no display to open a window on. Commands work without one: specdesk --help\n",
                   stderr);
        return EX_UNAVAILABLE;
    }

    if (command || pictures)
        qInstallMessageHandler(hearQt);
    const auto application = createApplication(argc, argv, command, window);
    QCoreApplication::setApplicationName(u"specdesk"_s);
    QCoreApplication::setOrganizationName(u"specdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPECDESK_VERSION));
    const auto settings = loadSettings();
    QTranslator english; // singulars, also where a person's language is not among ours
    if (english.load(u":/translations/specdesk_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    QTranslator qtTranslator; // menus of text fields, the frame of a command's help
    installTranslation(qtTranslator, settings.language, u"qtbase"_s,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QTranslator translator;
    installTranslation(translator, settings.language, u"specdesk"_s, u":/translations"_s);

    if (command)
        return runCommand(*command, QCoreApplication::arguments().mid(2));
    if (asksForText) {
        QTextStream(stdout) << (first == "--version"
                                    ? u"specdesk %1\n"_s.arg(QCoreApplication::applicationVersion())
                                    : programHelp(commands));
        return EX_OK;
    }
    if (!window) {
        QTextStream(stderr) << QCoreApplication::translate("commandline",
                                                           "Unknown option %1. Try: specdesk --help")
                                   .arg(QString::fromStdString(first))
                            << Qt::endl;
        return EX_USAGE;
    }
    if (pictures)
        return takePictures(settings, QCoreApplication::arguments().mid(2));
    if (const auto missing = missingPath(QCoreApplication::arguments().mid(1)); !missing.isEmpty()) {
        QTextStream(stderr)
            << QCoreApplication::translate("commandline", "There is no command and no file %1.").arg(missing)
            << Qt::endl;
        return EX_NOINPUT;
    }
    Desk desk(settings);
    desk.open(QCoreApplication::arguments().mid(1));
    desk.showAsBefore();
    return QCoreApplication::exec();
}
