// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/person_key_repository.h"

#include <array>

namespace songhe {

using namespace Qt::StringLiterals;

Result<void>
PersonKeyRepository::each(qint64 centre,
                          const std::function<void(const QString& family, qint64 id, QByteArray wrap)>& take)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT family, id, wrap FROM person_key WHERE centre = ?"_s, {Value(centre)}));
    while (rows->next())
        take(rows->text(0), rows->integer(1), rows->blob(2));
    return rows->failed();
}

Result<std::unique_ptr<BulkWriter>> PersonKeyRepository::writer()
{
    return m_store.bulk(u"person_key"_s, {u"centre"_s, u"family"_s, u"id"_s, u"wrap"_s});
}

Result<void> PersonKeyRepository::add(BulkWriter& writer, qint64 centre, const QString& family, qint64 id,
                                      const QByteArray& wrap)
{
    const QByteArray name = family.toUtf8();
    const std::array cells {BulkCell::of(centre), BulkCell::text(name), BulkCell::of(id), BulkCell::blob(wrap)};
    return writer.row(cells);
}

} // namespace songhe
