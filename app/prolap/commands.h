#pragma once

#include "app/prolap/session.h"

namespace prolap::app {

/// Each adds one command to the parser; what it does is in the file of its name.
void addIndex(CLI::App& parent, Invocation& invocation);
void addSearch(CLI::App& parent, Invocation& invocation);
void addSimilar(CLI::App& parent, Invocation& invocation);
void addEmbed(CLI::App& parent, Invocation& invocation);
void addTokenize(CLI::App& parent, Invocation& invocation);
void addLibrary(CLI::App& parent, Invocation& invocation);
/// Beside the other subcommands of `library`: what takes care of one.
void addLibraryCare(CLI::App& library, Invocation& invocation);
void addTag(CLI::App& parent, Invocation& invocation);
void addModel(CLI::App& parent, Invocation& invocation);
void addModelInfo(CLI::App& parent, Invocation& invocation);
void addModelImport(CLI::App& parent, Invocation& invocation);
void addModelList(CLI::App& parent, Invocation& invocation);
void addModelDelete(CLI::App& parent, Invocation& invocation);
void addModelDefault(CLI::App& parent, Invocation& invocation);
void addModelBench(CLI::App& parent, Invocation& invocation);
/// Beside the other subcommands of `model`.
void addModelFetch(CLI::App& parent, Invocation& invocation);
void addTraverse(CLI::App& parent, Invocation& invocation);
void addTrain(CLI::App& parent, Invocation& invocation);
void addEval(CLI::App& parent, Invocation& invocation);
void addDemo(CLI::App& parent, Invocation& invocation);

} // namespace prolap::app
