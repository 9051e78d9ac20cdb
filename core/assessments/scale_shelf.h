// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/scale.h"

#include <QtCore/QCoreApplication>

#include <memory>

namespace songhe {

/// The assessment standards at hand: those that travel with the program (`resources/scales/*.json`).
class ScaleShelf {
    Q_DECLARE_TR_FUNCTIONS(songhe::ScaleShelf)

public:
    static Result<ScaleShelf> builtIn();
    /// Another scale; one with the same id is `Conflict`.
    Result<void> add(Scale scale);

    /// `NotFound`, naming the scales there are. The scale lives as long as the shelf.
    [[nodiscard]] Result<const Scale*> scale(const QString& id) const;
    [[nodiscard]] const Scale* find(const QString& id) const; ///< null: there is none
    /// Newest standard first.
    [[nodiscard]] std::vector<const Scale*> scales() const;

private:
    std::vector<std::shared_ptr<const Scale>> m_scales;
};

} // namespace songhe
