// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/records/schema.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>

namespace songhe {

enum class Sex { Unknown, Male, Female };
template <> std::span<const ChoiceName> choiceNames<Sex>();

/// A person the centre cares for. What is true of her only from some day to some day is a Fact, not a field here.
/// Name, numbers, phones, addresses, contacts and remarks are sealed under her own key.
struct Elder {
    static constexpr const char* family = "elder";

    Id<Elder> id;
    QString name; ///< 2 to 50 characters, · is U+00B7
    Sex sex = Sex::Unknown;
    std::optional<QDate> born;
    std::optional<QDate> died;
    std::optional<QDateTime> diedAt;  ///< the moment, where somebody wrote it down; UTC
    std::optional<bool> bornDiffers;  ///< true: `born` is not the resident number's and no paper proves it; worked out
    std::optional<QString> bornProof; ///< the paper that proves a date of birth other than the number's
    std::optional<QString> residentNumber; ///< 18 characters, as GB 11643 writes it
    std::optional<QString> noNumberReason; ///< 'none yet, because …'
    std::optional<QString> ethnicGroup;
    QStringList phones;
    std::optional<QString> address;  ///< where she lives now, as written
    std::optional<QString> division; ///< GB/T 2260 code of that address, where it can be told
    QJsonArray contacts;             ///< [{"name": …, "relation": …, "phone": …}]
    std::optional<QString> cardNumber;
    std::optional<QString> remarks;
    Recorded recorded;
};

template <> const Schema<Elder>& schemaOf<Elder>();

} // namespace songhe
