// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include <algorithm>

namespace songhe::cli {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Help)
};

/// What commands are about, told apart by their first word.
struct Subject {
    const char* name;
    const char* line;
    const char* words; ///< first words of its commands
};

const Subject subjects[] = {
    {"centre", QT_TRANSLATE_NOOP("songhe::cli::Help", "set a centre up, its sites, users and settings; back up, check"),
     "init site user setting backup restore audit check"},
    {"elder", QT_TRANSLATE_NOOP("songhe::cli::Help", "elders' files and what holds of them from when to when"),
     "elder fact"},
    {"meal", QT_TRANSLATE_NOOP("songhe::cli::Help", "meals"), "meal"},
    {"assess", QT_TRANSLATE_NOOP("songhe::cli::Help", "assessments of ability"), "assess"},
    {"service", QT_TRANSLATE_NOOP("songhe::cli::Help", "services, orders, agreements, plans, the catalogue and prices"),
     "service booking agreement plan catalogue price"},
    {"staff", QT_TRANSLATE_NOOP("songhe::cli::Help", "who works here, hours and certificates"), "staff"},
    {"attendance", QT_TRANSLATE_NOOP("songhe::cli::Help", "day care: who came and went; the day at a glance"),
     "attendance day"},
    {"bed", QT_TRANSLATE_NOOP("songhe::cli::Help", "stays in beds, beds at home, absences"),
     "bed-stay home-care-bed absence"},
    {"care", QT_TRANSLATE_NOOP("songhe::cli::Help", "visits, incidents, health notes; find in them"),
     "care visit incident measurement"},
    {"device", QT_TRANSLATE_NOOP("songhe::cli::Help", "assistive devices and their loans"), "device"},
    {"facility", QT_TRANSLATE_NOOP("songhe::cli::Help", "facilities, rooms, projects, costs, acceptance, budget"),
     "facility premises project cost-item acceptance evaluation budget"},
    {"claim", QT_TRANSLATE_NOOP("songhe::cli::Help", "settle a period, sign claims, what came back, recompute"),
     "settle claim"},
    {"policy", QT_TRANSLATE_NOOP("songhe::cli::Help", "subsidy policies: list, compare, try, import"), "policy"},
    {"import", QT_TRANSLATE_NOOP("songhe::cli::Help", "rosters, months of meals and records of other programs"),
     "import"},
    {"print", QT_TRANSLATE_NOOP("songhe::cli::Help", "sheets, slips, lists and claims as PDF"), "print"},
    {"package", QT_TRANSLATE_NOOP("songhe::cli::Help", "quarterly packages and the district's receipts"),
     "package receipt bag"},
    {"file", QT_TRANSLATE_NOOP("songhe::cli::Help", "seal and open files (age), sign and verify them (minisign)"),
     "seal unseal sign verify"},
    {"district", QT_TRANSLATE_NOOP("songhe::cli::Help", "the district office: merge, findings, claims, receipts"),
     "district"},
    {"demo", QT_TRANSLATE_NOOP("songhe::cli::Help", "an invented centre or city to practise with"), "demo"},
};

constexpr qsizetype lineWidth = 100;

bool isAbout(const Subject& subject, const Command& command)
{
    return QString::fromUtf8(subject.words).split(u' ').contains(QString::fromUtf8(command.words).section(u' ', 0, 0));
}

QString optionText(const OptionLine& option)
{
    const QString name = QString::fromUtf8(option.name).section(u',', -1);
    const QString dashes = name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
    return u'[' + dashes + name + (*option.value ? u' ' + QString::fromUtf8(option.value) : QString()) + u']';
}

} // namespace

QString usageLine(const Command& command)
{
    QString text;
    QString line = QStringLiteral("  ") + QString::fromUtf8(command.words);
    if (*command.arguments)
        line += u' ' + QString::fromUtf8(command.arguments);
    for (const OptionLine& option : command.options) {
        const QString shown = optionText(option);
        if (line.size() + 1 + shown.size() > lineWidth) {
            text += line + u'\n';
            line = QStringLiteral("     ");
        }
        line += u' ' + shown;
    }
    return text + line;
}

QStringList subjectsOf(const Command& command)
{
    QStringList names;
    for (const Subject& subject : subjects)
        if (isAbout(subject, command))
            names << QString::fromUtf8(subject.name);
    return names;
}

QString helpOverview()
{
    QString text
        = Help::tr("Songhe, the books of a community elderly-care centre.\n"
                   "songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] COMMAND\n\n"
                   "Subjects:\n");
    for (const Subject& subject : subjects)
        text += QStringLiteral("  %1%2\n").arg(QString::fromUtf8(subject.name), -13).arg(Help::tr(subject.line));
    return text
        + Help::tr(
               "\n'songhe-cli help SUBJECT' lists its commands with their options, 'songhe-cli help all' those of all "
               "subjects.\n--json makes any of them print one JSON document.\n");
}

QString helpAbout(QStringList words)
{
    const auto gathered = [](const auto& wanted) {
        QString text;
        for (const Command& command : commandTable())
            if (wanted(command))
                text += usageLine(command) + u'\n';
        return text;
    };
    if (words == QStringList {QStringLiteral("all")})
        return gathered([](const Command&) { return true; });
    if (words.size() == 1)
        for (const Subject& subject : subjects)
            if (words.front() == QString::fromUtf8(subject.name))
                return Help::tr(subject.line) + u'\n'
                    + gathered([&](const Command& command) { return isAbout(subject, command); });
    for (; !words.isEmpty(); words.removeLast()) {
        const QString begun = words.join(u' ') + u' ';
        const QString text = gathered(
            [&](const Command& command) { return (QString::fromUtf8(command.words) + u' ').startsWith(begun); });
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace songhe::cli
