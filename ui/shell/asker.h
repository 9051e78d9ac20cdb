// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <optional>

class QWidget;

namespace songhe::ui {

/// A question whose buttons name their acts: 'Discard 3 unsaved entries?' [Discard] [Keep writing].
struct Question {
    QString text;
    QString detail;
    QString act;  ///< the button that does it
    QString keep; ///< the button that does not; the default one
};

/// Asks the person at the desk. Pages get it handed in; nothing else opens a box or a file dialog, so tests answer.
class Asker {
public:
    virtual ~Asker() = default;

    virtual bool confirm(const Question& question) = 0;
    /// Nothing if the person went back. `required`: an empty text cannot be given.
    virtual std::optional<QString> text(const QString& title, const QString& label, const QString& start, bool required)
        = 0;
    /// Says what happened and what to do; `detail` is behind 'Details'.
    virtual void tell(const QString& message, const QString& detail = {}) = 0;
    void tell(const Error& error) { tell(error.message, error.detail); }

    virtual std::optional<QString> fileToOpen(const QString& title, const QString& filter) = 0;
    virtual std::optional<QString> fileToSave(const QString& title, const QString& name, const QString& filter) = 0;
    virtual std::optional<QString> folder(const QString& title) = 0;
};

/// Asks by dialogs over `parent`.
class DialogAsker final : public Asker {
public:
    explicit DialogAsker(QWidget* parent)
        : m_parent(parent)
    { }

    bool confirm(const Question& question) override;
    std::optional<QString> text(const QString& title, const QString& label, const QString& start,
                                bool required) override;
    void tell(const QString& message, const QString& detail) override;
    std::optional<QString> fileToOpen(const QString& title, const QString& filter) override;
    std::optional<QString> fileToSave(const QString& title, const QString& name, const QString& filter) override;
    std::optional<QString> folder(const QString& title) override;

private:
    QWidget* m_parent;
};

} // namespace songhe::ui
