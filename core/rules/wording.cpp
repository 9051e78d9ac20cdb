// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/wording.h"

#include <QtCore/QRegularExpression>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& placeholderShape()
{
    static const QRegularExpression shape(u"\\{([^{}|]*)(?:\\|([^{}]*))?\\}"_s);
    return shape;
}

/// How a value may be shown; none: as it stands.
const QStringList& placeholderFormats()
{
    static const QStringList formats {u"division"_s, u"fact"_s, u"yuan"_s, u"area"_s};
    return formats;
}

} // namespace

std::optional<QString> wrongPlaceholder(const QString& words, const QStringList& names)
{
    auto found = placeholderShape().globalMatch(words);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString format = match.captured(2);
        if (!names.contains(match.captured(1)) || (match.hasCaptured(2) && !placeholderFormats().contains(format)))
            return match.captured(0).sliced(1).chopped(1);
    }
    return std::nullopt;
}

QString Wording::text(const Policy* policy, const Verdict& verdict) const
{
    return text(policy, verdict.outcome, verdict.fen, verdict.reason);
}

QString Wording::text(const Policy* policy, Verdict::Outcome outcome, Fen fen, const Reason& reason) const
{
    const QString why = text(policy, reason);
    switch (outcome) {
    case Verdict::Outcome::Pays:
        return tr("pays %1 yuan: %2").arg(fen.yuanText(), why);
    case Verdict::Outcome::Refused:
        return tr("not payable: %1").arg(why);
    case Verdict::Outcome::Held:
        return tr("held: %1").arg(why);
    }
    return why;
}

QString Wording::text(const Policy* policy, const Reason& reason) const
{
    if (policy && policy->reasons.contains(reason.code))
        return fill(policy->reasons.value(reason.code).text(), reason);
    return own(reason);
}

QString Wording::own(const Reason& reason) const
{
    if (reason.code == reason_code::afterDeath)
        return tr("died on %1").arg(reason.values.value(u"died"_s));
    if (reason.code == reason_code::fileVoid)
        return tr("the file was made void; look for the one that counts");
    if (reason.code == reason_code::away)
        return tr("recorded as away that day (%1); put the meal or the absence right")
            .arg(ground(u"absence:"_s + reason.values.value(u"why"_s)));
    if (reason.code == reason_code::nothingCounted)
        return tr("no day, area or cost of it counts");
    if (reason.code == u"AMOUNT_NOT_SET")
        return tr("the amount is not set; note it on the record or choose it for the policy (%1 to %2 yuan)")
            .arg(Fen {reason.values.value(u"least"_s).toLongLong()}.yuanText(),
                 Fen {reason.values.value(u"most"_s).toLongLong()}.yuanText());
    if (reason.code == u"AMOUNT_OUT_OF_RANGE")
        return tr("the amount on the record is not between %1 and %2 yuan")
            .arg(Fen {reason.values.value(u"least"_s).toLongLong()}.yuanText(),
                 Fen {reason.values.value(u"most"_s).toLongLong()}.yuanText());
    if (reason.code == u"AREA_UNKNOWN")
        return tr("the area at acceptance is not on file");
    if (reason.code == reason_code::birthDiffers)
        return tr(
            "the date of birth on file is not the resident number's; correct it, or note the paper that proves it");
    if (reason.code == reason_code::noSignature)
        return tr("nobody signed for it; the policy wants a signature");
    if (reason.code == reason_code::recordVoid)
        return tr("the record was made void");
    if (reason.code == reason_code::claimedElsewhere)
        return tr("it is paid under %1 already (claim %2)")
            .arg(reason.values.value(u"policy"_s), reason.values.value(u"claim"_s));
    if (reason.code == reason_code::assessmentExpired) {
        const QString level = reason.values.value(u"level"_s);
        return tr("the assessment ended on %1 (%2); please assess her anew")
            .arg(reason.values.value(u"last"_s), m_facts ? m_facts(assessedAbilityKind.toString(), level) : level);
    }
    if (reason.code == reason_code::policyNotValid) {
        const QString policy = reason.values.value(u"policy"_s);
        if (reason.values.contains(u"first"_s))
            return tr("the policy %1 begins on %2").arg(policy, reason.values.value(u"first"_s));
        if (reason.values.contains(u"last"_s))
            return tr("the policy %1 ended on %2").arg(policy, reason.values.value(u"last"_s));
        return tr("the policy %1 is not valid that day").arg(policy);
    }
    return reason.code;
}

QString Wording::fill(const QString& words, const Reason& reason) const
{
    QString filled;
    qsizetype at = 0;
    auto found = placeholderShape().globalMatch(words);
    while (found.hasNext()) {
        const auto match = found.next();
        filled += words.mid(at, match.capturedStart() - at);
        filled += shown(reason.values.value(match.captured(1)), match.captured(2));
        at = match.capturedEnd();
    }
    return filled + words.mid(at);
}

QString Wording::shown(const QString& value, const QString& format) const
{
    if (format.isEmpty())
        return value;
    if (format == u"area") { // dm², two decimals where it is no whole number of m²
        const qint64 dm2 = value.toLongLong();
        const QString rest = u".%1"_s.arg(dm2 % 100, 2, 10, QChar(u'0'));
        return QString::number(dm2 / 100) + (dm2 % 100 == 0 ? QString() : rest);
    }
    if (format == u"yuan")
        return Fen {value.toLongLong()}.yuanText();
    QStringList parts;
    for (const QString& part : value.split(u',', Qt::SkipEmptyParts))
        parts << (format == u"division" ? division(part) : ground(part));
    //: Between the members of a short list.
    return parts.isEmpty() ? tr("nothing") : parts.join(tr(", "));
}

QString Wording::division(const QString& code) const
{
    const QString name = m_divisions ? m_divisions(code) : QString();
    return name.isEmpty() ? code : name;
}

QString Wording::ground(const QString& ground) const
{
    const QString kind = ground.section(u':', 0, 0);
    const QString value = ground.section(u':', 1);
    if (kind == u"age")
        return tr("aged %1 or over").arg(value);
    if (kind == u"registered_division")
        return division(value);
    QString words = m_facts ? m_facts(kind, value) : QString();
    if (words.isEmpty())
        words = value;
    return kind == declaredAbilityKind ? tr("%1 (declared)").arg(words) : words;
}

} // namespace songhe
