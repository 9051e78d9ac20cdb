// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/scale.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QAbstractButton>

namespace songhe::ui {

/// One answer an item offers: the key that gives it, its whole wording, what it scores. The chosen one stands in pale
/// green behind a tick. A click does what the key does; the focus stays where the keys go.
class OptionRow : public QAbstractButton {
    Q_OBJECT

public:
    OptionRow(const Theme& theme, const ScaleOption& option, bool chosen, QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRect wordsBox(int width) const;

    const Theme& m_theme;
    QString m_key;
    QString m_score;
    bool m_chosen;
};

} // namespace songhe::ui
