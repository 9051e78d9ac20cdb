// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale_shelf.h"
#include "core/assessments/score.h"
#include "tests/bench/bench.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe::bench {

namespace {

constexpr int sheetCount = 100'000;

/// Sheets as another program sends them, answers drawn in turn so that every option occurs.
QByteArray manySheets(const ScaleShelf& scales)
{
    QJsonArray sheets;
    for (int i = 0; i < sheetCount; ++i) {
        const Scale& scale = *scales.scales()[std::size_t(i % 2)];
        QJsonObject answers;
        for (std::size_t item = 0; item < scale.items.size(); ++item) {
            const auto& options = scale.items[item].options;
            answers.insert(scale.items[item].code, options[(std::size_t(i) + item) % options.size()].score);
        }
        sheets << QJsonObject {{QStringLiteral("standard"), scale.id},
                               {QStringLiteral("answers"), answers},
                               {QStringLiteral("events"), QJsonObject {{QStringLiteral("fall"), i % 4}}}};
    }
    return QJsonDocument(sheets).toJson(QJsonDocument::Compact);
}

} // namespace

void benchAssessments(Report& report)
{
    const ScaleShelf scales = must(ScaleShelf::builtIn());
    const QByteArray bytes = manySheets(scales);
    QJsonArray answers;
    const Took took = timed([&] {
        const QJsonArray sheets = QJsonDocument::fromJson(bytes).array();
        for (const QJsonValue& one : sheets) {
            const QJsonObject json = one.toObject();
            const Scale& scale = *must(scales.scale(json.value(QStringLiteral("standard")).toString()));
            const AnswerSheet sheet = must(AnswerSheet::fromJson(scale, json));
            answers << scoreJson(scale, scoreSheet(sheet));
        }
        if (QJsonDocument(answers).toJson().isEmpty())
            giveUp(QStringLiteral("no answers"));
    });
    report.time(QStringLiteral("score %1 assessment sheets, JSON to JSON").arg(sheetCount), took.wall, 5000);
}

} // namespace songhe::bench
