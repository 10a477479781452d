#include "core/model/model_import.h"

#include <cctype>

#include <fmt/format.h>

#include "core/model/prolap_model.h"

namespace prolap::model {

namespace {

std::string card(const ModelSource& source)
{
    const PackConfig& config = source.config;
    return fmt::format(R"(# {}

Imported from a checkpoint that others trained and published ({}). The weights are unchanged but for their names and,
where fp16 was asked for, their precision.

| | |
| --- | --- |
| licence | {} |
| provenance | {} |
| sound encoder | {}, windows of {:g} s at {} Hz |
| text encoder | {} |
| uncertainty | {} |

What it knows, and what it was trained on, is told by its publishers.
)",
                       validUtf8(config.name), source.kind, validUtf8(config.licence), validUtf8(config.provenance),
                       config.audio.name(), config.audio.windowSeconds, config.audio.mel.sampleRate, config.text.name(),
                       config.heads && config.heads->probabilistic ? "yes" : "none");
}

} // namespace

std::string importName(const ModelSource& source)
{
    std::string name;
    for (const char c : source.config.name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '.' || c == '_')
            name += static_cast<char>(std::tolower(byte));
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && (name.back() == '-' || name.front() == '.'))
        name.back() == '-' ? name.pop_back() : static_cast<void>(name.erase(name.begin()));
    return name.empty() ? "imported" : name;
}

void importModel(const ModelSource& source, const std::string& name, const Path& out, StoredPrecision precision)
{
    ProlapModel model = ProlapModel::load(source);
    if (!name.empty())
        model.config.name = name;
    model.save(out, card(source), precision);
}

} // namespace prolap::model
