// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_office_page.h"

#include "core/exchange/minisign.h"
#include "ui/dialogs/district_start_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// Keys and paths have no blanks where a line could break.
QString breakable(QString text)
{
    constexpr qsizetype piece = 16;
    for (qsizetype at = piece; at < text.size(); at += piece + 1)
        text.insert(at, QChar(0x200B));
    return text;
}

} // namespace

DistrictOfficePage::DistrictOfficePage(const Surroundings& around, const DistrictOffice& office,
                                       const QStringList& languages, Looks looks, QWidget* parent)
    : DistrictPageBase(around, office, tr("This office"), 520, parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    row->addWidget(makeKeys(), 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme().px(14));
    right->addWidget(makePlaces(), 1);
    right->addWidget(makeLooks(languages, looks));
    row->addLayout(right, 2);
    body()->addLayout(row, 1);
}

void DistrictOfficePage::fact(Card& card, const QString& label, const QString& text, const char* name)
{
    card.body()->addWidget(makeLabel(label, TextRole::Muted, &card));
    QLabel* shown = makeWrapped(breakable(text), TextRole::Body, &card);
    shown->setObjectName(QString::fromLatin1(name));
    shown->setAccessibleName(label);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card.body()->addWidget(shown);
}

QWidget* DistrictOfficePage::makeKeys()
{
    auto* card = new Card(theme(), tr("Keys for the centres"), this);
    card->body()->addWidget(
        makeWrapped(tr("Each centre enters both on its settings page. They are no secret."), TextRole::Muted, card));
    fact(*card, tr("Key for packages (age1…)"), office().info().ageRecipient, "recipient");
    fact(*card, tr("Signature key (RW…)"), office().info().minisignKey, "publicKey");
    if (const auto key = MinisignPublicKey::fromText(office().info().minisignKey.toLatin1()))
        fact(*card, tr("Code to compare by telephone"), key->shortCode(), "keyCode");
    auto* save = new ActionButton(theme(), tr("Save both keys as a text file…"), QKeySequence(Qt::CTRL | Qt::Key_S),
                                  ActionButton::Kind::Plain, card);
    save->setObjectName(u"saveKeys"_s);
    connect(save, &QPushButton::clicked, this, &DistrictOfficePage::saveKeys);
    card->body()->addWidget(save, 0, Qt::AlignLeft);
    card->body()->addStretch();
    return card;
}

QWidget* DistrictOfficePage::makePlaces()
{
    auto* card = new Card(theme(), tr("Store and identity file"), this);
    fact(*card, tr("Store"), QDir::toNativeSeparators(withoutPassword(office().places().store)), "store");
    fact(*card, tr("Identity file"), QDir::toNativeSeparators(office().places().identity), "identity");
    card->body()->addWidget(
        makeWrapped(tr("Without the identity file no package can be opened. Keep it and a copy in two "
                       "safes; back the store up like any file of the office."),
                    TextRole::Muted, card));
    auto* copy
        = new ActionButton(theme(), tr("Save a copy of the identity file…"), {}, ActionButton::Kind::Plain, card);
    copy->setObjectName(u"saveCopy"_s);
    connect(copy, &QPushButton::clicked, this, &DistrictOfficePage::saveCopy);
    card->body()->addWidget(copy, 0, Qt::AlignLeft);
    card->body()->addStretch();
    return card;
}

QWidget* DistrictOfficePage::makeLooks(const QStringList& languages, const Looks& looks)
{
    auto* card = new Card(theme(), tr("Looks"), this);
    const auto choice = [&](const QString& label, const char* name) {
        auto* line = new QHBoxLayout;
        line->addWidget(makeLabel(label, TextRole::Body, card), 1);
        auto* box = new ChoiceBox(card);
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(label);
        line->addWidget(box);
        card->body()->addLayout(line);
        connect(box, &QComboBox::activated, this, &DistrictOfficePage::choose);
        return box;
    };
    m_scale = choice(tr("Text size"), "text_scale");
    for (const int percent : Theme::textPercents)
        m_scale->addItem(tr("%1 %").arg(percent), QString::number(percent));
    m_scale->setKey(QString::number(looks.textPercent));
    m_contrast = choice(tr("Contrast"), "contrast");
    m_contrast->addItem(tr("Usual"), u"normal"_s);
    m_contrast->addItem(tr("High contrast"), u"high"_s);
    m_contrast->setKey(looks.highContrast ? u"high"_s : u"normal"_s);
    m_language = choice(tr("Language"), "language");
    for (const QString& language : languages)
        m_language->addItem(QLocale(language).nativeLanguageName(), language);
    m_language->setKey(looks.language);
    return card;
}

void DistrictOfficePage::choose()
{
    Q_EMIT looksChosen({m_language->key(), m_scale->key().toInt(), m_contrast->key() == u"high"_s});
}

void DistrictOfficePage::saveKeys()
{
    const auto file = asker().fileToSave(tr("The keys for the centres"), tr("keys of the district") + u".txt"_s,
                                         tr("Text (*.txt)"));
    if (!file)
        return;
    if (const auto done = saveDistrictKeys(office().info(), *file); !done)
        say(done.error());
    else
        say(tr("Both keys are in %1.").arg(*file), Tone::Good);
}

void DistrictOfficePage::saveCopy()
{
    const auto file
        = asker().fileToSave(tr("A copy of the identity file"), u"district.key"_s, tr("Identity files (*.key)"));
    if (!file)
        return;
    if (const auto done = copyIdentityFile(office().places().identity, *file); !done)
        say(done.error());
    else
        say(tr("The copy is at %1. Lock it away in another safe.").arg(*file), Tone::Good);
}

} // namespace songhe::ui
