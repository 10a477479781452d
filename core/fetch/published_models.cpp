#include "core/fetch/published_models.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/fetch/free_space.h"

namespace prolap::fetch {

namespace {

using nlohmann::json;

void require(bool holds, const std::string& what)
{
    if (!holds)
        throw Error(ErrorKind::Corrupt, fmt::format("The list of published models is wrong: {}.", what));
}

std::string text(const json& object, const char* field)
{
    const auto at = object.find(field);
    require(at != object.end() && at->is_string() && !at->get_ref<const std::string&>().empty(),
            fmt::format("expected a text `{}`", field));
    return *at;
}

const json& list(const json& object, const char* field)
{
    const auto at = object.find(field);
    require(at != object.end() && at->is_array() && !at->empty(), fmt::format("expected a list `{}`", field));
    return *at;
}

/// Whether it is safe as a part of a path and of an address.
bool plainName(std::string_view name)
{
    return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

bool plainRepository(std::string_view repository)
{
    const std::size_t slash = repository.find('/');
    return slash != repository.npos && plainName(repository.substr(0, slash)) &&
           plainName(repository.substr(slash + 1));
}

PublishedFile readFile(const json& object, const std::string& repository)
{
    PublishedFile file;
    file.name = text(object, "name");
    file.repository = repository;
    require(plainName(file.name), fmt::format("`{}` is no plain file name", file.name));
    require(object.contains("bytes") && object["bytes"].is_number_unsigned(),
            fmt::format("{} has no size in bytes", file.name));
    file.bytes = object["bytes"];
    if (object.contains("sha256")) {
        file.sha256 = text(object, "sha256");
        require(file.sha256.size() == 64 && file.sha256.find_first_not_of("0123456789abcdef") == std::string::npos,
                fmt::format("the SHA-256 of {} is not 64 hexadecimal digits", file.name));
    }
    return file;
}

PublishedModel readModel(const json& object)
{
    PublishedModel model;
    model.name = text(object, "name");
    require(plainName(model.name), fmt::format("`{}` is no plain name", model.name));
    model.title = text(object, "title");
    model.licence = text(object, "licence");
    model.page = text(object, "page");
    model.notes = text(object, "notes");
    for (const json& source : list(object, "sources")) {
        const std::string repository = text(source, "repository");
        require(plainRepository(repository), fmt::format("`{}` is no repository", repository));
        for (const json& each : list(source, "files")) {
            PublishedFile file = readFile(each, repository);
            require(std::none_of(model.files.begin(), model.files.end(),
                                 [&](const PublishedFile& other) { return other.name == file.name; }),
                    fmt::format("{} has {} twice", model.name, file.name));
            model.files.push_back(std::move(file));
        }
    }
    return model;
}

} // namespace

std::int64_t PublishedModel::bytes() const
{
    std::int64_t sum = 0;
    for (const PublishedFile& file : files)
        sum += file.bytes;
    return sum;
}

const PublishedModel& PublishedModels::find(std::string_view name) const
{
    std::string names;
    for (const PublishedModel& model : models) {
        if (model.name == name)
            return model;
        names += (names.empty() ? "" : ", ") + model.name;
    }
    throw Error(
        ErrorKind::BadInput,
        fmt::format("There is no published model `{}` that this program knows; there are {}.", validUtf8(name), names));
}

const PublishedModels& publishedModels()
{
    static const PublishedModels models = readPublishedModels(publishedJson());
    return models;
}

PublishedModels readPublishedModels(std::string_view json)
{
    const auto document = nlohmann::json::parse(json, nullptr, false);
    require(document.is_object(), "it is no JSON object");
    PublishedModels all;
    all.server = text(document, "server");
    for (const auto& each : list(document, "models")) {
        require(each.is_object(), "a model is no object");
        all.models.push_back(readModel(each));
    }
    return all;
}

std::string fileUrl(std::string_view server, const PublishedFile& file)
{
    while (!server.empty() && server.back() == '/')
        server.remove_suffix(1);
    return fmt::format("{}/{}/resolve/main/{}", server, file.repository, file.name);
}

std::vector<std::string> manualSteps(const PublishedModel& model, const Path& folder)
{
    std::vector<std::string> lines{
        "Without a network here: fetch these files on another machine, for instance in a web browser,"};
    const std::string& server = publishedModels().server;
    for (const PublishedFile& file : model.files)
        lines.push_back(fmt::format("  {}  ({})", fileUrl(server, file), byteText(file.bytes)));
    lines.push_back(fmt::format("and put them, with their names unchanged, into {}", displayText(folder)));
    return lines;
}

} // namespace prolap::fetch
