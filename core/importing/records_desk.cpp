// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/records_desk.h"

#include "core/assessments/assessment_desk.h"
#include "core/centre/site_repository.h"
#include "core/elders/elder_desk.h"
#include "core/importing/care_records.h"
#include "core/importing/record_json.h"
#include "core/meals/meal_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <unordered_set>

namespace songhe {

using namespace Qt::StringLiterals;

namespace records_desk {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(songhe::RecordsDesk)
};

/// Knows how each kind of record is written. A later family adds a line to `kinds` and a `write` here.
class Writer {
public:
    Writer(Ledger& ledger, const Divisions* divisions)
        : m_ledger(ledger)
        , m_sites(ledger)
        , m_elders(ledger, divisions)
        , m_meals(ledger)
        , m_care(ledger)
    { }

    Result<QString> writeLine(const QByteArray& line);

private:
    template <typename R> Result<void> take(const QJsonObject& json)
    {
        ASSIGN_OR_RETURN(R record, recordFromJson<R>(json));
        return write(std::move(record));
    }
    Result<void> write(Site site);
    Result<void> write(Elder elder);
    Result<void> write(Fact fact);
    Result<void> write(Meal meal);
    Result<void> takeAssessment(const QJsonObject& json);
    Result<void> needElder(Id<Elder> id);
    Result<void> checkMeal(const Meal& meal) const;
    Result<void> needSite(Id<Site>& id);

    struct Kind {
        const char* name;
        Result<void> (Writer::*take)(const QJsonObject&);
    };
    static const Kind kinds[];

    Ledger& m_ledger;
    SiteRepository m_sites;
    ElderDesk m_elders;
    MealRepository m_meals;
    std::optional<ScaleShelf> m_scales; ///< read when the first assessment comes
    CareRecords m_care;
    std::unordered_set<qint64> m_knownElders;
    std::unordered_set<qint64> m_knownSites;
};

const Writer::Kind Writer::kinds[] = {
    {Site::family, &Writer::take<Site>},           {Elder::family, &Writer::take<Elder>},
    {Fact::family, &Writer::take<Fact>},           {Meal::family, &Writer::take<Meal>},
    {Assessment::family, &Writer::takeAssessment},
};

Result<void> Writer::needElder(Id<Elder> id)
{
    if (m_knownElders.contains(id.value))
        return {};
    if (id.isNull())
        return fail(Error::Kind::Invalid, Words::tr("It does not say whose it is. Add the key 'elder'."));
    ASSIGN_OR_RETURN(const Elder elder, m_elders.show(id));
    if (elder.recorded.isVoided())
        return fail(Error::Kind::Refused,
                    Words::tr("The file of elder %1 was made void. Write the file that counts.").arg(id.text()));
    m_knownElders.insert(elder.id.value);
    return {};
}

Result<void> Writer::needSite(Id<Site>& id)
{
    if (m_knownSites.contains(id.value))
        return {};
    if (id.isNull()) {
        ASSIGN_OR_RETURN(const std::vector<Site> sites, m_sites.list());
        if (!sites.empty())
            id = sites.front().id;
    }
    ASSIGN_OR_RETURN(const std::optional<Site> site, m_sites.find(id));
    if (!site)
        return fail(Error::Kind::NotFound, Words::tr("There is no site %1. Add it first.").arg(id.value));
    m_knownSites.insert(id.value);
    return {};
}

Result<void> Writer::write(Site site)
{
    auto added = m_sites.add(site);
    if (!added)
        return fail(std::move(added).error());
    return {};
}

/// Phones and contacts as the forms keep them: other programs write many things.
Result<void> checkReach(const Elder& elder)
{
    constexpr qsizetype mostPhones = 10;
    constexpr qsizetype longestPhone = 30;
    constexpr qsizetype mostContacts = 20;
    constexpr qsizetype longestText = 100;
    static const QStringList keys {u"name"_s, u"relation"_s, u"phone"_s};
    const auto tooLong = [](const QString& phone) { return phone.size() > longestPhone; };
    if (elder.phones.size() > mostPhones || std::any_of(elder.phones.begin(), elder.phones.end(), tooLong))
        return fail(
            Error::Kind::Invalid,
            Words::tr("Give at most %1 phones of at most %2 characters each.").arg(mostPhones).arg(longestPhone));
    bool good = elder.contacts.size() <= mostContacts;
    for (const QJsonValue& contact : elder.contacts) {
        const QJsonObject parts = contact.toObject();
        good = good && !parts.isEmpty();
        for (auto part = parts.begin(); part != parts.end(); ++part)
            good = good && keys.contains(part.key()) && part.value().isString()
                && part.value().toString().size() <= longestText;
    }
    if (!good)
        return fail(Error::Kind::Invalid,
                    Words::tr("Write contacts as a list of at most %1, each with name, relation and phone, texts of at "
                              "most %2 characters.")
                        .arg(mostContacts)
                        .arg(longestText));
    return {};
}

Result<void> Writer::write(Elder elder)
{
    RETURN_IF_ERROR(checkReach(elder));
    auto added = m_elders.add(std::move(elder));
    if (!added)
        return fail(std::move(added).error());
    return {};
}

Result<void> Writer::write(Fact fact)
{
    RETURN_IF_ERROR(needElder(fact.elder));
    if (!fact.origin)
        fact.origin = u"records"_s;
    if (!fact.learnedOn.isValid())
        fact.learnedOn = m_ledger.today();
    auto added = m_elders.addFact(std::move(fact));
    if (!added)
        return fail(std::move(added).error());
    return {};
}

Result<void> Writer::checkMeal(const Meal& meal) const
{
    if (meal.servedOn > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    Words::tr("The day %1 has not come yet. Meals are recorded on their day or later.")
                        .arg(meal.servedOn.toString(Qt::ISODate)));
    if (meal.price.value < 0)
        return fail(Error::Kind::Invalid, Words::tr("A price cannot be below 0. Give it in fen."));
    if (meal.at.isValid() && meal.servedOn.isValid() && Clock::dayOf(meal.at) != meal.servedOn)
        return fail(Error::Kind::Invalid,
                    Words::tr("The moment 'at' lies on %1 in China, but the meal is of %2. Give both for the same day.")
                        .arg(Clock::dayOf(meal.at).toString(Qt::ISODate), meal.servedOn.toString(Qt::ISODate)));
    return {};
}

Result<void> Writer::write(Meal meal)
{
    RETURN_IF_ERROR(checkMeal(meal));
    RETURN_IF_ERROR(needElder(meal.elder));
    RETURN_IF_ERROR(needSite(meal.site));
    if (!meal.at.isValid() && meal.servedOn.isValid())
        meal.at = MealDesk::usualMoment(meal.servedOn, meal.sitting);
    if (!meal.origin)
        meal.origin = u"records"_s;
    auto added = m_meals.add(meal);
    if (added)
        return {};
    if (added.error().kind == Error::Kind::Conflict && meal.id.isNull())
        added.error().message = Words::tr("She has a meal at this sitting and this point on that day already.");
    return fail(std::move(added).error());
}

/// What a confirmation finds is found here: other programs bring the sheet and say whether it was confirmed.
Result<void> Writer::takeAssessment(const QJsonObject& json)
{
    static const QStringList given {u"record"_s,    u"id"_s,          u"elder"_s,     u"elder_id"_s,
                                    u"on"_s,        u"assessed_on"_s, u"standard"_s,  u"answers"_s,
                                    u"diagnosed"_s, u"coma"_s,        u"events"_s,    u"confirmed"_s,
                                    u"reason"_s,    u"place"_s,       u"assessor1"_s, u"assessor2"_s,
                                    u"provider"_s,  u"remark"_s,      u"tables"_s,    u"ambiguity_reason"_s};
    for (auto each = json.begin(); each != json.end(); ++each)
        if (!given.contains(each.key()))
            return fail(Error::Kind::Invalid,
                        Words::tr("The key '%1' is not known. Use: %2.")
                            .arg(each.key().left(40), given.sliced(1).join(u", "_s)));
    const QJsonValue confirmed = json.value(u"confirmed"_s);
    if (!confirmed.isUndefined() && !confirmed.isBool())
        return fail(Error::Kind::Invalid, Words::tr("confirmed: true or false is wanted here."));
    QJsonObject fields = json;
    fields.remove(u"confirmed"_s);
    ASSIGN_OR_RETURN(Assessment assessment, recordFromJson<Assessment>(fields));
    RETURN_IF_ERROR(needElder(assessment.elder));
    assessment.origin = u"records"_s;
    if (!m_scales) {
        ASSIGN_OR_RETURN(m_scales, ScaleShelf::builtIn());
    }
    RETURN_IF_ERROR(AssessmentDesk(m_ledger, *m_scales).add(std::move(assessment), confirmed.toBool(false)));
    return {};
}

Result<QString> Writer::writeLine(const QByteArray& line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (!document.isObject())
        return fail(Error::Kind::Invalid, Words::tr("This is no JSON object: %1").arg(fault.errorString()));
    const QJsonObject json = document.object();
    const QString name = json[u"record"].toString();
    QStringList names;
    for (const Kind& kind : kinds) {
        if (name == QLatin1String(kind.name)) {
            RETURN_IF_ERROR((this->*kind.take)(json));
            return name;
        }
        names << QLatin1String(kind.name);
    }
    ASSIGN_OR_RETURN(const bool taken, m_care.take(name, json));
    if (taken)
        return name;
    names << CareRecords::names();
    return fail(Error::Kind::Invalid,
                Words::tr("The record '%1' is not known. Use one of: %2.").arg(name.left(40), names.join(u", "_s)));
}

} // namespace records_desk

Result<RecordsReport> RecordsDesk::carryOut(QIODevice& lines, Progress& progress)
{
    RecordsReport report;
    const auto work = [&]() -> Result<void> {
        records_desk::Writer writer(m_ledger, m_divisions);
        for (int number = 1; int(report.bad.size()) < mostBadLines; ++number) {
            // A pipe knows its end only once it was read: atEnd() would call it empty.
            QByteArray line = lines.readLine(mostLineBytes + 1);
            if (line.isEmpty())
                break;
            RETURN_IF_ERROR(
                progress.step(lines.isSequential() ? 0 : lines.pos(), lines.isSequential() ? 1 : lines.size() + 1));
            if (line.size() > mostLineBytes)
                return fail(Error::Kind::Invalid,
                            tr("Line %1 is longer than %2 bytes. The file must hold one record a line.")
                                .arg(number)
                                .arg(mostLineBytes));
            if (number == 1 && line.startsWith("\xEF\xBB\xBF"))
                line.remove(0, 3);
            if (line.trimmed().isEmpty())
                continue;
            auto kind = writer.writeLine(line);
            if (kind)
                ++report.written[*kind];
            else
                report.bad.push_back({number, kind.error().message});
        }
        if (!report.ok()) // rolls back; the report says why
            return fail(Error::Kind::Invalid, QString());
        return {};
    };
    auto done = m_ledger.transact(work);
    if (!done && report.ok())
        return fail(std::move(done).error());
    if (!done)
        report.written.clear();
    return report;
}

Result<RecordsReport> RecordsDesk::carryOut(const QString& path, Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                    tr("The file '%1' cannot be opened. Check its name, and that no other program locks it.")
                        .arg(QFileInfo(path).fileName()),
                    file.errorString());
    return carryOut(file, progress);
}

int RecordsReport::records() const
{
    int sum = 0;
    for (const auto& [kind, count] : written)
        sum += count;
    return sum;
}

QJsonObject RecordsReport::toJson() const
{
    QJsonObject kinds;
    for (const auto& [kind, count] : written)
        kinds.insert(kind, count);
    QJsonArray problems;
    for (const BadLine& each : bad)
        problems.append(QJsonObject {{u"line"_s, each.line}, {u"text"_s, each.text}});
    return {{u"ok"_s, ok()}, {u"records"_s, records()}, {u"written"_s, kinds}, {u"problems"_s, problems}};
}

QString RecordsReport::text() const
{
    QStringList texts;
    for (const BadLine& each : bad)
        texts << records_desk::Words::tr("Line %1: %2").arg(each.line).arg(each.text);
    return texts.join(u'\n');
}

} // namespace songhe
