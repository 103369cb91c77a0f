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
/// What the first word of the command line asks for.
struct Wish
{
    enum class Kind { Window, Pictures, Command, Help, Version, UnknownOption };

    Kind kind = Kind::Window;
    Command* command = nullptr; ///< With Kind::Command

    bool showsWidgets() const { return kind == Kind::Window || kind == Kind::Pictures; }
};

Wish wishFrom(const QString& first, const std::vector<std::unique_ptr<Command>>& commands)
{
    if (first == "--pictures"_L1)
        return {Wish::Kind::Pictures};
    if (first == "--help"_L1 || first == "-h"_L1)
        return {Wish::Kind::Help};
    if (first == "--version"_L1)
        return {Wish::Kind::Version};
    if (first.startsWith(u'-'))
        return {Wish::Kind::UnknownOption};
    const auto found =
        std::ranges::find_if(commands, [&](const auto& command) { return command->name() == first; });
    return found == commands.end() ? Wish {} : Wish {Wish::Kind::Command, found->get()};
}

/// The application object this run needs: a command must never open a display.
std::unique_ptr<QCoreApplication> createApplication(int& argc, char** argv, const Wish& wish)
{
    const bool draws = wish.command && wish.command->needs() == Command::Needs::OffscreenWidgets;
    if (draws || wish.kind == Wish::Kind::Pictures)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (draws || wish.showsWidgets())
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
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
    const auto platform = qEnvironmentVariable("QT_QPA_PLATFORM").section(u':', 0, 0);
    if (platform == "offscreen"_L1 || platform == "minimal"_L1)
        return false; // a window there is seen by nobody and never ends
    return !platform.isEmpty() || qEnvironmentVariableIsSet("DISPLAY")
        || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

/// The texts of the program and of Qt in the person's language, as long as it lives.
class Translations
{
public:
    explicit Translations(const QString& language)
    {
        const auto locale = language.isEmpty() ? QLocale() : QLocale(language);
        // Singulars, also where a person's language is not among ours.
        install(m_english, m_english.load(u":/translations/specdesk_en.qm"_s));
        // Menus of text fields, the frame of a command's help.
        install(m_qt,
                m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        install(m_own, m_own.load(locale, u"specdesk"_s, u"_"_s, u":/translations"_s));
    }

private:
    static void install(QTranslator& translator, bool isLoaded)
    {
        if (isLoaded)
            QCoreApplication::installTranslator(&translator);
    }

    QTranslator m_english;
    QTranslator m_qt;
    QTranslator m_own;
};

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

int openWindow(const Settings& settings, const QStringList& paths)
{
    if (const auto missing = missingPath(paths); !missing.isEmpty()) {
        QTextStream(stderr)
            << QCoreApplication::translate("commandline", "There is no command and no file %1.").arg(missing)
            << Qt::endl;
        return EX_NOINPUT;
    }
    Desk desk(settings);
    desk.open(paths);
    desk.showAsBefore();
    return QCoreApplication::exec();
}
}

int main(int argc, char** argv)
{
    keepFreedMemory();
    const auto commands = allCommands();
    const auto first = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const auto wish = wishFrom(first, commands);
    if (wish.kind == Wish::Kind::Window && !displayIsThere()) {
        std::fputs("There is no display to open a window on. Commands work without one: specdesk --help\n",
                   stderr);
        return EX_UNAVAILABLE;
    }
    if (wish.kind != Wish::Kind::Window)
        qInstallMessageHandler(hearQt);
    const auto application = createApplication(argc, argv, wish);
    QCoreApplication::setApplicationName(u"specdesk"_s);
    QCoreApplication::setOrganizationName(u"specdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPECDESK_VERSION));
    const auto settings = loadSettings();
    const Translations translations(settings.language);
    const auto words = QCoreApplication::arguments().mid(1);

    switch (wish.kind) {
    case Wish::Kind::Command:
        return runCommand(*wish.command, words.mid(1));
    case Wish::Kind::Help:
        QTextStream(stdout) << programHelp(commands);
        return EX_OK;
    case Wish::Kind::Version:
        QTextStream(stdout) << u"specdesk %1\n"_s.arg(QCoreApplication::applicationVersion());
        return EX_OK;
    case Wish::Kind::UnknownOption:
        QTextStream(stderr) << QCoreApplication::translate("commandline",
                                                           "Unknown option %1. Try: specdesk --help")
                                   .arg(first)
                            << Qt::endl;
        return EX_USAGE;
    case Wish::Kind::Pictures:
        return takePictures(settings, words.mid(1));
    case Wish::Kind::Window:
        break;
    }
    return openWindow(settings, words);
}
