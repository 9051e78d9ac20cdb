// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "core/base/secure_bytes.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"songhe"_s);
    QApplication::setApplicationVersion(QStringLiteral(SONGHE_VERSION));
    if (!songhe::initCrypto()) {
        std::fputs("libsodium: no randomness\n", stderr);
        return 1;
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(u"data-dir"_s, u"Folder that holds the centre's data."_s, u"folder"_s,
                                     QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption demonstration(u"demonstration"_s, u"Open an invented centre, made on first use."_s);
    const QCommandLineOption district(u"district"_s, u"Open the district office."_s);
    parser.addOption(dataDir);
    parser.addOption(district);
    parser.addOption(demonstration);
    parser.process(app);

    const songhe::SystemClock clock;
    songhe::desktop::Desktop window(app, parser.value(dataDir), clock);
    using As = songhe::desktop::Desktop::As;
    const As as = parser.isSet(demonstration) ? As::Demonstration : parser.isSet(district) ? As::District : As::Known;
    if (const auto begun = window.begin(as); !begun) {
        songhe::ui::DialogAsker(nullptr).tell(begun.error().message, begun.error().detail);
        return 1;
    }
    window.show();
    return QApplication::exec();
}
