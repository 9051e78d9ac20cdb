// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/test_store.h"
#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/opened_centre.h"
#include "ui/pages/assessment_sheet.h"
#include "ui/pages/assessments_page.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/sheet_item_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace songhe::ui {

inline const QString gbt = QStringLiteral("gbt42195-2022");
inline const QString mzt = QStringLiteral("mzt039-2013");

/// The assessments page over a centre in memory with one elder; the clock stands at 2021-09-03.
struct AssessFixture {
    explicit AssessFixture(int percent = 100)
        : theme(Tokens::light(), percent)
    {
        theme.apply(*qApp);
        REQUIRE(scales);
        REQUIRE(readings);
        index.emplace(*readings);
        desk.emplace(*store, *scales);
        who = add(QStringLiteral("王秀英"));
        makePage();
    }

    Id<Elder> add(const QString& name)
    {
        Elder elder;
        elder.name = name;
        elder.sex = Sex::Female;
        elder.born = QDate(1939, 3, 5);
        elder.noNumberReason = QStringLiteral("补办中");
        const auto added = elders.add(elder, {});
        REQUIRE(added);
        index->put(ElderIndex::entryOf(*added));
        return added->id;
    }

    void makePage()
    {
        page = std::make_unique<AssessmentsPage>(
            around,
            AssessmentsPage::Desks {*desk, elders, *index, settings, store->user,
                                    [this](QWidget*, Id<Assessment> id) { printed << id.text(); },
                                    [this](QWidget*, const Scale& scale) { printed << scale.id; }});
        showLarge(*page);
        page->refresh();
    }

    /// Ctrl+N's dialog, by its keys.
    void begin(const QString& standard)
    {
        button("new")->click();
        auto* dialog = page->findChild<QDialog*>(QStringLiteral("newAssessment"));
        REQUIRE(dialog);
        auto* search = dialog->findChild<SearchField*>(QStringLiteral("elder"));
        QTest::keyClicks(search, QStringLiteral("wxy"));
        QTest::keyClick(search, Qt::Key_Return);
        dialog->findChild<ChoiceBox*>(QStringLiteral("standard"))->setKey(standard);
        dialog->findChild<QPushButton*>(QStringLiteral("begin"))->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    SheetItemView* item() { return page->findChild<SheetItemView*>(QStringLiteral("item")); }
    AssessmentSheet* sheet() { return page->findChild<AssessmentSheet*>(); }
    QPushButton* button(const char* name) { return page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QString words(const char* label, QWidget* in = nullptr)
    {
        auto* found = (in ? in : sheet())->findChild<QLabel*>(QString::fromLatin1(label));
        REQUIRE(found);
        return found->text();
    }
    void press(QChar key) { QTest::keyClick(item(), key.toLatin1()); }
    /// Answers each item by the option of that index, or by its last where there are fewer.
    void fill(int option)
    {
        for (const ScaleItem& one : sheet()->sheet().scale().items)
            press(one.options[std::size_t(qMin(option, int(one.options.size()) - 1))].press);
    }
    Assessment only()
    {
        const auto list = desk->listOf(who);
        REQUIRE(list);
        REQUIRE(list->size() == 1);
        return list->front();
    }
    QTableView* list() { return page->findChild<QTableView*>(QStringLiteral("assessments")); }
    QString cell(QTableView* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    /// A confirmed sheet as another program would bring it.
    Assessment confirmed(const QString& standard, QDate on, int option)
    {
        const Scale* scale = scales->find(standard);
        AnswerSheet answers(*scale);
        for (int i = 0; i < int(scale->items.size()); ++i)
            answers.choose(i, qMin(option, int(scale->items[std::size_t(i)].options.size()) - 1));
        Assessment made;
        made.elder = who;
        made.standard = standard;
        made.assessedOn = on;
        made.assessor1 = QStringLiteral("赵敏");
        made.assessor2 = QStringLiteral("钱红");
        putSheet(made, answers);
        const auto added = desk->add(made, true);
        REQUIRE(added);
        return *added;
    }

    TestStore store;
    FakeAsker asker;
    Theme theme;
    Surroundings around {theme, asker, store.clock()};
    Result<ScaleShelf> scales = ScaleShelf::builtIn();
    Result<Readings> readings = Readings::load();
    std::optional<ElderIndex> index;
    std::optional<AssessmentDesk> desk;
    ElderDesk elders {*store};
    Settings settings {*store};
    Id<Elder> who;
    QStringList printed;
    std::unique_ptr<AssessmentsPage> page;
};

} // namespace songhe::ui
