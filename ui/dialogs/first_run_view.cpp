// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/first_run_view.h"

#include "ui/dialogs/preview_dialog.h"
#include "ui/dialogs/sign_in_view.h"
#include "ui/printing/package_paper.h"
#include "ui/tasks/task.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int shortestPassword = 6;

QString lastGroup(const QString& recoveryKey)
{
    return recoveryKey.section(u'-', -1);
}

} // namespace

FirstRunView::FirstRunView(const Surroundings& around, Services services, Done done, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_services(std::move(services))
    , m_done(std::move(done))
    , m_steps(new StepBar(around.theme, {tr("The centre"), tr("The first person"), tr("The recovery key")}, this))
    , m_parts(new QStackedWidget(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_next(new ActionButton(around.theme, tr("Next"), {}, ActionButton::Kind::Main, this))
    , m_back(new ActionButton(around.theme, tr("Back"), {}, ActionButton::Kind::Plain, this))
{
    setObjectName(u"plain"_s);
    setAttribute(Qt::WA_StyledBackground);
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(40), t.px(28), t.px(40), t.px(28));
    column->setSpacing(t.px(14));
    auto* head = new QHBoxLayout;
    head->setSpacing(t.px(12));
    auto* mark = new QLabel(this);
    mark->setPixmap(brandMark(t, t.px(36)));
    head->addWidget(mark);
    head->addWidget(makeLabel(tr("Set up Songhe for your centre"), TextRole::Title, this), 1);
    if (m_services.openDemonstration) {
        auto* demo = new ActionButton(t, tr("Look at a demonstration centre"), {}, ActionButton::Kind::Plain, this);
        demo->setObjectName(u"demonstration"_s);
        connect(demo, &QPushButton::clicked, this, [this] { m_services.openDemonstration(); });
        head->addWidget(demo);
    }
    column->addLayout(head);
    column->addWidget(m_steps);
    auto* card = new Card(t, this);
    card->body()->addWidget(m_parts);
    card->body()->addStretch();
    // With large letters the step scrolls; what is wrong and the way on stay in sight.
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Set up Songhe for your centre"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    column->addWidget(scroll, 1);
    column->addWidget(m_message);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    m_parts->addWidget(makeCentreStep());
    m_parts->addWidget(makePersonStep());
    m_parts->addWidget(makeKeyStep());
    m_next->setObjectName(u"next"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    if (m_services.openDistrict) {
        m_district = new ActionButton(t, tr("This is the district office…"), {}, ActionButton::Kind::Plain, this);
        m_district->setObjectName(u"toDistrict"_s);
        connect(m_district, &QPushButton::clicked, this, [this] { m_services.openDistrict(); });
        buttons->addWidget(m_district);
    }
    buttons->addStretch();
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    connect(m_next, &QPushButton::clicked, this, &FirstRunView::next);
    connect(m_back, &QPushButton::clicked, this, &FirstRunView::back);
    showStep(0);
}

QLineEdit* FirstRunView::field(QWidget* part, const QString& label, const QString& hint, const char* name)
{
    auto* edit = new QLineEdit(part);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    edit->setMaxLength(100);
    edit->setMaximumWidth(m_around.theme.px(460));
    auto* column = static_cast<QVBoxLayout*>(part->layout());
    column->addWidget(makeLabel(label, TextRole::Strong, part));
    if (!hint.isEmpty())
        column->addWidget(makeWrapped(hint, TextRole::Muted, part));
    column->addWidget(edit);
    column->addSpacing(m_around.theme.px(8));
    connect(edit, &QLineEdit::returnPressed, this, &FirstRunView::next);
    return edit;
}

QWidget* FirstRunView::makeCentreStep()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setSpacing(m_around.theme.px(6));
    m_name = field(part, tr("Name of the centre"), tr("As it stands on its seal and on claims."), "centreName");
    m_code = field(part, tr("Code of the centre"),
                   tr("As the district calls it; it stands in the name of each package."), "centreCode");
    m_code->setMaxLength(20);
    m_place = field(part, tr("District or county"), tr("By name or by its six digits."), "place");
    m_placeFound = makeLabel({}, TextRole::Muted, part);
    m_placeFound->setObjectName(u"placeFound"_s);
    column->addWidget(m_placeFound);
    column->addStretch();
    connect(m_place, &QLineEdit::textChanged, this, &FirstRunView::lookUpDivision);
    return part;
}

QWidget* FirstRunView::makePersonStep()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setSpacing(m_around.theme.px(6));
    m_user = field(part, tr("Your name"), tr("It stands beside everything you record."), "userName");
    m_password
        = field(part, tr("Password"),
                tr("At least %1 characters. Without it nobody can read the data, not even the maker of this program.")
                    .arg(shortestPassword),
                "password");
    m_again = field(part, tr("Password once more"), {}, "again");
    for (QLineEdit* edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaxLength(500);
    }
    column->addStretch();
    return part;
}

QWidget* FirstRunView::makeKeyStep()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setSpacing(m_around.theme.px(10));
    column->addWidget(
        makeWrapped(tr("If all passwords are forgotten, this key opens the data. It is shown only now and "
                       "stored nowhere: print it, sign it and lock it away."),
                    TextRole::Body, part));
    m_key = makeLabel({}, TextRole::Figure, part);
    m_key->setObjectName(u"key"_s);
    m_key->setWordWrap(true);
    m_key->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_key->setAccessibleName(tr("Recovery key"));
    column->addWidget(m_key);
    auto* print = new ActionButton(m_around.theme, tr("Print the key"), QKeySequence(Qt::CTRL | Qt::Key_P),
                                   ActionButton::Kind::Plain, part);
    print->setObjectName(u"printKey"_s);
    connect(print, &QPushButton::clicked, this, &FirstRunView::printKey);
    column->addWidget(print, 0, Qt::AlignLeft);
    column->addSpacing(m_around.theme.px(8));
    m_typedBack = field(part, tr("Type the last group of the key from your paper"), {}, "typedBack");
    column->addStretch();
    return part;
}

void FirstRunView::showStep(int step)
{
    m_steps->setCurrent(step);
    m_parts->setCurrentIndex(step);
    m_back->setVisible(step == 1);
    if (m_district)
        m_district->setVisible(step == 0);
    m_next->setText(step == 1 ? tr("Set up the centre") : step == 2 ? tr("Begin") : tr("Next"));
    m_next->setAccessibleName(m_next->text());
    m_next->updateGeometry();
    setBanner(m_message, {}, Tone::Plain);
    (step == 0 ? m_name : step == 1 ? m_user : m_typedBack)->setFocus();
}

void FirstRunView::lookUpDivision()
{
    const PlaceMatch match = m_services.divisions.match(m_place->text().trimmed());
    m_division = match.code.value_or(QString());
    if (!m_division.isEmpty()) {
        m_placeFound->setText(u"%1  %2"_s.arg(m_division, m_services.divisions.nameOf(m_division)));
        return;
    }
    QStringList names;
    for (const QString& code : match.candidates)
        if (names.size() < 4)
            names.append(m_services.divisions.nameOf(code));
    m_placeFound->setText(names.isEmpty() ? QString() : tr("Which one? %1").arg(names.join(u"、"_s)));
}

bool FirstRunView::centreIsRight()
{
    QString wrong;
    if (m_name->text().trimmed().isEmpty())
        wrong = tr("Write the name of the centre.");
    else if (m_code->text().trimmed().isEmpty())
        wrong = tr("Write the code of the centre. If the district gave none, choose a short one, such as YY001.");
    else if (m_division.isEmpty())
        wrong = tr("Write the district or county so that one is found, such as 包头市青山区.");
    setBanner(m_message, wrong, Tone::Soon);
    return wrong.isEmpty();
}

bool FirstRunView::personIsRight()
{
    QString wrong;
    if (m_user->text().trimmed().isEmpty())
        wrong = tr("Write your name.");
    else if (m_password->text().size() < shortestPassword)
        wrong = tr("Choose a password of at least %1 characters.").arg(shortestPassword);
    else if (m_password->text() != m_again->text())
        wrong = tr("The two passwords differ. Type the second one again.");
    setBanner(m_message, wrong, Tone::Soon);
    return wrong.isEmpty();
}

void FirstRunView::next()
{
    if (!m_next->isEnabled())
        return;
    const int step = m_steps->current();
    if (step == 0 && centreIsRight())
        showStep(1);
    else if (step == 1 && personIsRight())
        create();
    else if (step == 2)
        confirmKey();
}

void FirstRunView::back()
{
    showStep(0);
}

void FirstRunView::create()
{
    m_again->clear();
    auto setup = std::make_shared<CentreSetup>();
    setup->name = m_name->text().trimmed();
    setup->code = m_code->text().trimmed();
    setup->division = m_division;
    setup->userName = m_user->text().trimmed();
    setup->password = takeSecret(*m_password);
    setup->cost = m_services.cost;
    m_next->setEnabled(false);
    m_back->setEnabled(false);
    setBanner(m_message, tr("Making the keys and the data file…"), Tone::Plain);
    startTask<Made>(
        this,
        [setup, &folder = m_services.folder, makeKeys = m_services.makeKeys,
         &clock = m_around.clock](Progress&) -> Result<Made> {
            ASSIGN_OR_RETURN(setup->keys, makeKeys());
            Made made;
            made.keys.ageRecipient = setup->keys.ageRecipient;
            made.keys.minisignPublicKey = setup->keys.minisignPublicKey;
            ASSIGN_OR_RETURN(made.recoveryKey, Session::create(folder, *setup, clock));
            ASSIGN_OR_RETURN(made.session, Session::signIn(folder, setup->userName, setup->password, clock));
            return made;
        },
        [this](Result<Made> made) { created(std::move(made)); });
}

void FirstRunView::created(Result<Made> made)
{
    m_next->setEnabled(true);
    m_back->setEnabled(true);
    if (!made) {
        setBanner(m_message, made.error().message, Tone::Bad);
        return;
    }
    m_made.emplace(*std::move(made));
    m_key->setText(m_made->recoveryKey);
    showStep(2);
}

void FirstRunView::printKey()
{
    const CentreInfo& centre = m_made->session->centre();
    auto paper = printing::RecoveryPaper::make({centre.name, centre.code, m_around.clock.today(), m_made->recoveryKey,
                                                centre.minisignPublicKey, centre.ageRecipient});
    if (!paper) {
        m_around.asker.tell(paper.error());
        return;
    }
    preview(m_around, this, Result<std::unique_ptr<printing::Paper>>(*std::move(paper)),
            tr("Recovery key") + u".pdf"_s);
}

void FirstRunView::confirmKey()
{
    // O for 0 and small letters are as good as on the day the key is needed.
    const SecureBytes typed = recoverySecret(m_typedBack->text());
    const SecureBytes wanted = recoverySecret(lastGroup(m_made->recoveryKey));
    if (typed.view() != wanted.view()) {
        setBanner(m_message, tr("That is not the last group of the key. Look at your paper once more."), Tone::Soon);
        return;
    }
    m_key->clear();
    m_made->recoveryKey.fill(u' ');
    auto session = std::move(m_made->session);
    m_done(std::move(session));
}

} // namespace songhe::ui
