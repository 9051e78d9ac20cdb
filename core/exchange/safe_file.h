// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QFile>
#include <QtCore/QString>

namespace songhe {

/// A file that appears under its name only when all of it is on the disk: written under a temporary name in the same
/// folder, flushed to the device, renamed. Goes away without a trace if `commit()` is not reached; what a process that
/// was killed left behind goes when the same file is begun again.
class SafeFile {
public:
    explicit SafeFile(QString path)
        : m_path(std::move(path))
    { }
    SafeFile(const SafeFile&) = delete;
    SafeFile& operator=(const SafeFile&) = delete;
    ~SafeFile();

    Result<void> open();
    [[nodiscard]] QFile& device() { return m_file; }
    [[nodiscard]] QString temporaryPath() const { return m_file.fileName(); }
    [[nodiscard]] QString path() const { return m_path; }
    /// Flushes to the device; the file keeps its temporary name.
    Result<void> sync();
    /// sync() if that was not done, then the rename. An old file of that name is replaced.
    Result<void> commit();

private:
    void removeLeftovers() const;

    QString m_path;
    QFile m_file;
    bool m_synced = false;
    bool m_committed = false;
};

} // namespace songhe
