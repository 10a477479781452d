#include "ui/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace prolap::ui {

void installTranslations(QCoreApplication& application)
{
    const QString folder = QStringLiteral(":/i18n");
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral("prolap_en"), folder))
        QCoreApplication::installTranslator(english);
    auto* local = new QTranslator(&application);
    if (local->load(QLocale(), QStringLiteral("prolap"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(local);
}

} // namespace prolap::ui
