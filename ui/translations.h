#pragma once

class QCoreApplication;

namespace prolap::ui {

/// Installs the texts of the user's language where there are any, over the English ones (which hold the plurals).
void installTranslations(QCoreApplication& application);

} // namespace prolap::ui
