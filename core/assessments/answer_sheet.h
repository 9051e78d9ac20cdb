// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/scale.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// What was answered on one sheet of a scale. An item without an answer has none; a sheet is scored when all have one.
class AnswerSheet {
    Q_DECLARE_TR_FUNCTIONS(songhe::AnswerSheet)

public:
    /// No more events of a kind than this in 30 days; a larger number is a slip of the hand.
    static constexpr int mostEvents = 99;
    static constexpr int unanswered = -1;

    /// An empty sheet. `scale` must outlive it.
    explicit AnswerSheet(const Scale& scale)
        : m_scale(&scale)
        , m_scores(scale.items.size(), unanswered)
    { }

    /// From `answers` {"B.1.1": 10, …}, `diagnosed`, `coma` and `events`, as commands and records give them. Answers
    /// may be missing where the sheet is a draft; an unknown item, an impossible score, an unknown diagnosis or event,
    /// and a coma that contradicts its item are `Invalid`, the item's code first in the message.
    static Result<AnswerSheet> fromJson(const Scale& scale, const QJsonObject& json);

    [[nodiscard]] const Scale& scale() const { return *m_scale; }
    [[nodiscard]] int score(int item) const { return m_scores[std::size_t(item)]; }
    [[nodiscard]] const std::vector<int>& scores() const { return m_scores; }
    [[nodiscard]] bool isAnswered(int item) const { return m_scores[std::size_t(item)] != unanswered; }
    [[nodiscard]] bool isComplete() const;
    /// Codes of the items without an answer, in the order of the sheet.
    [[nodiscard]] QStringList missing() const;

    /// The chosen option of an item, by its index; -1 where there is no answer. Stupor and coma share a score and are
    /// told apart by the coma flag.
    [[nodiscard]] int chosen(int item) const;
    /// Chooses an option by its index; -1 takes the answer back.
    void choose(int item, int option);

    [[nodiscard]] bool coma() const { return m_coma; }
    [[nodiscard]] const QStringList& diagnosed() const { return m_diagnosed; }
    void setDiagnosed(const QString& key, bool yes);
    [[nodiscard]] int events(const QString& key) const { return m_events.value(key); }
    void setEvents(const QString& key, int count);

    [[nodiscard]] QJsonObject answersJson() const;
    [[nodiscard]] QJsonObject eventsJson() const;

    friend bool operator==(const AnswerSheet& left, const AnswerSheet& right)
    {
        return left.m_scale == right.m_scale && left.m_scores == right.m_scores && left.m_coma == right.m_coma
            && left.m_diagnosed == right.m_diagnosed && left.m_events == right.m_events;
    }

private:
    Result<void> takeAnswers(const QJsonValue& answers);
    Result<void> takeDiagnosed(const QJsonValue& list);
    Result<void> takeEvents(const QJsonValue& counts);
    Result<void> takeComa(const QJsonValue& flag);
    [[nodiscard]] int comaItem() const;

    const Scale* m_scale;
    std::vector<int> m_scores;
    bool m_coma = false;
    QStringList m_diagnosed;     ///< in the order of the scale
    QMap<QString, int> m_events; ///< only those above 0
};

} // namespace songhe
