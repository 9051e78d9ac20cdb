// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_centres_page.h"

#include "core/exchange/minisign.h"
#include "ui/dialogs/trust_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// The newest quarters first, each once: 2021Q3, 2021Q2, 2021Q1 …
QString deliveredQuarters(const std::vector<MergedPackage>& packages)
{
    constexpr qsizetype mostShown = 4;
    QStringList quarters;
    for (const MergedPackage& package : packages)
        if (!quarters.contains(package.quarter))
            quarters << package.quarter;
    std::sort(quarters.begin(), quarters.end(), std::greater<>());
    const bool more = quarters.size() > mostShown;
    return quarters.mid(0, mostShown).join(u"、"_s) + (more ? u" …"_s : QString());
}

} // namespace

DistrictCentresPage::DistrictCentresPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent)
    : DistrictPageBase(around, office, tr("Centres"), 560, parent)
{
    auto* add = new ActionButton(theme(), tr("Add a centre…"), QKeySequence(Qt::CTRL | Qt::Key_N),
                                 ActionButton::Kind::Main, this);
    add->setObjectName(u"add"_s);
    connect(add, &QPushButton::clicked, this, &DistrictCentresPage::addCentre);
    addAction(add);
    const ListAndSide cards = makeListAndSide();
    m_chosen = cards.chosen;
    makeList(*cards.list);
    makePackages(*cards.side);
}

void DistrictCentresPage::makeList(Card& card)
{
    m_centres = new RecordTableModel<Line>(
        {
            {tr("State"), [](const Line& line) { return line.packages.empty() ? tr("nothing yet") : tr("delivered"); },
             false, false, false, [](const Line& line) { return line.packages.empty() ? Tone::Soon : Tone::Good; }},
            {tr("Code"), [](const Line& line) { return line.centre.code; }, false, false, true},
            {tr("Name"), [](const Line& line) { return line.centre.name; }},
            {tr("Code of its key"), [](const Line& line) { return line.code; }},
            {tr("Quarters here"), [](const Line& line) { return deliveredQuarters(line.packages); }, false, true},
        },
        this);
    m_table = new TableView(theme(), tr("Centres whose packages are taken"), &card);
    m_table->setObjectName(u"centres"_s);
    m_table->setModel(m_centres);
    m_table->setStretchColumn(2);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictCentresPage::showPackages);
    card.body()->addWidget(m_table, 1);
}

void DistrictCentresPage::makePackages(Card& card)
{
    m_key = makeWrapped({}, TextRole::Muted, &card);
    m_key->setObjectName(u"keyText"_s);
    m_key->setAccessibleName(tr("Signature key"));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card.body()->addWidget(m_key);
    m_packages = new RecordTableModel<MergedPackage>(
        {
            {tr("Quarter"), [](const MergedPackage& package) { return package.quarter; }},
            {tr("Number"),
             [](const MergedPackage& package) { return u"%1"_s.arg(package.sequence, 4, 10, QLatin1Char('0')); }},
            {tr("Merged on"),
             [this](const MergedPackage& package) { return dayText(Clock::dayOf(package.mergedAt), today()); }},
        },
        this);
    m_packageTable = new TableView(theme(), tr("Packages of the chosen centre"), &card);
    m_packageTable->setObjectName(u"packages"_s);
    m_packageTable->setModel(m_packages);
    m_packageTable->setEmptyText(tr("No package came from it."), tr("F2: merge packages."));
    card.body()->addWidget(m_packageTable, 1);
}

void DistrictCentresPage::refresh()
{
    read<Lines>(
        tr("Reading…"),
        [](DistrictDesk& desk, Progress&) -> Result<Lines> {
            ASSIGN_OR_RETURN(std::vector<TrustedCentre> centres, desk.centres());
            ASSIGN_OR_RETURN(const std::vector<MergedPackage> packages, desk.packages());
            Lines lines;
            for (TrustedCentre& centre : centres) {
                Line line;
                if (const auto key = MinisignPublicKey::fromText(centre.minisignKey.toLatin1()))
                    line.code = key->shortCode();
                for (const MergedPackage& package : packages)
                    if (package.centre == centre.number)
                        line.packages.insert(line.packages.begin(), package); // newest first
                line.centre = std::move(centre);
                lines.push_back(std::move(line));
            }
            return lines;
        },
        [this](Lines lines) { showRead(std::move(lines)); });
}

void DistrictCentresPage::showRead(Lines lines)
{
    m_table->setEmptyText(tr("No centre is entered yet."),
                          tr("Ctrl+N: enter a centre's code and its signature key. Packages of others are refused."));
    showRecords(*m_centres, *m_table, std::move(lines), [](const Line& line) { return line.centre.code; });
    const QString wanted = std::exchange(m_wanted, {});
    for (std::size_t i = 0; i < m_centres->records().size(); ++i)
        if (m_centres->records()[i].centre.code == wanted)
            m_table->setCurrentIndex(m_centres->index(int(i), 0));
    showPackages();
    if (isVisible() && !m_packageTable->hasFocus())
        m_table->setFocus();
}

void DistrictCentresPage::showPackages()
{
    const Line* line = m_centres->record(m_table->currentIndex());
    m_chosen->setText(!line                             ? QString()
                          : line->centre.name.isEmpty() ? line->centre.code
                                                        : u"%1 %2"_s.arg(line->centre.code, line->centre.name));
    // A key has no blanks where a line could break.
    QString key = line ? line->centre.minisignKey : QString();
    for (qsizetype at = 14; at < key.size(); at += 15)
        key.insert(at, QChar(0x200B));
    m_key->setText(key);
    m_packages->setRecords(line ? line->packages : std::vector<MergedPackage>());
    m_packageTable->fitColumns();
}

void DistrictCentresPage::addCentre()
{
    auto* dialog = new TrustDialog(surroundings(), this);
    connect(dialog, &TrustDialog::trusted, this, &DistrictCentresPage::trust);
    dialog->open();
}

void DistrictCentresPage::trust(const QString& code, const QString& key)
{
    startDistrictTask<TrustedCentre>(
        office(), this, [code, key](DistrictDesk& desk, Progress&) { return desk.trust(code, key); },
        [this](Result<TrustedCentre> centre) {
            if (!centre) {
                say(centre.error());
                return;
            }
            say(tr("Packages of centre %1 are taken from now on.").arg(centre->code), Tone::Good);
            m_wanted = centre->code;
            Q_EMIT changed();
            refresh();
        });
}

} // namespace songhe::ui
