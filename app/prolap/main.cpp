#include <exception>
#include <new>

#include <CLI/CLI.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/finetuning.h"
#include "core/error.h"
#include "core/freed_memory.h"

using namespace prolap::app;

namespace {

int runInvocation(const Invocation& invocation, Interrupt& interrupt)
{
    Console console(invocation.common.quiet);
    Session session{invocation.common, console, interrupt};
    try {
        return invocation.run(session);
    } catch (const prolap::Error& error) {
        console.complain(error.what());
    } catch (const std::bad_alloc&) {
        console.complain("There is not enough memory for this.");
    } catch (const std::exception& error) {
        console.complain(error.what());
    }
    return kBadInput;
}

} // namespace

int main(int argc, char** argv)
{
    prolap::keepFreedMemory(std::size_t{1} << 30);
    Interrupt interrupt;
    Invocation invocation;
    CLI::App parser("Finds sounds by describing them.", "prolap");
    parser.set_version_flag("--version", "prolap " PROLAP_VERSION);
    parser.require_subcommand(1);
    parser.footer(examples({"prolap index ~/Sounds                     # listen to a folder, once",
                            "prolap search \"rain on a tin roof\"        # then find by description",
                            "prolap similar door.wav                   # or by example",
                            "prolap demo                               # try it on sounds that Debian has"}) +
                  "\n\nExit codes: 0 done, 1 wrong options, 2 unusable input, 3 partly done, 130 interrupted.");
    addIndex(parser, invocation);
    addSearch(parser, invocation);
    addSimilar(parser, invocation);
    addEmbed(parser, invocation);
    addTokenize(parser, invocation);
    addTag(parser, invocation);
    addLibrary(parser, invocation);
    addModel(parser, invocation);
    addTraverse(parser, invocation);
    addTrain(parser, invocation);
    addFinetune(parser, invocation);
    addRuns(parser, invocation);
    addEval(parser, invocation);
    addDemo(parser, invocation);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? kDone : kUsage;
    }
    return runInvocation(invocation, interrupt);
}
