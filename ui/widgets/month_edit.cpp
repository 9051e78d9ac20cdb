// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/month_edit.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QKeyEvent>

using namespace Qt::StringLiterals;

namespace songhe::ui {

MonthEdit::MonthEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setMaxLength(12);
    setPlaceholderText(tr("e.g. 2021-09"));
}

std::optional<Period> MonthEdit::read(const QString& text)
{
    static const QRegularExpression shape(u"^\\s*(\\d{4})\\s*(?:[-./年]\\s*)?(\\d{1,2})\\s*月?\\s*$"_s);
    const auto match = shape.match(text.normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    const QDate first(match.captured(1).toInt(), match.captured(2).toInt(), 1);
    return first.isValid() ? std::optional(Period::monthOf(first)) : std::nullopt;
}

std::optional<Period> MonthEdit::period() const
{
    if (const auto typed = month())
        return typed;
    const auto longer = Period::fromText(text().trimmed().normalized(QString::NormalizationForm_KC).toUpper());
    return longer ? std::optional(*longer) : std::nullopt;
}

void MonthEdit::step(int by)
{
    const auto now = period();
    if (!now)
        return;
    const auto months = int((now->first().daysTo(now->last()) + 16) / 30);
    const QDate first = now->first().addMonths(by * months);
    if (months == 1)
        setMonth(first);
    else
        setText(months == 3 ? Period::quarterOf(first).text() : QString::number(first.year()));
}

void MonthEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        step(1);
        return;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        step(-1);
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

QString periodText(const Period& period)
{
    const QDate first = period.first();
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const qint64 days = first.daysTo(period.last());
    if (days > 100)
        return chinese ? u"%1年"_s.arg(first.year()) : QString::number(first.year());
    if (days > 31) {
        const int quarter = (first.month() - 1) / 3;
        static const QStringList numbers {u"一"_s, u"二"_s, u"三"_s, u"四"_s};
        return chinese ? u"%1年第%2季度"_s.arg(first.year()).arg(numbers.at(quarter))
                       : u"Q%1 %2"_s.arg(quarter + 1).arg(first.year());
    }
    return chinese ? u"%1年%2月"_s.arg(first.year()).arg(first.month()) : QLocale().toString(first, u"MMMM yyyy"_s);
}

} // namespace songhe::ui
