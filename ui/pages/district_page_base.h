// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "ui/shell/page.h"
#include "ui/tasks/district_task.h"

#include <utility>

class QLabel;

namespace songhe::ui {

class Card;
class TaskCard;

/// What the pages of a district share: the office they ask, a line that says what came of it, and reading in a worker.
class DistrictPageBase : public Page {
    Q_OBJECT

public:
    [[nodiscard]] virtual bool busy() const { return m_reading != nullptr; }

protected:
    /// `office` must outlive the page. `least`: so high it is in large letters, where it scrolls.
    DistrictPageBase(const Surroundings& around, const DistrictOffice& office, const QString& title, int least,
                     QWidget* parent);

    [[nodiscard]] const Surroundings& surroundings() const { return m_surroundings; }
    [[nodiscard]] const DistrictOffice& office() const { return m_office; }
    void say(const QString& text, Tone tone);
    /// A stop is no failure.
    void say(const Error& error);
    /// Shows how far long work is, in place of nothing; at its end it goes away.
    void follow(const QString& words, TaskBase* task);

    /// Reads in a worker, and `done(T)` shows it. Asked for again meanwhile, the page refreshes once more instead.
    /// `words`: said where it takes longer than a moment.
    template <typename T, typename Work, typename Done> void read(const QString& words, Work work, Done done)
    {
        if (m_reading) {
            m_again = true;
            return;
        }
        m_reading
            = startDistrictTask<T>(m_office, this, std::move(work), [this, done = std::move(done)](Result<T> made) {
                  m_reading = nullptr;
                  if (std::exchange(m_again, false)) {
                      refresh();
                      return;
                  }
                  if (made)
                      done(*std::move(made));
                  else
                      say(made.error());
                  readEnded();
              });
        followLater(words);
    }

    virtual void readEnded() { }

    /// A list, and beside it what belongs to its chosen line.
    struct ListAndSide {
        Card* list;
        Card* side;
        QLabel* chosen;
    };
    ListAndSide makeListAndSide();

private:
    void followLater(const QString& words);

    Surroundings m_surroundings;
    const DistrictOffice& m_office;
    TaskBase* m_reading = nullptr;
    bool m_again = false;
    QLabel* m_message;
    TaskCard* m_work;
};

} // namespace songhe::ui
