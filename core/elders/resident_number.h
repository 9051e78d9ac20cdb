// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/divisions/divisions.h"
#include "core/elders/elder.h"

#include <QtCore/QCoreApplication>

#include <vector>

namespace songhe {

/// What was mended in a resident number as somebody wrote it; each is safe, the check digit proves it.
enum class NumberRepair {
    FullWidth, ///< full-width digits made plain
    Blanks,    ///< blanks and hyphens taken out
    PlainX,    ///< a lower-case x or a × written as X
    Widened,   ///< 15 digits widened to 18
};
template <> std::span<const ChoiceName> choiceNames<NumberRepair>();

enum class NumberKind {
    Citizen,        ///< 居民身份证
    HongKongPermit, ///< 港澳台居民居住证 810000
    MacauPermit,    ///< 820000
    TaiwanPermit,   ///< 830000
    ForeignerPermit, ///< 外国人永久居留身份证 since 2023: 9, province, nationality, date, sequence, check digit
};

/// A resident number as GB 11643-1999 has it, taken apart.
struct ResidentNumber {
    QString text; ///< 18 characters
    QDate born;
    Sex sex = Sex::Unknown;
    QString division; ///< the six digits it begins with; empty for a foreigner's permit
    NumberKind kind = NumberKind::Citizen;
    bool widened = false; ///< was written with 15 digits
    std::vector<NumberRepair> repairs;

    [[nodiscard]] bool isResidencePermit() const { return kind != NumberKind::Citizen; }

    Q_DECLARE_TR_FUNCTIONS(songhe::ResidentNumber)
};

/// Reads a resident number however it is written. `latest`, if given, is the last day on which its holder can have been
/// born (today). On failure `detail` is one of number.missing, number.as_number (a spreadsheet turned it into a
/// number), number.length, number.characters, number.check_digit, number.date. Whether its division still exists is
/// asked of `Divisions`: an abolished one is a warning only.
Result<ResidentNumber> parseResidentNumber(const QString& written, QDate latest = {});

/// A warning in words where the division that the number begins with is abolished or not known; it is never a reason to
/// refuse the number.
[[nodiscard]] std::optional<QString> divisionWarning(const ResidentNumber& number, const Divisions& divisions);

/// The check character of GB 11643 (ISO 7064 MOD 11-2) for the first 17 digits; a null QChar if they are no digits.
[[nodiscard]] QChar residentCheckCharacter(QStringView first17);

/// 1502**********9822, for lists.
[[nodiscard]] QString maskedResidentNumber(const QString& number);

} // namespace songhe
