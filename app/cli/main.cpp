// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/language.h"

#include <QtGui/QGuiApplication>

#include <clocale>
#include <langinfo.h>
#include <memory>

namespace {

QString chosenLanguage(const QStringList& arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang") && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(QStringLiteral("--lang=")))
            return arguments[i].section(u'=', 1);
    }
    return QStringLiteral("zh_CN");
}

/// Without an environment the C library speaks ASCII only; Qt would switch by itself, but with a warning each time.
void speakUtf8()
{
    std::setlocale(LC_ALL, "");
    if (QByteArrayView(nl_langinfo(CODESET)) != "UTF-8")
        qputenv("LC_ALL", "C.UTF-8");
}

/// Standard error is for the person: what Qt's platform says about an empty environment goes nowhere.
void keepQuiet(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtFatalMsg || QByteArrayView(context.category) != "default")
        QTextStream(stderr) << message << Qt::endl;
}

} // namespace

int main(int argc, char* argv[])
{
    speakUtf8();
    qInstallMessageHandler(&keepQuiet);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromUtf8(argv[i]);
    // Printing needs fonts but no display; everything else not even those.
    std::unique_ptr<QCoreApplication> application;
    if (songhe::cli::paints(arguments)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("songhe"));
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (!songhe::initCrypto()) {
        err << QStringLiteral("libsodium: no randomness") << Qt::endl;
        return 1;
    }
    songhe::loadTranslations(*application, chosenLanguage(arguments));
    const songhe::SystemClock clock;
    return songhe::cli::runCommandLine(arguments, clock, out, err);
}
