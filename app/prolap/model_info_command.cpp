#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/model/model_source.h"

namespace prolap::app {

namespace {

using model::HtsatConfig;
using model::ModelSource;

std::string frontEndLine(const model::AudioEncoderConfig& audio)
{
    const model::MelConfig& mel = audio.mel;
    const char* scale = mel.scale == model::MelConfig::Scale::Htk      ? "HTK"
                        : mel.scale == model::MelConfig::Scale::Slaney ? "Slaney"
                                                                       : "stored";
    return fmt::format("{} Hz, {} {} mel bands from {:g} to {:g} Hz, FFT of {}, hop of {} samples", mel.sampleRate,
                       mel.bands, scale, mel.minHz, mel.maxHz, mel.fftSize, mel.hopSamples);
}

std::string windowLine(const model::AudioEncoderConfig& audio)
{
    std::string line = fmt::format("{:g} s", audio.windowSeconds);
    const auto* htsat = std::get_if<HtsatConfig>(&audio.network);
    if (!htsat)
        return line + "; shorter ones at their own length";
    switch (htsat->fill) {
    case HtsatConfig::Fill::RepeatPad:
        line += "; shorter ones are repeated, then filled with silence";
        break;
    case HtsatConfig::Fill::Repeat:
        line += "; shorter ones are repeated";
        break;
    case HtsatConfig::Fill::Pad:
        line += "; shorter ones are filled with silence";
        break;
    }
    if (htsat->fusion != HtsatConfig::Fusion::None)
        line += "; whole long clips by attention fusion";
    return line;
}

std::string soundLine(const model::AudioEncoderConfig& audio)
{
    if (const auto* htsat = std::get_if<HtsatConfig>(&audio.network))
        return fmt::format("htsat of width {}, {} blocks{}", htsat->embedDim << (htsat->depths.size() - 1),
                           fmt::join(htsat->depths, "-"), htsat->fusion == HtsatConfig::Fusion::None ? "" : ", fusion");
    return fmt::format("cnn8 of width {}", std::get<model::Cnn8Config>(audio.network).channels.back());
}

std::string textLine(const model::TextEncoderConfig& text)
{
    const auto line = [&](const auto& net) {
        return fmt::format("{} of width {}, {} layers, {} words; captions of up to {} tokens", text.name(), net.width,
                           net.layers, net.vocabulary, text.maxTokens);
    };
    return std::visit(line, text.network);
}

nlohmann::json toJson(const ModelSource& source, const model::ModelInfo* info)
{
    const model::PackConfig& config = source.config;
    std::size_t weights = 0;
    for (const auto& tensor : source.tensors.tensors())
        weights += tensor.count();
    auto document = config.toJson();
    nlohmann::json out{
        {"kind", source.kind},
        {"name", validUtf8(config.name)},
        {"path", displayText(source.path)},
        {"licence", validUtf8(config.licence)},
        {"provenance", validUtf8(config.provenance)},
        {"audio_encoder", config.audio.name()},
        {"text_encoder", config.text.name()},
        {"architecture",
         {{"audio_encoder", document.at("audio_encoder")}, {"text_encoder", document.at("text_encoder")}}},
        {"probabilistic", config.heads && config.heads->probabilistic},
        {"sample_rate", config.audio.mel.sampleRate},
        {"window_seconds", config.audio.windowSeconds},
        {"parameters", info ? info->parameters : weights},
        {"missing", nlohmann::json::array()}};
    for (const std::string& what : source.missing)
        out["missing"].push_back(validUtf8(what));
    if (config.heads)
        out["architecture"]["heads"] = document.at("heads");
    if (!info)
        return out;
    out["id"] = info->id;
    out["dim"] = info->dim;
    out["scale"] = info->scale;
    out["bias"] = info->bias;
    out["calibrated"] = info->calibrated;
    out["credible_probability"] = info->credibleProbability;
    out["device"] = info->device;
    out["precision"] = info->precision;
    return out;
}

void printFacts(Console& console, const ModelSource& source, const model::ModelInfo* info)
{
    const model::PackConfig& config = source.config;
    Table table({{""}, {""}});
    table.add({"name", oneLine(config.name)});
    table.add({"kind", source.kind});
    if (info)
        table.add({"id", info->id});
    table.add({"path", pathLine(source.path)});
    table.add({"licence", oneLine(config.licence)});
    table.add({"sound", soundLine(config.audio)});
    table.add({"front end", frontEndLine(config.audio)});
    table.add({"window", windowLine(config.audio)});
    table.add({"text", textLine(config.text)});
    if (config.heads)
        table.add({"joint space", fmt::format("{} dimensions", config.heads->dim)});
    if (info)
        table.add({"size", fmt::format("{:.1f} million parameters", static_cast<double>(info->parameters) / 1e6)});
    table.add({"uncertainty", config.heads && config.heads->probabilistic ? "yes" : "no uncertainty in this model"});
    table.add({"probability", config.calibration ? fmt::format("calibrated; credible from {:.0f} %",
                                                               100 * config.calibration->credibleProbability)
                                                 : "not calibrated"});
    if (info)
        table.add({"runs on", fmt::format("{}, {}", info->device, info->precision)});
    if (!config.heads)
        table.add({"missing", "heads: train some on it (prolap train) before searching"});
    for (const std::string& what : source.missing)
        table.add({"missing", oneLine(what)});
    for (const std::string& line : table.lines())
        console.print(line);
}

int runInfo(Session& session)
{
    const ModelSource source = model::openModelSource(session.modelPath(), session.options.tokenizer);
    std::unique_ptr<model::Embedder> embedder;
    if (source.missing.empty() && source.config.heads)
        embedder = session.openModel();
    const model::ModelInfo* info = embedder ? &embedder->info() : nullptr;
    if (session.options.json)
        session.console.printJson(toJson(source, info));
    else
        printFacts(session.console, source, info);
    return source.missing.empty() ? kDone : kBadInput;
}

} // namespace

void addModelInfo(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("info", "Encoders, sizes, front end, licence, what is missing, device");
    command->add_option("PATH", invocation.common.model, "The model (as --model)");
    command->footer(examples({"prolap model info", "prolap model info Downloads/clap-htsat-unfused",
                              "prolap model info models/mine --json | jq .dim"}));
    setUpCommand(*command, invocation, runInfo);
}

} // namespace prolap::app
