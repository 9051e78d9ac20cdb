// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/safe_file.h"
#include "core/exchange/stream_device.h"

#include <memory>

namespace songhe {

/// Where a package is put: written under a temporary name, read back from the device, then given its name. A test puts
/// a device here that fails.
class PackagePlace {
public:
    virtual ~PackagePlace() = default;
    virtual Result<QIODevice*> create(const QString& fileName) = 0;
    /// Paths of the packages, of whomever, that are there already.
    [[nodiscard]] virtual QStringList packages() const { return {}; }
    /// All that was written is on the device.
    virtual Result<void> sync() = 0;
    virtual Result<std::unique_ptr<QIODevice>> readBack() = 0;
    /// Gives it its name; answers with the full path.
    virtual Result<QString> commit() = 0;
    /// Nothing of the file stays, whether it has its name already or not.
    virtual void withdraw() = 0;
};

/// A folder, of a stick or not. Without commit() nothing stays in it.
class FolderPlace final : public PackagePlace {
public:
    explicit FolderPlace(QString folder)
        : m_folder(std::move(folder))
    { }
    Result<QIODevice*> create(const QString& fileName) override;
    [[nodiscard]] QStringList packages() const override;
    Result<void> sync() override;
    Result<std::unique_ptr<QIODevice>> readBack() override;
    Result<QString> commit() override;
    void withdraw() override;

private:
    QString m_folder;
    std::unique_ptr<SafeFile> m_file;
    bool m_named = false;
};

/// Counts and digests what passes to `target`.
class DigestingDevice final : public StreamDevice {
public:
    explicit DigestingDevice(QIODevice& target);
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] QByteArray sha256();

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 count) override;

private:
    struct State;
    struct Free {
        void operator()(State* state) const;
    };

    QIODevice& m_target;
    std::unique_ptr<State, Free> m_state;
    qint64 m_written = 0;
};

/// SHA-256 of all that a device gives.
Result<QByteArray> sha256Of(QIODevice& source);

} // namespace songhe
