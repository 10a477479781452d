#include "core/train/runs/run_data.h"

#include <algorithm>
#include <map>
#include <random>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/model_source.h"
#include "core/text/tokenizer.h"
#include "core/train/data/read_data.h"
#include "core/train/data/stored_vectors.h"
#include "core/train/runs/run_files.h"

namespace prolap::train {

namespace {

constexpr std::size_t kNoLimit = 1 << 20; ///< tokens: to see how long captions really are

struct BaseTokenizer {
    std::unique_ptr<text::Tokenizer> tokenizer;
    std::size_t maxTokens = 0;
};

BaseTokenizer tokenizerOf(const Path& pack)
{
    try {
        const model::ModelSource source = model::openModelSource(pack);
        return {text::loadTokenizer(text::tokenizerKindFromName(source.config.text.tokenizer), source.tokenizerFolder,
                                    kNoLimit),
                static_cast<std::size_t>(source.config.text.maxTokens)};
    } catch (const Error&) {
        return {}; // whoever trains says what is wrong with it
    }
}

/// Leaves out rows with what is known of their files.
void keep(Manifest& manifest, FileFacts& files, const std::vector<bool>& wanted)
{
    std::size_t to = 0;
    for (std::size_t i = 0; i < manifest.rows.size(); ++i) {
        if (!wanted[i])
            continue;
        if (to != i) {
            manifest.rows[to] = std::move(manifest.rows[i]);
            files.seconds[to] = files.seconds[i];
            files.contents[to] = std::move(files.contents[i]);
        }
        ++to;
    }
    manifest.rows.resize(to);
    files.seconds.resize(to);
    files.contents.resize(to);
}

std::vector<bool> chosenOfLabels(const std::vector<ManifestRow>& rows, std::size_t most, std::uint64_t seed)
{
    std::map<std::string, std::vector<std::size_t>> byLabel;
    for (std::size_t i = 0; i < rows.size(); ++i)
        byLabel[rows[i].label].push_back(i);
    std::vector<bool> chosen(rows.size(), true);
    std::mt19937_64 random(seed);
    for (auto& [label, own] : byLabel) {
        for (std::size_t left = own.size(); left > most; --left) {
            const std::size_t lot = random() % left;
            chosen[own[lot]] = false;
            std::swap(own[lot], own[left - 1]);
        }
    }
    return chosen;
}

/// As its user decided; who is kept together moves together.
void moveSides(std::vector<ManifestRow>& rows, const std::vector<int>& groups,
               const std::map<std::string, std::string>& sides)
{
    if (sides.empty())
        return;
    std::map<int, std::string> ofGroup;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const auto side = sides.find(rows[i].file.native()); side != sides.end())
            ofGroup[groups[i]] = side->second;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const auto side = ofGroup.find(groups[i]); side != ofGroup.end())
            rows[i].split = side->second;
    }
}

/// Clips that sound nearly the same, and whether some of them are both learned from and judged by.
DataCheck alikeCheck(const PreparedData& data)
{
    constexpr std::size_t kExamples = 5;
    DataCheck check{"alike", DataCheck::Weight::Fine, "No two clips sound nearly the same.", "", {}, 0};
    const std::vector<ManifestRow>& rows = data.manifest.rows;
    std::vector<const AlikePair*> torn;
    for (const AlikePair& pair : data.alike) {
        if ((rows[pair.first].split == "train") != (rows[pair.second].split == "train"))
            torn.push_back(&pair);
    }
    check.value = static_cast<double>(data.alike.size());
    if (data.alike.empty())
        return check;
    check.weight = DataCheck::Weight::Notice;
    check.sentence = fmt::format("{} pairs of clips sound nearly the same (alike by {:.3f} and more of 1).",
                                 data.alike.size(), kAlikeCosine);
    check.advice = data.split.alikeFrom > kAlikeCosine
                       ? fmt::format("Those alike by {:.3f} and more are kept on one side of the split; with all of "
                                     "them too little would be left to judge by.",
                                     data.split.alikeFrom)
                       : "They are kept on one side of the split.";
    if (!torn.empty()) {
        check.weight = DataCheck::Weight::Warning;
        check.sentence = fmt::format("{} pairs of clips sound nearly the same (alike by {:.3f} and more of 1), and one "
                                     "is learned from while the other judges.",
                                     torn.size(), kAlikeCosine);
        check.advice = "The comparison will flatter the model; put them on one side.";
    }
    for (std::size_t i = 0; i < std::min(kExamples, torn.empty() ? data.alike.size() : torn.size()); ++i) {
        const AlikePair& pair = torn.empty() ? data.alike[i] : *torn[i];
        check.examples.push_back(fmt::format("{} and {} ({:.3f})", displayText(rows[pair.first].path.filename()),
                                             displayText(rows[pair.second].path.filename()), pair.cosine));
    }
    return check;
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string field = "\"";
    for (const char c : text) {
        field += c;
        if (c == '"')
            field += c;
    }
    return field + '"';
}

std::vector<std::size_t> alternativesByLevel(const Manifest& manifest)
{
    std::vector<std::size_t> most(static_cast<std::size_t>(manifest.levels), 1);
    for (const ManifestRow& row : manifest.rows) {
        for (std::size_t level = 0; level < most.size(); ++level)
            most[level] = std::max(most[level], captionsAt(row, level).size());
    }
    return most;
}

} // namespace

nlohmann::json PreparedData::toJson() const
{
    auto list = nlohmann::json::array();
    for (const DataCheck& check : checks)
        list.push_back(check.toJson());
    return {{"facts", facts.toJson()},
            {"split",
             {{"by", nameOf(split.by)},
              {"groups", split.groups},
              {"note", split.note},
              {"alike_from", split.alikeFrom},
              {"alike_pairs", alike.size()}}},
            {"checks", list}};
}

PreparedData prepareData(const DataRequest& request, const Path& basePack, std::stop_token stop,
                         const ProgressFn& progress)
{
    PreparedData data;
    data.manifest = readData(request.source, /*strict=*/false);
    applyTemplates(data.manifest, request.templates);
    deriveLabels(data.manifest);
    FileFacts files = lookAtFiles(data.manifest.rows, stop, progress);
    data.complete = files.complete;
    if (!files.complete)
        return data;

    std::vector<bool> wanted(data.manifest.rows.size(), true);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const ManifestRow& row = data.manifest.rows[i];
        const bool ownSplit = data.manifest.hasSplit && request.ownSplit;
        wanted[i] = files.seconds[i] >= (request.leaveOutShort ? kShortSeconds : 0) &&
                    (!ownSplit || row.split == "train" || row.split == "val" || row.split == "test");
    }
    keep(data.manifest, files, wanted);
    if (request.mostOfLabel > 0)
        keep(data.manifest, files, chosenOfLabels(data.manifest.rows, request.mostOfLabel, request.split.seed));
    const Path& heard = request.heard.empty() ? request.source.library : request.heard;
    data.alike = alikePairs(storedVectors(heard, data.manifest.rows), kAlikeCosine, stop);
    if (data.manifest.hasSplit && request.ownSplit) {
        data.split.note = "The data say themselves which clips are held out.";
        data.split.groups = data.manifest.rows.size();
        data.split.groupOf = groupsOf(data.manifest.rows, SplitBy::Name, files.contents);
    } else {
        data.split = splitByGroup(data.manifest.rows, request.split, files.contents, data.alike);
    }
    data.groups = data.split.groupOf;
    data.seconds = files.seconds;
    data.manifest.hasSplit = true;
    moveSides(data.manifest.rows, data.groups, request.sides);
    const BaseTokenizer base = tokenizerOf(basePack);
    data.facts = factsOf(data.manifest, files);
    data.checks = checkData(data.manifest, files, base.tokenizer.get(), base.maxTokens);
    data.checks.push_back(alikeCheck(data));
    return data;
}

std::size_t countClips(const DataSource& source)
{
    return readData(source, /*strict=*/false).rows.size();
}

void lookAgain(PreparedData& data)
{
    FileFacts files;
    files.seconds = data.seconds;
    data.facts = factsOf(data.manifest, files);
    std::erase_if(data.checks, [](const DataCheck& check) { return check.id == "alike"; });
    data.checks.push_back(alikeCheck(data));
}

void writeDataFile(const Path& file, const Manifest& manifest)
{
    const std::vector<std::size_t> most = alternativesByLevel(manifest);
    std::string text = "path,split,label,source";
    for (std::size_t level = 0; level < most.size(); ++level) {
        text += fmt::format(",caption{}", level + 1);
        for (std::size_t k = 2; k <= most[level]; ++k)
            text += fmt::format(",caption{}_{}", level + 1, k);
    }
    text += '\n';
    for (const ManifestRow& row : manifest.rows) {
        text += quoted(std::filesystem::absolute(row.file).native()) + ',' + row.split + ',' + quoted(row.label) + ',' +
                quoted(row.source);
        for (std::size_t level = 0; level < most.size(); ++level) {
            const std::vector<std::string> captions = captionsAt(row, level);
            for (std::size_t k = 0; k < most[level]; ++k)
                text += ',' + (k < captions.size() ? quoted(captions[k]) : std::string());
        }
        text += '\n';
    }
    writeWhole(file, text);
}

} // namespace prolap::train
