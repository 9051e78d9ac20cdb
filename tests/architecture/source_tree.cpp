// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"
#include "songhe_source_dir.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe::tests {

using namespace Qt::StringLiterals;

namespace {

enum class Keep { Literals, CodeOnly };

/// Blanks comments, and literals where asked; line breaks stay, so that places can be told.
class Blanker {
public:
    Blanker(const QString& text, Keep keep)
        : m_text(text)
        , m_keep(keep)
    {
        m_out.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (startsWith(u"//"))
                blankTo(endOf(u"\n", 0));
            else if (startsWith(u"/*"))
                blankTo(endOf(u"*/", 2));
            else if (startsWith(u"R\"") && !isWordBefore())
                literal(rawEnd());
            else if (m_text.at(m_at) == u'"')
                literal(quotedEnd(u'"'));
            else if (m_text.at(m_at) == u'\'' && !isDigitSeparator())
                literal(quotedEnd(u'\''));
            else
                m_out += m_text.at(m_at++);
        }
        return m_out;
    }

private:
    [[nodiscard]] bool startsWith(QStringView what) const { return QStringView(m_text).sliced(m_at).startsWith(what); }
    [[nodiscard]] bool isWordBefore() const
    {
        if (m_at == 0)
            return false;
        const QChar before = m_text.at(m_at - 1);
        return before.isLetterOrNumber() && before != u'u' && before != u'L' && before != u'8' && before != u'U';
    }
    [[nodiscard]] bool isDigitSeparator() const { return m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber(); }
    [[nodiscard]] qsizetype endOf(QStringView what, qsizetype extra) const
    {
        const qsizetype found = m_text.indexOf(what, m_at);
        return found < 0 ? m_text.size() : found + extra;
    }
    [[nodiscard]] qsizetype rawEnd() const
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        if (open < 0)
            return m_text.size();
        const QString close = u")"_s + m_text.mid(m_at + 2, open - m_at - 2) + u"\""_s;
        const qsizetype found = m_text.indexOf(close, open);
        return found < 0 ? m_text.size() : found + close.size();
    }
    [[nodiscard]] qsizetype quotedEnd(QChar quote) const
    {
        qsizetype at = m_at + 1;
        while (at < m_text.size() && m_text.at(at) != quote && m_text.at(at) != u'\n')
            at += m_text.at(at) == u'\\' ? 2 : 1;
        return std::min(at + 1, m_text.size());
    }
    void literal(qsizetype end)
    {
        if (m_keep == Keep::CodeOnly)
            return blankTo(end);
        m_out += QStringView(m_text).sliced(m_at, end - m_at);
        m_at = end;
    }
    void blankTo(qsizetype end)
    {
        for (; m_at < end; ++m_at)
            m_out += m_text.at(m_at) == u'\n' ? u'\n' : u' ';
    }

    const QString& m_text;
    Keep m_keep;
    QString m_out;
    qsizetype m_at = 0;
};

} // namespace

QString SourceFile::withoutComments() const
{
    return Blanker(text, Keep::Literals).run();
}

QString SourceFile::codeOnly() const
{
    return Blanker(text, Keep::CodeOnly).run();
}

QList<SourceFile> filesIn(const QStringList& folders, const QStringList& endings)
{
    const QDir top(QStringLiteral(SONGHE_SOURCE_DIR));
    QList<SourceFile> found;
    for (const QString& folder : folders) {
        QDirIterator walk(top.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = top.relativeFilePath(walk.next());
            const bool wanted = std::any_of(endings.begin(), endings.end(),
                                            [&path](const QString& ending) { return path.endsWith(ending); });
            if (!wanted || path.contains(u"/node_modules/"_s))
                continue;
            QFile file(top.filePath(path));
            if (file.open(QIODevice::ReadOnly))
                found.append({path, QString::fromUtf8(file.readAll())});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

const QList<SourceFile>& productSources()
{
    static const QList<SourceFile> files = filesIn({u"core"_s, u"ui"_s, u"app"_s}, {u".cpp"_s, u".h"_s, u".inl"_s});
    return files;
}

const QList<SourceFile>& allSources()
{
    static const QList<SourceFile> files = productSources() + filesIn({u"tests"_s}, {u".cpp"_s, u".h"_s, u".inl"_s});
    return files;
}

QStringList placesOf(const QString& pattern, const SourceFile& file, const QString& text)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList places;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const qsizetype at = matches.next().capturedStart();
        places.append(u"%1:%2"_s.arg(file.path).arg(text.left(at).count(u'\n') + 1));
    }
    return places;
}

} // namespace songhe::tests
