// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_result.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QString scaleChoiceText(const QString& choice)
{
    static const std::pair<const char*, const char*> words[] = {
        {"lower_first", QT_TRANSLATE_NOOP("ScaleChoice", "the milder level is read first")},
        {"higher_first", QT_TRANSLATE_NOOP("ScaleChoice", "the graver level is read first")},
        {"single", QT_TRANSLATE_NOOP("ScaleChoice", "one level in all, however many clauses apply")},
        {"stack", QT_TRANSLATE_NOOP("ScaleChoice", "one level for each clause")},
    };
    static constexpr char gathered[] = "ScaleChoice"; // by QT_TRANSLATE_NOOP above
    for (const auto& [key, text] : words)
        if (choice == QLatin1String(key))
            return QCoreApplication::translate(gathered, text);
    return choice;
}

SheetResult::SheetResult(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_level(makeWrapped({}, TextRole::Answer, this))
    , m_preliminary(makeWrapped({}, TextRole::Muted, this))
    , m_clauses(makeWrapped({}, TextRole::Body, this))
    , m_ambiguous(makeWrapped({}, TextRole::Body, this))
    , m_groups(new QGridLayout)
    , m_missingTitle(makeLabel({}, TextRole::Muted, this))
    , m_missing(new QListWidget(this))
{
    body()->addWidget(makeLabel(tr("Level"), TextRole::Muted, this));
    m_level->setObjectName(u"level"_s);
    m_preliminary->setObjectName(u"preliminary"_s);
    m_clauses->setObjectName(u"clauses"_s);
    m_ambiguous->setObjectName(u"ambiguous"_s);
    body()->addWidget(m_level);
    for (QLabel* label : {m_preliminary, m_clauses, m_ambiguous}) {
        label->hide();
        body()->addWidget(label);
    }
    body()->addWidget(makeRule(this));
    // The level and why it rose stay in sight; what is below may have to scroll.
    auto* below = new QWidget(this);
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, theme.px(8), 0);
    column->setSpacing(theme.px(8));
    m_groups->setHorizontalSpacing(theme.px(10));
    m_groups->setVerticalSpacing(theme.px(4));
    m_groups->setColumnStretch(0, 1);
    column->addLayout(m_groups);
    column->addWidget(makeRule(below));
    column->addWidget(m_missingTitle);
    m_missing->setObjectName(u"missing"_s);
    m_missing->setAccessibleName(tr("Items without an answer"));
    m_missing->setFocusPolicy(Qt::NoFocus);
    m_missing->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_missing->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_missing);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setProperty("surface", true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(below);
    body()->addWidget(scroll, 1);
    connect(m_missing, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* line) { Q_EMIT itemWanted(line->data(Qt::UserRole).toInt()); });
}

void SheetResult::setScale(const Scale& scale)
{
    while (QLayoutItem* old = m_groups->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_groupLabels.clear();
    int row = 0;
    for (const ScaleGroup& group : scale.groups) {
        QLabel* sum = makeLabel({}, TextRole::Body, this);
        sum->setObjectName(u"sum_"_s + group.code);
        sum->setAlignment(Qt::AlignRight | Qt::AlignTop);
        // One line each: rows whose height depends on their width are pressed together where room is short.
        QLabel* grade = new ElidedLabel(TextRole::MutedSmall, this);
        QLabel* title = new ElidedLabel(TextRole::Body, this);
        title->setText(group.title.text());
        grade->setObjectName(u"grade_"_s + group.code);
        for (QLabel* label : {title, sum})
            label->setMinimumHeight(QFontMetrics(m_theme.font(Type::Body)).height() + 2);
        grade->setMinimumHeight(QFontMetrics(m_theme.font(Type::Small)).height() + 2);
        m_groups->addWidget(title, row, 0);
        m_groups->addWidget(sum, row++, 1);
        if (!group.grades.empty())
            m_groups->addWidget(grade, row++, 0, 1, 2);
        else
            grade->hide();
        m_groupLabels.emplace_back(sum, grade);
    }
}

QString SheetResult::preliminaryText(const Scale& scale, const SheetScore& score)
{
    if (!score.preliminary)
        return {};
    const QString words = tr("Preliminary level: %1").arg(scale.level(*score.preliminary).title.text());
    return score.total ? tr("%1 · total %2 of %3").arg(words).arg(*score.total).arg(scale.maxTotal()) : words;
}

QStringList SheetResult::clauseLines(const Scale& scale, const SheetScore& score)
{
    QStringList lines;
    for (const QString& id : score.clauses)
        if (const ScaleClause* clause = scale.clauseById(id))
            lines << tr("%1: %2").arg(id, clause->title.text());
    return lines;
}

QString SheetResult::ambiguityText(const Scale& scale, const SheetScore& score)
{
    if (!score.ambiguous)
        return {};
    return tr("The text of %1 gives two levels to these grades. Reading used: %2. Both assessors confirm it with a "
              "reason.")
        .arg(scale.code, scaleChoiceText(score.reading));
}

void SheetResult::show(const AnswerSheet& sheet, const SheetScore& score)
{
    const Scale& scale = sheet.scale();
    m_level->setText(score.final ? scale.level(*score.final).title.text() : u"—"_s);
    m_preliminary->setText(preliminaryText(scale, score));
    m_preliminary->setVisible(score.preliminary.has_value());
    setBanner(m_clauses, clauseLines(scale, score).join(u'\n'),
              score.final == score.preliminary ? Tone::Plain : Tone::Soon);
    setBanner(m_ambiguous, ambiguityText(scale, score), Tone::Soon);
    showGroups(scale, score);
    showMissing(sheet);
}

void SheetResult::showGroups(const Scale& scale, const SheetScore& score)
{
    for (std::size_t g = 0; g < m_groupLabels.size(); ++g) {
        const ScaleGroup& group = scale.groups[g];
        const auto& [sum, grade] = m_groupLabels[g];
        if (group.method == ScaleGroup::Method::Sum)
            sum->setText(score.sums[g] ? u"%1 / %2"_s.arg(*score.sums[g]).arg(group.max) : u"— / %1"_s.arg(group.max));
        QString words = tr("not yet full");
        for (const ScaleGrade& one : group.grades)
            if (one.grade == score.grades[g])
                words = tr("grade %1, %2").arg(one.grade).arg(one.title.text());
        grade->setText(words);
    }
}

void SheetResult::showMissing(const AnswerSheet& sheet)
{
    const Scale& scale = sheet.scale();
    m_missing->clear();
    for (int i = 0; i < int(scale.items.size()); ++i) {
        if (sheet.isAnswered(i))
            continue;
        const ScaleItem& item = scale.items[std::size_t(i)];
        auto* line = new QListWidgetItem(item.code + u' ' + item.title.text(), m_missing);
        line->setData(Qt::UserRole, i);
    }
    const int missing = m_missing->count();
    m_missing->setVisible(missing > 0);
    if (missing > 0)
        m_missing->setFixedHeight(missing * m_missing->sizeHintForRow(0) + m_theme.px(4));
    m_missingTitle->setText(missing > 0 ? tr("%n item(s) without an answer", nullptr, missing)
                                        : tr("Every item is answered"));
}

} // namespace songhe::ui
