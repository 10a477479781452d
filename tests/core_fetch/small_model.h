#pragma once

#include <map>
#include <string>

#include "core/fetch/model_fetch.h"
#include "tests/core_fetch/fetch_fixture.h"

namespace prolap::test {

/// A published model of three small files, as a server with the hub's paths gives it.
struct SmallModel {
    std::map<std::string, std::string> bytes{{"/some/tokenizer/resolve/main/vocab.json", someBytes(20'000, 3)},
                                             {"/some/model/resolve/main/config.json", someBytes(500, 4)},
                                             {"/some/model/resolve/main/model.bin", someBytes(300'000, 5)}};
    std::int64_t total = 320'500;
    fetch::PublishedModel model;

    SmallModel()
    {
        model.name = "small";
        model.page = "https://models.test/small";
        model.files = {{"vocab.json", "some/tokenizer", 20'000, {}},
                       {"config.json", "some/model", 500, {}},
                       {"model.bin", "some/model", 290'000, sha256Of(bytes.at("/some/model/resolve/main/model.bin"))}};
    }

    HttpReply reply(const HttpAsked& asked) const
    {
        const auto at = bytes.find(asked.path);
        if (at != bytes.end())
            return hubReply(asked, at->second, quoted(asked.path));
        HttpReply none;
        none.status = 404;
        return none;
    }

    bool liesIn(const Path& folder) const
    {
        for (const auto& [path, content] : bytes) {
            if (readFile(folder / Path(path).filename()) != content)
                return false;
        }
        return true;
    }
};

} // namespace prolap::test
