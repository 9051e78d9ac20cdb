// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/template.h"

#include "core/base/text/capitals.h"
#include "core/base/text/chinese_date.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

Failure templateError(const QString& name, const QString& what)
{
    return fail(
        Error::Kind::Invalid,
        QCoreApplication::translate("songhe::printing", "The print template %1 cannot be used: %2").arg(name, what));
}

class Filler {
public:
    Filler(const QString& name, const TemplateValues& values)
        : m_name(name)
        , m_values(values)
    { }

    Result<QString> fill(QStringView html, const TemplateFields* line)
    {
        QString out;
        while (true) {
            const qsizetype open = html.indexOf("{{"_L1);
            if (open < 0)
                return QString(out.append(html));
            out.append(html.first(open));
            const qsizetype close = html.indexOf("}}"_L1, open);
            if (close < 0)
                return templateError(m_name, u"{{ … }}"_s);
            const QString tag = html.sliced(open + 2, close - open - 2).trimmed().toString();
            html = html.sliced(close + 2);
            if (tag.startsWith(u'?') || tag.startsWith(u'*')) {
                const QString end = u"{{/%1}}"_s.arg(tag.sliced(1));
                const qsizetype stop = html.indexOf(end);
                if (stop < 0)
                    return templateError(m_name, end);
                ASSIGN_OR_RETURN(const QString part, section(tag, html.first(stop), line));
                out.append(part);
                html = html.sliced(stop + end.size());
            } else {
                ASSIGN_OR_RETURN(const QString text, value(tag, line));
                out.append(text.toHtmlEscaped());
            }
        }
    }

private:
    Result<QString> section(const QString& tag, QStringView inner, const TemplateFields* line)
    {
        const QString key = tag.sliced(1);
        if (tag.startsWith(u'*')) {
            if (!m_values.lists.contains(key))
                return templateError(m_name, key);
            QString out;
            for (const TemplateFields& each : m_values.lists[key]) {
                ASSIGN_OR_RETURN(const QString part, fill(inner, &each));
                out.append(part);
            }
            return out;
        }
        ASSIGN_OR_RETURN(const QString text, value(key, line));
        return text.isEmpty() ? Result<QString>(QString()) : fill(inner, line);
    }

    Result<QString> value(const QString& tag, const TemplateFields* line)
    {
        const QString key = tag.section(u'|', 0, 0).trimmed();
        const QString filter = tag.section(u'|', 1).trimmed();
        const bool ofLine = line && line->contains(key);
        if (!ofLine && !m_values.fields.contains(key))
            return templateError(m_name, key);
        const Value found = ofLine ? line->value(key) : m_values.fields.value(key);
        if (found.isNull())
            return QString();
        if (filter.isEmpty())
            return found.isInteger() ? QString::number(found.integer()) : found.text();
        if (filter == "yuan"_L1)
            return Fen {found.integer()}.yuanText();
        if (filter == "capitals"_L1)
            return capitals(Fen {found.integer()});
        if (filter == "day"_L1)
            return paperDay(found.day());
        return templateError(m_name, tag);
    }

    const QString& m_name;
    const TemplateValues& m_values;
};

} // namespace

Result<QString> fillTemplate(const QString& name, const QString& html, const TemplateValues& values)
{
    return Filler(name, values).fill(html, nullptr);
}

Result<QString> filledTemplate(const QString& name, const TemplateValues& values)
{
    QFile file(u":/print/%1.html"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return templateError(name, file.errorString());
    return fillTemplate(name, QString::fromUtf8(file.readAll()), values);
}

} // namespace songhe::printing
