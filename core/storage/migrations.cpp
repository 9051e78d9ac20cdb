// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace songhe {

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> all = [] {
        initMigrationResources();
        std::vector<Migration> read;
        const QDir folder(QStringLiteral(":/migrations"));
        for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                read.push_back({name, file.readAll()});
        }
        return read;
    }();
    return all;
}

} // namespace songhe
