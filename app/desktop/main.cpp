// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "app/desktop/looks.h"

#include "core/base/language.h"
#include "core/base/secure_bytes.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

/// What may stand behind `songhe` on the command line.
class StartOptions {
    Q_DECLARE_TR_FUNCTIONS(songhe::desktop::StartOptions)

public:
    StartOptions()
    {
        m_parser.setApplicationDescription(tr("Songhe, the books of a community elderly-care centre."));
        m_parser.addHelpOption();
        m_parser.addVersionOption();
        m_parser.addOptions({m_dataDir, m_district, m_demonstration});
    }

    [[nodiscard]] QCommandLineParser& parser() { return m_parser; }
    [[nodiscard]] QString dataDir() const { return m_parser.value(m_dataDir); }
    [[nodiscard]] Desktop::As as() const
    {
        return m_parser.isSet(m_demonstration) ? Desktop::As::Demonstration
            : m_parser.isSet(m_district)       ? Desktop::As::District
                                               : Desktop::As::Known;
    }

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_dataDir {u"data-dir"_s, tr("Folder that holds the data of the centre or the district office."),
                                  tr("folder"), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
    QCommandLineOption m_district {u"district"_s, tr("Open the district office.")};
    QCommandLineOption m_demonstration {u"demonstration"_s, tr("Open an invented centre, made on first use.")};
};

} // namespace songhe::desktop

namespace {

/// Help and version are told where there is no display, too.
bool onlyTells(int argc, char* argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const QByteArrayView argument) {
        return argument == "--help" || argument == "-h" || argument == "--help-all" || argument == "--version"
            || argument == "-v";
    });
}

/// Chinese, or the language that was chosen in the window.
void speak(QCoreApplication& app)
{
    songhe::desktop::StartOptions start;
    start.parser().parse(QCoreApplication::arguments());
    const QString looks = start.dataDir() + u"/looks.ini"_s;
    songhe::loadTranslations(app, songhe::desktop::Looks::read(looks).language);
}

} // namespace

int main(int argc, char* argv[])
{
    std::unique_ptr<QApplication> window;
    std::unique_ptr<QCoreApplication> teller;
    if (onlyTells(argc, argv))
        teller = std::make_unique<QCoreApplication>(argc, argv);
    else
        window = std::make_unique<QApplication>(argc, argv);
    QCoreApplication::setApplicationName(u"songhe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SONGHE_VERSION));
    speak(*QCoreApplication::instance());
    songhe::desktop::StartOptions start;
    start.parser().process(*QCoreApplication::instance()); // help and version end here
    if (!window)
        return 0;
    if (!songhe::initCrypto()) {
        std::fputs("libsodium: no randomness\n", stderr);
        return 1;
    }
    const songhe::SystemClock clock;
    songhe::desktop::Desktop desktop(*window, start.dataDir(), clock);
    if (const auto begun = desktop.begin(start.as()); !begun) {
        songhe::ui::DialogAsker(nullptr).tell(begun.error().message, begun.error().detail);
        return 1;
    }
    desktop.show();
    return QApplication::exec();
}
