// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_form.h"

#include "core/base/clock.h"
#include "ui/forms/contacts_edit.h"
#include "ui/forms/reference_edit.h"
#include "ui/widgets/check_line.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

Value textValue(const QString& typed)
{
    const QString text = typed.trimmed();
    return text.isEmpty() ? Value() : Value(text);
}

/// Several phones in one field are parted by any usual mark.
Value listValue(const QString& typed)
{
    static const QRegularExpression mark(u"[、,，;；/\\s]+"_s);
    const QStringList list = typed.split(mark, Qt::SkipEmptyParts);
    return list.isEmpty() ? Value() : Value(detail::jsonText(list));
}

} // namespace

FormBase::FormBase(const Theme& theme, QDate today, QWidget* parent, const References* references)
    : QWidget(parent)
    , m_theme(theme)
    , m_references(references)
    , m_today(today)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(20));
    m_grid->setVerticalSpacing(theme.px(8));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void FormBase::addField(const FieldInfo& field, const char* context)
{
    Line line;
    line.field = field;
    line.label = QCoreApplication::translate(context, field.options.label);
    if (field.kind == FieldKind::Area)
        line.label = tr("%1 (m²)").arg(line.label);
    const auto words = m_references && m_references->words && field.kind == FieldKind::Text
        ? m_references->words(QString::fromLatin1(context), field.key())
        : std::vector<std::pair<QString, QString>>();
    if (words.empty())
        makeEditor(line);
    else
        makeWord(line, words);
    line.editor->setObjectName(field.key());
    line.editor->setAccessibleName(line.label);

    auto* cell = new QVBoxLayout;
    cell->setSpacing(m_theme.px(4));
    QLabel* label = makeLabel(field.options.required ? line.label + u" *"_s : line.label, TextRole::Muted, this);
    label->setBuddy(line.editor);
    cell->addWidget(label);
    cell->addWidget(line.editor);
    // What is long gets a row of its own.
    const bool wide = field.kind == FieldKind::Json || field.options.maxLength >= 200;
    if (wide && m_cells % 2 == 1)
        ++m_cells;
    m_grid->addLayout(cell, m_cells / 2, m_cells % 2, 1, wide ? 2 : 1);
    m_cells += wide ? 2 : 1;
    m_lines.push_back(std::move(line));
}

void FormBase::makeEditor(Line& line)
{
    switch (line.field.kind) {
    case FieldKind::Day:
        return makeDay(line);
    case FieldKind::Moment:
        return makeMoment(line);
    case FieldKind::Money:
        return makeMoney(line);
    case FieldKind::Area:
        return makeArea(line);
    case FieldKind::Integer:
        return makeInteger(line);
    case FieldKind::Reference:
        return m_references ? makeReference(line) : makeText(line);
    case FieldKind::Choice:
        return makeChoice(line);
    case FieldKind::Flag:
        return makeFlag(line);
    case FieldKind::Json:
        return line.field.key() == u"certificates" && m_references ? makeCertificates(line) : makeContacts(line);
    case FieldKind::Text:
        return *line.field.options.refersTo && m_references ? makeItem(line) : makeText(line);
    case FieldKind::TextList:
        return *line.field.options.refersTo && m_references ? makeItems(line) : makeText(line);
    default:
        return makeText(line);
    }
}

void FormBase::makeText(Line& line)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(line.field.options.maxLength > 0 ? line.field.options.maxLength : 500);
    const bool list = line.field.kind == FieldKind::TextList;
    line.show = [edit, list](const Value& value) {
        const auto texts = list ? detail::jsonList(value.text()) : std::nullopt;
        edit->setText(texts ? texts->join(u"、"_s) : value.text());
        edit->setCursorPosition(0);
    };
    line.read = [edit, list]() -> Result<Value> { return list ? listValue(edit->text()) : textValue(edit->text()); };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

void FormBase::makeDay(Line& line)
{
    auto* edit = new DayEdit(m_today, this);
    line.show
        = [edit](const Value& value) { edit->setDay(value.isNull() ? std::nullopt : std::optional(value.day())); };
    line.read = [edit, label = line.label]() -> Result<Value> {
        if (!edit->isRight())
            return fail(Error::Kind::Invalid,
                        tr("%1: '%2' is not a day. Write it as 2021-09-03.").arg(label, edit->text()));
        return Value(edit->day());
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

void FormBase::makeWord(Line& line, const std::vector<std::pair<QString, QString>>& words)
{
    auto* box = new ChoiceBox(this);
    if (!line.field.options.required)
        box->addItem(QString(), QString());
    for (const auto& [key, text] : words)
        box->addItem(text, key);
    // A word that is none of the catalogue any more keeps its place.
    line.show = [box](const Value& value) {
        if (!value.text().isEmpty() && box->findData(value.text()) < 0)
            box->addItem(value.text(), value.text());
        box->setKey(value.text());
    };
    line.read = [box]() -> Result<Value> { return textValue(box->key()); };
    connect(box, &QComboBox::activated, this, &FormBase::edited);
    line.editor = box;
}

void FormBase::makeMoney(Line& line)
{
    auto* edit = new FenEdit(this);
    line.show = [edit, optional = line.field.optional](const Value& value) {
        if (optional && value.isNull())
            edit->clear();
        else
            edit->setFen(Fen {value.integer()});
    };
    line.read = [edit, label = line.label]() -> Result<Value> {
        if (!edit->isRight())
            return fail(Error::Kind::Invalid,
                        tr("%1: '%2' is not an amount. Write it as 12.50.").arg(label, edit->text()));
        return Value(edit->fen());
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    line.editor = edit;
}

void FormBase::makeArea(Line& line)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(20);
    line.show = [edit](const Value& value) {
        edit->setText(value.isNull() || value.integer() == 0 ? QString() : Area {value.integer()}.squareMetresText());
    };
    line.read = [edit, label = line.label]() -> Result<Value> {
        if (edit->text().trimmed().isEmpty())
            return Value();
        const auto area = Area::fromSquareMetresText(edit->text());
        if (!area)
            return fail(
                Error::Kind::Invalid,
                tr("%1: '%2' is no floor area. Write it in m² with at most two decimals.").arg(label, edit->text()));
        return Value(*area);
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

void FormBase::makeInteger(Line& line)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(9);
    line.show = [edit](const Value& value) {
        edit->setText(value.isNull() || value.integer() == 0 ? QString() : QString::number(value.integer()));
    };
    line.read = [edit, label = line.label]() -> Result<Value> {
        const QString text = edit->text().trimmed();
        bool whole = false;
        const qint64 number = text.toLongLong(&whole);
        if (text.isEmpty())
            return Value();
        if (!whole)
            return fail(Error::Kind::Invalid, tr("%1: '%2' is no whole number.").arg(label, text));
        return Value(number);
    };
    connect(edit, &QLineEdit::textEdited, this, &FormBase::edited);
    connect(edit, &QLineEdit::returnPressed, this, &FormBase::submitted);
    line.editor = edit;
}

void FormBase::makeReference(Line& line)
{
    const QString family = QString::fromLatin1(line.field.options.refersTo);
    const auto few = m_references->all(family);
    if (!few)
        return makeSearched(line, family);
    auto* box = new ChoiceBox(this);
    box->addItem(QString(), qint64(0));
    for (const Found& each : *few)
        box->addItem(each.title, each.record);
    // A record that is no choice any more keeps its place: saving a form must not lose it.
    line.show = [this, box, family](const Value& value) {
        const qint64 id = value.integer();
        if (box->findData(id) < 0)
            box->addItem(m_references->name(family, id), id);
        box->setCurrentIndex(box->findData(id));
    };
    line.read = [box]() -> Result<Value> {
        const qint64 id = box->currentData().toLongLong();
        return id == 0 ? Value() : Value(id);
    };
    connect(box, &QComboBox::activated, this, &FormBase::edited);
    line.editor = box;
}

void FormBase::makeSearched(Line& line, const QString& family)
{
    auto* edit = new ReferenceEdit(m_theme, *m_references, family, this);
    line.show = [edit](const Value& value) { edit->setReference(value.integer()); };
    line.read = [edit, label = line.label]() -> Result<Value> {
        if (!edit->isRight())
            return fail(Error::Kind::Invalid,
                        tr("%1: '%2' was not chosen from the list. Type, then press Enter on the right one.")
                            .arg(label, edit->text()));
        return edit->reference() == 0 ? Value() : Value(edit->reference());
    };
    connect(edit, &ReferenceEdit::edited, this, &FormBase::edited);
    line.editor = edit;
}

void FormBase::makeChoice(Line& line)
{
    auto* box = new ChoiceBox(line.field.choices(), line.field.optional, this);
    line.show = [box](const Value& value) { box->setKey(value.text()); };
    line.read = [box]() -> Result<Value> { return textValue(box->key()); };
    connect(box, &QComboBox::activated, this, &FormBase::edited);
    line.editor = box;
}

void FormBase::makeFlag(Line& line)
{
    if (line.field.optional) { // not known is neither yes nor no
        auto* choice = new ChoiceBox(this);
        choice->addItem(QString(), QString());
        choice->addItem(tr("yes"), u"yes"_s);
        choice->addItem(tr("no"), u"no"_s);
        line.show = [choice](const Value& value) {
            choice->setKey(value.isNull() ? QString() : value.integer() != 0 ? u"yes"_s : u"no"_s);
        };
        line.read = [choice]() -> Result<Value> {
            return choice->key().isEmpty() ? Value() : Value(choice->key() == u"yes");
        };
        connect(choice, &QComboBox::activated, this, &FormBase::edited);
        line.editor = choice;
        return;
    }
    auto* box = new CheckLine(m_theme, line.label, QString(), this);
    line.show = [box](const Value& value) { box->setChecked(value.integer() != 0); };
    line.read = [box]() -> Result<Value> { return Value(box->isChecked()); };
    connect(box, &CheckLine::clicked, this, &FormBase::edited);
    line.editor = box;
}

void FormBase::makeContacts(Line& line)
{
    auto* edit = new ContactsEdit(m_theme, this);
    line.show
        = [edit](const Value& value) { edit->setContacts(detail::jsonArray(value.text()).value_or(QJsonArray())); };
    line.read = [edit]() -> Result<Value> {
        const QJsonArray contacts = edit->contacts();
        return contacts.isEmpty() ? Value() : Value(detail::jsonText(contacts));
    };
    connect(edit, &ContactsEdit::edited, this, &FormBase::edited);
    line.editor = edit;
}

void FormBase::showValue(std::size_t line, const Value& value)
{
    m_lines[line].show(value);
    const auto read = m_lines[line].read();
    m_lines[line].shown = read ? *read : value;
}

int FormBase::changedFields() const
{
    int changed = 0;
    for (const Line& line : m_lines) {
        const auto now = line.read();
        changed += !now || !(*now == line.shown) ? 1 : 0;
    }
    return changed;
}

QWidget* FormBase::editor(const char* key) const
{
    for (const Line& line : m_lines)
        if (line.field.key() == QLatin1String(key))
            return line.editor;
    return nullptr;
}

void FormBase::focusFirst()
{
    if (!m_lines.empty())
        m_lines.front().editor->setFocus();
}

} // namespace songhe::ui
