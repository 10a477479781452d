#include "core/train/runs/data_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/audio/probe.h"
#include "core/content_hash.h"
#include "core/error.h"
#include "core/text/tokenizer.h"

namespace prolap::train {

namespace {

using Weight = DataCheck::Weight;

constexpr std::size_t kExamples = 5;
constexpr std::size_t kFewClips = 20;  ///< below, what is measured is luck
constexpr std::size_t kFewOfLabel = 5; ///< below, a label is hardly learned
constexpr double kLopsided = 20;       ///< times as many clips of one label as of the middle one
constexpr double kForeignShare = .05;
constexpr const char* kWeights[] = {"fine", "notice", "warning", "refusal"};

std::string clipsText(std::size_t count)
{
    return fmt::format("{} clip{}", count, count == 1 ? "" : "s");
}

/// The naming captions of a manifest: see labelLevel().
std::size_t namingLevel(const Manifest& manifest)
{
    return static_cast<std::size_t>(std::max(0, std::min(manifest.levels, 3) - 1));
}

DataCheck clipsCheck(const Manifest& manifest)
{
    const std::size_t clips = manifest.rows.size();
    DataCheck check{"clips", Weight::Fine, clipsText(clips) + ".", "", {}, static_cast<double>(clips)};
    if (clips < 2) {
        check.weight = Weight::Refusal;
        check.sentence = fmt::format("There is only {}.", clipsText(clips));
        check.advice = "A model learns by comparing clips: choose at least two, better twenty or more of each kind.";
    } else if (clips < kFewClips) {
        check.weight = Weight::Warning;
        check.sentence = fmt::format("There are only {}.", clipsText(clips));
        check.advice = "Little can be learned and even less be measured; add clips, twenty or more of each kind.";
    }
    return check;
}

DataCheck saidCheck(const Manifest& manifest)
{
    std::set<std::string> said;
    for (const ManifestRow& row : manifest.rows) {
        for (std::size_t level = 0; level < static_cast<std::size_t>(manifest.levels); ++level) {
            for (const std::string& caption : captionsAt(row, level))
                said.insert(caption);
        }
    }
    DataCheck check{"captions", Weight::Fine, fmt::format("{} different captions.", said.size()),
                    "",         {},           static_cast<double>(said.size())};
    std::set<std::string> names;
    for (const ManifestRow& row : manifest.rows) {
        for (const std::string& caption : captionsAt(row, namingLevel(manifest)))
            names.insert(caption);
    }
    if (manifest.rows.size() >= 2 && (said.size() < 2 || names.size() < 2)) {
        check.weight = Weight::Refusal;
        check.sentence = fmt::format("All clips are called the same: {}.", names.empty() ? "" : *names.begin());
        check.advice =
            "There is nothing to tell apart: add clips of other kinds, or captions that tell these clips apart.";
    }
    return check;
}

DataCheck labelsCheck(const Manifest& manifest, const std::vector<std::pair<std::string, std::size_t>>& labels)
{
    std::vector<std::size_t> counts;
    DataCheck check{"balance", Weight::Fine, "", "", {}, 0};
    for (const auto& [label, clips] : labels) {
        if (!label.empty())
            counts.push_back(clips);
    }
    if (counts.empty()) {
        check.weight = Weight::Notice;
        check.sentence = "No clip has a label, so every caption counts as true of its own clip alone.";
        check.advice = "Where several clips are of one kind, give them the same tag, or a column \"label\".";
        return check;
    }
    if (counts.size() == 1 && manifest.rows.size() >= 2) {
        check.weight = Weight::Warning;
        check.sentence = fmt::format("All clips are of one kind: {}.", labels.front().first);
        check.advice = "The model will call everything by this name; add clips of other kinds.";
        check.value = 1;
        return check;
    }
    const double middle = static_cast<double>(counts[counts.size() / 2]);
    check.value = static_cast<double>(counts.front()) / std::max(1.0, static_cast<double>(counts.back()));
    for (const auto& [label, clips] : labels) {
        if (!label.empty() && clips < kFewOfLabel && check.examples.size() < kExamples)
            check.examples.push_back(fmt::format("{}: {}", label, clipsText(clips)));
    }
    const std::size_t few = static_cast<std::size_t>(
        std::count_if(counts.begin(), counts.end(), [](std::size_t clips) { return clips < kFewOfLabel; }));
    const bool lopsided = static_cast<double>(counts.front()) > kLopsided * std::max(middle, 1.0) ||
                          (counts.size() == 2 && check.value > kLopsided);
    check.sentence = fmt::format("{} kinds, from {} ({}) to {}.", counts.size(), clipsText(counts.front()),
                                 labels.front().first, clipsText(counts.back()));
    if (lopsided) {
        check.weight = Weight::Warning;
        check.advice = fmt::format("The model will take nearly everything for {}; use only some of its clips "
                                   "(\"at most so many of each kind\"), or add clips of the rare ones.",
                                   labels.front().first);
    } else if (few > 0) {
        check.weight = Weight::Notice;
        check.advice =
            fmt::format("{} of the kinds have fewer than {} clips and will hardly be learned.", few, kFewOfLabel);
    }
    return check;
}

DataCheck shortCheck(const Manifest& manifest, const FileFacts& files)
{
    DataCheck check{"short", Weight::Fine, "No clip is too short.", "", {}, 0};
    for (std::size_t i = 0; i < files.seconds.size(); ++i) {
        if (files.seconds[i] < 0 || files.seconds[i] >= kShortSeconds)
            continue;
        ++check.value;
        if (check.examples.size() < kExamples)
            check.examples.push_back(displayText(manifest.rows[i].path));
    }
    if (check.value > 0) {
        check.weight = Weight::Notice;
        check.sentence = fmt::format("{} shorter than a tenth of a second.",
                                     check.value == 1 ? "1 clip is" : fmt::format("{} clips are", check.value));
        check.advice = "So little sound says next to nothing; leave them out unless all your sounds are like that.";
    }
    return check;
}

DataCheck unreadableCheck(const Manifest& manifest, const FileFacts& files)
{
    const std::size_t count = manifest.failures.size() + files.failures.size();
    DataCheck check{"unreadable", Weight::Fine, "All files and rows can be used.", "", {}, static_cast<double>(count)};
    for (const auto* list : {&manifest.failures, &files.failures}) {
        for (const DataFailure& failure : *list) {
            if (check.examples.size() < kExamples)
                check.examples.push_back(sentence(failure));
        }
    }
    if (count > 0) {
        check.weight = Weight::Notice;
        check.sentence = fmt::format("{} cannot be used and {} left out.",
                                     count == 1 ? "1 row" : fmt::format("{} rows", count), count == 1 ? "is" : "are");
        check.advice = "See why below; the others are used.";
    }
    return check;
}

/// The same bytes on both sides of the split; the split by group keeps them together, one that the data bring may not.
DataCheck duplicatesCheck(const Manifest& manifest, const FileFacts& files)
{
    std::map<std::string, std::set<std::string>> splits;
    std::map<std::string, std::size_t> copies;
    DataCheck check{"duplicates", Weight::Fine, "No file is there twice.", "", {}, 0};
    for (std::size_t i = 0; i < files.contents.size(); ++i) {
        if (files.contents[i].empty())
            continue;
        splits[files.contents[i]].insert(manifest.rows[i].split);
        if (++copies[files.contents[i]] > 1) {
            ++check.value;
            if (check.examples.size() < kExamples)
                check.examples.push_back(displayText(manifest.rows[i].path));
        }
    }
    const auto torn =
        std::count_if(splits.begin(), splits.end(), [](const auto& item) { return item.second.size() > 1; });
    if (torn > 0) {
        check.weight = Weight::Warning;
        check.sentence = fmt::format("{} sounds are both among those to learn from and those to judge by.", torn);
        check.advice = "The comparison will flatter the model; let the program split the clips instead.";
    } else if (check.value > 0) {
        check.weight = Weight::Notice;
        check.sentence = fmt::format("{} files have the same bytes as another.", check.value);
        check.advice = "Copies are kept on one side of the split; each counts as a clip.";
    }
    return check;
}

/// Characters of UTF-8, and those that are letters of another script than Latin (by block; near enough for a warning).
struct Letters {
    std::size_t all = 0, foreign = 0;
};

Letters lettersOf(const std::string& text)
{
    Letters letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = lead < 0x80 ? lead : lead & (0xFF >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
        i += length;
        const bool latin = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
                           (code >= 0xC0 && code < 0x250) || (code >= 0x1E00 && code < 0x1F00);
        const bool other = code >= 0x370 && !(code >= 0x1E00 && code < 0x1F00) && !(code >= 0x2000 && code < 0x2C00) &&
                           !(code >= 0x3000 && code < 0x3040) && !(code >= 0xFE00 && code < 0xFE10) && code < 0x1F000;
        letters.all += latin || other;
        letters.foreign += other;
    }
    return letters;
}

void addCaptionChecks(std::vector<DataCheck>& checks, const Manifest& manifest, const text::Tokenizer& tokenizer,
                      std::size_t maxTokens)
{
    // A character of nobody's becomes the unknown token, where the vocabulary has one.
    const auto strange = tokenizer.encode("\xEE\x80\x80").ids;
    const auto nothing = tokenizer.encode("").ids;
    const std::int32_t unknown = strange.size() == nothing.size() + 1 ? strange[tokenizer.encode("").before] : -1;
    std::set<std::string> captions;
    for (const ManifestRow& row : manifest.rows) {
        for (std::size_t level = 0; level < static_cast<std::size_t>(manifest.levels); ++level) {
            for (const std::string& caption : captionsAt(row, level))
                captions.insert(caption);
        }
    }
    DataCheck longOnes{"long_captions", Weight::Fine, "No caption is too long for the model.", "", {}, 0};
    DataCheck foreign{"foreign", Weight::Fine, "The model knows the words of the captions.", "", {}, 0};
    std::size_t tokens = 0, unknowns = 0;
    Letters letters;
    for (const std::string& caption : captions) {
        const auto ids = tokenizer.encode(caption).ids;
        tokens += ids.size() - std::min(ids.size(), nothing.size());
        const auto own = unknown < 0 ? 0 : std::count(ids.begin(), ids.end(), unknown);
        unknowns += static_cast<std::size_t>(own);
        const Letters here = lettersOf(caption);
        letters.all += here.all;
        letters.foreign += here.foreign;
        if ((own > 0 || 2 * here.foreign > here.all) && foreign.examples.size() < kExamples)
            foreign.examples.push_back(caption);
        if (ids.size() > maxTokens) {
            ++longOnes.value;
            if (longOnes.examples.size() < kExamples)
                longOnes.examples.push_back(caption.substr(0, 100));
        }
    }
    if (longOnes.value > 0) {
        longOnes.weight = Weight::Notice;
        longOnes.sentence = fmt::format(
            "{} longer than the model reads ({} tokens); the rest is cut.",
            longOnes.value == 1 ? "1 caption is" : fmt::format("{} captions are", longOnes.value), maxTokens);
        longOnes.advice = "Say what matters first, or shorten them.";
    }
    const double unknownShare = tokens ? static_cast<double>(unknowns) / static_cast<double>(tokens) : 0;
    const double foreignShare =
        letters.all ? static_cast<double>(letters.foreign) / static_cast<double>(letters.all) : 0;
    foreign.value = std::max(unknownShare, foreignShare);
    if (foreign.value > 0) {
        foreign.sentence = fmt::format(
            "{:.0f} % of the words are unknown to the model, {:.0f} % of the letters are of another script.",
            100 * unknownShare, 100 * foreignShare);
        foreign.weight = foreign.value > kForeignShare ? Weight::Warning : Weight::Notice;
        if (foreign.weight == Weight::Warning)
            foreign.advice = "The model learned from English captions; write captions in English, or expect it to tell "
                             "these apart poorly.";
    } else {
        foreign.examples.clear();
    }
    checks.push_back(std::move(longOnes));
    checks.push_back(std::move(foreign));
}

} // namespace

const char* nameOf(Weight weight)
{
    return kWeights[static_cast<int>(weight)];
}

nlohmann::json DataCheck::toJson() const
{
    return {{"id", id},         {"weight", nameOf(weight)}, {"sentence", validUtf8(sentence)},
            {"advice", advice}, {"examples", examples},     {"value", value}};
}

DataCheck DataCheck::fromJson(const nlohmann::json& json)
{
    DataCheck check;
    check.id = json.value("id", "");
    const std::string weight = json.value("weight", "fine");
    for (int i = 0; i < 4; ++i) {
        if (weight == kWeights[i])
            check.weight = static_cast<Weight>(i);
    }
    check.sentence = json.value("sentence", "");
    check.advice = json.value("advice", "");
    check.examples = json.value("examples", std::vector<std::string>());
    check.value = json.value("value", 0.0);
    return check;
}

nlohmann::json DataFacts::toJson() const
{
    auto counts = nlohmann::json::array();
    for (const auto& [label, count] : labels)
        counts.push_back({{"label", label}, {"clips", count}});
    return {{"clips", clips}, {"train", train},       {"validation", validation},      {"test", test},
            {"hours", hours}, {"captions", captions}, {"distinct_captions", distinct}, {"labels", counts}};
}

DataFacts DataFacts::fromJson(const nlohmann::json& json)
{
    DataFacts facts;
    facts.clips = json.value("clips", std::size_t(0));
    facts.train = json.value("train", std::size_t(0));
    facts.validation = json.value("validation", std::size_t(0));
    facts.test = json.value("test", std::size_t(0));
    facts.hours = json.value("hours", 0.0);
    facts.captions = json.value("captions", std::vector<std::size_t>());
    facts.distinct = json.value("distinct_captions", std::vector<std::size_t>());
    for (const auto& item : json.value("labels", nlohmann::json::array()))
        facts.labels.emplace_back(item.value("label", ""), item.value("clips", std::size_t(0)));
    return facts;
}

FileFacts lookAtFiles(const std::vector<ManifestRow>& rows, std::stop_token stop, const ProgressFn& progress)
{
    FileFacts facts;
    std::map<std::uintmax_t, std::vector<std::size_t>> bySize;
    ProgressThrottle throttle;
    facts.seconds.assign(rows.size(), -1);
    facts.contents.assign(rows.size(), "");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (stop.stop_requested()) {
            facts.complete = false;
            return facts;
        }
        try {
            facts.seconds[i] = audio::probe(rows[i].file).durationSeconds;
            std::error_code unknown;
            if (const auto size = std::filesystem::file_size(rows[i].file, unknown); !unknown)
                bySize[size].push_back(i);
        } catch (const Error& error) {
            facts.failures.push_back({rows[i].line, rows[i].path, error.what()});
        }
        if (progress && (throttle.due() || i + 1 == rows.size()))
            progress({static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(rows.size()),
                      displayText(rows[i].path), -1});
    }
    for (const auto& [size, same] : bySize) {
        if (same.size() < 2)
            continue;
        for (const std::size_t i : same) {
            try {
                facts.contents[i] = fileSha256(rows[i].file, stop);
            } catch (const Error&) {
                // Gone meanwhile: whoever encodes it says so.
            }
            if (stop.stop_requested()) {
                facts.complete = false;
                return facts;
            }
        }
    }
    return facts;
}

std::vector<DataCheck> checkData(const Manifest& manifest, const FileFacts& files, const text::Tokenizer* tokenizer,
                                 std::size_t maxTokens)
{
    const DataFacts facts = factsOf(manifest, files);
    std::vector<DataCheck> checks{clipsCheck(manifest),
                                  saidCheck(manifest),
                                  labelsCheck(manifest, facts.labels),
                                  unreadableCheck(manifest, files),
                                  shortCheck(manifest, files),
                                  duplicatesCheck(manifest, files)};
    if (tokenizer)
        addCaptionChecks(checks, manifest, *tokenizer, maxTokens);
    return checks;
}

void requireUsable(const std::vector<DataCheck>& checks)
{
    for (const DataCheck& check : checks) {
        if (check.weight == Weight::Refusal)
            throw Error(ErrorKind::BadInput, check.sentence + " " + check.advice);
    }
}

DataFacts factsOf(const Manifest& manifest, const FileFacts& files)
{
    DataFacts facts;
    facts.clips = manifest.rows.size();
    for (const double seconds : files.seconds)
        facts.hours += std::max(0.0, seconds) / 3600;
    std::map<std::string, std::size_t> labels;
    for (const ManifestRow& row : manifest.rows) {
        facts.train += row.split == "train";
        facts.validation += row.split == "val";
        facts.test += row.split == "test";
        ++labels[row.label];
    }
    for (std::size_t level = 0; level < static_cast<std::size_t>(manifest.levels); ++level) {
        std::set<std::string> distinct;
        std::size_t all = 0;
        for (const ManifestRow& row : manifest.rows) {
            const auto captions = captionsAt(row, level);
            all += captions.size();
            distinct.insert(captions.begin(), captions.end());
        }
        facts.captions.push_back(all);
        facts.distinct.push_back(distinct.size());
    }
    facts.labels.assign(labels.begin(), labels.end());
    std::stable_sort(facts.labels.begin(), facts.labels.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return facts;
}

} // namespace prolap::train
