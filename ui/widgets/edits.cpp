// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/edits.h"

#include "core/base/text/chinese_date.h"
#include "ui/widgets/labels.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::ui {

FenEdit::FenEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    setMaxLength(20);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto amount = fen())
            setFen(*amount);
        setStyled(this, "wrong", !isRight());
    });
}

DayEdit::DayEdit(QDate today, QWidget* parent)
    : QLineEdit(parent)
    , m_today(today)
{
    setMaxLength(20);
    setPlaceholderText(tr("e.g. 2021-09-03"));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto given = day())
            setDay(given);
        setStyled(this, "wrong", !isRight());
    });
}

void DayEdit::setDay(std::optional<QDate> day)
{
    setText(day ? day->toString(Qt::ISODate) : QString());
}

std::optional<QDate> DayEdit::read(const QString& text, QDate today)
{
    static const QRegularExpression full(u"^(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*日?$"_s);
    static const QRegularExpression packed(u"^(\\d{4})(\\d{2})(\\d{2})$"_s);
    static const QRegularExpression shortForm(u"^(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*日?$"_s);
    const QString plain = text.trimmed().normalized(QString::NormalizationForm_KC);
    for (const auto& pattern : {full, packed}) {
        if (const auto match = pattern.match(plain); match.hasMatch()) {
            const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
            return day.isValid() ? std::optional(day) : std::nullopt;
        }
    }
    if (const auto match = shortForm.match(plain); match.hasMatch()) {
        const QDate day(today.year(), match.captured(1).toInt(), match.captured(2).toInt());
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    return std::nullopt;
}

ChoiceBox::ChoiceBox(std::span<const ChoiceName> names, bool mayBeEmpty, QWidget* parent)
    : QComboBox(parent)
{
    setNames(names, mayBeEmpty);
}

void ChoiceBox::setNames(std::span<const ChoiceName> names, bool mayBeEmpty)
{
    clear();
    if (mayBeEmpty)
        addItem(QString(), QString());
    for (const ChoiceName& name : names)
        addItem(QCoreApplication::translate(name.context, name.label), QString::fromLatin1(name.key));
}

void ChoiceBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = fontMetrics().height() * 0.22;
    const QPointF middle(width() - fontMetrics().height() * 0.7, height() / 2.0);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF arrow[]
        = {middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2), middle + QPointF(size, -size / 2)};
    painter.drawPolyline(arrow, 3);
}

QString dayText(QDate day, QDate today)
{
    if (!day.isValid())
        return {};
    if (day.year() != today.year())
        return day.toString(Qt::ISODate);
    if (QLocale().language() == QLocale::Chinese)
        return u"%1月%2日"_s.arg(day.month()).arg(day.day());
    return QLocale().toString(day, u"d MMM"_s);
}

std::optional<int> yearsOn(const std::optional<QDate>& born, QDate day)
{
    return born ? ageInYears(*born, day, LeapBirthday::FirstOfMarch) : std::nullopt;
}

QString longDayText(QDate day)
{
    if (QLocale().language() == QLocale::Chinese)
        return u"%1年%2月%3日 %4"_s.arg(day.year())
            .arg(day.month())
            .arg(day.day())
            .arg(QLocale(QLocale::Chinese, QLocale::China).dayName(day.dayOfWeek()));
    return QLocale().toString(day, u"dddd d MMMM yyyy"_s);
}

} // namespace songhe::ui
