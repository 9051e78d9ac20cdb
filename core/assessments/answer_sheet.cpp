// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/answer_sheet.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

QString possibleScores(const ScaleItem& item)
{
    QStringList scores;
    for (const ScaleOption& option : item.options)
        scores << QString::number(option.score);
    scores.removeDuplicates();
    return scores.join(u", "_s);
}

/// Has some item an option that says 'coma' and shares its score with one that does not?
bool comaSharesItsScore(const ScaleItem& item, const ScaleOption& coma)
{
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const ScaleOption& option) { return !option.coma && option.score == coma.score; });
}

} // namespace

bool AnswerSheet::isComplete() const
{
    return std::find(m_scores.begin(), m_scores.end(), unanswered) == m_scores.end();
}

QStringList AnswerSheet::missing() const
{
    QStringList codes;
    for (std::size_t i = 0; i < m_scores.size(); ++i)
        if (m_scores[i] == unanswered)
            codes << m_scale->items[i].code;
    return codes;
}

int AnswerSheet::chosen(int item) const
{
    const ScaleItem& asked = m_scale->items[std::size_t(item)];
    const int score = m_scores[std::size_t(item)];
    if (score == unanswered)
        return -1;
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        if (asked.options[i].score == score && asked.options[i].coma == (m_coma && item == comaItem()))
            return int(i);
    return asked.bestKnown(score);
}

void AnswerSheet::choose(int item, int option)
{
    const ScaleItem& asked = m_scale->items[std::size_t(item)];
    if (item == comaItem())
        m_coma = option >= 0 && asked.options[std::size_t(option)].coma;
    m_scores[std::size_t(item)] = option < 0 ? unanswered : asked.options[std::size_t(option)].score;
}

int AnswerSheet::comaItem() const
{
    for (std::size_t i = 0; i < m_scale->items.size(); ++i)
        for (const ScaleOption& option : m_scale->items[i].options)
            if (option.coma)
                return int(i);
    return -1;
}

void AnswerSheet::setDiagnosed(const QString& key, bool yes)
{
    QStringList ordered;
    for (const NamedWords& known : m_scale->diagnoses)
        if (known.key == key ? yes : m_diagnosed.contains(known.key))
            ordered << known.key;
    m_diagnosed = ordered;
}

void AnswerSheet::setEvents(const QString& key, int count)
{
    if (count > 0)
        m_events.insert(key, count);
    else
        m_events.remove(key);
}

QJsonObject AnswerSheet::answersJson() const
{
    QJsonObject json;
    for (std::size_t i = 0; i < m_scores.size(); ++i)
        if (m_scores[i] != unanswered)
            json.insert(m_scale->items[i].code, m_scores[i]);
    return json;
}

QJsonObject AnswerSheet::eventsJson() const
{
    QJsonObject json;
    for (auto it = m_events.cbegin(); it != m_events.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

Result<void> AnswerSheet::takeAnswers(const QJsonValue& answers)
{
    if (answers.isUndefined() || answers.isNull())
        return {};
    if (!answers.isObject())
        return fail(Error::Kind::Invalid, tr("answers: item codes and scores are wanted here, as {\"B.1.1\": 10}."));
    const QJsonObject given = answers.toObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        const int index = m_scale->itemIndex(it.key());
        if (index < 0)
            return fail(Error::Kind::Invalid, tr("%1: %2 has no such item.").arg(it.key().left(20), m_scale->code));
        if (it.value().isNull())
            continue;
        const ScaleItem& item = m_scale->items[std::size_t(index)];
        const QJsonValue value = it.value();
        const int score = value.toInt(unanswered);
        if (!value.isDouble() || item.bestKnown(score) < 0)
            return fail(
                Error::Kind::Invalid,
                tr("%1: '%2' is no answer to '%3'. Possible: %4.")
                    .arg(item.code, value.toVariant().toString().left(20), item.title.text(), possibleScores(item)));
        m_scores[std::size_t(index)] = score;
    }
    return {};
}

Result<void> AnswerSheet::takeDiagnosed(const QJsonValue& list)
{
    if (list.isUndefined() || list.isNull())
        return {};
    QStringList known;
    for (const NamedWords& one : m_scale->diagnoses)
        known << one.key;
    if (!list.isArray())
        return fail(Error::Kind::Invalid, tr("diagnosed: a list is wanted here, of: %1.").arg(known.join(u", "_s)));
    for (const QJsonValue& item : list.toArray()) {
        if (!known.contains(item.toString()))
            return fail(
                Error::Kind::Invalid,
                tr("diagnosed: '%1' is not known. Use: %2.").arg(item.toString().left(40), known.join(u", "_s)));
        setDiagnosed(item.toString(), true);
    }
    return {};
}

Result<void> AnswerSheet::takeEvents(const QJsonValue& counts)
{
    if (counts.isUndefined() || counts.isNull())
        return {};
    if (!counts.isObject())
        return fail(Error::Kind::Invalid, tr("events: kinds and numbers are wanted here, as {\"fall\": 1}."));
    const QJsonObject given = counts.toObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!m_scale->knowsEvent(it.key()))
            return fail(Error::Kind::Invalid,
                        tr("events.%1: %2 knows no such event.").arg(it.key().left(20), m_scale->code));
        const int count = it.value().toInt(-1);
        if (!it.value().isDouble() || count < 0 || count > mostEvents)
            return fail(Error::Kind::Invalid,
                        tr("events.%1: a whole number from 0 to %2 is wanted here.").arg(it.key()).arg(mostEvents));
        setEvents(it.key(), count);
    }
    return {};
}

Result<void> AnswerSheet::takeComa(const QJsonValue& flag)
{
    if (!flag.isUndefined() && !flag.isNull() && !flag.isBool())
        return fail(Error::Kind::Invalid, tr("coma: true or false is wanted here."));
    const bool said = flag.toBool(false);
    const int index = comaItem();
    if (index < 0) {
        m_coma = said;
        return {};
    }
    const ScaleItem& item = m_scale->items[std::size_t(index)];
    const ScaleOption& coma = *std::find_if(item.options.begin(), item.options.end(),
                                            [](const ScaleOption& option) { return option.coma; });
    const int answer = m_scores[std::size_t(index)];
    if (said && answer != unanswered && answer != coma.score)
        return fail(Error::Kind::Invalid,
                    tr("%1: the sheet says coma, but '%2' is answered with %3. Correct one of them.")
                        .arg(item.code, item.title.text())
                        .arg(answer));
    // Where coma has a score of its own, the answer says it; where stupor has the same score, only the flag does.
    m_coma = said || (answer == coma.score && !comaSharesItsScore(item, coma));
    return {};
}

Result<AnswerSheet> AnswerSheet::fromJson(const Scale& scale, const QJsonObject& json)
{
    AnswerSheet sheet(scale);
    RETURN_IF_ERROR(sheet.takeAnswers(json.value(u"answers"_s)));
    RETURN_IF_ERROR(sheet.takeDiagnosed(json.value(u"diagnosed"_s)));
    RETURN_IF_ERROR(sheet.takeEvents(json.value(u"events"_s)));
    RETURN_IF_ERROR(sheet.takeComa(json.value(u"coma"_s)));
    return sheet;
}

} // namespace songhe
