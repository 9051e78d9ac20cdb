// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_diff.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <set>

namespace songhe {

using namespace Qt::StringLiterals;

namespace policy_diff {

void compare(const QString& path, const QJsonValue& before, const QJsonValue& after, std::vector<PolicyChange>& changes)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject()) {
        std::set<QString> keys;
        for (const QJsonValue& side : {before, after})
            for (const QString& key : side.toObject().keys())
                keys.insert(key);
        for (const QString& key : keys)
            compare(path.isEmpty() ? key : path + u'.' + key, before.toObject().value(key), after.toObject().value(key),
                    changes);
        return;
    }
    if (before.isArray() && after.isArray()) {
        const QJsonArray left = before.toArray();
        const QJsonArray right = after.toArray();
        for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i)
            compare(path + u"[%1]"_s.arg(i + 1), i < left.size() ? left.at(i) : QJsonValue(QJsonValue::Undefined),
                    i < right.size() ? right.at(i) : QJsonValue(QJsonValue::Undefined), changes);
        return;
    }
    changes.push_back({path, before, after});
}

} // namespace policy_diff

std::vector<PolicyChange> policyDifferences(const Policy& earlier, const Policy& later)
{
    std::vector<PolicyChange> changes;
    policy_diff::compare({}, QJsonDocument::fromJson(earlier.bytes).object(),
                         QJsonDocument::fromJson(later.bytes).object(), changes);
    return changes;
}

QString shownJson(const QJsonValue& value)
{
    if (value.isUndefined())
        return u"–"_s;
    if (value.isString())
        return value.toString();
    const QByteArray inList = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(inList.sliced(1, inList.size() - 2));
}

} // namespace songhe
