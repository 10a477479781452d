#include <cmath>
#include <cstring>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/caption_file.h"
#include "app/prolap/commands.h"
#include "app/prolap/json_values.h"
#include "app/prolap/text.h"
#include "core/audio/clip_reader.h"
#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"

namespace prolap::app {

namespace {

struct EmbedOptions {
    std::vector<std::string> audio;
    std::vector<std::string> captions;
    std::string textFile;
    bool windows = false;
    bool whole = false;
    std::string out;
};

constexpr double kLongestWholeSeconds = 600; // of memory and patience

/// One Gaussian per input, and with audio those of its windows.
struct Item {
    std::string input;
    model::Embeddings gaussian; ///< of count 1
    model::Embeddings windows;
    std::vector<std::pair<double, double>> places; ///< start and end of each window, seconds
};

std::optional<Item> embedFile(const model::Embedder& embedder, const Path& file, std::stop_token stop)
{
    Item item;
    item.input = displayText(file);
    model::Embeddings& windows = item.windows;
    windows.dim = embedder.info().dim;
    audio::ClipReadOptions options;
    options.sampleRate = embedder.info().sampleRate;
    options.windowSeconds = embedder.info().windowSeconds;
    const auto summary = audio::readClip(
        file, options,
        [&](audio::ClipWindow&& window) {
            const std::span<const float> samples(window.samples);
            const model::Embeddings one = embedder.embedAudio(std::span(&samples, 1));
            windows.mean.insert(windows.mean.end(), one.mean.begin(), one.mean.end());
            windows.logVar.insert(windows.logVar.end(), one.logVar.begin(), one.logVar.end());
            ++windows.count;
            item.places.emplace_back(window.startSeconds, window.endSeconds);
            return !stop.stop_requested();
        },
        stop);
    if (!summary || stop.stop_requested())
        return std::nullopt;
    item.gaussian = model::aggregateWindows(windows);
    return item;
}

std::optional<Item> embedWholeFile(const model::Embedder& embedder, const Path& file, std::stop_token stop)
{
    Item item;
    item.input = displayText(file);
    std::vector<float> samples;
    bool tooLong = false;
    const auto summary = audio::readClip(
        file, {embedder.info().sampleRate, kLongestWholeSeconds},
        [&](audio::ClipWindow&& window) {
            tooLong = !samples.empty();
            samples = std::move(window.samples);
            return !tooLong && !stop.stop_requested();
        },
        stop);
    if (tooLong)
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is longer than {:.0f} minutes, which --whole does not take: leave it out to have "
                                "the file embedded in windows.",
                                displayText(file), kLongestWholeSeconds / 60));
    if (!summary || stop.stop_requested())
        return std::nullopt;
    item.gaussian = embedder.embedClip(samples);
    return item;
}

std::vector<Item> embedCaptions(const model::Embedder& embedder, const std::vector<std::string>& captions)
{
    const model::Embeddings all = embedder.embedText(captions);
    std::vector<Item> items;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const auto mean = all.meanOf(i), logVar = all.logVarOf(i);
        Item item;
        item.input = validUtf8(captions[i]);
        item.gaussian = {1, all.dim, {mean.begin(), mean.end()}, {logVar.begin(), logVar.end()}};
        items.push_back(std::move(item));
    }
    return items;
}

nlohmann::json logVarJson(std::span<const float> logVar)
{
    return logVar.empty() ? nlohmann::json() : jsonNumbers(logVar);
}

nlohmann::json uncertaintyJson(const model::Embeddings& gaussian)
{
    const std::vector<float> u = model::uncertainties(gaussian);
    return u.empty() ? nlohmann::json() : jsonNumber(u.front());
}

nlohmann::json toJson(const Item& item, bool withWindows)
{
    nlohmann::json json{{"input", item.input},
                        {"mean", jsonNumbers(item.gaussian.mean)},
                        {"log_var", logVarJson(item.gaussian.logVar)},
                        {"uncertainty", uncertaintyJson(item.gaussian)}};
    if (!withWindows)
        return json;
    auto& windows = json["windows"] = nlohmann::json::array();
    for (std::size_t i = 0; i < item.places.size(); ++i)
        windows.push_back({{"start", item.places[i].first},
                           {"end", item.places[i].second},
                           {"mean", jsonNumbers(item.windows.meanOf(i))},
                           {"log_var", logVarJson(item.windows.logVarOf(i))}});
    return json;
}

void save(const Path& file, const std::vector<Item>& items, const model::ModelInfo& info)
{
    std::vector<float> mean, logVar;
    for (const Item& item : items) {
        mean.insert(mean.end(), item.gaussian.mean.begin(), item.gaussian.mean.end());
        logVar.insert(logVar.end(), item.gaussian.logVar.begin(), item.gaussian.logVar.end());
    }
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(items.size()), static_cast<std::int64_t>(info.dim)};
    std::vector<checkpoint::TensorView> tensors{
        {"mean", checkpoint::DType::F32, shape, std::as_bytes(std::span<const float>(mean))}};
    if (info.probabilistic)
        tensors.push_back({"log_var", checkpoint::DType::F32, shape, std::as_bytes(std::span<const float>(logVar))});
    checkpoint::writeSafetensors(file, tensors, {{"model", info.id}});
}

void printTable(Console& console, const std::vector<Item>& items, bool withWindows)
{
    Table table({{"input"}, {"windows", Table::Align::Right}, {"u", Table::Align::Right}});
    for (const Item& item : items) {
        const auto u = model::uncertainties(item.gaussian);
        table.add({shortened(oneLine(item.input), 100), item.places.empty() ? "" : std::to_string(item.places.size()),
                   u.empty() ? "" : fmt::format("{:.3f}", u.front())});
        const auto windowU = model::uncertainties(item.windows);
        for (std::size_t i = 0; withWindows && i < item.places.size(); ++i)
            table.add({fmt::format("  {} to {}", placeText(item.places[i].first), placeText(item.places[i].second)), "",
                       windowU.empty() ? "" : fmt::format("{:.3f}", windowU[i])});
    }
    for (const std::string& line : table.lines())
        console.print(line);
}

int runEmbed(Session& session, const EmbedOptions& options)
{
    std::vector<std::string> captions = options.captions;
    if (!options.textFile.empty())
        captions = readCaptions(options.textFile);
    if (captions.empty() && options.audio.empty())
        throw Error(ErrorKind::BadInput, fmt::format("{} holds no captions.", oneLine(options.textFile)));
    const auto embedder = session.openModel();
    const model::ModelInfo& info = embedder->info();

    std::vector<Item> items;
    auto failures = nlohmann::json::array();
    for (const std::string& file : options.audio) {
        session.console.progress(
            fmt::format("{} of {}  {}", items.size() + failures.size() + 1, options.audio.size(), oneLine(file)));
        try {
            auto item = options.whole ? embedWholeFile(*embedder, file, session.interrupt.token())
                                      : embedFile(*embedder, file, session.interrupt.token());
            if (!item)
                return kInterrupted;
            items.push_back(std::move(*item));
        } catch (const Error& error) {
            session.console.complain(error.what());
            failures.push_back({{"input", displayText(file)}, {"reason", validUtf8(error.what())}});
        }
    }
    session.console.endProgress();
    if (options.audio.empty())
        items = embedCaptions(*embedder, captions);
    if (session.interrupt.raised())
        return kInterrupted;

    if (!options.out.empty())
        save(options.out, items, info);
    if (session.options.json) {
        nlohmann::json document{{"model", info.id}, {"dim", info.dim}, {"items", nlohmann::json::array()}};
        for (const Item& item : items)
            document["items"].push_back(toJson(item, options.windows && !options.audio.empty()));
        if (!failures.empty())
            document["failures"] = failures;
        session.console.printJson(document);
    } else {
        printTable(session.console, items, options.windows);
    }
    if (failures.empty())
        return kDone;
    return items.empty() ? kBadInput : kPartlyDone;
}

} // namespace

void addEmbed(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("embed", "Give the Gaussians of sounds or captions");
    auto options = std::make_shared<EmbedOptions>();
    // No option group: CLI11 2.1 never ends on an empty argument beside one.
    auto* audio = command->add_option("--audio", options->audio, "Sound files")->type_name("FILE...");
    auto* text = command->add_option("--text", options->captions, "Captions")->type_name("CAPTION...")->excludes(audio);
    command->add_option("--text-file", options->textFile, "Captions, one a line, or a JSON array of strings (.json)")
        ->type_name("FILE")
        ->excludes(audio)
        ->excludes(text);
    command->parse_complete_callback([options] {
        if (options->audio.empty() && options->captions.empty() && options->textFile.empty())
            throw CLI::RequiredError("--audio, --text or --text-file");
    });
    auto* windows = command->add_flag("--windows", options->windows, "Also those of each window of a sound");
    command
        ->add_flag("--whole", options->whole,
                   "One embedding of the whole sound by the model's own truncation, as its original software gives it, "
                   "instead of the mean over windows")
        ->excludes(windows);
    command->add_option("--out", options->out, "Write `mean` [N, D] and `log_var` [N, D] here")
        ->type_name("FILE.safetensors");
    command->footer(examples({"prolap embed --json --text \"a dog barking\" \"rain\"",
                              "prolap embed --audio *.wav --out sounds.safetensors",
                              "prolap embed --json --audio storm.flac --windows | jq '.items[0].windows | length'"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runEmbed(session, *options); });
}

} // namespace prolap::app
