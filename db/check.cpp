#include "db/check.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "db/query.h"
#include "db/waveform_blob.h"
#include "db/word_index.h"

namespace prolap::db {

namespace {

/// A question to the catalogue that counts rows which should not be there.
struct Rule {
    Finding::Kind kind;
    const char* sql; ///< one number; a clip's state is 1 when listened to, 2 when failed
    const char* sentence;
};

constexpr Rule kRules[] = {
    {Finding::Kind::OrphanVector,
     "SELECT count(*) FROM clip_window WHERE clip_id NOT IN (SELECT id FROM clip) OR set_id NOT IN "
     "(SELECT id FROM embedding_set)",
     "{} windows belong to no clip or no model"},
    {Finding::Kind::OrphanVector,
     "SELECT count(*) FROM clip_vector WHERE clip_id NOT IN (SELECT id FROM clip) OR set_id NOT IN "
     "(SELECT id FROM embedding_set)",
     "{} clip vectors belong to no clip or no model"},
    {Finding::Kind::OrphanVector,
     "SELECT count(*) FROM clip_window AS w WHERE NOT EXISTS (SELECT 1 FROM clip_vector AS v WHERE v.clip_id = "
     "w.clip_id "
     "AND v.set_id = w.set_id)",
     "{} windows are of clips without a vector of their own"},
    {Finding::Kind::VectorSize,
     "SELECT count(*) FROM clip_window JOIN embedding_set AS s ON s.id = set_id WHERE length(mean) <> 2 * s.dim OR "
     "coalesce(length(log_var), 0) <> 2 * s.dim * s.probabilistic",
     "{} windows have vectors of a wrong size"},
    {Finding::Kind::VectorSize,
     "SELECT count(*) FROM clip_vector JOIN embedding_set AS s ON s.id = set_id WHERE length(mean) <> 2 * s.dim OR "
     "coalesce(length(log_var), 0) <> 2 * s.dim * s.probabilistic",
     "{} clips have vectors of a wrong size"},
    {Finding::Kind::WindowTime, "SELECT count(*) FROM clip_window WHERE end < start OR start < 0",
     "{} windows end before they start"},
    {Finding::Kind::WindowTime,
     "SELECT count(*) FROM (SELECT 1 FROM clip_window GROUP BY clip_id, set_id HAVING max(position) <> count(*) - 1 OR "
     "min(position) <> 0)",
     "{} clips lack some of their windows"},
    {Finding::Kind::NotEmbedded,
     "SELECT count(*) FROM clip WHERE state = 1 AND NOT EXISTS (SELECT 1 FROM clip_vector JOIN clip_window USING "
     "(clip_id, set_id) WHERE clip_id = clip.id)",
     "{} clips count as listened to but have no vectors; index again to make them"},
    {Finding::Kind::WordIndex,
     "SELECT count(*) FROM clip WHERE state <> 2 AND id NOT IN (SELECT rowid FROM clip_words)",
     "{} clips are not found by their words"},
    {Finding::Kind::WordIndex,
     "SELECT count(*) FROM clip_words WHERE rowid NOT IN (SELECT id FROM clip WHERE state <> 2)",
     "{} entries of the word index belong to no clip"},
};

class Check {
public:
    Check(Catalogue& catalogue, std::stop_token stop, const ProgressFn& progress)
        : m_connection(catalogue.connection()), m_stop(std::move(stop)), m_progress(progress)
    {
    }

    CheckReport run()
    {
        // SQLite asks here every so many steps, so that even one long statement can be stopped.
        sqlite3_progress_handler(
            m_connection.handle(), 100000,
            [](void* self) { return static_cast<Check*>(self)->m_stop.stop_requested() ? 1 : 0; }, this);
        const struct Ungate {
            sqlite3* handle;
            ~Ungate() { sqlite3_progress_handler(handle, 0, nullptr, nullptr); }
        } ungate{m_connection.handle()};

        step("the file", [&] { checkIntegrity(); });
        step("references", [&] { checkForeignKeys(); });
        for (const Rule& rule : kRules)
            step("clips and vectors", [&] { checkRule(rule); });
        step("the word index", [&] { checkWordIndex(); });
        step("waveforms", [&] { checkWaveforms(); });
        if (m_stop.stop_requested())
            m_report.outcome = Outcome::Cancelled;
        return std::move(m_report);
    }

private:
    template <typename Work> void step(const char* what, Work work)
    {
        if (m_stop.stop_requested())
            return;
        if (m_progress)
            m_progress({m_done, static_cast<std::int64_t>(std::size(kRules)) + 4, what, -1.0});
        try {
            work();
        } catch (const Error& error) {
            // An interrupted statement ends as an error too; run() reports that as cancelled.
            if (!m_stop.stop_requested())
                add(Finding::Kind::Damage, fmt::format("{} could not be read: {}", what, error.what()), 1);
        }
        ++m_done;
    }

    void add(Finding::Kind kind, std::string sentence, std::int64_t rows)
    {
        m_report.findings.push_back({kind, std::move(sentence), rows});
    }

    void checkIntegrity()
    {
        Query query(m_connection, "PRAGMA integrity_check(20)");
        while (query.step())
            if (const std::string line = query.text(0); line != "ok")
                add(Finding::Kind::Damage, line, 1);
    }

    void checkForeignKeys()
    {
        Query query(m_connection, "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");
        while (query.step())
            add(Finding::Kind::ForeignKey,
                fmt::format("{} rows of {} point to rows of {} that are not there", query.integer(2), query.text(0),
                            query.text(1)),
                query.integer(2));
    }

    void checkRule(const Rule& rule)
    {
        Query query(m_connection, rule.sql);
        query.step();
        if (const std::int64_t rows = query.integer(0); rows > 0)
            add(rule.kind, fmt::format(fmt::runtime(rule.sentence), rows), rows);
    }

    void checkWordIndex()
    {
        std::int64_t stale = 0;
        Query query(m_connection,
                    "SELECT clip.name, clip_words.name FROM clip JOIN clip_words ON clip_words.rowid = clip.id");
        while (query.step())
            stale += withWordParts(displayText(Path(query.text(0)).stem())) == query.text(1) ? 0 : 1;
        if (stale > 0)
            add(Finding::Kind::WordIndex, fmt::format("{} clips are found by words that are not theirs", stale), stale);
        // FTS5 compares its index with its texts by a command in the form of an INSERT, which changes nothing but
        // needs the right to write.
        const int code =
            sqlite3_exec(m_connection.handle(), "INSERT INTO clip_words (clip_words) VALUES ('integrity-check')",
                         nullptr, nullptr, nullptr);
        if ((code & 0xff) == SQLITE_CORRUPT)
            add(Finding::Kind::WordIndex, "the word index does not agree with its own texts", 1);
    }

    void checkWaveforms()
    {
        std::int64_t bad = 0;
        Query query(m_connection, "SELECT columns FROM waveform");
        while (query.step())
            bad += decodeWaveform(query.bytes(0)) ? 0 : 1;
        if (bad > 0)
            add(Finding::Kind::Waveform, fmt::format("{} waveforms cannot be read", bad), bad);
    }

    Connection& m_connection;
    std::stop_token m_stop;
    const ProgressFn& m_progress;
    CheckReport m_report;
    std::int64_t m_done = 0;
};

} // namespace

CheckReport check(Catalogue& catalogue, std::stop_token stop, const ProgressFn& progress)
{
    return Check(catalogue, std::move(stop), progress).run();
}

} // namespace prolap::db
