// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <memory>
#include <vector>

namespace songhe {

class DataFile;

/// One object of a data file, read strictly. Every key has to be asked for: `nothingElse()` reports what was not.
/// A getter that finds nothing fitting reports it to the file and returns an empty value, so that a reader can be
/// written straight down and asks `DataFile::result()` once, at its end.
class DataObject {
    Q_DECLARE_TR_FUNCTIONS(songhe::DataObject)

public:
    DataObject(DataFile& file, QJsonObject object, QString place);

    [[nodiscard]] bool has(const QString& key) const { return m_object.contains(key); }
    /// A text that is not empty.
    QString text(const QString& key);
    /// `given` where the key is not there.
    QString textOr(const QString& key, const QString& given);
    qint64 integer(const QString& key, qint64 least, qint64 most);
    /// A list of whole numbers; may be empty.
    std::vector<int> integers(const QString& key, int least, int most);
    bool flagOr(const QString& key, bool given);
    QDate day(const QString& key);
    /// Nothing where the key is not there or null.
    std::optional<QDate> maybeDay(const QString& key);
    /// One text or a list of texts, at least one.
    QStringList texts(const QString& key);
    DataObject object(const QString& key);
    std::vector<DataObject> objects(const QString& key);
    /// A text that must be one of `known`.
    QString oneOf(const QString& key, const QStringList& known);
    /// The value as it stands, for readers that know its kind themselves.
    QJsonValue raw(const QString& key);

    /// The keys nobody asked for are unknown: reports the first.
    void nothingElse();
    void report(const QString& key, const QString& what);

    [[nodiscard]] QStringList keys() const { return m_object.keys(); }
    [[nodiscard]] const QString& place() const { return m_place; }
    [[nodiscard]] const QJsonObject& json() const { return m_object; }

private:
    QJsonValue take(const QString& key);
    [[nodiscard]] QString under(const QString& key) const;

    DataFile* m_file;
    QJsonObject m_object;
    QString m_place;
    QStringList m_asked;
};

/// A data file (policy, scale, form) being read. Keeps the first problem, naming file and place.
class DataFile {
    Q_DECLARE_TR_FUNCTIONS(songhe::DataFile)

public:
    /// Larger files are no data files of ours.
    static constexpr qsizetype maxBytes = 1024 * 1024;

    DataFile(const QByteArray& bytes, QString name);

    DataObject root() { return DataObject(*this, m_root, QString()); }
    void report(const QString& place, const QString& what);
    /// Fails with the first problem found so far.
    [[nodiscard]] Result<void> result() const;
    [[nodiscard]] bool failed() const { return m_problem.has_value(); }

private:
    QString m_name;
    QJsonObject m_root;
    std::optional<QString> m_problem;
};

} // namespace songhe
