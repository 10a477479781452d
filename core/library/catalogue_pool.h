#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "core/paths.h"
#include "db/catalogue.h"

namespace prolap::library {

/// Connections to one catalogue, lent to one thread at a time, so that a search opens none.
/// Threads: any may borrow; loans must end before the pool does.
class CataloguePool {
public:
    explicit CataloguePool(Path file) : m_file(std::move(file)) {}

    class Loan {
    public:
        Loan(CataloguePool& pool, std::unique_ptr<db::Catalogue> catalogue)
            : m_pool(pool), m_catalogue(std::move(catalogue))
        {
        }
        ~Loan() { m_pool.giveBack(std::move(m_catalogue)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        db::Catalogue& operator*() const { return *m_catalogue; }

    private:
        CataloguePool& m_pool;
        std::unique_ptr<db::Catalogue> m_catalogue;
    };

    /// Errors: those of opening a catalogue.
    Loan borrow()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                std::unique_ptr<db::Catalogue> catalogue = std::move(m_idle.back());
                m_idle.pop_back();
                return {*this, std::move(catalogue)};
            }
        }
        return {*this, std::make_unique<db::Catalogue>(m_file)};
    }

private:
    void giveBack(std::unique_ptr<db::Catalogue> catalogue)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(catalogue));
    }

    const Path m_file;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<db::Catalogue>> m_idle;
};

} // namespace prolap::library
