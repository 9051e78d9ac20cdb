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
#include <QtWidgets/QLineEdit>
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

FirstRunView::FirstRunView(const Surroundings& surroundings, Services services, Done done, QWidget* parent)
    : StepsView(surroundings, tr("Set up Songhe for your centre"),
                {tr("The centre"), tr("The first person"), tr("The recovery key")}, parent)
    , m_services(std::move(services))
    , m_done(std::move(done))
{
    if (m_services.openDemonstration)
        connect(headButton(tr("Look at a demonstration centre"), "demonstration"), &QPushButton::clicked, this,
                [this] { m_services.openDemonstration(); });
    makeCentreStep();
    makePersonStep();
    makeKeyStep();
    if (m_services.openDistrict) {
        m_district = sideButton(tr("This is the district office…"), "toDistrict");
        connect(m_district, &QPushButton::clicked, this, [this] { m_services.openDistrict(); });
    }
    showStep(0);
}

QLineEdit* FirstRunView::shortField(QWidget* part, const QString& label, const QString& hint, const char* name)
{
    QLineEdit* edit = field(part, label, hint, name);
    edit->setMaxLength(100);
    edit->setMaximumWidth(around().theme.px(460));
    columnOf(part)->addSpacing(around().theme.px(8));
    return edit;
}

void FirstRunView::makeCentreStep()
{
    QWidget* part = addPart(6);
    m_name = shortField(part, tr("Name of the centre"), tr("As it stands on its seal and on claims."), "centreName");
    m_code = shortField(part, tr("Code of the centre"),
                        tr("As the district calls it; it stands in the name of each package."), "centreCode");
    m_code->setMaxLength(20);
    m_place = shortField(part, tr("District or county"), tr("By name or by its six digits."), "place");
    m_placeFound = makeLabel({}, TextRole::Muted, part);
    m_placeFound->setObjectName(u"placeFound"_s);
    columnOf(part)->addWidget(m_placeFound);
    columnOf(part)->addStretch();
    connect(m_place, &QLineEdit::textChanged, this, &FirstRunView::lookUpDivision);
}

void FirstRunView::makePersonStep()
{
    QWidget* part = addPart(6);
    m_user = shortField(part, tr("Your name"), tr("It stands beside everything you record."), "userName");
    m_password = shortField(
        part, tr("Password"),
        tr("At least %1 characters. Without it nobody can read the data, not even the maker of this program.")
            .arg(shortestPassword),
        "password");
    m_again = shortField(part, tr("Password once more"), {}, "again");
    for (QLineEdit* edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaxLength(500);
    }
    columnOf(part)->addStretch();
}

void FirstRunView::makeKeyStep()
{
    QWidget* part = addPart(10);
    QVBoxLayout* column = columnOf(part);
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
    auto* print = new ActionButton(around().theme, tr("Print the key"), QKeySequence(Qt::CTRL | Qt::Key_P),
                                   ActionButton::Kind::Plain, part);
    print->setObjectName(u"printKey"_s);
    connect(print, &QPushButton::clicked, this, &FirstRunView::printKey);
    column->addWidget(print, 0, Qt::AlignLeft);
    column->addSpacing(around().theme.px(8));
    m_typedBack = shortField(part, tr("Type the last group of the key from your paper"), {}, "typedBack");
    column->addStretch();
}

void FirstRunView::showStep(int step)
{
    steps()->setCurrent(step);
    backButton()->setVisible(step == 1);
    if (m_district)
        m_district->setVisible(step == 0);
    setWords(nextButton(), step == 1 ? tr("Set up the centre") : step == 2 ? tr("Begin") : tr("Next"));
    say({}, Tone::Plain);
    showPart(step, step == 0 ? m_name : step == 1 ? m_user : m_typedBack);
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
    say(wrong, Tone::Soon);
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
    say(wrong, Tone::Soon);
    return wrong.isEmpty();
}

void FirstRunView::next()
{
    if (!nextButton()->isEnabled())
        return;
    const int step = steps()->current();
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
    nextButton()->setEnabled(false);
    backButton()->setEnabled(false);
    say(tr("Making the keys and the data file…"), Tone::Plain);
    startTask<Made>(
        this,
        [setup, &folder = m_services.folder, makeKeys = m_services.makeKeys,
         &clock = around().clock](Progress&) -> Result<Made> {
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
    nextButton()->setEnabled(true);
    backButton()->setEnabled(true);
    if (!made) {
        say(made.error().message, Tone::Bad);
        return;
    }
    m_made.emplace(*std::move(made));
    m_key->setText(m_made->recoveryKey);
    showStep(2);
}

void FirstRunView::printKey()
{
    const CentreInfo& centre = m_made->session->centre();
    auto paper = printing::RecoveryPaper::make({centre.name, centre.code, around().clock.today(), m_made->recoveryKey,
                                                centre.minisignPublicKey, centre.ageRecipient});
    if (!paper) {
        around().asker.tell(paper.error());
        return;
    }
    preview(around(), this, Result<std::unique_ptr<printing::Paper>>(*std::move(paper)),
            tr("Recovery key") + u".pdf"_s);
}

void FirstRunView::confirmKey()
{
    // O for 0 and small letters are as good as on the day the key is needed.
    const SecureBytes typed = recoverySecret(m_typedBack->text());
    const SecureBytes wanted = recoverySecret(lastGroup(m_made->recoveryKey));
    if (typed.view() != wanted.view()) {
        say(tr("That is not the last group of the key. Look at your paper once more."), Tone::Soon);
        return;
    }
    m_key->clear();
    m_made->recoveryKey.fill(u' ');
    auto session = std::move(m_made->session);
    m_done(std::move(session));
}

} // namespace songhe::ui
