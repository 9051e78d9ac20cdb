// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QIODevice>

#include <memory>

struct archive;

namespace songhe {

struct SheetLimits;

/// One file inside a packed workbook, read as a stream. Ends with an error, not silently, where the bytes are torn or
/// more comes out than is allowed: ask `failed()` after reading.
class ZipPart final : public QIODevice {
    Q_DECLARE_TR_FUNCTIONS(songhe::ZipPart)

public:
    ~ZipPart() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] Result<void> failed() const;

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    friend class ZipParts;
    ZipPart(archive* reader, qint64& budget)
        : m_reader(reader)
        , m_budget(budget)
    { }

    archive* m_reader;
    qint64& m_budget;
    bool m_ended = false;
    std::optional<Error> m_error;
};

/// The parts of a packed workbook (.xlsx, .ods), by name without regard to case.
class ZipParts {
    Q_DECLARE_TR_FUNCTIONS(songhe::ZipParts)

public:
    static Result<ZipParts> open(const QString& path, const SheetLimits& limits);

    [[nodiscard]] bool has(const QString& name) const { return m_names.contains(name.toLower()); }
    /// Valid as long as this object stays where it is.
    Result<std::unique_ptr<ZipPart>> part(const QString& name);

private:
    ZipParts() = default;

    QString m_path;
    QHash<QString, int> m_names; ///< name in lower case → place in the file
    std::unique_ptr<qint64> m_budget;
};

} // namespace songhe
