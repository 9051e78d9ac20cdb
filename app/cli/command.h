// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secure_bytes.h"
#include "core/divisions/divisions.h"
#include "core/meals/meal_outlook.h"
#include "core/records/schema.h"
#include "core/rules/policy_shelf.h"
#include "core/security/session.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QTextStream>

namespace songhe::cli {

/// What a command answers: one JSON document for programs, words for people. A check that says no answers with
/// `refused`: JSON is printed all the same and the exit code is 1.
struct Answer {
    QJsonValue json;
    QString text;
    bool refused = false;
    QString complaint = {}; ///< said on the error stream besides: why it was refused
};

using CommandResult = Result<Answer>;

/// The detail by which `main` tells wrong usage from a refusal.
inline const QString usageDetail = QStringLiteral("usage");
Failure usage(const QString& message);

/// What a command may touch: its arguments, the clock, the standard streams and the centre's books.
class Context {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Context)

public:
    Context(const QCommandLineParser& arguments, QStringList words, const Clock& openClock)
        : clock(openClock)
        , m_arguments(arguments)
        , m_words(std::move(words))
    { }

    /// Positional arguments after the command's own words.
    [[nodiscard]] QString word(int index) const { return m_words.value(index); }
    [[nodiscard]] int wordCount() const { return int(m_words.size()); }
    [[nodiscard]] bool has(const QString& option) const { return m_arguments.isSet(option); }
    [[nodiscard]] QString value(const QString& option) const { return m_arguments.value(option); }
    [[nodiscard]] QStringList values(const QString& option) const { return m_arguments.values(option); }
    /// The option's text, or a usage error naming it.
    Result<QString> need(const QString& option) const;
    Result<qint64> needId(const QString& text, const QString& what) const;
    Result<QDate> day(const QString& text, const QString& what) const;

    /// The password of the one who works: from `--password-file` (up to its first line break) or typed without echo.
    Result<SecureBytes> password() const;
    /// One line from the terminal without echo, or from whatever stands at standard input.
    static Result<SecureBytes> typedSecret(const QString& prompt);

    [[nodiscard]] QString folderPath() const;
    Result<DataFolder*> folder();
    /// Signs in on first use.
    Result<Session*> session();
    Result<Ledger*> ledger();
    Result<const Divisions*> divisions();
    /// The policies at hand: the program's own and those the centre imported.
    Result<const PolicyShelf*> shelf();
    /// Reasons in words, with the names of places.
    Result<Wording> wording();
    /// What the policy chosen in the settings is going to say to a meal.
    Result<MealOutlook*> outlook();

    const Clock& clock;

private:
    const QCommandLineParser& m_arguments;
    QStringList m_words;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::optional<Divisions> m_divisions;
    std::optional<PolicyShelf> m_shelf;
    std::unique_ptr<MealOutlook> m_outlook;
};

struct OptionLine {
    const char* name;       ///< "name", or "r,recipient"
    const char* value = ""; ///< what it takes; "" for a switch
};

/// One line of the command table.
struct Command {
    const char* words;     ///< "elder add"
    const char* arguments; ///< "ID", for the usage line
    std::vector<OptionLine> options;
    CommandResult (*run)(Context&);
    int fewestWords = 0;
    int mostWords = 0;
    bool paints = false; ///< needs fonts: prints a PDF
};

/// All commands, in the order of the help.
const std::vector<Command>& commandTable();

/// Parses, runs, prints. `arguments` without the program's name. Gives the exit code.
int runCommandLine(const QStringList& arguments, const Clock& clock, QTextStream& out, QTextStream& err);
/// Does this command line need fonts?
bool paints(const QStringList& arguments);

/// A list is a list also where it is empty.
[[nodiscard]] QJsonValue jsonOf(const FieldInfo& field, const Value& value);

/// A record by its field table: ids as text, days ISO, money in fen.
template <typename R> QJsonObject recordJson(const R& record)
{
    QJsonObject json;
    for (const Field<R>& field : schemaOf<R>().fields)
        json.insert(field.key(), jsonOf(field, field.read(record)));
    json.insert(QStringLiteral("revision"), record.recorded.revision);
    if (record.recorded.voidedAt) {
        json.insert(QStringLiteral("voided_at"), momentText(*record.recorded.voidedAt));
        json.insert(QStringLiteral("void_reason"), record.recorded.voidReason.value_or(QString()));
    }
    return json;
}

// One function a family; each appends its lines of the table.
void addCentreCommands(std::vector<Command>& table);
void addElderCommands(std::vector<Command>& table);
void addMealCommands(std::vector<Command>& table);
void addAssessmentCommands(std::vector<Command>& table);
void addCareCommands(std::vector<Command>& table);
void addServiceCommands(std::vector<Command>& table);
void addBookingCommands(std::vector<Command>& table);
void addDayCommands(std::vector<Command>& table);
void addDeviceCommands(std::vector<Command>& table);
void addImportCommands(std::vector<Command>& table);
void addClaimCommands(std::vector<Command>& table);
void addClaimStepCommands(std::vector<Command>& table);
void addPolicyCommands(std::vector<Command>& table);
void addExchangeCommands(std::vector<Command>& table);
void addPackageCommands(std::vector<Command>& table);
void addReceiptCommands(std::vector<Command>& table);
void addDistrictCommands(std::vector<Command>& table);
void addDemoCommands(std::vector<Command>& table);

} // namespace songhe::cli
