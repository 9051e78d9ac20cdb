// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("every text has a contrast of 4.5 on every paper it stands on", "[ui][theme]")
{
    for (const Tokens& t : {Tokens::light(), Tokens::highContrast()}) {
        const Theme theme(t);
        for (const QColor& paper : {t.paper, t.side, t.surface, t.head, t.palePine}) {
            CHECK(contrast(t.ink, paper) >= 4.5);
            CHECK(contrast(t.mutedInk, paper) >= 4.5);
        }
        CHECK(contrast(t.onPine, t.pine) >= 4.5);
        CHECK(contrast(t.palePine, t.pine) >= 4.5);
        for (const Tone tone : {Tone::Plain, Tone::Good, Tone::Soon, Tone::Bad}) {
            CHECK(contrast(theme.toneInk(tone), theme.tonePaper(tone)) >= 4.5);
            CHECK(contrast(theme.toneInk(tone), t.surface) >= 4.5);
        }
    }
}

TEST_CASE("the stylesheet leaves no token unfilled and grows with the text scale", "[ui][theme]")
{
    const QString small = Theme().styleSheet();
    const QString large = Theme(Tokens::light(), 175).styleSheet();
    REQUIRE(!small.isEmpty());
    for (const QString& sheet : {small, large}) {
        const QString rules = sheet.mid(sheet.indexOf(u"*/"_s));
        CHECK(!rules.contains(u'@'));
        CHECK(!rules.contains(u'$'));
    }
    CHECK(small.contains(u"font-size: 34px"_s));
    CHECK(large.contains(u"font-size: 60px"_s));
}

TEST_CASE("the navigation folds from 150 percent on, not before", "[ui][theme]")
{
    CHECK(!Theme(Tokens::light(), 125).folded());
    CHECK(Theme(Tokens::light(), 150).folded());
}

TEST_CASE("a button has room for its words and its key", "[ui][theme]")
{
    const Theme theme;
    const ActionButton bare(theme, u"撤销上一条"_s);
    const ActionButton keyed(theme, u"撤销上一条"_s, QKeySequence(Qt::CTRL | Qt::Key_Z));
    CHECK(keyed.sizeHint().width() > bare.sizeHint().width() + keyHintSize(theme, u"Ctrl Z"_s).width());
    CHECK(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)) == u"Ctrl ↵"_s);
}
