// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_numbers.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_numbers {

const QString fileEnd = QStringLiteral(".zip.age");

/// The number in the name; 0 where it is not named as a package of this centre.
int numberOf(const QString& fileName, const QString& centreCode)
{
    if (!fileName.endsWith(fileEnd))
        return 0;
    const QString name = fileName.chopped(fileEnd.size());
    const auto quarter = Quarter::fromText(name.section(u'-', -2, -2));
    const int number = name.section(u'-', -1).toInt();
    if (!quarter || number < 1 || number > Quarter::mostPackages)
        return 0;
    return packageName(centreCode, *quarter, number) == name ? number : 0;
}

/// So many packages of its own may a centre have lost sight of. Beyond, a name alone proves nothing: one file with the
/// last number there is would otherwise forbid all packages for ever.
constexpr int mostUnseen = 1000;

enum class Owner { Here, Elsewhere, Unknown, Beyond };

/// The head of the file says to whom it is sealed: a package is always sealed to the centre that wrote it, too, unless
/// to a passphrase alone.
Owner ownerOf(const QString& path, const AgeKeys& keys)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Owner::Unknown;
    constexpr qsizetype piece = 4096;
    ByteSource source(file, piece);
    const auto header = readAgeHeader(source);
    if (!header)
        return Owner::Unknown;
    const bool toPassphrase = std::any_of(header->stanzas.begin(), header->stanzas.end(), [](const AgeStanza& stanza) {
        return !stanza.arguments.isEmpty() && stanza.arguments.front() == "scrypt";
    });
    if (toPassphrase || keys.identities.empty())
        return Owner::Unknown;
    const auto opened = openAgeHeader(*header, keys);
    if (opened)
        return Owner::Here;
    return opened.error().kind == Error::Kind::WrongPassword ? Owner::Elsewhere : Owner::Unknown;
}

QString noticeOf(const QString& fileName, Owner owner)
{
    switch (owner) {
    case Owner::Here:
        return ExchangeText::tr("%1 lies there already and is not in these books; the new package has a number after "
                                "it. If a backup was restored here, read it back first ('package recover').")
            .arg(fileName);
    case Owner::Elsewhere:
        return ExchangeText::tr("%1 lies there under this centre's name, but is sealed to somebody else. It was left "
                                "alone.")
            .arg(fileName);
    case Owner::Beyond:
        return ExchangeText::tr(
                   "%1 lies there under this centre's name and cannot be opened; its number is one that this "
                   "centre never came to. It was left alone.")
            .arg(fileName);
    case Owner::Unknown:
        break;
    }
    return ExchangeText::tr("%1 lies there already and cannot be opened, so it is not known whose it is. It was left "
                            "alone; the new package has a number after it.")
        .arg(fileName);
}

} // namespace package_numbers

Result<StickNumbers> numbersOnStick(const QStringList& files, const QString& centreCode,
                                    const std::vector<Package>& known, int from, const AgeKeys& keys,
                                    Progress& progress)
{
    StickNumbers numbers;
    for (const QString& path : files) {
        const QString fileName = QFileInfo(path).fileName();
        const int number = package_numbers::numberOf(fileName, centreCode);
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const Package& package) { return package.fileName == fileName; });
        if (number <= from || isKnown)
            continue;
        RETURN_IF_ERROR(progress.step(0, 1));
        package_numbers::Owner owner = package_numbers::ownerOf(path, keys);
        if (owner == package_numbers::Owner::Unknown && number - from > package_numbers::mostUnseen)
            owner = package_numbers::Owner::Beyond;
        if (owner == package_numbers::Owner::Here || owner == package_numbers::Owner::Unknown)
            numbers.highest = qMax(numbers.highest, number);
        numbers.notices << package_numbers::noticeOf(fileName, owner);
    }
    return numbers;
}

} // namespace songhe
