// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/assessment_tables_form.h"

#include "ui/forms/risk_form.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtGui/QPixmap>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// Below it a grown-up is underweight (WS/T 428-2013, 4.1).
constexpr double leastBodyMassIndex = 18.5;

QString textOrNothing(const std::optional<QString>& text)
{
    return text.value_or(QString());
}

void putOwn(std::optional<QString>& member, const QLineEdit* edit)
{
    const QString typed = edit ? edit->text().trimmed() : QString();
    member = typed.isEmpty() ? std::nullopt : std::optional(typed);
}

} // namespace

QHash<QString, QString> knownForTables(const Elder& elder, const Assessment& assessment, QDate today)
{
    const QString none = u"—"_s;
    return {{u"elder.name"_s, elder.name},
            {u"elder.sex"_s, choiceText(elder.sex)},
            {u"elder.born"_s, elder.born ? elder.born->toString(Qt::ISODate) : none},
            {u"elder.resident_number"_s, elder.residentNumber.value_or(none)},
            {u"elder.ethnic_group"_s, elder.ethnicGroup.value_or(none)},
            {u"assessment.id"_s, assessment.id.text()},
            {u"assessment.assessed_on"_s, dayText(assessment.assessedOn, today)},
            {u"assessment.reason"_s, choiceText(assessment.reason)},
            {u"assessment.coma"_s, assessment.coma ? AssessmentTablesForm::tr("yes") : AssessmentTablesForm::tr("no")}};
}

AssessmentTablesForm::AssessmentTablesForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"tables"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* inner = new QWidget(this);
    inner->setObjectName(u"plain"_s);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    m_column->setSpacing(theme.px(12));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
}

void AssessmentTablesForm::open(const Shown& shown, const Assessment& assessment)
{
    m_shown = shown;
    m_showing = true;
    clearLayout(*m_column);
    m_lines.clear();
    m_known.clear();
    m_provider = m_place = m_assessor1 = m_assessor2 = m_remark = nullptr;
    m_drawing = m_computed = nullptr;
    // Who was there comes first: these are on every report, the tables may be filled later.
    addSignatures();
    for (const ScaleTable& table : shown.scale->tables)
        if (!table.events) // they have a part of their own
            addTable(table, assessment);
    m_column->addStretch();
    for (const auto& [edit, value] : {std::pair(m_place, assessment.place),
                                      {m_assessor1, assessment.assessor1},
                                      {m_assessor2, assessment.assessor2},
                                      {m_provider, assessment.provider},
                                      {m_remark, assessment.remark}})
        if (edit)
            edit->setText(textOrNothing(value));
    m_showing = false;
    take(assessment);
    setFocusProxy(m_place);
}

void AssessmentTablesForm::addTable(const ScaleTable& table, const Assessment&)
{
    auto* card = new Card(m_theme, table.code + u' ' + table.title.text(), this);
    for (const ScaleField& field : table.fields)
        if (field.setting.isEmpty() || m_shown.religion)
            addField(*card, field);
    m_column->addWidget(card);
}

void AssessmentTablesForm::addField(Card& card, const ScaleField& field)
{
    card.body()->addWidget(makeWrapped(field.title.text(), TextRole::Muted, &card));
    if (field.from == u"assessment.provider") {
        m_provider = addOwn(card, {}, "provider", 200);
        m_provider->setAccessibleName(field.title.text());
        return;
    }
    if (!field.from.isEmpty()) {
        QLabel* label = makeWrapped(m_shown.known.value(field.from, u"—"_s), TextRole::Body, &card);
        m_known.emplace_back(field.from, label);
        card.body()->addWidget(label);
        return;
    }
    QWidget* editor = nullptr;
    switch (field.kind) {
    case ScaleField::Kind::Text:
        editor = makeText(field);
        break;
    case ScaleField::Kind::Number:
        editor = makeNumber(field);
        break;
    case ScaleField::Kind::Choice:
        editor = makeChoice(field);
        break;
    case ScaleField::Kind::Multi:
        editor = makeMulti(field);
        break;
    case ScaleField::Kind::Rows:
        editor = makeRows(field);
        break;
    }
    editor->setObjectName(u"table_"_s + field.key);
    editor->setAccessibleName(field.title.text());
    // A short field must not make the whole card as narrow as itself.
    card.body()->addWidget(editor, 0, field.kind == ScaleField::Kind::Number ? Qt::AlignLeft : Qt::Alignment());
    if (field.computed == u"bmi") {
        m_computed = makeWrapped({}, TextRole::MutedSmall, &card);
        m_computed->setObjectName(u"bodyMassIndex"_s);
        card.body()->addWidget(m_computed);
    }
}

QLineEdit* AssessmentTablesForm::addOwn(Card& card, const QString& label, const char* name, int most)
{
    auto* edit = new QLineEdit(&card);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setMaxLength(most);
    edit->setReadOnly(m_shown.readOnly);
    if (!label.isEmpty()) {
        card.body()->addWidget(makeWrapped(label, TextRole::Muted, &card));
        edit->setAccessibleName(label);
    }
    card.body()->addWidget(edit);
    connect(edit, &QLineEdit::editingFinished, this, &AssessmentTablesForm::tell);
    return edit;
}

void AssessmentTablesForm::addSignatures()
{
    auto* card = new Card(m_theme, tr("Place, assessors and remark"), this);
    m_place = addOwn(*card, tr("Place of the assessment"), "place", 200);
    m_assessor1 = addOwn(*card, tr("First assessor"), "assessor1", 60);
    m_assessor2 = addOwn(*card, m_shown.scale->assessors > 1 ? tr("Second assessor") : tr("Second assessor, if any"),
                         "assessor2", 60);
    m_remark = addOwn(*card, tr("Remark"), "remark", 1000);
    const auto& items = m_shown.scale->items;
    if (std::any_of(items.begin(), items.end(), [](const ScaleItem& item) { return item.test.has_value(); })) {
        card->body()->addWidget(makeWrapped(tr("The clock the elder drew"), TextRole::Muted, card));
        m_drawing = new QLabel(card);
        m_drawing->setObjectName(u"drawing"_s);
        m_drawing->setWordWrap(true);
        card->body()->addWidget(m_drawing);
        if (!m_shown.readOnly) {
            auto* choose = new ActionButton(m_theme, tr("Choose the picture…"), {}, ActionButton::Kind::Plain, card);
            choose->setObjectName(u"chooseDrawing"_s);
            connect(choose, &QPushButton::clicked, this, &AssessmentTablesForm::drawingWanted);
            card->body()->addWidget(choose, 0, Qt::AlignLeft);
        }
    }
    m_column->addWidget(card);
}

void AssessmentTablesForm::showDrawing(const QByteArray& image)
{
    if (!m_drawing)
        return;
    QPixmap picture;
    if (picture.loadFromData(image))
        m_drawing->setPixmap(
            picture.scaled(m_theme.px(160), m_theme.px(160), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    else
        m_drawing->setText(tr("No picture yet. JPEG or PNG, at most 2 MB."));
}

void AssessmentTablesForm::tell()
{
    if (!m_showing)
        Q_EMIT edited();
}

/// Underweight follows from height and weight where both are there; else it is answered by hand.
void AssessmentTablesForm::compute(QJsonObject& tables) const
{
    for (const ScaleTable& table : m_shown.scale->tables)
        for (const ScaleField& field : table.fields) {
            if (field.computed != u"bmi" || field.options.size() < 2)
                continue;
            const double metres = tables.value(u"height_cm"_s).toDouble() / 100;
            const double weight = tables.value(u"weight_kg"_s).toDouble();
            if (metres <= 0 || weight <= 0)
                continue;
            const bool low = weight / (metres * metres) < leastBodyMassIndex;
            tables.insert(field.key, field.options[low ? 1 : 0].key);
        }
}

void AssessmentTablesForm::put(Assessment& assessment) const
{
    QJsonObject tables = assessment.tables;
    for (const Line& line : m_lines) {
        if (!line.problem().isEmpty())
            continue;
        const QJsonValue value = line.read();
        // An emptied list says that none of it holds any more; one never touched says nothing.
        if (value.isUndefined() && tables.value(line.key).isArray())
            tables.insert(line.key, QJsonArray());
        else if (value.isUndefined())
            tables.remove(line.key);
        else
            tables.insert(line.key, value);
    }
    compute(tables);
    assessment.tables = tables;
    putOwn(assessment.place, m_place);
    putOwn(assessment.assessor1, m_assessor1);
    putOwn(assessment.assessor2, m_assessor2);
    putOwn(assessment.remark, m_remark);
    if (m_provider)
        putOwn(assessment.provider, m_provider);
}

void AssessmentTablesForm::take(const Assessment& assessment)
{
    m_showing = true;
    for (const Line& line : m_lines)
        if (line.problem().isEmpty())
            line.write(assessment.tables.value(line.key));
    for (const auto& [from, label] : m_known)
        if (from == u"assessment.coma")
            label->setText(assessment.coma ? tr("yes") : tr("no"));
    if (m_computed) {
        const double metres = assessment.tables.value(u"height_cm"_s).toDouble() / 100;
        const double weight = assessment.tables.value(u"weight_kg"_s).toDouble();
        m_computed->setText(metres > 0 && weight > 0 ? tr("Body mass index %1, from height and weight")
                                                           .arg(QString::number(weight / (metres * metres), 'f', 1))
                                                     : tr("Follows from height and weight where both are written."));
    }
    m_showing = false;
}

QString AssessmentTablesForm::problem() const
{
    for (const Line& line : m_lines)
        if (const QString problem = line.problem(); !problem.isEmpty())
            return problem;
    return {};
}

} // namespace songhe::ui
