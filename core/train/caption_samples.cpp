#include "core/train/caption_samples.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/prolap/similarity.h"
#include "core/train/runs/run_files.h"

namespace prolap::train {

namespace {

constexpr std::int64_t kRanked = 10;
constexpr std::size_t kCaptions = 5;
constexpr std::size_t kClips = 5;

std::vector<std::string> textsOf(const nlohmann::json& list)
{
    std::vector<std::string> texts;
    for (const auto& each : list) {
        if (each.is_string())
            texts.push_back(each.get<std::string>());
    }
    return texts;
}

double moved(const std::vector<std::string>& before, const std::vector<std::string>& now)
{
    std::map<std::string, double> change;
    for (std::size_t i = 0; i < before.size(); ++i)
        change[before[i]] -= 1.0 / static_cast<double>(i + 1);
    for (std::size_t i = 0; i < now.size(); ++i)
        change[now[i]] += 1.0 / static_cast<double>(i + 1);
    double sum = 0;
    for (const auto& [path, by] : change)
        sum += std::abs(by);
    return sum;
}

} // namespace

CaptionSamples::CaptionSamples(Path file, const Dataset& dataset, bool goOn)
    : m_file(std::move(file)), m_dataset(dataset)
{
    const torch::Tensor rows = dataset.validation;
    std::set<std::int64_t> captions;
    for (std::int64_t i = 0; i < rows.numel(); ++i) {
        const auto row = rows[i].item<std::int64_t>();
        m_paths.push_back(displayText(dataset.rows[static_cast<std::size_t>(row)].file));
        const torch::Tensor ids = dataset.captionIds[row].contiguous();
        for (std::int64_t level = 0; level < ids.numel(); ++level) {
            if (const auto id = ids[level].item<std::int64_t>(); id >= 0)
                captions.insert(id);
        }
    }
    m_captions.assign(captions.begin(), captions.end());
    if (!goOn)
        return;
    if (const auto json = readJson(m_file); json && json->is_object())
        m_start = json->value("start", nlohmann::json::object());
}

void CaptionSamples::begin(const RetrievalTask& task)
{
    m_start = nlohmann::json::object();
    const torch::NoGradGuard noGrad;
    for (const std::int64_t caption : m_captions) {
        auto list = nlohmann::json::array();
        for (const std::int64_t clip : firstClips(task, caption))
            list.push_back(m_paths[static_cast<std::size_t>(clip)]);
        m_start[m_dataset.captions[static_cast<std::size_t>(caption)]] = std::move(list);
    }
    write(0, nlohmann::json::array());
}

void CaptionSamples::see(const RetrievalTask& task, std::int64_t step)
{
    const torch::NoGradGuard noGrad;
    struct Moved {
        double by;
        std::int64_t caption;
        std::vector<std::string> before, now;
    };
    std::vector<Moved> all;
    for (const std::int64_t caption : m_captions) {
        const auto before = m_start.find(m_dataset.captions[static_cast<std::size_t>(caption)]);
        if (before == m_start.end())
            continue;
        Moved one{0, caption, textsOf(*before), {}};
        for (const std::int64_t clip : firstClips(task, caption))
            one.now.push_back(m_paths[static_cast<std::size_t>(clip)]);
        one.by = moved(one.before, one.now);
        if (one.by > 0)
            all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), [](const Moved& a, const Moved& b) { return a.by > b.by; });
    auto list = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(all.size(), kCaptions); ++i)
        list.push_back({{"caption", m_dataset.captions[static_cast<std::size_t>(all[i].caption)]},
                        {"moved", all[i].by},
                        {"before", clips(all[i].before, all[i].caption)},
                        {"now", clips(all[i].now, all[i].caption)}});
    write(step, std::move(list));
}

std::vector<std::int64_t> CaptionSamples::firstClips(const RetrievalTask& task, std::int64_t caption) const
{
    const torch::Tensor scores =
        similarityMatrix(task.captions.select(torch::full({1}, caption, torch::kInt64)), task.clips)[0].to(torch::kCPU);
    const torch::Tensor first = std::get<1>(scores.topk(std::min<std::int64_t>(kRanked, scores.numel()))).contiguous();
    return {first.const_data_ptr<std::int64_t>(), first.const_data_ptr<std::int64_t>() + first.numel()};
}

nlohmann::json CaptionSamples::clips(const std::vector<std::string>& paths, std::int64_t caption) const
{
    auto list = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(paths.size(), kClips); ++i) {
        const auto at = std::find(m_paths.begin(), m_paths.end(), paths[i]);
        const bool own =
            at != m_paths.end() &&
            (m_dataset.alternatives[m_dataset.validation[std::distance(m_paths.begin(), at)].item<std::int64_t>()] ==
             caption)
                .any()
                .item<bool>();
        list.push_back({{"path", paths[i]}, {"own", own}});
    }
    return list;
}

void CaptionSamples::write(std::int64_t step, nlohmann::json captions) const
{
    writeJson(m_file, {{"step", step}, {"captions", std::move(captions)}, {"start", m_start}});
}

} // namespace prolap::train
