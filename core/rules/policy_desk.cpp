// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

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
    return shelf;
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

} // namespace songhe
