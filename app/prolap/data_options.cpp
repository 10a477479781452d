#include "app/prolap/data_options.h"

#include <CLI/CLI.hpp>

namespace prolap::app {

void addDataOptions(CLI::App& command, DataOptions& options)
{
    auto* data = command.add_option_group("Captioned sounds");
    auto* manifest =
        data->add_option("--manifest", options.manifest,
                         "CSV with path,caption or path,caption1..caption4,split,...; a CSV of AudioCaps or Clotho, or "
                         "a folder with several; or a folder of sounds with captions in .txt or .json beside them")
            ->type_name("DATA");
    auto* query = data->add_option("--query", options.query,
                                   "Clips of the library by their tags, which with their captions are what is said of "
                                   "them: tag:NAME, -tag:NAME, folder:DIR, or * for all")
                      ->type_name("QUERY");
    data->require_option(1);
    command
        .add_option("--audio", options.audio, "Where the sounds of a CSV lie (default: from the CSV's own folder on)")
        ->type_name("DIR")
        ->needs(manifest)
        ->excludes(query);
    command.add_flag("--strict", options.strict, "End at the first row or file that cannot be used");
}

train::DataSource dataSource(const Session& session, const DataOptions& options)
{
    train::DataSource source;
    source.manifest = options.manifest;
    source.audio = options.audio;
    source.query = options.query;
    if (!options.query.empty())
        source.library = session.existingLibrary();
    return source;
}

} // namespace prolap::app
