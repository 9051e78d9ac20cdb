// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/records/value.h"

#include <QtCore/QCoreApplication>

#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace songhe {

/// The rows of a running SELECT. Give it up (let it go out of scope) before the next change of schema.
class Rows {
public:
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) noexcept;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();

    /// To the first or next row; false after the last one, or on an error: then `failed()` tells.
    bool next();
    /// Must be asked after the loop wherever a torn file must not look like a short list.
    [[nodiscard]] Result<void> failed() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QDate day(int column) const;
    [[nodiscard]] QDateTime moment(int column) const;
    [[nodiscard]] Value value(int column) const;
    [[nodiscard]] int columnCount() const;
    /// The bytes of a text or blob column, valid until the next `next()`; for loops over millions of rows.
    [[nodiscard]] QByteArrayView bytesView(int column) const;

private:
    friend class Store;
    Rows(sqlite3* handle, sqlite3_stmt* statement, bool* busy, bool owned);

    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    bool* m_busy = nullptr; ///< marks the kept statement free again
    bool m_owned = false;   ///< a second use of the same text while the first runs gets a statement of its own
    int m_state = 0;
};

struct Migration;

/// What kind of file a store is: its mark, and the scripts that lead to its newest schema.
struct StoreKind {
    qint64 applicationId = 0;
    const std::vector<Migration>* scripts = nullptr;

    /// A centre's books.
    static const StoreKind& centre();
};

/// One open data file. Belongs to the thread that opened it. Every value is bound; a statement is prepared once and
/// kept by its text. Opened with WAL, synchronous=FULL and foreign keys; migrated to the newest schema.
class Store {
    Q_DECLARE_TR_FUNCTIONS(songhe::Store)

public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens or makes the file and brings it to the newest schema. Refuses a file of a newer program.
    static Result<std::unique_ptr<Store>> open(const QString& path, Mode mode = Mode::ReadWrite,
                                               const StoreKind& kind = StoreKind::centre());
    /// A store without a file, for tests and for reading packages.
    static Result<std::unique_ptr<Store>> inMemory();

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// A SELECT (or any statement that answers with rows).
    Result<Rows> run(const QString& sql, std::initializer_list<Value> values = {});
    Result<Rows> run(const QString& sql, std::span<const Value> values);
    /// INSERT, UPDATE and the like: how many rows it changed. A broken UNIQUE or primary key is `Conflict`.
    Result<qint64> execute(const QString& sql, std::initializer_list<Value> values = {});
    Result<qint64> execute(const QString& sql, std::span<const Value> values);

    /// Runs `work` in one transaction (BEGIN IMMEDIATE); an error or an exception leaves nothing behind.
    /// Within a running transaction it joins that one.
    template <typename Work> auto transact(Work&& work) -> std::invoke_result_t<Work>;
    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

    /// Copies the whole file by SQLite's online interface to a new file at `path`, checks the copy, then renames it.
    Result<void> backupTo(const QString& path);
    /// Brings the write-ahead log into the file and empties it, so that the file alone holds everything.
    Result<void> foldJournal();
    /// SQLite's own check of the file and of every reference. Empty: all is well.
    Result<QStringList> integrityProblems();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] static int newestSchema();
    [[nodiscard]] sqlite3* handle() { return m_handle; }

private:
    struct Kept;
    Store(QString path, const StoreKind& kind);
    Result<void> openHandle(Mode mode);
    Result<void> migrate();
    Result<void> begin();
    Result<void> commit();
    void rollback();
    Result<Rows> bound(const QString& sql, std::span<const Value> values);
    [[nodiscard]] Failure failure(int code, const QString& what) const;

    QString m_path;
    StoreKind m_kind;
    sqlite3* m_handle = nullptr;
    int m_depth = 0;
    bool m_failed = false; ///< a joined piece of work failed: the outer one must not commit
    std::unique_ptr<Kept> m_kept;
};

template <typename Work> auto Store::transact(Work&& work) -> std::invoke_result_t<Work>
{
    RETURN_IF_ERROR(begin());
    struct Guard {
        Store& store;
        bool done = false;
        ~Guard()
        {
            if (!done)
                store.rollback();
        }
    } guard {*this};
    auto result = std::forward<Work>(work)();
    if (!result)
        return result;
    if (auto committed = commit(); !committed)
        return fail(std::move(committed).error());
    guard.done = true;
    return result;
}

} // namespace songhe
