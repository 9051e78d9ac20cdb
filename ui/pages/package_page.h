// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "ui/shell/page.h"

namespace songhe::ui {

/// The quarter's package (F10) in four steps: check what is missing or doubtful, choose the stick, write and read back,
/// print the hand-over sheet. Asks for the district's key, or a passphrase, where none is set.
class PackagePage : public Page {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    PackagePage(const Surroundings& around, Session& session, QWidget* parent = nullptr);
};

} // namespace songhe::ui
