#include "core/train/runs/data_split.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include <fmt/format.h>

namespace prolap::train {

namespace {

constexpr std::size_t kLeastForValidation = 6; ///< clips; with fewer all of them teach
constexpr std::size_t kLeastForTest = 12;
constexpr std::size_t kLeastGroups = 8; ///< below, a coarse grouping leaves nothing to choose from
constexpr double kLargestGroup = .25;   ///< of the clips, likewise
constexpr double kKeptGroups = .75; ///< share of the groups that must be left where they divide badly from the start
constexpr float kAlikeSteps[] = {kAlikeCosine, .99F, .995F, .999F}; ///< tried one after the other

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return text;
}

/// Sets that are joined pair by pair.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    int find(int i)
    {
        while (m_parent[static_cast<std::size_t>(i)] != i)
            i = m_parent[static_cast<std::size_t>(i)] =
                m_parent[static_cast<std::size_t>(m_parent[static_cast<std::size_t>(i)])];
        return i;
    }

    /// Joins all rows of which key gives the same text; empty texts join nothing.
    template <typename Key> void joinBy(std::size_t count, Key key)
    {
        std::map<std::string, int> first;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string text = key(i);
            if (text.empty())
                continue;
            const auto [at, added] = first.emplace(text, static_cast<int>(i));
            if (!added)
                m_parent[static_cast<std::size_t>(find(static_cast<int>(i)))] = find(at->second);
        }
    }

    void join(std::size_t a, std::size_t b)
    {
        m_parent[static_cast<std::size_t>(find(static_cast<int>(a)))] = find(static_cast<int>(b));
    }

private:
    std::vector<int> m_parent;
};

/// Whether a grouping leaves enough to choose from.
bool dividesWell(const std::vector<ManifestRow>& rows, const std::vector<int>& groups)
{
    std::map<int, std::size_t> sizes;
    std::map<std::string, std::map<int, int>> byLabel;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ++sizes[groups[i]];
        ++byLabel[rows[i].label][groups[i]];
    }
    std::size_t largest = 0, divisible = 0;
    for (const auto& [group, size] : sizes)
        largest = std::max(largest, size);
    for (const auto& [label, own] : byLabel)
        divisible += own.size() >= 3;
    return sizes.size() >= std::min(kLeastGroups, rows.size()) &&
           static_cast<double>(largest) <= std::max(1.0, kLargestGroup * static_cast<double>(rows.size())) &&
           static_cast<double>(divisible) >= .7 * static_cast<double>(byLabel.size());
}

double countOf(const std::vector<int>& groups)
{
    return static_cast<double>(std::set<int>(groups.begin(), groups.end()).size());
}

struct Group {
    std::string key; ///< smallest path in it: does not depend on the order of the rows
    std::string label;
    std::vector<std::size_t> rows;
    std::uint64_t lot = 0;
};

std::vector<Group> listOf(const std::vector<ManifestRow>& rows, const std::vector<int>& numbers, std::uint64_t seed)
{
    std::map<int, Group> byNumber;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Group& group = byNumber[numbers[i]];
        const std::string& path = rows[i].file.native();
        if (group.rows.empty() || path < group.key) {
            group.key = path;
            group.label = rows[i].label;
        }
        group.rows.push_back(i);
    }
    std::vector<Group> groups;
    for (auto& [number, group] : byNumber)
        groups.push_back(std::move(group));
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.key < b.key; });
    std::mt19937_64 random(seed);
    for (Group& group : groups)
        group.lot = random();
    // By lot, so that a seed decides; large ones first, as small ones fit the gaps that are left.
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::pair(b.rows.size(), a.lot) < std::pair(a.rows.size(), b.lot);
    });
    return groups;
}

} // namespace

const char* nameOf(SplitBy by)
{
    switch (by) {
    case SplitBy::Auto:
        return "auto";
    case SplitBy::Source:
        return "source";
    case SplitBy::Takes:
        return "takes";
    case SplitBy::Name:
        break;
    }
    return "name";
}

std::string nameWithoutTake(const Path& file)
{
    const std::string stem = lowered(file.stem().native());
    std::string name = stem;
    const auto drop = [&name](auto which) {
        while (!name.empty() && which(name.back()))
            name.pop_back();
    };
    const auto isMark = [](char c) {
        return c == ' ' || c == '-' || c == '_' || c == '.' || c == '(' || c == ')' || c == '#';
    };
    drop(isMark);
    drop([](char c) { return c >= '0' && c <= '9'; });
    drop(isMark);
    for (const char* word : {"take", "copy"}) {
        if (name.ends_with(word) && name.size() > 4 && isMark(name[name.size() - 5])) {
            name.erase(name.size() - 4);
            drop(isMark);
        }
    }
    return name.empty() ? stem : name;
}

std::vector<int> groupsOf(const std::vector<ManifestRow>& rows, SplitBy by, const std::vector<std::string>& contents,
                          const std::vector<AlikePair>& alike, float alikeFrom)
{
    Groups groups(rows.size());
    groups.joinBy(rows.size(), [&](std::size_t i) { return i < contents.size() ? contents[i] : std::string(); });
    groups.joinBy(rows.size(), [&](std::size_t i) { return lowered(rows[i].file.stem().native()); });
    if (by == SplitBy::Takes || by == SplitBy::Source)
        // Of one folder only: every pack of sounds has its hit_01.
        groups.joinBy(rows.size(), [&](std::size_t i) {
            return (rows[i].file.parent_path() / nameWithoutTake(rows[i].file)).native();
        });
    if (by == SplitBy::Source)
        groups.joinBy(rows.size(), [&](std::size_t i) { return rows[i].source; });
    for (const AlikePair& pair : alike) {
        if (pair.cosine >= alikeFrom)
            groups.join(pair.first, pair.second);
    }
    std::vector<int> numbers;
    for (std::size_t i = 0; i < rows.size(); ++i)
        numbers.push_back(groups.find(static_cast<int>(i)));
    return numbers;
}

SplitReport splitByGroup(std::vector<ManifestRow>& rows, const SplitOptions& options,
                         const std::vector<std::string>& contents, const std::vector<AlikePair>& alike)
{
    SplitReport report;
    report.by = options.by;
    std::vector<int> numbers;
    if (options.by == SplitBy::Auto) {
        const bool sources = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.source.empty(); });
        for (const SplitBy by : {SplitBy::Source, SplitBy::Takes, SplitBy::Name}) {
            if (by == SplitBy::Source && !sources)
                continue;
            report.by = by;
            numbers = groupsOf(rows, by, contents);
            if (by == SplitBy::Name || dividesWell(rows, numbers))
                break;
            report.note =
                by == SplitBy::Source
                    ? "Clips of one source could not all be kept on one side: too few sources, or one too large."
                    : "Takes of one recording (names that differ in a number alone) could not be kept on one "
                      "side: too few would be left to judge by.";
        }
    } else {
        report.by = options.by;
        numbers = groupsOf(rows, options.by, contents);
    }
    if (!alike.empty()) {
        const bool divided = dividesWell(rows, numbers);
        for (const float from : kAlikeSteps) {
            std::vector<int> joined = groupsOf(rows, report.by, contents, alike, from);
            // Data that do not divide well as they are need not become good for being divided honestly.
            const bool enough = divided ? dividesWell(rows, joined) : countOf(joined) >= kKeptGroups * countOf(numbers);
            if (!enough)
                continue;
            numbers = std::move(joined);
            report.alikeFrom = from;
            break;
        }
    }
    report.groupOf = numbers;

    const std::size_t clips = rows.size();
    const double validation = clips >= kLeastForValidation ? options.validationShare : 0;
    const double test = clips >= kLeastForTest ? options.testShare : 0;
    const char* const names[] = {"train", "val", "test"};
    const double shares[] = {1 - validation - test, validation, test};
    std::map<std::string, std::size_t> ofLabel;
    for (const ManifestRow& row : rows)
        ++ofLabel[row.label];
    std::map<std::string, std::array<double, 3>> given;
    std::array<double, 3> all{};
    const std::vector<Group> groups = listOf(rows, numbers, options.seed);
    report.groups = groups.size();
    for (const Group& group : groups) {
        std::array<double, 3>& own = given[group.label];
        const auto labelClips = static_cast<double>(ofLabel[group.label]);
        const auto size = static_cast<double>(group.rows.size());
        // Where most is missing of what the label, and for labels too small to tell, the whole shall have there.
        std::size_t best = 0;
        double most = -1e9;
        for (std::size_t split = 0; split < 3; ++split) {
            if (shares[split] <= 0)
                continue;
            const double lacking = shares[split] * labelClips - own[split];
            const double lackingAll = shares[split] * static_cast<double>(clips) - all[split];
            // Learning comes first: a label without a clip to learn from cannot be judged.
            const bool first = split == 0 && own[0] == 0;
            const bool fits = lacking >= .5 * std::min(size, labelClips * shares[split] + .5) || split == 0;
            const double want = first  ? 1e6
                                : fits ? lacking / std::max(shares[split], .01) + 1e-3 * lackingAll
                                       : -1e6 + lackingAll;
            if (want > most) {
                most = want;
                best = split;
            }
        }
        own[best] += size;
        all[best] += size;
        for (const std::size_t row : group.rows)
            rows[row].split = names[best];
    }
    report.train = static_cast<std::size_t>(all[0]);
    report.validation = static_cast<std::size_t>(all[1]);
    report.test = static_cast<std::size_t>(all[2]);
    if (report.test == 0 && report.note.empty())
        report.note = "There are too few clips to set some aside for the comparison of before and after.";
    return report;
}

} // namespace prolap::train
