// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/manual.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace songhe::ui {

std::vector<ManualChapter> chaptersOf(const QString& markdown)
{
    static const QRegularExpression mark(u"^<!-- page: ([a-z]+) -->$"_s);
    std::vector<ManualChapter> chapters;
    for (const QString& line : markdown.split(u'\n')) {
        if (line.startsWith("## "_L1))
            chapters.push_back({line.mid(3).trimmed(), {}, {}});
        if (chapters.empty())
            continue;
        ManualChapter& chapter = chapters.back();
        if (const auto found = mark.match(line); found.hasMatch())
            chapter.page = found.captured(1);
        else
            chapter.text += line + u'\n';
    }
    return chapters;
}

std::vector<ManualChapter> readManual(const QString& language)
{
    for (const QString& name : {language, u"en"_s}) {
        QFile file(u":/manual/%1.md"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            return chaptersOf(QString::fromUtf8(file.readAll()));
    }
    return {};
}

} // namespace songhe::ui
