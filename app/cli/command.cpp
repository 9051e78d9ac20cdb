// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/help.h"

#include "core/base/language.h"
#include "core/centre/settings.h"
#include "core/exchange/sealing.h"
#include "core/rules/policy_desk.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>

#include <sodium.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace songhe::cli {

namespace {

const OptionLine globalOptions[] = {
    {"data-dir", "D"}, {"user", "U"}, {"password-file", "F"}, {"lang", "zh_CN|en"}, {"json"},
};

QStringList optionNames(const OptionLine& line)
{
    return QString::fromUtf8(line.name).split(u',');
}

bool takesValue(const OptionLine& line)
{
    return *line.value != '\0';
}

QCommandLineOption commandOption(const OptionLine& line)
{
    return takesValue(line) ? QCommandLineOption(optionNames(line), {}, QString::fromUtf8(line.value))
                            : QCommandLineOption(optionNames(line));
}

/// The arguments that are neither a global option nor its value, up to the command's words. The longest name counts:
/// 'demo city' is not 'demo' with a word behind it.
const Command* findCommand(const QStringList& arguments, QStringList& rest)
{
    const Command* found = nullptr;
    QStringList leading;
    int at = 0;
    QStringList globals;
    while (at < arguments.size() && leading.size() < 3) {
        const QString& argument = arguments[at];
        const auto option
            = std::find_if(std::begin(globalOptions), std::end(globalOptions), [&](const OptionLine& line) {
                  return argument.section(u'=', 0, 0) == QStringLiteral("--") + QString::fromUtf8(line.name);
              });
        if (option != std::end(globalOptions)) {
            globals << argument;
            if (takesValue(*option) && !argument.contains(u'=') && at + 1 < arguments.size())
                globals << arguments[++at];
            ++at;
            continue;
        }
        if (argument.startsWith(u'-'))
            break;
        leading << argument;
        ++at;
        for (const Command& command : commandTable()) {
            if (QString::fromUtf8(command.words) == leading.join(u' ')) {
                found = &command;
                rest = globals + arguments.mid(at);
            }
        }
    }
    return found;
}

/// The words before the first option, without the global options and their values.
QStringList leadingWords(const QStringList& arguments)
{
    QStringList words;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString& argument = arguments[at];
        if (!argument.startsWith(u'-')) {
            words << argument;
            continue;
        }
        const auto option
            = std::find_if(std::begin(globalOptions), std::end(globalOptions), [&](const OptionLine& line) {
                  return argument == QStringLiteral("--") + QString::fromUtf8(line.name);
              });
        if (option == std::end(globalOptions))
            break;
        at += takesValue(*option) ? 1 : 0;
    }
    return words;
}

void setTerminalEcho(bool on)
{
    termios state {};
    if (tcgetattr(STDIN_FILENO, &state) != 0)
        return;
    if (on)
        state.c_lflag |= tcflag_t(ECHO);
    else
        state.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &state);
}

} // namespace

Failure usage(const QString& message)
{
    return fail(Error::Kind::Invalid, message, usageDetail);
}

Result<QString> Context::need(const QString& option) const
{
    if (!has(option) || value(option).trimmed().isEmpty())
        return usage(tr("Please give --%1.").arg(option));
    return value(option);
}

Result<qint64> Context::needId(const QString& text, const QString& what) const
{
    bool whole = false;
    const qint64 id = text.toLongLong(&whole);
    if (!whole || id <= 0)
        return usage(tr("%1: '%2' is no record number.").arg(what, text));
    return id;
}

Result<QDate> Context::day(const QString& text, const QString& what) const
{
    const QDate given = QDate::fromString(text, Qt::ISODate);
    if (!given.isValid())
        return usage(tr("%1: '%2' is no day. Write it as 2021-09-03.").arg(what, text));
    return given;
}

Result<SecureBytes> Context::password() const
{
    if (has(QStringLiteral("password-file")))
        return readPasswordFile(value(QStringLiteral("password-file")));
    if (!isatty(STDIN_FILENO))
        return usage(tr("Please give --password-file."));
    return typedSecret(tr("Password:"));
}

Result<SecureBytes> Context::typedSecret(const QString& prompt)
{
    const bool terminal = isatty(STDIN_FILENO) != 0;
    if (terminal) {
        std::cerr << prompt.toStdString() << ' ' << std::flush;
        setTerminalEcho(false);
    }
    std::string typed;
    std::getline(std::cin, typed);
    if (terminal) {
        setTerminalEcho(true);
        std::cerr << std::endl;
    }
    SecureBytes secret {QByteArrayView(typed.data(), qsizetype(typed.size()))};
    sodium_memzero(typed.data(), typed.size());
    return secret;
}

QString Context::folderPath() const
{
    return has(QStringLiteral("data-dir"))
        ? value(QStringLiteral("data-dir"))
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/songhe");
}

Result<DataFolder*> Context::folder()
{
    if (!m_folder) {
        ASSIGN_OR_RETURN(m_folder, DataFolder::open(folderPath()));
    }
    return m_folder.get();
}

Result<Session*> Context::session()
{
    if (!m_session) {
        // Asked first: a slip in the folder's name must not leave an empty folder behind.
        if (!m_folder && !QFileInfo::exists(folderPath() + QStringLiteral("/songhe.db")))
            return fail(Error::Kind::NotFound,
                        tr("There is no centre in %1 yet. Make one with 'init' or 'demo'.").arg(folderPath()));
        ASSIGN_OR_RETURN(DataFolder * open, folder());
        if (!open->hasCentre())
            return fail(Error::Kind::NotFound,
                        tr("There is no centre in %1 yet. Make one with 'init' or 'demo'.").arg(open->path()));
        ASSIGN_OR_RETURN(const SecureBytes secret, password());
        ASSIGN_OR_RETURN(m_session, Session::signIn(*open, value(QStringLiteral("user")), secret, clock));
    }
    return m_session.get();
}

Result<Ledger*> Context::ledger()
{
    ASSIGN_OR_RETURN(Session * open, session());
    return &open->ledger();
}

Result<const Divisions*> Context::divisions()
{
    if (!m_divisions) {
        ASSIGN_OR_RETURN(Divisions loaded, Divisions::load());
        m_divisions = std::move(loaded);
    }
    return &*m_divisions;
}

Result<const PolicyShelf*> Context::shelf()
{
    if (!m_shelf) {
        ASSIGN_OR_RETURN(Ledger * open, ledger());
        ASSIGN_OR_RETURN(PolicyShelf loaded, PolicyDesk(*open).shelf());
        m_shelf = std::move(loaded);
    }
    return &*m_shelf;
}

Result<Wording> Context::wording()
{
    ASSIGN_OR_RETURN(const Divisions* known, divisions());
    return Wording(
        [known](const QString& code) {
            const Division* division = known->find(code);
            return division ? division->name : code;
        },
        evidenceWords);
}

Result<MealOutlook*> Context::outlook()
{
    if (!m_outlook) {
        ASSIGN_OR_RETURN(Ledger * open, ledger());
        ASSIGN_OR_RETURN(const PolicyShelf* policies, shelf());
        ASSIGN_OR_RETURN(Wording words, wording());
        ASSIGN_OR_RETURN(const QString policy, Settings(*open).value(QStringLiteral("meal.policy")));
        m_outlook = std::make_unique<MealOutlook>(*open, *policies, policy, std::move(words));
    }
    return m_outlook.get();
}

const std::vector<Command>& commandTable()
{
    static const std::vector<Command> table = [] {
        std::vector<Command> made;
        addCentreCommands(made);
        addElderCommands(made);
        addMealCommands(made);
        addAssessmentCommands(made);
        addCareCommands(made);
        addServiceCommands(made);
        addBookingCommands(made);
        addDayCommands(made);
        addDeviceCommands(made);
        addImportCommands(made);
        addClaimCommands(made);
        addPolicyCommands(made);
        addExchangeCommands(made);
        addPackageCommands(made);
        addReceiptCommands(made);
        addDistrictCommands(made);
        addDemoCommands(made);
        return made;
    }();
    return table;
}

QJsonValue jsonOf(const FieldInfo& field, const Value& value)
{
    const bool list = field.kind == FieldKind::TextList || field.key() == QStringLiteral("contacts")
        || field.key() == QStringLiteral("certificates");
    return list && value.isNull() ? QJsonValue(QJsonArray()) : valueToJson(field, value);
}

namespace {

constexpr int refused = 1;
constexpr int wrongUsage = 2;

/// 'help SUBJECT', or '--help' anywhere; nothing where no help was asked for.
std::optional<int> helped(const QStringList& arguments, QTextStream& out, QTextStream& err)
{
    if (arguments.isEmpty()) {
        err << helpOverview();
        return wrongUsage;
    }
    QStringList words = leadingWords(arguments);
    const bool byWord = words.value(0) == QStringLiteral("help");
    if (!byWord && !arguments.contains(QStringLiteral("--help")) && !arguments.contains(QStringLiteral("-h")))
        return {};
    if (byWord)
        words.removeFirst();
    const QString about = helpAbout(words);
    if (byWord && !words.isEmpty() && about.isEmpty()) {
        err << Context::tr("There is no subject '%1'. 'songhe-cli --help' lists them all.").arg(words.join(u' '))
            << Qt::endl;
        return wrongUsage;
    }
    out << (about.isEmpty() ? helpOverview() : about);
    return 0;
}

} // namespace

bool paints(const QStringList& arguments)
{
    QStringList rest;
    const Command* command = findCommand(arguments, rest);
    return command && command->paints;
}

int runCommandLine(const QStringList& arguments, const Clock& clock, QTextStream& out, QTextStream& err)
{
    if (const auto done = helped(arguments, out, err))
        return *done;
    QStringList rest;
    const Command* command = findCommand(arguments, rest);
    if (!command) {
        err << Context::tr(
            "This command is not known. 'songhe-cli --help' lists the subjects, 'songhe-cli help all' all commands.")
            << Qt::endl;
        return wrongUsage;
    }
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    for (const OptionLine& option : globalOptions)
        parser.addOption(commandOption(option));
    for (const OptionLine& option : command->options)
        parser.addOption(commandOption(option));
    const bool parsed = parser.parse(QStringList {QStringLiteral("songhe-cli")} + rest);
    const QStringList words = parser.positionalArguments();
    if (!parsed || words.size() < command->fewestWords || words.size() > command->mostWords) {
        err << (parsed ? Context::tr("Usage:") + u'\n' + usageLine(*command) : parser.errorText()) << Qt::endl;
        return wrongUsage;
    }
    Context context(parser, words, clock);
    const CommandResult answer = command->run(context);
    if (!answer) {
        err << answer.error().message << Qt::endl;
        return answer.error().detail == usageDetail ? wrongUsage : refused;
    }
    if (!answer->complaint.isEmpty())
        err << answer->complaint << Qt::endl;
    // A file that went to the standard stream stands there alone.
    const bool nothingToSay = answer->json.isNull() && answer->text.isEmpty();
    if (parser.isSet(QStringLiteral("json")) && !nothingToSay) {
        const QJsonDocument document
            = answer->json.isArray() ? QJsonDocument(answer->json.toArray()) : QJsonDocument(answer->json.toObject());
        out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    } else {
        out << answer->text
            << (answer->text.isEmpty() || answer->text.endsWith(u'\n') ? QString() : QStringLiteral("\n"));
    }
    out.flush();
    return answer->refused ? refused : 0;
}

} // namespace songhe::cli
