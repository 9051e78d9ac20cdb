// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag.h"
#include "core/exchange/bag_digest.h"

#include <QtCore/QSet>

namespace songhe::bag {

/// Whether a file is kept as a whole in the first walk, because of what it says of the others.
bool isTagFile(const QString& path);

struct Manifest {
    BagAlgorithm algorithm;
    QString name;
    bool payload;
    QHash<QString, QByteArray> digests; ///< path → digest
};

/// One check from first to last walk. The walks are in bag.cpp, what the tag files say in bag_tags.cpp.
class Verifier {
public:
    Verifier(BagTree& tree, Progress& progress, const BagCheck& check)
        : m_tree(tree)
        , m_progress(progress)
        , m_check(check)
    { }
    Result<BagReport> run();

private:
    Result<void> firstWalk();
    Result<void> keepFile(const QString& path, const BagContent& content);
    void judgeName(const BagItem& item);
    void readDeclaration();
    QByteArrayList linesOf(const QString& name);
    void readInfo();
    void readManifests();
    void readManifest(const QString& name, bool payload);
    void readFetch();
    void takeLine(Manifest& manifest, const BagManifestLine& line);
    std::optional<QString> manifestPath(const QByteArray& text, const QString& manifest);
    void matchNormalised();
    void warn(const char* code, const QString& file, const QString& text)
    {
        m_report.warnings.push_back({QString::fromLatin1(code), file, text});
    }
    void judgeCompleteness();
    void judgeOxum();
    Result<void> secondWalk();
    Result<void> digestFile(const QString& path, const BagContent& content);

    BagTree& m_tree;
    Progress& m_progress;
    const BagCheck& m_check;
    BagReport m_report;
    std::vector<Manifest> m_manifests;
    QSet<QString> m_files;
    QHash<QString, QString> m_folded; ///< lower case → as found
    QString m_encoding = QStringLiteral("UTF-8");
    bool m_hasPayloadFolder = false;
    qint64 m_kept = 0;
    qint64 m_walked = 0;
    qint64 m_expected = 0;
};

} // namespace songhe::bag
