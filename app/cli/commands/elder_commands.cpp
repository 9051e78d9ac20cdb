// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/text/readings.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"
#include "core/elders/resident_number.h"
#include "core/subsidies/elder_merge.h"

#include <QtCore/QFile>

namespace songhe::cli {

namespace {

constexpr int mostFound = 50;

const std::vector<OptionLine> elderOptions = {
    {"name", "N"},
    {"sex", "male|female"},
    {"born", "DATE"},
    {"died", "DATE"},
    {"resident-number", "N"},
    {"no-number", "REASON"},
    {"ethnic-group", "G"},
    {"phone", "P"},
    {"address", "A"},
    {"division", "CODE"},
    {"contact", "NAME,RELATION,PHONE"},
    {"card", "C"},
    {"remarks", "R"},
    {"photo", "FILE"},
};

QString elderTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

QString elderLine(const Elder& elder, const QDate& today)
{
    QStringList parts {elder.id.text(), elder.name, choiceText(elder.sex)};
    if (elder.born)
        parts << elder.born->toString(Qt::ISODate);
    if (elder.residentNumber)
        parts << maskedResidentNumber(*elder.residentNumber);
    if (elder.died)
        parts << elderTr("died %1").arg(elder.died->toString(Qt::ISODate));
    Q_UNUSED(today)
    return parts.join(QStringLiteral("  "));
}

Result<QDate> optionalDay(const Context& context, const QString& option)
{
    const QString given = context.value(option);
    if (given.isEmpty())
        return QDate();
    return context.day(given, QStringLiteral("--") + option);
}

std::optional<QString> unlessEmpty(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

Result<QJsonArray> contactsFrom(const QStringList& given)
{
    QJsonArray contacts;
    for (const QString& one : given) {
        const QStringList parts = one.split(u',');
        if (parts.size() > 3 || parts.first().trimmed().isEmpty())
            return usage(elderTr("--contact: write it as NAME,RELATION,PHONE."));
        contacts << QJsonObject {{QStringLiteral("name"), parts.first().trimmed()},
                                 {QStringLiteral("relation"), parts.value(1).trimmed()},
                                 {QStringLiteral("phone"), parts.value(2).trimmed()}};
    }
    return contacts;
}

/// What is given on the command line over what stands in the file; an empty text takes a value away.
Result<void> applyOptions(const Context& context, Elder& elder)
{
    const auto text = [&](const char* option, std::optional<QString>& member) {
        if (context.has(QLatin1String(option)))
            member = unlessEmpty(context.value(QLatin1String(option)).trimmed());
    };
    if (context.has(QStringLiteral("name")))
        elder.name = context.value(QStringLiteral("name"));
    if (context.has(QStringLiteral("sex"))) {
        const auto sex = choiceFromKey<Sex>(context.value(QStringLiteral("sex")));
        if (!sex)
            return usage(elderTr("--sex: write male or female."));
        elder.sex = *sex;
    }
    if (context.has(QStringLiteral("born"))) {
        ASSIGN_OR_RETURN(const QDate born, optionalDay(context, QStringLiteral("born")));
        elder.born = born.isValid() ? std::optional(born) : std::nullopt;
    }
    if (context.has(QStringLiteral("died"))) {
        ASSIGN_OR_RETURN(const QDate died, optionalDay(context, QStringLiteral("died")));
        elder.died = died.isValid() ? std::optional(died) : std::nullopt;
    }
    text("resident-number", elder.residentNumber);
    text("no-number", elder.noNumberReason);
    text("ethnic-group", elder.ethnicGroup);
    text("address", elder.address);
    text("division", elder.division);
    text("card", elder.cardNumber);
    text("remarks", elder.remarks);
    if (context.has(QStringLiteral("phone")))
        elder.phones = context.values(QStringLiteral("phone"));
    if (context.has(QStringLiteral("contact"))) {
        ASSIGN_OR_RETURN(elder.contacts, contactsFrom(context.values(QStringLiteral("contact"))));
    }
    return {};
}

QJsonArray warningsJson(const std::vector<ElderWarning>& warnings)
{
    QJsonArray json;
    for (const ElderWarning& warning : warnings)
        json << QJsonObject {{QStringLiteral("code"), warning.code}, {QStringLiteral("text"), warning.text}};
    return json;
}

Result<void> keepPhoto(const Context& context, ElderDesk& desk, Id<Elder> elder)
{
    if (!context.has(QStringLiteral("photo")))
        return {};
    constexpr qint64 mostBytes = (2 << 20) + 1;
    QFile file(context.value(QStringLiteral("photo")));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::NotFound, elderTr("The picture %1 cannot be read.").arg(file.fileName()));
    return desk.setPhoto(elder, file.read(mostBytes));
}

CommandResult savedAnswer(Context& context, ElderDesk& desk, const Elder& elder, const QString& text)
{
    RETURN_IF_ERROR(keepPhoto(context, desk, elder.id));
    const auto warnings = desk.warningsFor(elder);
    QJsonObject json = recordJson(elder);
    json.insert(QStringLiteral("warnings"), warningsJson(warnings));
    QString words = text.arg(elder.name, elder.id.text());
    for (const ElderWarning& warning : warnings)
        words += u'\n' + warning.text;
    return Answer {json, words};
}

CommandResult elderAdd(Context& context)
{
    RETURN_IF_ERROR(context.need(QStringLiteral("name")));
    Elder elder;
    RETURN_IF_ERROR(applyOptions(context, elder));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    ElderDesk desk(*ledger, divisions);
    ASSIGN_OR_RETURN(const Elder added, desk.add(elder));
    return savedAnswer(context, desk, added, elderTr("Added %1, number %2."));
}

CommandResult elderEdit(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    ElderDesk desk(*ledger, divisions);
    ASSIGN_OR_RETURN(Elder elder, desk.show(Id<Elder> {id}));
    RETURN_IF_ERROR(applyOptions(context, elder));
    ASSIGN_OR_RETURN(const Elder changed, desk.edit(elder));
    return savedAnswer(context, desk, changed, elderTr("Saved %1, number %2."));
}

CommandResult elderVoid(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Elder voided, ElderDesk(*ledger).voidElder(Id<Elder> {id}, reason));
    return Answer {recordJson(voided), elderTr("%1 is void now.").arg(voided.name)};
}

CommandResult elderMerge(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 from, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString intoText, context.need(QStringLiteral("into")));
    ASSIGN_OR_RETURN(const qint64 into, context.needId(intoText, QStringLiteral("--into")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ElderMerge files(*ledger);
    const bool preview = context.has(QStringLiteral("preview"));
    MergedFiles done;
    if (preview) {
        ASSIGN_OR_RETURN(done, files.preview(Id<Elder> {from}, Id<Elder> {into}));
    } else {
        ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
        ASSIGN_OR_RETURN(done, files.merge(Id<Elder> {from}, Id<Elder> {into}, reason));
    }
    QJsonObject families;
    for (const auto& [family, count] : done.byFamily)
        families.insert(family, count);
    return Answer {QJsonObject {{QStringLiteral("elder"), recordJson(done.into)},
                                {QStringLiteral("merged"), QString::number(from)},
                                {QStringLiteral("preview"), preview},
                                {QStringLiteral("moved"), done.moved},
                                {QStringLiteral("moved_by_family"), families},
                                {QStringLiteral("doubled"), done.doubled},
                                {QStringLiteral("left"), done.left}},
                   (preview
                        ? elderTr("Nothing was changed. %1: %2 records would move here; %3 would be doubled and made "
                                  "void; %4 facts would stay in the void file.")
                        : elderTr("%1: %2 records moved here; %3 meals were doubled and made void; %4 facts stay in "
                                  "the void file."))
                       .arg(done.into.name)
                       .arg(done.moved)
                       .arg(done.doubled)
                       .arg(done.left)};
}

Answer eldersAnswer(const std::vector<Elder>& elders, const QDate& today)
{
    QJsonArray json;
    QString text;
    for (const Elder& elder : elders) {
        json << recordJson(elder);
        text += elderLine(elder, today) + u'\n';
    }
    if (elders.empty())
        text = elderTr("Nobody found.");
    return {json, text};
}

CommandResult elderList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const std::vector<Elder> elders, ElderDesk(*ledger).list());
    return eldersAnswer(elders, ledger->today());
}

CommandResult elderFind(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ElderDesk desk(*ledger);
    ASSIGN_OR_RETURN(const Readings readings, Readings::load());
    ASSIGN_OR_RETURN(const std::vector<Elder> elders, desk.list());
    std::vector<ElderIndex::Entry> entries;
    entries.reserve(elders.size());
    for (const Elder& elder : elders)
        entries.push_back(ElderIndex::entryOf(elder));
    ElderIndex index(readings);
    index.build(entries);
    std::vector<Elder> found;
    for (const ElderHit& hit : index.find(context.word(0), mostFound)) {
        ASSIGN_OR_RETURN(Elder elder, desk.show(hit.id));
        found.push_back(std::move(elder));
    }
    return eldersAnswer(found, ledger->today());
}

QString factLine(const Fact& fact)
{
    return QStringLiteral("%1  %2  %3 – %4  [%5]")
        .arg(choiceText(fact.kind), factValueText(fact), fact.from.toString(Qt::ISODate),
             fact.to ? fact.to->toString(Qt::ISODate) : QStringLiteral("…"), fact.id.text());
}

CommandResult elderShow(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ElderDesk desk(*ledger);
    ASSIGN_OR_RETURN(const Elder elder, desk.show(Id<Elder> {id}));
    ASSIGN_OR_RETURN(const std::vector<Fact> facts, desk.factsOf(elder.id));
    QJsonObject json = recordJson(elder);
    QJsonArray factsJson;
    QString text = elderLine(elder, ledger->today());
    for (const Fact& fact : facts) {
        factsJson << recordJson(fact);
        text += u'\n' + factLine(fact);
    }
    json.insert(QStringLiteral("facts"), factsJson);
    return Answer {json, text};
}

CommandResult factAdd(Context& context)
{
    Fact fact;
    ASSIGN_OR_RETURN(const QString elder, context.need(QStringLiteral("elder")));
    ASSIGN_OR_RETURN(fact.elder.value, context.needId(elder, QStringLiteral("--elder")));
    ASSIGN_OR_RETURN(const QString kind, context.need(QStringLiteral("kind")));
    const auto known = choiceFromKey<FactKind>(kind);
    if (!known) {
        QStringList keys;
        for (const ChoiceName& name : choiceNames<FactKind>())
            keys << QString::fromLatin1(name.key);
        return usage(elderTr("--kind: '%1' is not known. Use one of: %2.").arg(kind, keys.join(QStringLiteral(", "))));
    }
    fact.kind = *known;
    ASSIGN_OR_RETURN(fact.value, context.need(QStringLiteral("value")));
    ASSIGN_OR_RETURN(const QString from, context.need(QStringLiteral("from")));
    ASSIGN_OR_RETURN(fact.from, context.day(from, QStringLiteral("--from")));
    ASSIGN_OR_RETURN(const QDate to, optionalDay(context, QStringLiteral("to")));
    if (to.isValid())
        fact.to = to;
    ASSIGN_OR_RETURN(fact.learnedOn, optionalDay(context, QStringLiteral("learned-on")));
    fact.evidence = unlessEmpty(context.value(QStringLiteral("evidence")));
    fact.origin = QStringLiteral("desk");
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    ElderDesk desk(*ledger, divisions);
    ASSIGN_OR_RETURN(const Fact added,
                     context.has(QStringLiteral("replace")) ? desk.replaceFact(fact) : desk.addFact(fact));
    return Answer {recordJson(added), factLine(added)};
}

CommandResult factEnd(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString on, context.need(QStringLiteral("on")));
    ASSIGN_OR_RETURN(const QDate last, context.day(on, QStringLiteral("--on")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Fact ended, ElderDesk(*ledger).endFact(Id<Fact> {id}, last));
    return Answer {recordJson(ended), factLine(ended)};
}

CommandResult factVoid(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Fact voided, ElderDesk(*ledger).voidFact(Id<Fact> {id}, reason));
    return Answer {recordJson(voided), factLine(voided)};
}

} // namespace

void addElderCommands(std::vector<Command>& table)
{
    table.push_back({"elder find", "TEXT", {}, &elderFind, 1, 1});
    table.push_back({"elder list", "", {}, &elderList});
    table.push_back({"elder show", "ID", {}, &elderShow, 1, 1});
    table.push_back({"elder add", "", elderOptions, &elderAdd});
    table.push_back({"elder edit", "ID", elderOptions, &elderEdit, 1, 1});
    table.push_back({"elder void", "ID", {{"reason", "R"}}, &elderVoid, 1, 1});
    table.push_back({"elder merge", "ID", {{"into", "ID"}, {"reason", "R"}, {"preview"}}, &elderMerge, 1, 1});
    table.push_back({"fact add",
                     "",
                     {{"elder", "ID"},
                      {"kind", "K"},
                      {"value", "V"},
                      {"from", "DATE"},
                      {"to", "DATE"},
                      {"learned-on", "DATE"},
                      {"evidence", "E"},
                      {"replace"}},
                     &factAdd});
    table.push_back({"fact end", "ID", {{"on", "DATE"}}, &factEnd, 1, 1});
    table.push_back({"fact void", "ID", {{"reason", "R"}}, &factVoid, 1, 1});
}

} // namespace songhe::cli
