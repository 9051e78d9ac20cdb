// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/site_desk.h"

namespace songhe {

Result<Site> SiteDesk::add(Site site)
{
    site.code = site.code.trimmed();
    site.name = site.name.trimmed();
    return m_ledger.transact([&]() -> Result<Site> {
        auto added = m_sites.add(site);
        if (!added && added.error().kind == Error::Kind::Conflict && site.id.isNull())
            added.error().message
                = tr("There is a site with code %1 already. Please choose another code.").arg(site.code);
        return added;
    });
}

Result<Site> SiteDesk::resolve(const QString& codeOrId)
{
    const QString text = codeOrId.trimmed();
    if (text.isEmpty()) {
        ASSIGN_OR_RETURN(std::vector<Site> sites, m_sites.list());
        if (sites.empty())
            return fail(Error::Kind::NotFound, tr("The centre has no meal point yet. Please add one first."));
        return sites.front();
    }
    ASSIGN_OR_RETURN(std::optional<Site> site, m_sites.findByCode(text));
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!site && isNumber) {
        ASSIGN_OR_RETURN(site, m_sites.find(Id<Site> {id}));
    }
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound,
                    tr("There is no site '%1'. See the list of sites for their codes.").arg(text));
    return *std::move(site);
}

} // namespace songhe
