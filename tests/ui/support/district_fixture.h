// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "tests/ui/support/fake_asker.h"
#include "ui/shell/page.h"

#include <QtCore/QTemporaryDir>

class QWidget;

namespace songhe::ui {

/// What a centre of the tests puts into its package beside an elder and her meals.
struct SentRecords {
    QString code;           ///< of the centre
    QString number;         ///< the elder's resident number
    QList<int> mealsOn;     ///< days of September 2021
    qint64 signedClaim = 0; ///< id of a signed claim of that month; 0: none
};

/// A district office in a folder of its own, with centres that send real packages. It is 2021-10-08 11:40.
class DistrictFixture {
public:
    explicit DistrictFixture(int textPercent = 100);

    [[nodiscard]] DistrictPlaces places() const;
    [[nodiscard]] QString filePath(const QString& name) const { return m_temporary.filePath(name); }
    /// The stick on which the packages lie.
    [[nodiscard]] QString stick() const { return filePath(QStringLiteral("stick")); }
    DistrictOffice& office() { return *m_office; }

    /// Writes a centre's package of 2021Q3 to the stick; the key that signed it.
    QString send(const SentRecords& records);
    void trust(const QString& code, const QString& key);
    /// Merges the stick, as the page would.
    MergeReport merge();
    /// Two centres that are trusted: one person ate at both on 2 September, one claim is signed.
    void twoCentres();

    FakeAsker asker;
    FixedClock clock {QDate(2021, 10, 8)};
    Theme theme;
    Surroundings around;

private:
    QTemporaryDir m_temporary;
    std::unique_ptr<DistrictOffice> m_office;
};

} // namespace songhe::ui
