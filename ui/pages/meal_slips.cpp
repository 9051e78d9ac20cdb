// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/meal_slips.h"

namespace songhe::ui {

printing::Slip mealSlip(const CentreInfo& centre, const QString& elderName, const QString& siteName,
                        const QString& person, const Meal& meal, std::optional<Fen> subsidy)
{
    printing::Slip slip;
    slip.centre = centre.name;
    slip.number = meal.id.text();
    slip.elderName = elderName;
    slip.recordedBy = person;
    slip.recordedAt = meal.recorded.at;
    slip.fetchedBy = meal.fetchedBy.value_or(QString());
    slip.demonstration = centre.demonstration;
    slip.lines = {{meal.servedOn, choiceText(meal.sitting), choiceText(meal.way), siteName, meal.price, subsidy}};
    return slip;
}

Result<std::unique_ptr<printing::Paper>> slipPaper(const std::vector<printing::Slip>& slips, printing::SlipForm form)
{
    ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::SlipPaper::make(slips, form));
    return paper;
}

} // namespace songhe::ui
