// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

namespace songhe::ui {

/// Only whether it could be done.
template <typename R> Result<void> backOf(Result<R> done)
{
    return done ? Result<void>() : Result<void>(fail(std::move(done).error()));
}

/// The reason that stands with what Ctrl+Z takes back on the services page.
[[nodiscard]] QString takenBack();

} // namespace songhe::ui
