// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

#include <memory>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* installedHere = "songhe-translator";

} // namespace

QStringList languages()
{
    return {u"zh_CN"_s, u"en"_s};
}

bool loadTranslations(QCoreApplication& app, const QString& language)
{
    if (!languages().contains(language))
        return false;
    auto ours = std::make_unique<QTranslator>();
    if (!ours->load(u":/i18n/songhe_%1.qm"_s.arg(language)))
        return false;
    const auto before = app.findChildren<QTranslator*>(QString::fromLatin1(installedHere), Qt::FindDirectChildrenOnly);
    qDeleteAll(before); // a translator that is destroyed takes itself out

    auto qts = std::make_unique<QTranslator>();
    if (qts->load(u"qtbase_%1"_s.arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts.get());
    QCoreApplication::installTranslator(ours.get()); // the last one installed is asked first
    for (QTranslator* translator : {qts.release(), ours.release()}) {
        translator->setObjectName(QString::fromLatin1(installedHere));
        translator->setParent(&app);
    }
    QLocale::setDefault(QLocale(language));
    return true;
}

} // namespace songhe
