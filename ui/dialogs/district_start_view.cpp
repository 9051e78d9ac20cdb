// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/district_start_view.h"

#include "core/exchange/minisign.h"
#include "core/exchange/safe_file.h"
#include "ui/tasks/task.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QString withoutPassword(const QString& store)
{
    return DistrictStore::isServer(store) ? QUrl(store).toString(QUrl::RemovePassword) : store;
}

Result<void> saveDistrictKeys(const DistrictInfo& info, const QString& file)
{
    const QByteArray text = DistrictStartView::tr("%1\nKey for packages: %2\nSignature key: %3\n")
                                .arg(info.name, info.ageRecipient, info.minisignKey)
                                .toUtf8();
    SafeFile target(file);
    RETURN_IF_ERROR(target.open());
    if (target.device().write(text) != text.size())
        return fail(Error::Kind::Io,
                    DistrictStartView::tr("The keys cannot be written to %1. Choose another place.").arg(file));
    return target.commit();
}

DistrictStartView::DistrictStartView(const Surroundings& around, Services services, Done done, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_services(std::move(services))
    , m_done(std::move(done))
    , m_title(makeLabel({}, TextRole::Title, this))
    , m_steps(new StepBar(around.theme, {tr("The office"), tr("The identity file"), tr("Keys for the centres")}, this))
    , m_parts(new QStackedWidget(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_next(new ActionButton(around.theme, tr("Next"), {}, ActionButton::Kind::Main, this))
    , m_back(new ActionButton(around.theme, tr("Back"), {}, ActionButton::Kind::Plain, this))
    , m_other(new ActionButton(around.theme, tr("Set up a new district…"), {}, ActionButton::Kind::Plain, this))
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
    head->addWidget(m_title, 1);
    if (m_services.toCentre) {
        m_centre = new ActionButton(t, tr("This is a centre…"), {}, ActionButton::Kind::Plain, this);
        m_centre->setObjectName(u"toCentre"_s);
        connect(m_centre, &QPushButton::clicked, this, [this] { m_services.toCentre(); });
        head->addWidget(m_centre);
    }
    column->addLayout(head);
    column->addWidget(m_steps);
    auto* card = new Card(t, this);
    for (QWidget* part : {makeOpen(), makeOffice(), makeIdentity(), makeKeys()})
        m_parts->addWidget(part);
    card->body()->addWidget(m_parts);
    card->body()->addStretch();
    // With large letters the step scrolls; what is wrong and the way on stay in sight.
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("The district office"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    column->addWidget(scroll, 1);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    column->addWidget(m_message);
    m_next->setObjectName(u"next"_s);
    m_back->setObjectName(u"back"_s);
    m_other->setObjectName(u"other"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    connect(m_next, &QPushButton::clicked, this, &DistrictStartView::next);
    connect(m_back, &QPushButton::clicked, this, &DistrictStartView::back);
    connect(m_other, &QPushButton::clicked, this, [this] {
        say({}, Tone::Plain);
        showPart(m_parts->currentIndex() == OpenPart ? OfficePart : OpenPart);
    });
    showPart(m_services.known.store.isEmpty() ? OfficePart : OpenPart);
}

DistrictStartView::~DistrictStartView() = default;

void DistrictStartView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showPart(Part(m_parts->currentIndex()));
}

void DistrictStartView::lookAtStore(const StoreField& field)
{
    const QString place = field.place->text().trimmed();
    const bool asks = DistrictStore::isServer(place) && QUrl(place).password().isEmpty();
    field.passwordLabel->setVisible(asks);
    field.password->setVisible(asks);
}

QString DistrictStartView::storeOf(const StoreField& field)
{
    const QString place = field.place->text().trimmed();
    if (!DistrictStore::isServer(place))
        return QDir::fromNativeSeparators(place);
    QUrl address(place);
    if (address.password().isEmpty() && !field.password->text().isEmpty())
        address.setPassword(field.password->text(), QUrl::DecodedMode);
    return address.toString(QUrl::FullyEncoded);
}

void DistrictStartView::chooseIdentityKind(bool makeNew)
{
    m_newIdentity = makeNew;
    proposeIdentity();
    m_newIdentityFile->setFocus();
}

void DistrictStartView::proposeIdentity()
{
    const QString store = m_newStore.place->text().trimmed();
    const QString folder = DistrictStore::isServer(store) ? QFileInfo(m_services.newStore).absolutePath()
                                                          : QFileInfo(store).absolutePath();
    const QString proposed = QDir::toNativeSeparators(folder + u"/district.key"_s);
    if (m_newIdentity && m_newIdentityFile->text().isEmpty())
        m_newIdentityFile->setText(proposed);
    else if (!m_newIdentity && m_newIdentityFile->text() == proposed)
        m_newIdentityFile->clear();
}

void DistrictStartView::showPart(Part part)
{
    m_parts->setCurrentIndex(part);
    m_steps->setVisible(part != OpenPart);
    m_steps->setCurrent(std::max(0, int(part) - OfficePart));
    m_title->setText(part == OpenPart ? tr("Open the district office") : tr("Set up the district office"));
    m_back->setVisible(part == IdentityPart);
    if (m_centre)
        m_centre->setVisible(part != KeysPart);
    m_other->setVisible(part == OpenPart || part == OfficePart);
    m_other->setText(part == OpenPart ? tr("Set up a new district…") : tr("Open one that is set up…"));
    m_other->setAccessibleName(m_other->text());
    m_other->updateGeometry();
    m_next->setText(part == OpenPart           ? tr("Open")
                        : part == IdentityPart ? tr("Set up the district")
                        : part == KeysPart     ? tr("Begin")
                                               : tr("Next"));
    m_next->setAccessibleName(m_next->text());
    m_next->updateGeometry();
    if (part == OpenPart)
        (m_store.place->text().isEmpty()     ? m_store.place
             : m_store.password->isVisible() ? m_store.password
                                             : m_identity)
            ->setFocus();
    else if (part == OfficePart)
        m_name->setFocus();
    else if (part == IdentityPart)
        m_newIdentityFile->setFocus();
    else
        m_next->setFocus();
}

void DistrictStartView::next()
{
    if (m_working)
        return;
    say({}, Tone::Plain);
    switch (Part(m_parts->currentIndex())) {
    case OpenPart:
        open();
        break;
    case OfficePart:
        if (m_name->text().trimmed().isEmpty()) {
            say(tr("Write the name of the office."), Tone::Soon);
        } else if (m_newStore.place->text().trimmed().isEmpty()) {
            say(tr("Say where the store is to lie."), Tone::Soon);
        } else {
            proposeIdentity();
            showPart(IdentityPart);
        }
        break;
    case IdentityPart:
        setUp();
        break;
    case KeysPart:
        begin();
    }
}

void DistrictStartView::back()
{
    say({}, Tone::Plain);
    showPart(OfficePart);
}

void DistrictStartView::open()
{
    const DistrictPlaces places {storeOf(m_store), QDir::fromNativeSeparators(m_identity->text().trimmed())};
    if (places.store.isEmpty() || places.identity.isEmpty()) {
        say(tr("Choose the store and the identity file."), Tone::Soon);
        return;
    }
    m_store.password->clear();
    work(
        tr("Opening the store…"), [places, &clock = m_around.clock] { return DistrictOffice::open(places, clock); },
        OpenPart);
}

void DistrictStartView::setUp()
{
    const DistrictPlaces places {storeOf(m_newStore), QDir::fromNativeSeparators(m_newIdentityFile->text().trimmed())};
    if (places.identity.isEmpty()) {
        say(tr("Say where the identity file is to lie."), Tone::Soon);
        return;
    }
    work(
        tr("Making the keys and the store…"),
        [places, name = m_name->text().trimmed(), makeNew = m_newIdentity, &clock = m_around.clock] {
            return DistrictOffice::make(places, name, makeNew, clock);
        },
        KeysPart);
}

void DistrictStartView::work(const QString& what, std::function<Result<std::unique_ptr<DistrictOffice>>()> job,
                             Part after)
{
    m_working = true;
    m_next->setEnabled(false);
    say(what, Tone::Plain);
    startTask<std::unique_ptr<DistrictOffice>>(
        this, [job = std::move(job)](Progress&) { return job(); },
        [this, after](Result<std::unique_ptr<DistrictOffice>> office) {
            m_working = false;
            m_next->setEnabled(true);
            if (!office) {
                say(office.error().message, Tone::Bad);
                return;
            }
            say({}, Tone::Plain);
            m_office = *std::move(office);
            if (m_services.remember)
                m_services.remember(m_office->places());
            if (after == OpenPart) {
                m_done(std::move(m_office));
                return;
            }
            m_recipient->setText(m_office->info().ageRecipient);
            m_publicKey->setText(m_office->info().minisignKey);
            if (const auto key = MinisignPublicKey::fromText(m_office->info().minisignKey.toLatin1()))
                m_code->setText(tr("To compare by telephone: %1").arg(key->shortCode()));
            showPart(KeysPart);
        });
}

void DistrictStartView::saveCopy()
{
    const auto file
        = m_around.asker.fileToSave(tr("A copy of the identity file"), u"district.key"_s, tr("Identity files (*.key)"));
    if (!file)
        return;
    if (const auto done = copyIdentityFile(m_office->places().identity, *file); !done) {
        say(done.error().message, Tone::Bad);
        return;
    }
    m_copied = true;
    say(tr("The copy is at %1. Lock it away in another safe.").arg(*file), Tone::Good);
}

void DistrictStartView::saveKeys()
{
    const auto file = m_around.asker.fileToSave(tr("The keys for the centres"), tr("keys of the district") + u".txt"_s,
                                                tr("Text (*.txt)"));
    if (!file)
        return;
    if (const auto done = saveDistrictKeys(m_office->info(), *file); !done)
        say(done.error().message, Tone::Bad);
    else
        say(tr("Both keys are in %1.").arg(*file), Tone::Good);
}

void DistrictStartView::begin()
{
    if (!m_copied
        && !m_around.asker.confirm({tr("Begin without a copy of the identity file?"),
                                    tr("If the file is lost, no package can be opened any more and the names in the "
                                       "store stay sealed for ever."),
                                    tr("Begin without a copy"), tr("Go back")}))
        return;
    m_done(std::move(m_office));
}

void DistrictStartView::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

} // namespace songhe::ui
