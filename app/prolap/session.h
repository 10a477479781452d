#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/prolap/console.h"
#include "app/prolap/exit_code.h"
#include "app/prolap/interrupt.h"
#include "core/model/embedder.h"
#include "core/model/open_embedder.h"
#include "core/paths.h"

namespace CLI {
class App;
}

namespace prolap::app {

/// The options that every command takes.
struct CommonOptions {
    std::string library;   ///< empty: the default library
    std::string model;     ///< empty: the library's default, else the starter pack
    std::string tokenizer; ///< empty: the model's own
    std::string device = "auto";
    std::string precision = "auto";
    int threads = 0; ///< 0: as many as cores
    std::optional<std::uint64_t> seed;
    bool json = false;
    bool quiet = false;
};

/// What a running command has at hand.
struct Session {
    const CommonOptions& options;
    Console& console;
    Interrupt& interrupt;

    /// The catalogue to use.
    Path library() const;
    /// The same. Errors: Error(NotFound) when there is none yet, with what to do.
    Path existingLibrary() const;
    /// The pack or checkpoint to use: the one named, else the library's default, else the starter. Errors:
    /// Error(NotFound) when the default is not there any more.
    Path modelPath() const;
    /// Opens it. Errors: those of opening, with what to do when the starter pack is not there.
    std::unique_ptr<model::Embedder> openModel() const;
    /// Opens it to run in another way than the options say.
    std::unique_ptr<model::Embedder> openModel(const model::EmbedderOptions& how) const;
    /// Opens a second one, a pack, checkpoint or known name, to run as the options say.
    std::unique_ptr<model::Embedder> openOtherModel(const std::string& nameOrPath) const;
};

/// What the command line asked for. Parsing fills it, main() runs it.
struct Invocation {
    CommonOptions common;
    std::function<int(Session&)> run;
};

/// Adds the common options to a command and has it run when it was named.
void setUpCommand(CLI::App& command, Invocation& invocation, std::function<int(Session&)> run);

/// The lines of a help text's examples.
std::string examples(std::initializer_list<const char*> lines);

} // namespace prolap::app
