// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of fields that hold keys of a data file (services, certificates) or a moment: people see words, never keys.
#include "ui/forms/record_form.h"

#include "core/base/clock.h"
#include "ui/forms/reference_edit.h"
#include "ui/widgets/edits.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// Several in one field are parted by any usual mark.
QStringList partsOf(const QString& typed)
{
    static const QRegularExpression mark(u"\\s*[、,，;；]+\\s*"_s);
    return typed.trimmed().split(mark, Qt::SkipEmptyParts);
}

/// 9, 9:30, 0930, 9点30: nothing where it is no time of day.
std::optional<QTime> timeOfDay(const QString& typed)
{
    static const QRegularExpression form(u"\\A(\\d{1,2})(?:[:：.点时]?(\\d{2})分?|[点时])?\\z"_s);
    const auto match = form.match(typed.trimmed());
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

QString FormBase::wordOf(const QString& family, const QString& key) const
{
    const auto all = m_references->all(family).value_or(std::vector<Found>());
    const auto found = std::find_if(all.begin(), all.end(), [&](const Found& each) { return each.detail == key; });
    return found == all.end() ? key : found->title;
}

QString FormBase::keyOf(const QString& family, const QString& word) const
{
    const auto all = m_references->all(family).value_or(std::vector<Found>());
    const auto found = std::find_if(all.begin(), all.end(), [&](const Found& each) {
        return each.title.compare(word, Qt::CaseInsensitive) == 0 || each.detail == word;
    });
    return found == all.end() ? word : found->detail;
}

void FormBase::makeItem(Line& line)
{
    auto* box = new ChoiceBox(this);
    box->addItem(QString(), QString());
    for (const Found& each :
         m_references->all(QString::fromLatin1(line.field.options.refersTo)).value_or(std::vector<Found>()))
        box->addItem(each.title, each.detail);
    line.show = [box](const Value& value) {
        if (box->findData(value.text()) < 0)
            box->addItem(value.text(), value.text());
        box->setKey(value.text());
    };
    line.read = [box]() -> Result<Value> { return box->key().isEmpty() ? Value() : Value(box->key()); };
    connect(box, &QComboBox::activated, this, &FormBase::edited);
    line.editor = box;
}

void FormBase::makeItems(Line& line)
{
    auto* edit = new QLineEdit(this);
    const QString family = QString::fromLatin1(line.field.options.refersTo);
    line.show = [this, edit, family](const Value& value) {
        QStringList words;
        for (const QString& key : detail::jsonList(value.text()).value_or(QStringList()))
            words << wordOf(family, key);
        edit->setText(words.join(u"、"_s));
    };
    line.read = [this, edit, family]() -> Result<Value> {
        QStringList keys;
        for (const QString& word : partsOf(edit->text()))
            keys << keyOf(family, word);
        return keys.isEmpty() ? Value() : Value(detail::jsonText(keys));
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

/// 'care worker 2023-01-01, nurse': a certificate without a day holds for good.
void FormBase::makeCertificates(Line& line)
{
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(tr("Certificate and its last day, parted by commas"));
    line.show = [this, edit](const Value& value) {
        QStringList words;
        for (const QJsonValue& each : detail::jsonArray(value.text()).value_or(QJsonArray()))
            words << QString(wordOf(u"certificate"_s, each[u"kind"].toString()) + u' ' + each[u"until"].toString())
                         .trimmed();
        edit->setText(words.join(u"、"_s));
    };
    line.read = [this, edit, label = line.label]() -> Result<Value> {
        static const QRegularExpression form(u"\\A(.*\\S)\\s+(\\d[\\d.年月日/-]*)\\z"_s);
        QJsonArray certificates;
        for (const QString& part : partsOf(edit->text())) {
            const auto match = form.match(part);
            QJsonObject one {{u"kind"_s, keyOf(u"certificate"_s, match.hasMatch() ? match.captured(1) : part)}};
            const auto until = match.hasMatch() ? DayEdit::read(match.captured(2), m_today) : std::nullopt;
            if (match.hasMatch() && !until)
                return fail(Error::Kind::Invalid,
                            tr("%1: '%2' is not a day. Write it as 2021-09-03.").arg(label, match.captured(2)));
            if (until)
                one.insert(u"until"_s, until->toString(Qt::ISODate));
            certificates << one;
        }
        return certificates.isEmpty() ? Value() : Value(detail::jsonText(certificates));
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

/// '9:30' of the day that stood there, or '2021-09-03 9:30'. Times are the centre's.
void FormBase::makeMoment(Line& line)
{
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(tr("9:30, or 2021-09-03 9:30"));
    line.show = [edit](const Value& value) {
        const QDateTime moment = value.moment();
        edit->setText(moment.isValid() ? Clock::dayOf(moment).toString(Qt::ISODate) + u' '
                              + Clock::timeOf(moment).toString(u"HH:mm"_s)
                                       : QString());
    };
    line.read = [this, edit, label = line.label]() -> Result<Value> {
        const QStringList parts = edit->text().simplified().split(u' ', Qt::SkipEmptyParts);
        if (parts.isEmpty())
            return Value();
        const auto day = parts.size() > 1 ? DayEdit::read(parts.front(), m_today) : std::optional(m_today);
        const auto time = timeOfDay(parts.back());
        if (!day || !time || parts.size() > 2)
            return fail(Error::Kind::Invalid,
                        tr("%1: '%2' is no time. Write it as 9:30, or 2021-09-03 9:30.").arg(label, edit->text()));
        return Value(Clock::momentOf(*day, *time));
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

} // namespace songhe::ui
