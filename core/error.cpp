#include "core/error.h"

namespace prolap {

Error::Error(ErrorKind kind, const std::string& sentence) : std::runtime_error(sentence), m_kind(kind) {}

} // namespace prolap
