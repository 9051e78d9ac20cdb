// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/storage/ledger.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// How much to invent.
struct DemoPlan {
    int elders = 120; ///< 1 to 200,000
    int years = 1;    ///< 1 to 30, ending yesterday
    quint64 seed = 1;
};

/// What was written.
struct DemoReport {
    qint64 sites = 0;
    qint64 elders = 0;
    qint64 facts = 0;
    qint64 meals = 0;
    qint64 assessments = 0;
};

class Demo {
    Q_DECLARE_TR_FUNCTIONS(songhe::Demo)

public:
    static constexpr int mostElders = 200'000;
    static constexpr int mostYears = 30;

    /// Who works at a demonstration centre, in the desktop and by command line; nothing in it is secret.
    static constexpr char user[] = "李敏"; ///< UTF-8
    static constexpr char password[] = "songhe-demo";
};

/// Says what is out of bounds, before anything is made.
Result<void> checkDemoPlan(const DemoPlan& plan);

/// Fills a fresh centre in Baotou with invented but lifelike elders, their dated facts and assessments, meal points and
/// the meals of some years up to yesterday, a few facilities with their papers, staff, beds and absences, and the meal
/// policy with its invented extension to today, each with its audit entry and the moment at which a clerk would have
/// written it. The same seed on the same day gives the same records. A centre that holds elders already is refused; on
/// cancel or error nothing is written. Today is left empty, so that the first lunch can be recorded.
Result<DemoReport> makeDemo(Ledger& ledger, const DemoPlan& plan, Progress& progress);

} // namespace songhe
