// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_shelf.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <tuple>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initPolicyResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

Result<PolicyShelf> PolicyShelf::builtIn()
{
    initPolicyResources();
    PolicyShelf shelf;
    const QDir folder(u":/policies"_s);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Io, tr("The policy file %1 cannot be read.").arg(name), name);
        ASSIGN_OR_RETURN(Policy policy, Policy::read(file.readAll(), name));
        RETURN_IF_ERROR(shelf.add(std::move(policy)));
    }
    return shelf;
}

Result<void> PolicyShelf::add(Policy policy)
{
    if (const Policy* known = version(policy.id, policy.version)) {
        if (known->digest == policy.digest)
            return {};
        return fail(Error::Kind::Conflict,
                    tr("The policy %1 is already here in version %2, with other rules. A changed policy needs a new "
                       "version number.")
                        .arg(policy.id)
                        .arg(policy.version));
    }
    m_policies.push_back(std::make_shared<const Policy>(std::move(policy)));
    std::sort(m_policies.begin(), m_policies.end(), [](const auto& left, const auto& right) {
        return std::tie(left->id, left->version) < std::tie(right->id, right->version);
    });
    return {};
}

Result<void> PolicyShelf::choose(const QString& id, const QString& setting, const QString& choice)
{
    RETURN_IF_ERROR(mustKnow(id));
    bool taken = false;
    QStringList possible;
    for (auto& policy : m_policies) {
        if (policy->id != id)
            continue;
        Policy changed = *policy;
        for (PolicySetting& one : changed.settings) {
            possible << one.key + u'='
                    + (one.number ? u"%1..%2"_s.arg(one.least).arg(one.most) : one.choices.join(u'|'));
            if (one.key != setting || !one.takes(choice))
                continue;
            one.chosen = choice;
            taken = true;
        }
        policy = std::make_shared<const Policy>(std::move(changed));
    }
    if (taken)
        return {};
    possible.removeDuplicates();
    return fail(Error::Kind::Invalid,
                tr("The policy %1 does not leave open '%2'. It leaves open: %3.")
                    .arg(id, u"%1=%2"_s.arg(setting, choice).left(80), possible.join(u", "_s)));
}

const Policy* PolicyShelf::onDay(const QString& id, QDate day) const
{
    const Policy* found = nullptr;
    for (const auto& policy : m_policies)
        if (policy->id == id && policy->covers(day))
            found = policy.get();
    return found;
}

const Policy* PolicyShelf::nearest(const QString& id, QDate day) const
{
    const Policy* found = nullptr;
    qint64 distance = 0;
    for (const Policy* policy : versions(id)) {
        const qint64 away = day < policy->validFrom ? day.daysTo(policy->validFrom)
            : policy->validTo                       ? policy->validTo->daysTo(day)
                                                    : 0;
        if (!found || away < distance) {
            found = policy;
            distance = away;
        }
    }
    return found;
}

const Policy* PolicyShelf::version(const QString& id, int version) const
{
    for (const auto& policy : m_policies)
        if (policy->id == id && policy->version == version)
            return policy.get();
    return nullptr;
}

const Policy* PolicyShelf::byDigest(const QString& digest) const
{
    for (const auto& policy : m_policies)
        if (policy->digest == digest)
            return policy.get();
    return nullptr;
}

std::vector<const Policy*> PolicyShelf::versions(const QString& id) const
{
    std::vector<const Policy*> found;
    for (const auto& policy : m_policies)
        if (policy->id == id)
            found.push_back(policy.get());
    return found;
}

QStringList PolicyShelf::ids() const
{
    QStringList ids;
    for (const auto& policy : m_policies)
        ids << policy->id;
    ids.removeDuplicates();
    return ids;
}

Result<void> PolicyShelf::mustKnow(const QString& id) const
{
    const QStringList known = ids();
    if (known.contains(id))
        return {};
    return fail(Error::Kind::NotFound,
                tr("There is no policy '%1'. Policies here: %2.").arg(id.left(60), known.join(u", "_s)));
}

} // namespace songhe
