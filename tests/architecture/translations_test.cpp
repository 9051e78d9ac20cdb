// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"
#include "songhe_source_dir.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList translations; ///< one, or one a plural form
    bool finished = true;
};

/// By context and source.
using Messages = QMap<QString, Message>;

Message messageAt(QXmlStreamReader& xml)
{
    Message message;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute(u"type"_s);
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")
                   && !xml.hasError()) {
                if (xml.isStartElement() && xml.name() == u"numerusform")
                    message.translations.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations.append(text);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Messages messagesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Messages messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            const Message message = messageAt(xml);
            messages.insert(context + u" | "_s + message.source, message);
        }
    }
    INFO(path.toStdString() << ": " << xml.errorString().toStdString());
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

QString kept(const QString& language)
{
    return QStringLiteral(SONGHE_SOURCE_DIR) + u"/translations/songhe_%1.ts"_s.arg(language);
}

/// %1, %L2, %n and {{name}}; a plural form may leave its number away.
QStringList placeholders(const QString& text, bool withNumber)
{
    static const QRegularExpression pattern(u"%L?\\d+|%L?n|\\{\\{[^}]*\\}\\}"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        if (const QString one = matches.next().captured().remove(u'L'); withNumber || one != u"%n"_s)
            found.append(one);
    std::sort(found.begin(), found.end());
    found.removeDuplicates();
    return found;
}

} // namespace

TEST_CASE("every string is translated, and its placeholders match", "[translations]")
{
    for (const QString& language : songhe::languages()) {
        QStringList wrong;
        const Messages messages = messagesOf(kept(language));
        for (auto it = messages.begin(); it != messages.end(); ++it) {
            const bool plural = it->translations.size() > 1 || it->source.contains(u"%n"_s);
            for (const QString& translation : it->translations) {
                if (!it->finished || translation.isEmpty())
                    wrong.append(u"not translated: "_s + it.key());
                else if (placeholders(translation, !plural) != placeholders(it->source, !plural))
                    wrong.append(u"other placeholders: "_s + it.key() + u" -> "_s + translation);
            }
        }
        INFO(language.toStdString());
        CHECK(wrong.join(u'\n') == u""_s);
    }
}

TEST_CASE("every string of the sources stands in the translations", "[translations]")
{
    const QTemporaryDir folder;
    const QString gathered = folder.filePath(u"gathered_zh_CN.ts"_s);
    QStringList arguments = QStringLiteral(SONGHE_LUPDATE_ARGUMENTS).split(u'|');
    arguments << u"-ts"_s << gathered;
    QProcess lupdate;
    lupdate.start(QStringLiteral(SONGHE_LUPDATE), arguments);
    REQUIRE(lupdate.waitForFinished(120'000));
    INFO(lupdate.readAllStandardError().toStdString());
    REQUIRE(lupdate.exitCode() == 0);

    const QStringList used = messagesOf(gathered).keys();
    for (const QString& language : songhe::languages()) {
        const QStringList known = messagesOf(kept(language)).keys();
        QStringList missing;
        std::set_difference(used.begin(), used.end(), known.begin(), known.end(), std::back_inserter(missing));
        INFO(language.toStdString() << ": run ./dev translations and add the words");
        CHECK(missing.join(u'\n') == u""_s);
    }
}
