#pragma once

#include <string>
#include <vector>

#include "db/catalogue.h"

namespace prolap::db {

/// What was asked for, once each, latest first.
class QueryHistory {
public:
    static constexpr int kKept = 500; ///< older ones are forgotten

    explicit QueryHistory(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// An empty query is not remembered.
    void add(const std::string& query);
    std::vector<std::string> latest(std::size_t limit);
    void remove(const std::string& query);
    void clear();

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
