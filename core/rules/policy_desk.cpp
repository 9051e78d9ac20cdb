// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

Result<PolicyShelf> PolicyDesk::shelf()
{
    ASSIGN_OR_RETURN(PolicyShelf shelf, PolicyShelf::builtIn());
    ASSIGN_OR_RETURN(const std::vector<PolicyFile> files, m_files.list());
    for (const PolicyFile& file : files) {
        ASSIGN_OR_RETURN(Policy policy, Policy::read(file.content, u"%1 %2"_s.arg(file.policy).arg(file.version)));
        RETURN_IF_ERROR(shelf.add(std::move(policy)));
    }
    ASSIGN_OR_RETURN(const std::vector<PolicyRepository::Choice> choices, m_files.choices());
    for (const PolicyRepository::Choice& one : choices)
        RETURN_IF_ERROR(shelf.choose(one.policy, one.setting, one.choice));
    return shelf;
}

Result<void> PolicyDesk::choose(const QString& policy, const QString& setting, const QString& choice)
{
    return m_ledger.transact([&]() -> Result<void> {
        ASSIGN_OR_RETURN(PolicyShelf known, shelf());
        RETURN_IF_ERROR(known.choose(policy, setting, choice));
        RETURN_IF_ERROR(m_files.putChoice({policy, setting, choice}));
        const QJsonObject content {{u"policy"_s, policy}, {u"setting"_s, setting}, {u"choice"_s, choice}};
        return m_ledger.audit.append({u"setting"_s, 0, 0, ChangeKind::Changed, m_ledger.clock.now(), m_ledger.user,
                                      QJsonDocument(content).toJson(QJsonDocument::Compact)});
    });
}

Result<Policy> PolicyDesk::import(const QByteArray& bytes, const QString& name)
{
    ASSIGN_OR_RETURN(Policy policy, Policy::read(bytes, name));
    return m_ledger.transact([&]() -> Result<Policy> {
        ASSIGN_OR_RETURN(PolicyShelf known, shelf());
        const Policy* same = known.version(policy.id, policy.version);
        RETURN_IF_ERROR(known.add(policy));
        if (!same)
            RETURN_IF_ERROR(m_files.add({{}, policy.id, policy.version, policy.digest, policy.bytes, {}}));
        return policy;
    });
}

Result<Policy> PolicyDesk::importFile(const QString& path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::NotFound,
                    tr("The policy file %1 cannot be opened. Please check where it lies.").arg(name));
    return import(file.read(DataFile::maxBytes + 1), name);
}

Result<Policy> PolicyDesk::importDemonstration()
{
    RETURN_IF_ERROR(PolicyShelf::builtIn()); // makes the resources known
    return importFile(u":/policies/demo/baotou-2020-meals-2.json"_s);
}

Result<Policy> PolicyDesk::importDemonstrationInForce()
{
    RETURN_IF_ERROR(PolicyShelf::builtIn()); // makes the resources known
    return importFile(u":/policies/demo/baotou-2020-meals-3.json"_s);
}

} // namespace songhe
