// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/assessments/answer_sheets.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// MZ/T 039-2013, annexes C and D, the reading 'lower_first': the level of every combination of daily living, mental
/// state, perception, participation, in this order, the last two running fastest.
constexpr char everyLevel[] = "0011111111111111" // 00..
                              "1111111111111111" // 01..
                              "1111111111111111" // 02..
                              "1111111111111111" // 03..
                              "1111111111111111" // 10..
                              "1111111111111111" // 11..
                              "1111111111221122" // 12..
                              "1111111111221122" // 13..
                              "2223222322233333" // 20..
                              "2223222322233333" // 21..
                              "2223222322333333" // 22..
                              "3333333333333333" // 23..
                              "3333333333333333" // 30..
                              "3333333333333333" // 31..
                              "3333333333333333" // 32..
                              "3333333333333333" // 33..
    ;

/// The text gives two answers to these.
constexpr const char* twoAnswers[] = {
    "1003", "1013", "1023", "1030", "1031", "1032", "1033", "1103", "1113", "1123",
    "1130", "1131", "1132", "1133", "1203", "1213", "1230", "1231", "1300", "1301",
    "1302", "1303", "1310", "1311", "1312", "1313", "1320", "1321", "1330", "1331",
};

/// The main text leaves these out; the decision card of annex D answers them.
constexpr std::pair<const char*, int> byTheCard[] = {
    {"0003", 1}, {"2000", 2}, {"2111", 2}, {"2112", 2}, {"2121", 2}, {"2122", 2}, {"2211", 2}, {"2212", 2}, {"2221", 2},
};

struct MztVector {
    int adl, mental;
    int perception[4];
    int participation;
    int grades[4];
    int lowerFirst, higherFirst;
};
constexpr MztVector mztVectors[] = {
    {100, 0, {0, 0, 0, 0}, 2, {0, 0, 0, 0}, 0, 0},  {100, 0, {0, 1, 1, 0}, 7, {0, 0, 0, 1}, 0, 0},
    {100, 0, {0, 0, 0, 0}, 14, {0, 0, 0, 3}, 1, 1}, {60, 0, {0, 0, 0, 0}, 0, {2, 0, 0, 0}, 2, 2},
    {45, 1, {0, 2, 0, 0}, 5, {2, 1, 1, 1}, 2, 2},   {50, 2, {0, 3, 0, 0}, 8, {2, 2, 2, 2}, 3, 3},
    {40, 0, {0, 0, 0, 0}, 0, {3, 0, 0, 0}, 3, 3},   {95, 4, {0, 0, 0, 0}, 0, {1, 3, 0, 0}, 1, 2},
    {65, 2, {1, 3, 3, 2}, 8, {1, 2, 2, 2}, 2, 2},   {65, 2, {0, 3, 0, 1}, 9, {1, 2, 2, 2}, 2, 2},
};

std::vector<int> gradesOf(const char* combination)
{
    std::vector<int> grades;
    for (const char* at = combination; *at; ++at)
        grades.push_back(*at - '0');
    return grades;
}

std::optional<int> levelOf(const std::vector<int>& grades, const QString& reading, bool* ambiguous)
{
    return tableLevel(mzt039(), grades, {{u"mzt039.adl1_with_three"_s, reading}}, ambiguous);
}

/// Annex B.3 in the words of the standard: the worst clause that matches.
int perceptionGrade(int consciousness, int vision, int hearing, int communication)
{
    if (consciousness >= 2)
        return 3;
    if (vision == 4 || hearing == 4 || communication == 3)
        return 3;
    if (consciousness == 1)
        return 2;
    if (vision == 3 || hearing == 3 || communication == 2)
        return 2;
    if (vision == 2 || hearing == 2 || communication == 1)
        return 1;
    return 0;
}

} // namespace

TEST_CASE("all 256 combinations of MZ/T's four grades have the level of the standard", "[assessments]")
{
    int combination = 0;
    for (int adl = 0; adl < 4; ++adl)
        for (int mental = 0; mental < 4; ++mental)
            for (int perception = 0; perception < 4; ++perception)
                for (int participation = 0; participation < 4; ++participation) {
                    const std::vector<int> grades {adl, mental, perception, participation};
                    CAPTURE(adl, mental, perception, participation);
                    bool ambiguous = false;
                    const int level = everyLevel[combination++] - '0';
                    CHECK(levelOf(grades, u"lower_first"_s, &ambiguous) == level);
                    CHECK(levelOf(grades, u"higher_first"_s, nullptr) == (ambiguous ? 2 : level));
                }
    CHECK(combination == 256);
}

TEST_CASE("just the 30 combinations with two answers in MZ/T's text are ambiguous", "[assessments]")
{
    QStringList marked;
    for (const auto& [grades, level] : mzt039().table) {
        QString digits;
        for (const int grade : grades)
            digits += QString::number(grade);
        if (level == Scale::openLevel)
            marked << digits;
    }
    QStringList wanted;
    for (const char* combination : twoAnswers)
        wanted << QString::fromLatin1(combination);
    wanted.sort();
    CHECK(marked == wanted);
    CHECK(marked.size() == 30);
}

TEST_CASE("the nine combinations that MZ/T's text leaves out follow the decision card", "[assessments]")
{
    CHECK(std::size(byTheCard) == 9);
    for (const auto& [combination, level] : byTheCard) {
        CAPTURE(combination);
        bool ambiguous = false;
        CHECK(levelOf(gradesOf(combination), u"lower_first"_s, &ambiguous) == level);
        CHECK_FALSE(ambiguous);
    }
}

TEST_CASE("all 400 combinations of perception take the worst matching clause", "[assessments]")
{
    int combinations = 0;
    for (int consciousness = 0; consciousness < 4; ++consciousness)
        for (int vision = 0; vision < 5; ++vision)
            for (int hearing = 0; hearing < 5; ++hearing)
                for (int communication = 0; communication < 4; ++communication) {
                    CAPTURE(consciousness, vision, hearing, communication);
                    QJsonObject answers = bestAnswers(mzt039());
                    answers.insert(u"B.3.1"_s, consciousness);
                    answers.insert(u"B.3.2"_s, vision);
                    answers.insert(u"B.3.3"_s, hearing);
                    answers.insert(u"B.3.4"_s, communication);
                    const SheetScore score = scored(mzt039(), {{u"answers"_s, answers}});
                    CHECK(score.grades[2] == perceptionGrade(consciousness, vision, hearing, communication));
                    ++combinations;
                }
    CHECK(combinations == 400);
}

TEST_CASE("MZ/T's worked sheets have the grades and the level of the standard", "[assessments]")
{
    for (const MztVector& vector : mztVectors) {
        CAPTURE(vector.adl, vector.mental, vector.participation);
        QJsonObject answers = bestAnswers(mzt039());
        answerSum(answers, mzt039(), 0, vector.adl);
        answerSum(answers, mzt039(), 1, vector.mental);
        answerSum(answers, mzt039(), 3, vector.participation);
        for (int i = 0; i < 4; ++i)
            answers.insert(u"B.3.%1"_s.arg(i + 1), vector.perception[i]);
        for (const bool lower : {true, false}) {
            const SheetScore score
                = scored(mzt039(), {{u"answers"_s, answers}},
                         {{u"mzt039.adl1_with_three"_s, lower ? u"lower_first"_s : u"higher_first"_s}});
            for (int i = 0; i < 4; ++i)
                CHECK(score.grades[std::size_t(i)] == vector.grades[i]);
            CHECK(score.preliminary == (lower ? vector.lowerFirst : vector.higherFirst));
            CHECK(score.ambiguous == (vector.lowerFirst != vector.higherFirst));
        }
    }
}

TEST_CASE("every total of GB/T from 0 to 90 lies in its band", "[assessments]")
{
    const Scale& scale = gbt42195();
    CHECK(scale.items.size() == 26);
    CHECK(scale.maxTotal() == 90);
    const int maxima[] = {32, 15, 28, 15};
    for (int i = 0; i < 4; ++i)
        CHECK(scale.groups[std::size_t(i)].max == maxima[i]);
    for (int total = 0; total <= 90; ++total) {
        CAPTURE(total);
        CHECK(totalLevel(scale, total) == (total == 90 ? 0 : total >= 66 ? 1 : total >= 46 ? 2 : total >= 30 ? 3 : 4));
    }
    CHECK_FALSE(totalLevel(scale, 91));
}
