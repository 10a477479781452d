#include "core/train/data/row_collector.h"

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

void RowCollector::add(ManifestRow row)
{
    if (accepted(row))
        manifest.rows.push_back(std::move(row));
}

void RowCollector::merge(ManifestRow row)
{
    const auto [known, added] = m_merged.emplace(std::pair(row.split, row.file.native()), manifest.rows.size());
    if (!added) {
        for (std::size_t level = 0; level < row.captions.size(); ++level) {
            for (const std::string& caption : captionsAt(row, level))
                addCaption(manifest.rows[known->second], level, caption);
        }
        return;
    }
    if (accepted(row))
        manifest.rows.push_back(std::move(row));
    else
        m_merged.erase(known);
}

bool RowCollector::accepted(const ManifestRow& row)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(row.file, ignored))
        return true;
    reject({row.line, row.path, fmt::format("there is no file {}", displayText(row.file))});
    return false;
}

void RowCollector::reject(DataFailure failure)
{
    if (!m_list.empty())
        failure.reason += fmt::format(" (in {})", displayText(m_list));
    if (m_strict)
        throw Error(ErrorKind::BadInput, fmt::format("{}, {}", displayText(m_data), sentence(failure)));
    manifest.failures.push_back(std::move(failure));
}

Manifest RowCollector::take()
{
    if (manifest.rows.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} has no usable row{}", displayText(m_data),
                                manifest.failures.empty()
                                    ? std::string()
                                    : fmt::format(", the first for this reason: {}", sentence(manifest.failures[0]))));
    return std::move(manifest);
}

} // namespace prolap::train
