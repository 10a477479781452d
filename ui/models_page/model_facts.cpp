#include "ui/models_page/model_facts.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/text.h"

namespace prolap::ui {

namespace {

class ModelFacts {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::ModelFacts)
};

} // namespace

QString modelFacts(const model::ModelInfo& info)
{
    QStringList lines;
    lines << ModelFacts::tr("%1, running on %2 in %3").arg(shown(info.name), shown(info.device), shown(info.precision));
    lines << ModelFacts::tr("%1 million parameters; hears %2 kHz in windows of %3 s")
                 .arg(QLocale().toString(static_cast<double>(info.parameters) / 1e6, 'f', 1))
                 .arg(info.sampleRate / 1000.0)
                 .arg(info.windowSeconds);
    lines << (info.probabilistic ? ModelFacts::tr("Knows how general a sound or a description is")
                                 : ModelFacts::tr("No uncertainty in this model"));
    if (!info.licence.empty())
        lines << ModelFacts::tr("Licence: %1").arg(shown(info.licence));
    lines << shown(info.path);
    return lines.join(QLatin1Char('\n'));
}

} // namespace prolap::ui
