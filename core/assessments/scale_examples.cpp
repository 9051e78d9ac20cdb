// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale_reader.h"
#include "core/assessments/score.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace scale_examples {

/// Words, tables and examples decide nothing: another translation is the same scale.
QString digestOf(QJsonObject root)
{
    for (const QString& key : {u"title"_s, u"source"_s, u"tables"_s, u"openPoints"_s, u"examples"_s, u"confidence"_s})
        root.remove(key);
    const std::function<QJsonValue(const QJsonValue&)> bare = [&](const QJsonValue& value) -> QJsonValue {
        if (value.isArray()) {
            QJsonArray list;
            for (const QJsonValue& item : value.toArray())
                list << bare(item);
            return list;
        }
        if (!value.isObject())
            return value;
        QJsonObject object = value.toObject();
        for (const QString& key : object.keys()) {
            if (key == u"title" || key == u"note" || key == u"test" || key == u"why" || key == u"zh" || key == u"en")
                object.remove(key);
            else
                object.insert(key, bare(object.value(key)));
        }
        return object;
    };
    const QByteArray canonical = QJsonDocument(bare(root).toObject()).toJson(QJsonDocument::Compact); // keys sorted
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

/// {"B.1": [10, 5, …]} → {"B.1.1": 10, …}
QJsonObject answersOf(DataObject object, const Scale& scale)
{
    QJsonObject answers;
    for (const ScaleGroup& group : scale.groups) {
        const std::vector<int> scores = object.integers(group.code, 0, 1000);
        if (int(scores.size()) != group.count) {
            object.report(group.code, DataObject::tr("one score for each of its %1 items is wanted.").arg(group.count));
            return {};
        }
        for (int i = 0; i < group.count; ++i)
            answers.insert(scale.items[std::size_t(group.first + i)].code, scores[std::size_t(i)]);
    }
    object.nothingElse();
    return answers;
}

void runExample(DataObject& example, const Scale& scale)
{
    example.text(u"note"_s);
    QJsonObject json {{u"answers"_s, answersOf(example.object(u"answers"_s), scale)}};
    for (const QString& key : {u"diagnosed"_s, u"coma"_s, u"events"_s})
        if (example.has(key))
            json.insert(key, example.raw(key));
    ScaleChoices choices;
    if (example.has(u"settings"_s)) {
        DataObject settings = example.object(u"settings"_s);
        for (const QString& key : settings.keys()) {
            const ScaleSetting* setting = scale.setting(key);
            choices.insert(key, settings.oneOf(key, setting ? setting->choices : QStringList()));
        }
    }
    DataObject wanted = example.object(u"result"_s);
    QJsonObject result;
    for (const QString& key : wanted.keys())
        result.insert(key, wanted.raw(key));
    example.nothingElse();
    const auto sheet = AnswerSheet::fromJson(scale, json);
    if (!sheet) {
        example.report(u"answers"_s, sheet.error().message);
        return;
    }
    const QJsonObject given = scoreJson(scale, scoreSheet(*sheet, choices));
    for (auto it = result.begin(); it != result.end(); ++it)
        if (given.value(it.key()) != it.value())
            example.report(u"result."_s + it.key(),
                           DataObject::tr("this example gives %1.")
                               .arg(QString::fromUtf8(QJsonDocument(given).toJson(QJsonDocument::Compact))));
}

} // namespace scale_examples

void runScaleExamples(DataObject& root, const Scale& scale)
{
    std::vector<DataObject> examples = root.objects(u"examples"_s);
    if (examples.empty())
        root.report(u"examples"_s, DataObject::tr("this list is empty."));
    for (DataObject& example : examples)
        scale_examples::runExample(example, scale);
}

Result<Scale> Scale::read(const QByteArray& bytes, const QString& name)
{
    DataFile file(bytes, name);
    RETURN_IF_ERROR(file.result());
    DataObject root = file.root();
    Scale scale = ScaleReader(root).read();
    RETURN_IF_ERROR(file.result()); // examples prove only a scale that could be read
    runScaleExamples(root, scale);
    root.nothingElse();
    RETURN_IF_ERROR(file.result());
    scale.digest = scale_examples::digestOf(root.json());
    return scale;
}

} // namespace songhe
