// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

#include <QtCore/QRegularExpression>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// From the ground up; a file includes its own layer and those before it. No layer stands here twice, so there are no
/// siblings that could include each other. A new folder of the core takes its place in this list.
const QStringList layersFromTheGround {
    u"core/base"_s,        u"core/records"_s,   u"core/storage"_s,    u"core/security"_s,
    u"core/rules"_s,       u"core/divisions"_s, u"core/centre"_s,     u"core/elders"_s,
    u"core/assessments"_s, u"core/meals"_s,     u"core/attendance"_s, u"core/facilities"_s,
    u"core/beds"_s,        u"core/staff"_s,     u"core/services"_s,   u"core/incidents"_s,
    u"core/visits"_s,      u"core/health"_s,    u"core/devices"_s,    u"core/care"_s,
    u"core/subsidies"_s,   u"core/reports"_s,   u"core/importing"_s,  u"core/exchange"_s,
    u"core/district"_s,    u"core/demo"_s,      u"ui/printing"_s,     u"ui"_s,
    u"app/cli"_s,          u"app/desktop"_s,
};

int layerOf(const QString& path)
{
    int found = -1;
    qsizetype longest = 0;
    for (int i = 0; i < layersFromTheGround.size(); ++i) {
        const QString& layer = layersFromTheGround.at(i);
        if (path.startsWith(layer + u'/') && layer.size() > longest) {
            found = i;
            longest = layer.size();
        }
    }
    return found;
}

struct Include {
    QString path;
    bool ours; ///< "…", not <…>
    qsizetype line;
};

QList<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression directive(u"^\\s*#\\s*include\\s+([\"<])([^\">]+)[\">]"_s);
    QList<Include> found;
    const QStringList lines = file.lines();
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const auto match = directive.match(lines.at(i)); match.hasMatch())
            found.append({match.captured(2), match.captured(1) == u"\""_s, i + 1});
    return found;
}

QString placed(const SourceFile& file, const Include& include)
{
    return u"%1:%2 includes %3"_s.arg(file.path).arg(include.line).arg(include.path);
}

} // namespace

TEST_CASE("every folder of the product has its place among the layers", "[architecture]")
{
    QStringList strangers;
    for (const SourceFile& file : productSources())
        if (layerOf(file.path) < 0)
            strangers.append(file.path);
    CHECK(strangers.join(u'\n') == u""_s);
    CHECK(productSources().size() > 20);
}

TEST_CASE("includes run only downwards", "[architecture]")
{
    QStringList upwards;
    for (const SourceFile& file : productSources())
        for (const Include& include : includesOf(file)) {
            const int there = layerOf(include.path);
            if (include.ours && there > layerOf(file.path))
                upwards.append(placed(file, include));
            if (include.ours && there < 0 && !include.path.endsWith(u".moc"_s))
                upwards.append(placed(file, include) + u", which is in no layer: write the path from the top"_s);
        }
    CHECK(upwards.join(u'\n') == u""_s);
}

TEST_CASE("the command line and the desktop know nothing of each other", "[architecture]")
{
    QStringList sideways;
    for (const SourceFile& file : productSources())
        for (const Include& include : includesOf(file))
            if ((file.isIn(u"app/cli"_s)
                 && (include.path.startsWith(u"app/desktop/"_s)
                     || (include.path.startsWith(u"ui/"_s) && !include.path.startsWith(u"ui/printing/"_s))))
                || (file.isIn(u"app/desktop"_s) && include.path.startsWith(u"app/cli/"_s)))
                sideways.append(placed(file, include));
    CHECK(sideways.join(u'\n') == u""_s);
}

TEST_CASE("a page knows no other page", "[architecture]")
{
    QStringList sideways;
    for (const SourceFile& file : productSources())
        for (const Include& include : includesOf(file)) {
            if (!file.isIn(u"ui/pages"_s) || !include.path.startsWith(u"ui/pages/"_s))
                continue;
            // A page too long for one file has others beside it: package_page_views.cpp.
            if (include.path.endsWith(u"_page.h"_s) && !file.path.startsWith(include.path.chopped(2)))
                sideways.append(placed(file, include));
        }
    CHECK(sideways.join(u'\n') == u""_s);
}

TEST_CASE("no widget reaches the core, and printing needs no widget", "[architecture]")
{
    static const QRegularExpression fine(u"^(QtCore|QtConcurrent|QtSql)/"_s);
    QStringList widgets;
    for (const SourceFile& file : productSources()) {
        const bool printing = file.isIn(u"ui/printing"_s) || file.isIn(u"app/cli"_s);
        if (!file.isIn(u"core"_s) && !printing)
            continue;
        for (const Include& include : includesOf(file)) {
            const bool ofQt = include.path.startsWith(u"Qt"_s)
                || (include.path.startsWith(u'Q') && include.path.size() > 1 && include.path.at(1).isUpper());
            const bool allowed
                = fine.match(include.path).hasMatch() || (printing && include.path.startsWith(u"QtGui/"_s));
            if (!include.ours && ofQt && !allowed)
                widgets.append(placed(file, include));
        }
    }
    CHECK(widgets.join(u'\n') == u""_s);
}
