// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_desk.h"
#include "tests/support/catch.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/merge_elders_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("two files of one person are merged after a look at what moves, with a reason", "[ui][elders]")
{
    OpenedCentre centre;
    const Id<Elder> stays = centre.elder(u"王桂兰"_s, u"subsistence"_s);
    const Id<Elder> goes = centre.elder(u"王桂兰"_s, u"subsistence"_s);
    centre.meal(stays, {2021, 9, 3});
    centre.meal(goes, {2021, 9, 3}); // the same sitting, twice
    centre.meal(goes, {2021, 9, 4});
    const auto readings = Readings::load();
    REQUIRE(readings);
    ElderIndex index(*readings);
    ElderDesk elders(centre.session().ledger());
    for (const Id<Elder> id : {stays, goes})
        index.put(ElderIndex::entryOf(*elders.show(id)));

    MergeEldersDialog dialog(centre.around, centre.session().ledger(), index, *elders.show(stays), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* files = dialog.findChild<QTableView*>(u"files"_s);
    REQUIRE(files->model()->rowCount() == 1); // not the one that is open
    const QString preview = dialog.findChild<QLabel*>(u"preview"_s)->text();
    CHECK(preview.contains(u"meals: 1"_s));
    CHECK(preview.contains(goes.text()));
    CHECK(elders.show(goes)->recorded.isVoided() == false); // only looked at
    CHECK(savePicture(dialog, u"merge_elders"_s));

    QSignalSpy merged(&dialog, &MergeEldersDialog::merged);
    auto* act = dialog.findChild<ActionButton*>(u"mergeNow"_s);
    act->click(); // no reason
    CHECK(merged.isEmpty());
    CHECK(dialog.findChild<QLabel*>(u"message"_s)->isVisible());
    dialog.findChild<QLineEdit*>(u"reason"_s)->setText(u"重复建档，已核对身份证"_s);
    act->click();
    REQUIRE(merged.size() == 1);
    CHECK(elders.show(goes)->recorded.isVoided());
    CHECK_FALSE(elders.show(stays)->recorded.isVoided());
}

TEST_CASE("which file stays is chosen, and what the core refuses is told before anything is done", "[ui][elders]")
{
    OpenedCentre centre;
    const Id<Elder> shown = centre.elder(u"王桂兰"_s, u"subsistence"_s);
    const Id<Elder> other = centre.elder(u"王桂兰"_s, u"subsistence"_s);
    ElderDesk elders(centre.session().ledger());
    Elder numbered = *elders.show(other);
    numbered.residentNumber = u"150204195003050022"_s;
    numbered.noNumberReason.reset();
    REQUIRE(elders.edit(numbered));
    const auto readings = Readings::load();
    ElderIndex index(*readings);
    for (const Id<Elder> id : {shown, other})
        index.put(ElderIndex::entryOf(*elders.show(id)));
    MergeEldersDialog dialog(centre.around, centre.session().ledger(), index, *elders.show(shown), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* act = dialog.findChild<ActionButton*>(u"mergeNow"_s);
    CHECK_FALSE(act->isEnabled()); // the number is in the other one
    dialog.findChild<ChoiceBox*>(u"stays"_s)->setKey(u"other"_s);
    CHECK(act->isEnabled());
    CHECK_FALSE(dialog.findChild<QLabel*>(u"message"_s)->isVisible());
}

TEST_CASE("merging files is named throughout and cuts no word, in both languages", "[ui][elders]")
{
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        for (const int percent : {100, 150}) {
            CAPTURE(language.toStdString(), percent);
            const Speaking speaking(language);
            OpenedCentre centre(percent);
            const Id<Elder> shown = centre.elder(u"王桂兰"_s, u"subsistence"_s);
            const Id<Elder> other = centre.elder(u"王桂兰"_s, u"subsistence"_s);
            centre.meal(other, {2021, 9, 3});
            ElderDesk elders(centre.session().ledger());
            const auto readings = Readings::load();
            ElderIndex index(*readings);
            for (const Id<Elder> id : {shown, other})
                index.put(ElderIndex::entryOf(*elders.show(id)));
            MergeEldersDialog dialog(centre.around, centre.session().ledger(), index, *elders.show(shown), nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            QTest::qWait(50);
            CHECK(namelessControls(dialog) == QStringList());
            CHECK(cutWords(dialog) == QStringList());
            CHECK(savePicture(dialog, u"merge_%1_%2"_s.arg(language).arg(percent)));
        }
}
