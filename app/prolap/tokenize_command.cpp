#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/prolap/caption_file.h"
#include "app/prolap/commands.h"
#include "app/prolap/text.h"

namespace prolap::app {

namespace {

struct TokenizeOptions {
    std::vector<std::string> texts;
    std::string textFile;
};

int runTokenize(Session& session, const TokenizeOptions& options)
{
    const auto texts = options.textFile.empty() ? options.texts : readCaptions(options.textFile);
    const auto embedder = session.openModel();
    auto items = nlohmann::json::array();
    for (const std::string& text : texts) {
        const model::Embedder::Tokens tokens = embedder->tokenize(text);
        if (session.options.json)
            items.push_back({{"text", validUtf8(text)}, {"ids", tokens.ids}, {"mask", tokens.mask}});
        else
            session.console.print(fmt::format("{}: {}", oneLine(text), fmt::join(tokens.ids, " ")));
    }
    if (session.options.json)
        session.console.printJson(nlohmann::json{{"items", std::move(items)}});
    return kDone;
}

} // namespace

void addTokenize(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("tokenize", "Show the token ids that the model receives for a text");
    auto options = std::make_shared<TokenizeOptions>();
    auto* texts = command->add_option("TEXT", options->texts, "Texts, each in quotes");
    command->add_option("--text-file", options->textFile, "Texts, one a line, or a JSON array of strings (.json)")
        ->type_name("FILE")
        ->excludes(texts);
    command->parse_complete_callback([options] {
        if (options->texts.empty() && options->textFile.empty())
            throw CLI::RequiredError("TEXT or --text-file");
    });
    command->footer(examples({"prolap tokenize \"a dog barking\"", "prolap tokenize --json --text-file captions.txt"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runTokenize(session, *options); });
}

} // namespace prolap::app
