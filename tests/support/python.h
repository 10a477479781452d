#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/paths.h"

namespace prolap::test {

/// The folder (of a single module: the file) of an installed Python package in PROLAP_PYTHON's environment; empty when
/// either is not there.
Path pythonPackage(const QString& name);

/// Runs PROLAP_PYTHON with arguments, from the repository's root. Returns what it wrote to stdout; what it wrote to
/// stderr is the message of the std::runtime_error thrown when it fails.
QByteArray runPython(const QStringList& arguments);

} // namespace prolap::test
