#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/paths.h"

namespace prolap::fetch {

/// One file of a published model.
struct PublishedFile {
    std::string name;       ///< in its repository and in the model's folder
    std::string repository; ///< `laion/clap-htsat-unfused`
    std::int64_t bytes = 0; ///< about
    std::string sha256;     ///< 64 lower-case digits; empty where it is not known for certain
};

/// A checkpoint that others published, and what to know before fetching it.
struct PublishedModel {
    std::string name;    ///< how it is asked for
    std::string title;   ///< for people
    std::string licence; ///< what the cards say
    std::string page;    ///< where a person finds the files
    std::string notes;
    std::vector<PublishedFile> files; ///< in the order in which they are fetched

    /// Size of all files, about.
    std::int64_t bytes() const;
};

struct PublishedModels {
    std::string server; ///< `https://huggingface.co`
    std::vector<PublishedModel> models;

    /// Errors: Error(BadInput) for an unknown name; it lists those that there are.
    const PublishedModel& find(std::string_view name) const;
};

/// The text of resources/models/published.json as this program was built with it.
std::string_view publishedJson();

/// What publishedJson() lists.
const PublishedModels& publishedModels();

/// Reads such a list. Errors: Error(Corrupt) for what is none, for a file name with a slash, for a hash of another
/// form.
PublishedModels readPublishedModels(std::string_view json);

/// Where a file lies on a server; a mirror has the same paths.
std::string fileUrl(std::string_view server, const PublishedFile& file);

/// What to do by hand where this machine has no network, a line each: which files, from which pages, into which folder.
std::vector<std::string> manualSteps(const PublishedModel& model, const Path& folder);

} // namespace prolap::fetch
