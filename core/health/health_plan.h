// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/measurement.h"
#include "core/rules/policy.h"

namespace songhe {

/// How much a value worries: nothing, look again, act now.
enum class HealthTone { None, Soon, Bad };

/// One figure of a measurement: of a blood pressure there are two.
struct HealthPart {
    Words title;
    qint64 least = 0, most = 0; ///< what can be read off at all, in the last decimal of the kind
};

struct HealthBand {
    int part = 0; ///< index
    std::optional<qint64> from, to;
    HealthTone tone = HealthTone::Soon;
    Words title;
};

struct HealthKind {
    MeasurementKind kind = MeasurementKind::BloodPressure;
    Words title, unit;
    int decimals = 0;
    std::vector<HealthPart> parts;
    std::vector<HealthBand> bands; ///< the first that fits counts

    /// The figures in the last decimal of the kind: 135/82 → 135, 82; 6.4 → 64. `Invalid` says how to write it.
    [[nodiscard]] Result<std::vector<qint64>> figures(const QString& value) const;
    /// As every value of the kind is written: 7 → 7.0.
    [[nodiscard]] QString text(const std::vector<qint64>& figures) const;
    /// The band a value lies in; null where nothing is to be said.
    [[nodiscard]] const HealthBand* bandOf(const QString& value) const;
};

/// Units, limits and warning bands, from `resources/catalogues/health.json`. The file proves itself by its examples
/// when it is read.
class HealthPlan {
    Q_DECLARE_TR_FUNCTIONS(songhe::HealthPlan)

public:
    static Result<HealthPlan> builtIn();
    static Result<HealthPlan> read(const QByteArray& bytes, const QString& name);

    [[nodiscard]] const HealthKind& kind(MeasurementKind kind) const { return m_kinds[std::size_t(kind)]; }

private:
    std::vector<HealthKind> m_kinds; ///< in the order of MeasurementKind
};

} // namespace songhe
