// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/closing_backup.h"
#include "app/desktop/last_district.h"
#include "core/base/language.h"
#include "core/care/care_search.h"
#include "core/demo/demo.h"
#include "core/exchange/centre_keys.h"
#include "ui/dialogs/first_run_view.h"
#include "ui/dialogs/sign_in_view.h"
#include "ui/tasks/book_task.h"
#include "ui/tasks/task.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/task_bar.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

namespace {

/// 'yw' for 意外; characters without a reading are passed over.
QString initialsOf(const Readings& readings, const QString& title)
{
    QString initials;
    for (const uint character : title.toUcs4())
        if (const auto known = readings.of(character); !known.empty())
            initials += readings.text(known.front()).front();
    return initials;
}

/// The invented centre has nothing to hide, and its password is no secret.
const QString demonstrationUser = QString::fromUtf8(Demo::user);
const QByteArrayView demonstrationPassword(Demo::password);

} // namespace

Desktop::Desktop(QApplication& app, QString dataDir, const Clock& clock)
    : m_app(app)
    , m_dataDir(std::move(dataDir))
    , m_clock(clock)
    , m_asker(std::make_unique<ui::DialogAsker>(this))
{
    resize(1366, 768);
    // Where the screen is no larger than that, a window of this size would lose its last lines under the task bar.
    if (const QSize room = screen()->availableSize(); room.width() <= 1366 || room.height() <= 800)
        setWindowState(Qt::WindowMaximized);
    m_idle = new ui::IdleWatch(m_clock, this);
    m_app.installEventFilter(m_idle);
    connect(m_idle, &ui::IdleWatch::idle, this, &Desktop::lock);
}

Desktop::~Desktop()
{
    // Pages refer to the books: they go first.
    delete takeCentralWidget();
    m_office.reset();
    closeBooks();
}

Result<void> Desktop::begin(As as)
{
    ASSIGN_OR_RETURN(m_tables, Tables::load());
    QDir().mkpath(m_dataDir);
    m_looks = Looks::read(m_dataDir + u"/looks.ini"_s);
    applyLooks();
    if (as == As::Demonstration) {
        openDemonstration();
        return {};
    }
    if (as == As::District) {
        showDistrictStart();
        return {};
    }
    RETURN_IF_ERROR(openFolder(m_dataDir));
    if (m_folder->hasCentre())
        showSignIn({});
    else if (!readLastDistrict(districtFile()).store.isEmpty())
        showDistrictStart();
    else
        showFirstRun();
    return {};
}

Result<void> Desktop::openFolder(const QString& path)
{
    m_folder.reset(); // let go of the old one first: it may be the same
    ASSIGN_OR_RETURN(m_folder, DataFolder::open(path));
    return {};
}

void Desktop::applyLooks()
{
    loadTranslations(m_app, m_looks.language);
    QLocale::setDefault(QLocale(m_looks.language));
    delete m_help;
    auto theme = std::make_unique<ui::Theme>(m_looks.theme());
    theme->apply(m_app);
    // What is on screen refers to the old theme until it is replaced.
    delete takeCentralWidget();
    m_shell = nullptr;
    m_theme = std::move(theme);
    setWindowTitle(tr("Songhe"));
    setWindowIcon(ui::brandMark(*m_theme, 64));
}

void Desktop::place(QWidget* central)
{
    setCentralWidget(central);
    // What is shown at once has taken the keyboard to its first field already.
    if (const QWidget* now = QApplication::focusWidget(); !now || !central->isAncestorOf(now))
        central->setFocus();
}

void Desktop::showFirstRun()
{
    m_shell = nullptr;
    place(new ui::FirstRunView(
        around(),
        {*m_folder,
         m_tables->divisions,
         [] { return makeCentreKeys(); },
         // Later: the view goes away, and with it the button that was pressed.
         [this] { QMetaObject::invokeMethod(this, &Desktop::openDemonstration, Qt::QueuedConnection); },
         {},
         [this] { QMetaObject::invokeMethod(this, &Desktop::showDistrictStart, Qt::QueuedConnection); }},
        [this](std::unique_ptr<Session> session) { enter(std::move(session)); }, this));
}

void Desktop::showSignIn(const QString& name)
{
    m_shell = nullptr;
    place(new ui::SignInView(
        around(), *m_folder, name, [this](std::unique_ptr<Session> session) { enter(std::move(session)); }, this));
}

void Desktop::openDemonstration()
{
    delete takeCentralWidget();
    m_shell = nullptr;
    if (const auto opened = openFolder(m_dataDir + u"/demonstration"_s); !opened) {
        m_asker->tell(opened.error());
        return;
    }
    if (m_folder->hasCentre())
        enterDemonstration();
    else
        makeDemonstration();
}

ui::Card* Desktop::showWaiting()
{
    auto* waiting = new QWidget(this);
    waiting->setObjectName(u"plain"_s);
    auto* column = new QVBoxLayout(waiting);
    column->setContentsMargins(m_theme->px(80), 0, m_theme->px(80), 0);
    auto* card = new ui::Card(*m_theme, waiting);
    column->addStretch();
    column->addWidget(card);
    column->addStretch();
    place(waiting);
    return card;
}

void Desktop::makeDemonstration()
{
    ui::Card* card = showWaiting();
    auto* bar = new ui::TaskBar(*m_theme, card);
    card->body()->addWidget(bar);
    auto* task = ui::startTask<bool>(
        card,
        [this](Progress& progress) -> Result<bool> {
            CentreSetup setup;
            setup.name = u"友谊社区日间照料中心"_s;
            setup.code = u"YY001"_s;
            setup.division = u"150204"_s;
            setup.userName = demonstrationUser;
            setup.password = SecureBytes(demonstrationPassword);
            setup.demonstration = true;
            ASSIGN_OR_RETURN(setup.keys, makeCentreKeys());
            RETURN_IF_ERROR(Session::create(*m_folder, setup, m_clock));
            ASSIGN_OR_RETURN(
                const std::unique_ptr<Session> session,
                Session::signIn(*m_folder, demonstrationUser, SecureBytes(demonstrationPassword), m_clock));
            RETURN_IF_ERROR(PolicyDesk(session->ledger()).importDemonstration());
            RETURN_IF_ERROR(makeDemo(session->ledger(), DemoPlan {}, progress));
            return true;
        },
        [this](const Result<bool>& made) {
            if (made)
                enterDemonstration();
            else
                m_asker->tell(made.error());
        });
    bar->follow(tr("Inventing a centre with 120 elders and a year of meals"), task);
}

void Desktop::enterDemonstration()
{
    auto session = Session::signIn(*m_folder, demonstrationUser, SecureBytes(demonstrationPassword), m_clock);
    if (session) {
        enter(*std::move(session));
        return;
    }
    // Somebody may have given it another password; anything else is told.
    if (session.error().kind != Error::Kind::WrongPassword)
        m_asker->tell(session.error());
    showSignIn(demonstrationUser);
}

void Desktop::enter(std::unique_ptr<Session> session)
{
    auto books = Books::open(std::move(session), *m_tables);
    if (!books) {
        m_asker->tell(books.error());
        return;
    }
    m_books = *std::move(books);
    showShell({});
}

QString Desktop::backupNote() const
{
    const QDateTime newest = newestBackup(*m_folder);
    if (!newest.isValid())
        return tr("No backup yet; one is made at closing");
    return tr("Backup %1 %2")
        .arg(ui::dayText(Clock::dayOf(newest), m_clock.today()), Clock::timeOf(newest).toString(u"HH:mm"_s));
}

void Desktop::showShell(const QString& page)
{
    const CentreInfo& centre = m_books->session->centre();
    const ui::Finder finder = [this](const QString& text) {
        std::vector<ui::Found> found;
        for (const ElderHit& hit : m_books->index.find(text, 8)) {
            QString detail = choiceText(hit.sex);
            if (hit.born)
                detail += u" · "_s + hit.born->toString(Qt::ISODate);
            if (!hit.address.isEmpty())
                detail += u" · "_s + hit.address;
            found.push_back({hit.name, detail, u"elders"_s, hit.id.value});
        }
        for (const Books::Place& place : m_books->places(text))
            found.push_back({place.name, place.kind, u"facilities"_s, place.id});
        for (const Books::Place& device : m_books->lendable(text))
            found.push_back({device.name, device.kind, u"care"_s, device.id});
        bool number = false;
        if (const qint64 id = text.trimmed().toLongLong(&number); number) // a slip was scanned into the search
            if (const auto service = m_books->services.show({id})) {
                const auto elder = m_books->index.byId(service->elder);
                found.push_back({tr("Service %1").arg(service->id.text()), elder ? elder->name : QString(),
                                 u"services"_s, service->id.value});
            }
        const auto named = [this](const QString& word) {
            std::vector<Id<Elder>> elders;
            for (const ElderHit& hit : m_books->index.find(word))
                elders.push_back(hit.id);
            return elders;
        };
        if (const auto happened = CareSearch(m_books->session->ledger()).find(text, named))
            for (const CareFound& one : *happened) {
                const auto elder = m_books->index.byId(one.elder);
                found.push_back(
                    {one.title,
                     u"%1 · %2"_s.arg(elder ? elder->name : one.elder.text(), ui::dayText(one.on, m_clock.today())),
                     one.family == u"visit" ? u"visits"_s : u"care"_s, one.id});
            }
        if (const auto staff = m_books->staff.list(); staff && !text.trimmed().isEmpty())
            for (const Staff& each : *staff)
                if (each.name.contains(text.trimmed(), Qt::CaseInsensitive))
                    found.push_back({each.name, tr("Staff"), u"services"_s, each.id.value});
        return found;
    };
    std::vector<ui::PageEntry> entries = pages();
    for (ui::PageEntry& entry : entries)
        entry.initials = initialsOf(m_tables->readings, entry.title);
    showFrame(new ui::Shell(around(), std::move(entries), finder,
                            {centre.name, m_books->session->user().name, backupNote(), centre.demonstration, {}}, this),
              page);
    watchIdleness();
}

void Desktop::showFrame(ui::Shell* shell, const QString& page)
{
    // Queued: the shell goes away, and with it the button that was pressed.
    connect(shell, &ui::Shell::lockWanted, this, &Desktop::lock, Qt::QueuedConnection);
    connect(
        shell, &ui::Shell::helpWanted, this,
        [this](const QString& of, const std::vector<ui::KeyLine>& keys, const std::vector<ui::KeyLine>& everywhere) {
            if (!m_help)
                m_help = new ui::HelpWindow(*m_theme, ui::readManual(m_looks.language), this);
            m_help->showPage(of, keys, everywhere);
            m_help->show();
            m_help->activateWindow();
        });
    place(shell);
    m_shell = shell;
    if (!page.isEmpty())
        m_shell->showPage(page);
}

void Desktop::looksChanged()
{
    Settings& settings = m_books->settings;
    const auto language = settings.value(u"language"_s);
    const auto scale = settings.value(u"text_scale"_s);
    const auto contrast = settings.value(u"contrast"_s);
    if (!language || !scale || !contrast)
        return;
    m_looks = {*language, scale->toInt(), *contrast == "high"_L1};
    m_looks.write(m_dataDir + u"/looks.ini"_s);
    const QString page = m_shell ? m_shell->currentPage() : QString();
    applyLooks();
    showShell(page);
}

void Desktop::closeBooks()
{
    if (!m_books)
        return;
    if (const auto done = backUpOnClosing(*m_books->session, *m_folder, m_clock); !done)
        m_asker->tell(done.error());
    m_books.reset();
}

void Desktop::backUpAndClose()
{
    const QString page = m_shell ? m_shell->currentPage() : QString();
    // Pages refer to the books: they go first.
    delete takeCentralWidget();
    m_shell = nullptr;
    ui::Card* card = showWaiting();
    auto* busy = new QProgressBar(card);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setFixedHeight(m_theme->px(8));
    busy->setAccessibleName(tr("Backing up the books"));
    card->body()->addWidget(ui::makeLabel(tr("Backing up the books"), ui::TextRole::StrongName, card));
    card->body()->addWidget(busy);
    card->body()->addWidget(ui::makeLabel(tr("The window closes when it is done."), ui::TextRole::Muted, card));
    m_backingUp = true;
    ui::startBookTask<bool>(
        *m_books->session, card,
        [this](Session& books, Progress&) -> Result<bool> {
            RETURN_IF_ERROR(backUpOnClosing(books, *m_folder, m_clock));
            return true;
        },
        [this, page](const Result<bool>& done) {
            m_backingUp = false;
            if (!done
                && !m_asker->confirm({tr("The backup failed. Close without it?"), done.error().message,
                                      tr("Close without a backup"), tr("Go back")})) {
                showShell(page);
                return;
            }
            m_books.reset();
            // Queued: what is shown goes away, and with it the task that is just telling.
            QMetaObject::invokeMethod(
                this, [this] { close(); }, Qt::QueuedConnection);
        });
}

void Desktop::closeEvent(QCloseEvent* event)
{
    if (m_backingUp || m_curtain) {
        event->ignore();
        return;
    }
    if (m_shell && m_shell->unsaved() > 0
        && !m_asker->confirm(
            {tr("Close and discard what was typed and not saved?"), {}, tr("Close"), tr("Go on writing")})) {
        event->ignore();
        return;
    }
    if (m_books) {
        event->ignore();
        backUpAndClose();
        return;
    }
    if (!mayCloseDistrict()) {
        event->ignore();
        return;
    }
    delete takeCentralWidget();
    m_shell = nullptr;
    event->accept();
}

} // namespace songhe::desktop
