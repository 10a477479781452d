#pragma once

#include <QString>

#include "core/model/model_source.h"
#include "tests/support/files.h"

namespace prolap::test {

/// The sentence with which openModelSource() refuses a path; see sentenceOf().
inline QString refusal(const Path& path, ErrorKind kind, const Path& tokenizer = {})
{
    return QString::fromStdString(sentenceOf([&] { model::openModelSource(path, tokenizer); }, kind));
}

} // namespace prolap::test
