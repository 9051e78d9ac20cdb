// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/district_start_view.h"

#include "core/exchange/minisign.h"
#include "core/exchange/safe_file.h"
#include "ui/tasks/task.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

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

DistrictStartView::DistrictStartView(const Surroundings& surroundings, Services services, Done done, QWidget* parent)
    : StepsView(surroundings, tr("The district office"),
                {tr("The office"), tr("The identity file"), tr("Keys for the centres")}, parent)
    , m_services(std::move(services))
    , m_done(std::move(done))
{
    if (m_services.toCentre) {
        m_centre = headButton(tr("This is a centre…"), "toCentre");
        connect(m_centre, &QPushButton::clicked, this, [this] { m_services.toCentre(); });
    }
    makeOpen();
    makeOffice();
    makeIdentity();
    makeKeys();
    m_other = sideButton(tr("Set up a new district…"), "other");
    connect(m_other, &QPushButton::clicked, this, [this] {
        say({}, Tone::Plain);
        showStep(part() == OpenPart ? OfficePart : OpenPart);
    });
    showStep(m_services.known.store.isEmpty() ? OfficePart : OpenPart);
}

DistrictStartView::~DistrictStartView() = default;

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

QWidget* DistrictStartView::firstOf(Part part) const
{
    switch (part) {
    case OpenPart:
        return m_store.place->text().isEmpty() ? m_store.place
            : m_store.password->isHidden()     ? m_identity
                                               : m_store.password;
    case OfficePart:
        return m_name;
    case IdentityPart:
        return m_newIdentityFile;
    case KeysPart:
        break;
    }
    return nextButton();
}

void DistrictStartView::showStep(Part part)
{
    steps()->setVisible(part != OpenPart);
    steps()->setCurrent(std::max(0, int(part) - OfficePart));
    setTitle(part == OpenPart ? tr("Open the district office") : tr("Set up the district office"));
    backButton()->setVisible(part == IdentityPart);
    if (m_centre)
        m_centre->setVisible(part != KeysPart);
    m_other->setVisible(part == OpenPart || part == OfficePart);
    setWords(m_other, part == OpenPart ? tr("Set up a new district…") : tr("Open one that is set up…"));
    setWords(nextButton(),
             part == OpenPart           ? tr("Open")
                 : part == IdentityPart ? tr("Set up the district")
                 : part == KeysPart     ? tr("Begin")
                                        : tr("Next"));
    showPart(part, firstOf(part));
}

void DistrictStartView::next()
{
    if (m_working)
        return;
    say({}, Tone::Plain);
    switch (Part(part())) {
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
            showStep(IdentityPart);
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
    showStep(OfficePart);
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
        tr("Opening the store…"), [places, &clock = around().clock] { return DistrictOffice::open(places, clock); },
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
        [places, name = m_name->text().trimmed(), makeNew = m_newIdentity, &clock = around().clock] {
            return DistrictOffice::make(places, name, makeNew, clock);
        },
        KeysPart);
}

void DistrictStartView::work(const QString& what, std::function<Result<std::unique_ptr<DistrictOffice>>()> job,
                             Part after)
{
    m_working = true;
    nextButton()->setEnabled(false);
    say(what, Tone::Plain);
    startTask<std::unique_ptr<DistrictOffice>>(
        this, [job = std::move(job)](Progress&) { return job(); },
        [this, after](Result<std::unique_ptr<DistrictOffice>> office) {
            m_working = false;
            nextButton()->setEnabled(true);
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
            showStep(KeysPart);
        });
}

void DistrictStartView::saveCopy()
{
    const auto file
        = around().asker.fileToSave(tr("A copy of the identity file"), u"district.key"_s, tr("Identity files (*.key)"));
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
    const auto file = around().asker.fileToSave(tr("The keys for the centres"), tr("keys of the district") + u".txt"_s,
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
        && !around().asker.confirm({tr("Begin without a copy of the identity file?"),
                                    tr("If the file is lost, no package can be opened any more and the names in the "
                                       "store stay sealed for ever."),
                                    tr("Begin without a copy"), tr("Go back")}))
        return;
    m_done(std::move(m_office));
}

} // namespace songhe::ui
