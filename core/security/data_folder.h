// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace songhe {

/// The folder that holds all data of one centre, held by one program at a time.
class DataFolder {
    Q_DECLARE_TR_FUNCTIONS(songhe::DataFolder)

public:
    /// Makes the folder if needed (readable by its owner alone) and locks it.
    static Result<std::unique_ptr<DataFolder>> open(const QString& path);

    [[nodiscard]] bool hasCentre() const;
    [[nodiscard]] QString storePath() const { return m_path + QStringLiteral("/songhe.db"); }
    [[nodiscard]] QString backupFolder() const { return m_path + QStringLiteral("/backups"); }
    [[nodiscard]] QString path() const { return m_path; }

private:
    explicit DataFolder(QString path);

    QString m_path;
    QLockFile m_lock;
};

} // namespace songhe
