// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_centres_page.h"

#include "core/exchange/minisign.h"
#include "ui/dialogs/trust_dialog.h"
#include "ui/tasks/district_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
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
    : Page(around, tr("Centres"), parent)
    , m_surroundings(around)
    , m_office(office)
{
    if (theme().folded())
        setMinimumHeight(theme().px(560));
    auto* add = new ActionButton(theme(), tr("Add a centre…"), QKeySequence(Qt::CTRL | Qt::Key_N),
                                 ActionButton::Kind::Main, this);
    add->setObjectName(u"add"_s);
    connect(add, &QPushButton::clicked, this, &DistrictCentresPage::addCentre);
    addAction(add);
    m_message = makeWrapped({}, TextRole::Body, this);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    body()->addWidget(m_message);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    auto* list = new Card(theme(), this);
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
    m_table = new TableView(theme(), tr("Centres whose packages are taken"), list);
    m_table->setObjectName(u"centres"_s);
    m_table->setModel(m_centres);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictCentresPage::showPackages);
    list->body()->addWidget(m_table, 1);
    row->addWidget(list, 19);

    auto* side = new Card(theme(), this);
    m_chosen = makeWrapped({}, TextRole::StrongName, side);
    m_chosen->setObjectName(u"chosen"_s);
    side->body()->addWidget(m_chosen);
    m_key = makeWrapped({}, TextRole::Muted, side);
    m_key->setObjectName(u"keyText"_s);
    m_key->setAccessibleName(tr("Signature key"));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    side->body()->addWidget(m_key);
    m_packages = new RecordTableModel<MergedPackage>(
        {
            {tr("Quarter"), [](const MergedPackage& package) { return package.quarter; }},
            {tr("Number"),
             [](const MergedPackage& package) { return u"%1"_s.arg(package.sequence, 4, 10, QLatin1Char('0')); }},
            {tr("Merged on"),
             [this](const MergedPackage& package) { return dayText(Clock::dayOf(package.mergedAt), today()); }},
        },
        this);
    m_packageTable = new TableView(theme(), tr("Packages of the chosen centre"), side);
    m_packageTable->setObjectName(u"packages"_s);
    m_packageTable->setModel(m_packages);
    m_packageTable->setEmptyText(tr("No package came from it."), tr("F2: merge packages."));
    side->body()->addWidget(m_packageTable, 1);
    row->addWidget(side, 13);
    body()->addLayout(row, 1);
    setWhere(m_office.info().name);
}

void DistrictCentresPage::refresh()
{
    if (busy()) {
        m_again = true;
        return;
    }
    m_task = startDistrictTask<Lines>(
        m_office, this,
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
        [this](Result<Lines> lines) { read(std::move(lines)); });
}

void DistrictCentresPage::read(Result<Lines> lines)
{
    m_task = nullptr;
    if (std::exchange(m_again, false)) {
        refresh();
        return;
    }
    if (!lines) {
        say(lines.error().message, Tone::Bad);
        return;
    }
    const Line* before = m_centres->record(m_table->currentIndex());
    const QString wanted = !m_wanted.isEmpty() ? std::exchange(m_wanted, {}) : before ? before->centre.code : QString();
    m_centres->setRecords(*std::move(lines));
    m_table->setEmptyText(tr("No centre is entered yet."),
                          tr("Ctrl+N: enter a centre's code and its signature key. Packages of others are refused."));
    m_table->fitColumns();
    int row = 0;
    for (std::size_t i = 0; i < m_centres->records().size(); ++i)
        if (m_centres->records()[i].centre.code == wanted)
            row = int(i);
    if (m_centres->rowCount() > 0)
        m_table->setCurrentIndex(m_centres->index(row, 0));
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
    auto* dialog = new TrustDialog(m_surroundings, this);
    connect(dialog, &TrustDialog::trusted, this, &DistrictCentresPage::trust);
    dialog->open();
}

void DistrictCentresPage::trust(const QString& code, const QString& key)
{
    startDistrictTask<TrustedCentre>(
        m_office, this, [code, key](DistrictDesk& desk, Progress&) { return desk.trust(code, key); },
        [this](Result<TrustedCentre> centre) {
            if (!centre) {
                say(centre.error().message, Tone::Bad);
                return;
            }
            say(tr("Packages of centre %1 are taken from now on.").arg(centre->code), Tone::Good);
            m_wanted = centre->code;
            Q_EMIT changed();
            refresh();
        });
}

void DistrictCentresPage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

} // namespace songhe::ui
