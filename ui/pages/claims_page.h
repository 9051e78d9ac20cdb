// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "ui/shell/page.h"

namespace songhe::ui {

/// Claims (F8): choose a month, settle it, see every meal with its amount and the reason in words, open the facts that
/// decided, keep the result as a draft, print it. Says clearly where the policy is a draft or invented.
class ClaimsPage : public Page {
    Q_OBJECT

public:
    /// `session` and `divisions` must outlive the page.
    ClaimsPage(const Surroundings& around, Session& session, const Divisions& divisions, QWidget* parent = nullptr);
};

} // namespace songhe::ui
