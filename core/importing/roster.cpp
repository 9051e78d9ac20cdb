// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster.h"

#include <QtCore/QJsonArray>
#include <QtCore/QMultiHash>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace roster {

/// Someone a row may be the same as: an earlier row, or a person who is here.
struct Person {
    const Elder* elder = nullptr;
    DatePrecision bornAsFarAs = DatePrecision::Day;
    int row = 0; ///< 0: here already
    const KnownElder* known = nullptr;
};

class Judge {
public:
    Judge(QDate factsFrom, const std::vector<KnownElder>& known);
    JudgedRow judge(RosterRow row);
    /// Rows stay where they are in memory once taken.
    void take(const JudgedRow& judged);

private:
    void judgeByNumber(JudgedRow& judged, const Person& owner);
    void judgeByName(JudgedRow& judged);
    void meetKnown(JudgedRow& judged, const KnownElder& known);
    void compareFields(JudgedRow& judged, const Elder& here) const;
    void compareFacts(JudgedRow& judged, const KnownElder& known) const;

    QDate m_factsFrom;
    QHash<QString, Person> m_byNumber;
    QMultiHash<QString, Person> m_byName;
};

Judge::Judge(QDate factsFrom, const std::vector<KnownElder>& known)
    : m_factsFrom(factsFrom)
{
    for (const KnownElder& each : known) {
        const Person person {&each.elder, DatePrecision::Day, 0, &each};
        if (each.elder.residentNumber)
            m_byNumber.insert(*each.elder.residentNumber, person);
        m_byName.insert(each.elder.name, person);
    }
}

bool bornAlike(const RosterRow& row, const Person& other)
{
    const auto& mine = row.elder.born;
    const auto& theirs = other.elder->born;
    if (!mine || !theirs)
        return false;
    const DatePrecision known = std::max(row.bornAsFarAs, other.bornAsFarAs);
    if (WrittenDate {*mine, known}.agreesWith(*theirs))
        return true;
    // Without papers the first of a month stands for the month.
    return !other.elder->residentNumber && theirs->day() == 1
        && WrittenDate {*mine, DatePrecision::Month}.agreesWith(*theirs);
}

/// Two of one name, at least one of them without a resident number: are they the same person?
bool samePerson(const RosterRow& row, const Person& other)
{
    const Elder& mine = row.elder;
    const Elder& theirs = *other.elder;
    if (mine.residentNumber && theirs.residentNumber)
        return false;
    if (mine.sex != Sex::Unknown && theirs.sex != Sex::Unknown && mine.sex != theirs.sex)
        return false;
    if (mine.born && theirs.born)
        return bornAlike(row, other);
    const bool samePhone = std::any_of(mine.phones.begin(), mine.phones.end(),
                                       [&](const QString& phone) { return theirs.phones.contains(phone); });
    if (mine.address || theirs.address)
        return mine.address == theirs.address || samePhone;
    return samePhone || (mine.phones.isEmpty() && theirs.phones.isEmpty());
}

QString shownElder(const Elder& elder)
{
    return elder.born ? elder.name + u' ' + elder.born->toString(Qt::ISODate) : elder.name;
}

void differ(JudgedRow& judged, const QString& what, const QString& here, const QString& told)
{
    judged.differs = true;
    judged.row.add(RosterCode::Differs, {what, here.isEmpty() ? u"—"_s : here, told});
}

QString contactsText(const QJsonArray& contacts)
{
    QStringList texts;
    for (const QJsonValue& contact : contacts)
        texts << (contact[u"name"].toString() + u' ' + contact[u"relation"].toString() + u' '
                  + contact[u"phone"].toString())
                     .simplified();
    return texts.join(u"、"_s);
}

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

/// Cells that are blank say nothing; a blank cell never takes away what a file holds.
void Judge::compareFields(JudgedRow& judged, const Elder& here) const
{
    const Elder& told = judged.row.elder;
    const auto text = [&](RosterColumn what, const std::optional<QString>& old, const std::optional<QString>& given) {
        if (given && old != given)
            differ(judged, choiceText(what), old.value_or(QString()), *given);
    };
    text(RosterColumn::ResidentNumber, here.residentNumber, told.residentNumber);
    if (told.sex != Sex::Unknown && told.sex != here.sex)
        differ(judged, choiceText(RosterColumn::Sex), choiceText(here.sex), choiceText(told.sex));
    if (told.born && (!here.born || !WrittenDate {*told.born, judged.row.bornAsFarAs}.agreesWith(*here.born)))
        differ(judged, choiceText(RosterColumn::Born), here.born ? here.born->toString(Qt::ISODate) : QString(),
               told.born->toString(Qt::ISODate));
    if (told.died && told.died != here.died)
        differ(judged, choiceText(RosterColumn::Died), here.died ? here.died->toString(Qt::ISODate) : QString(),
               told.died->toString(Qt::ISODate));
    text(RosterColumn::EthnicGroup, here.ethnicGroup, told.ethnicGroup);
    text(RosterColumn::Address, here.address, told.address);
    text(RosterColumn::CardNumber, here.cardNumber, told.cardNumber);
    if (joinedRemarks(here.remarks, told.remarks) != here.remarks)
        differ(judged, choiceText(RosterColumn::Remarks), here.remarks.value_or(QString()), *told.remarks);
    if (!told.phones.isEmpty() && sorted(told.phones) != sorted(here.phones))
        differ(judged, choiceText(RosterColumn::Phone), here.phones.join(u"、"_s), told.phones.join(u"、"_s));
    if (joinedContacts(here.contacts, told.contacts) != here.contacts)
        differ(judged, choiceText(RosterColumn::ContactName), contactsText(here.contacts), contactsText(told.contacts));
}

void Judge::compareFacts(JudgedRow& judged, const KnownElder& known) const
{
    std::set<FactKind> kinds = judged.row.saysNone;
    for (const RosterFact& fact : judged.row.facts)
        kinds.insert(fact.kind);
    for (const FactKind kind : kinds) {
        QStringList here;
        QStringList hereWords;
        QStringList told;
        QStringList toldWords;
        for (const Fact& fact : factsInForce(known.facts, kind, m_factsFrom)) {
            here << fact.value + u' ' + fact.written.value_or(QString());
            hereWords << factValueText(fact);
        }
        for (const RosterFact& fact : judged.row.facts) {
            if (fact.kind != kind)
                continue;
            told << fact.value + u' ' + fact.written;
            toldWords << fact.words();
        }
        if (sorted(here) != sorted(told))
            differ(judged, choiceText(kind), hereWords.join(u"、"_s),
                   told.isEmpty() ? u"无"_s : toldWords.join(u"、"_s));
    }
}

void Judge::meetKnown(JudgedRow& judged, const KnownElder& known)
{
    judged.existing = known.elder.id;
    judged.row.add(RosterCode::AlreadyHere, {shownElder(known.elder)});
    compareFields(judged, known.elder);
    compareFacts(judged, known);
}

void Judge::judgeByNumber(JudgedRow& judged, const Person& owner)
{
    const bool sameName = owner.elder->name == judged.row.elder.name;
    if (owner.row > 0 && sameName)
        judged.row.add(RosterCode::DuplicateRow, {QString::number(owner.row)});
    else if (owner.row > 0)
        judged.row.add(RosterCode::NumberOfRow, {QString::number(owner.row), owner.elder->name});
    else if (sameName)
        meetKnown(judged, *owner.known);
    else
        judged.row.add(RosterCode::NumberOfElder, {owner.elder->name, owner.elder->id.text()});
}

void Judge::judgeByName(JudgedRow& judged)
{
    std::vector<const KnownElder*> here;
    int row = 0;
    for (auto each = m_byName.constFind(judged.row.elder.name);
         each != m_byName.cend() && each.key() == judged.row.elder.name; ++each) {
        if (!samePerson(judged.row, *each))
            continue;
        if (each->row > 0)
            row = row == 0 ? each->row : std::min(row, each->row);
        else
            here.push_back(each->known);
    }
    if (row > 0)
        judged.row.add(RosterCode::DuplicateRow, {QString::number(row)});
    else if (here.size() > 1)
        judged.row.add(RosterCode::SeveralMatch);
    else if (here.size() == 1)
        meetKnown(judged, *here.front());
}

JudgedRow Judge::judge(RosterRow row)
{
    JudgedRow judged {std::move(row), RosterOutcome::Accept, {}, false};
    if (judged.row.outcome() != RosterOutcome::Reject) {
        const auto& number = judged.row.elder.residentNumber;
        const auto owner = number ? m_byNumber.constFind(*number) : m_byNumber.cend();
        if (owner != m_byNumber.cend())
            judgeByNumber(judged, *owner);
        else
            judgeByName(judged);
    }
    judged.outcome = judged.row.outcome();
    return judged;
}

void Judge::take(const JudgedRow& judged)
{
    const bool isAnotherRow = std::any_of(judged.row.reasons.begin(), judged.row.reasons.end(),
                                          [](const auto& reason) { return reason.code == RosterCode::DuplicateRow; });
    if (judged.outcome == RosterOutcome::Reject || isAnotherRow)
        return;
    const Elder& elder = judged.row.elder;
    const Person person {&elder, judged.row.bornAsFarAs, judged.row.number, nullptr};
    if (elder.residentNumber)
        m_byNumber.insert(*elder.residentNumber, person);
    m_byName.insert(elder.name, person);
}

} // namespace roster

std::optional<QString> joinedRemarks(const std::optional<QString>& here, const std::optional<QString>& told)
{
    constexpr qsizetype most = 1000; // as the field table says
    if (!told || told->isEmpty())
        return here;
    if (!here || here->isEmpty())
        return told;
    return here->contains(*told) ? here : (*here + u'；' + *told).left(most);
}

QJsonArray joinedContacts(const QJsonArray& here, const QJsonArray& told)
{
    QJsonArray joined = here;
    for (const QJsonValue& value : told) {
        const QJsonObject contact = value.toObject();
        const auto agrees = [&](const QJsonValue& other) {
            const QString mine = contact[u"phone"].toString();
            const QString theirs = other[u"phone"].toString();
            return contact[u"name"].toString() == other[u"name"].toString()
                && (mine == theirs || mine.isEmpty() || theirs.isEmpty());
        };
        const auto known = std::find_if(joined.begin(), joined.end(), agrees);
        if (known == joined.end()) {
            joined.append(contact);
            continue;
        }
        QJsonObject filled = known->toObject();
        for (auto part = contact.begin(); part != contact.end(); ++part)
            if (filled.value(part.key()).toString().isEmpty())
                filled.insert(part.key(), part.value());
        *known = filled;
    }
    return joined;
}

std::vector<Fact> factsInForce(const std::vector<Fact>& facts, FactKind kind, QDate day)
{
    std::vector<Fact> holding;
    QDate next;
    for (const Fact& fact : facts) {
        if (fact.kind != kind)
            continue;
        if (fact.holdsOn(day))
            holding.push_back(fact);
        else if (fact.from > day && (!next.isValid() || fact.from < next))
            next = fact.from;
    }
    if (holding.empty() && next.isValid())
        for (const Fact& fact : facts)
            if (fact.kind == kind && fact.from == next)
                holding.push_back(fact);
    return holding;
}

Result<RosterReport> judgeRoster(const Sheet& sheet, const ColumnPlan& plan, const RosterContext& context,
                                 QDate factsFrom, const std::vector<KnownElder>& known, Progress& progress)
{
    RosterReport report;
    report.factsFrom = factsFrom;
    report.items.reserve(sheet.rows.size()); // the judge points into it
    roster::Judge judge(factsFrom, known);
    for (int row = plan.firstDataRow(); row < sheet.rowCount(); ++row) {
        RETURN_IF_ERROR(progress.step(row, sheet.rowCount()));
        if (!isPersonRow(sheet, row, plan))
            continue;
        RosterRow read = readRosterRow(sheet, row, plan, context);
        read.number = report.rows() + 1;
        report.items.push_back(judge.judge(std::move(read)));
        judge.take(report.items.back());
    }
    if (report.items.empty())
        return fail(Error::Kind::Invalid,
                    QCoreApplication::translate("songhe::Roster",
                                                "There is no row of a person under the headings. Choose "
                                                "the file that holds the roster."));
    return report;
}

int RosterReport::count(RosterOutcome outcome) const
{
    return int(
        std::count_if(items.begin(), items.end(), [&](const JudgedRow& item) { return item.outcome == outcome; }));
}

QJsonObject RosterReport::toJson() const
{
    QJsonArray rowsJson;
    for (const JudgedRow& item : items) {
        QJsonArray reasons;
        for (const RosterReason& reason : item.row.reasons)
            reasons.append(QJsonObject {{u"code"_s, reason.key()}, {u"text"_s, reason.text()}});
        QJsonObject row {
            {u"row"_s, item.row.number}, {u"outcome"_s, outcomeKey(item.outcome)}, {u"reasons"_s, reasons}};
        if (!item.existing.isNull())
            row.insert(u"elder"_s, item.existing.text());
        rowsJson.append(row);
    }
    return {
        {u"rows"_s, rows()},
        {u"accept"_s, count(RosterOutcome::Accept)},
        {u"warn"_s, count(RosterOutcome::Warn)},
        {u"duplicate"_s, count(RosterOutcome::Duplicate)},
        {u"reject"_s, count(RosterOutcome::Reject)},
        {u"added"_s, added},
        {u"updated"_s, updated},
        {u"facts_from"_s, factsFrom.toString(Qt::ISODate)},
        {u"items"_s, rowsJson},
    };
}

} // namespace songhe
