#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "core/library/organise/csv_text.h"
#include "core/library/organise/label_file.h"
#include "core/library/organise/label_writing.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/collection_table.h"
#include "db/root_table.h"

namespace prolap::library {

namespace {

/// The cells of a row by the names of their columns.
class Row {
public:
    Row(const std::map<std::string, std::size_t>& columns, const std::vector<std::string>& cells)
        : m_columns(columns), m_cells(cells)
    {
    }
    /// None when the file has no such column, or the row ends before it.
    std::optional<std::string> cell(const std::string& column) const
    {
        const auto found = m_columns.find(column);
        if (found == m_columns.end() || found->second >= m_cells.size())
            return std::nullopt;
        return m_cells[found->second];
    }

private:
    const std::map<std::string, std::size_t>& m_columns;
    const std::vector<std::string>& m_cells;
};

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

[[noreturn]] void badCell(const std::string& column, const std::string& cell, const std::string& expected)
{
    throw Error(ErrorKind::BadInput, column + " is \"" + validUtf8(cell) + "\"; expected " + expected + ".");
}

int ratingOf(const std::string& cell)
{
    if (cell.empty())
        return 0;
    if (cell.size() == 1 && cell[0] >= '0' && cell[0] <= '5')
        return cell[0] - '0';
    badCell("rating", cell, "0 to 5");
}

bool favouriteOf(const std::string& cell)
{
    const std::string word = lower(cell);
    for (const char* yes : {"yes", "1", "true"})
        if (word == yes)
            return true;
    for (const char* no : {"", "no", "0", "false"})
        if (word == no)
            return false;
    badCell("favourite", cell, "yes or no");
}

ColourLabel labelOf(const std::string& cell)
{
    if (cell.empty())
        return ColourLabel::None;
    if (const auto colour = colourOf(lower(cell)))
        return *colour;
    badCell("colour", cell, "red, amber, green, cyan, blue or violet");
}

class Import {
public:
    Import(const Path& catalogue, const LabelImportOptions& options)
        : m_catalogue(catalogue), m_clips(m_catalogue), m_options(options), m_roots(db::RootTable(m_catalogue).all())
    {
        m_report.edit.kind = Edit::Kind::Import;
    }

    LabelImportReport run(const Path& file, const std::stop_token& stop, const ProgressFn& progress)
    {
        std::error_code unreadable;
        if (std::filesystem::is_directory(file, unreadable))
            throw Error(ErrorKind::BadInput, displayText(file) + " is a folder; give a CSV file.");
        std::ifstream stream(file, std::ios::binary);
        if (!stream)
            throw Error(errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Permission,
                        "The file " + displayText(file) + " cannot be read: " + std::strerror(errno) + ".");
        CsvReader reader(stream);
        try {
            readHead(reader, file);
            ProgressThrottle throttle;
            db::Transaction transaction(m_catalogue);
            while (const auto cells = reader.row()) {
                if (stop.stop_requested()) {
                    m_report = {};
                    m_report.outcome = Outcome::Cancelled;
                    return std::move(m_report);
                }
                if (cells->size() == 1 && cells->front().empty())
                    continue; // an empty line
                ++m_report.rows;
                takeRow(Row(m_columns, *cells), reader.line());
                if (progress && throttle.due())
                    progress({m_report.rows, 0, cells->front(), -1});
            }
            writeCollections();
            transaction.commit();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Corrupt || !m_catalogue.writable())
                throw;
            throw Error(ErrorKind::Corrupt,
                        displayText(file) + " cannot be read as CSV: " + error.what() + " Nothing was changed.");
        }
        m_report.changed = static_cast<std::int64_t>(m_report.edit.labelsAfter.size());
        m_report.edit.clips = m_report.changed;
        return std::move(m_report);
    }

private:
    struct Member {
        ClipId clip;
        std::int64_t place; ///< as the file says; 0: at the end
    };

    void readHead(CsvReader& reader, const Path& file)
    {
        if (const auto head = reader.row())
            for (std::size_t i = 0; i < head->size(); ++i)
                m_columns.emplace(lower((*head)[i]), i);
        if (!m_columns.contains("path"))
            throw Error(ErrorKind::BadInput, displayText(file) +
                                                 " has no column \"path\" in its first line, so that no "
                                                 "clip can be found; `prolap library export` shows the "
                                                 "form.");
    }

    std::optional<ClipId> find(const Path& path)
    {
        for (const db::Root& root : m_roots) {
            const Path relative = path.lexically_relative(root.path);
            if (relative.empty() || *relative.begin() == "..")
                continue;
            if (const auto clip = m_clips.find(root.id, relative))
                return clip;
        }
        return std::nullopt;
    }

    void takeRow(const Row& row, int line)
    {
        const std::string path = row.cell("path").value_or("");
        const auto clip = find(fromCsvPath(path));
        if (!clip) {
            m_report.unknown.push_back(validUtf8(path));
            return;
        }
        const ClipLabels before = *readLabels(m_catalogue, *clip);
        try {
            const ClipLabels wanted = labelsOf(row, before);
            writeLabels(m_catalogue, before, wanted);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::BadInput)
                throw;
            m_report.problems.push_back("Line " + std::to_string(line) + ": " + error.what());
            return;
        }
        ClipLabels after = *readLabels(m_catalogue, *clip);
        if (before != after) {
            m_report.edit.labelsBefore.push_back(before);
            m_report.edit.labelsAfter.push_back(std::move(after));
        }
        if (const auto cell = row.cell("collections")) {
            m_mentioned.push_back(*clip);
            const std::vector<std::string> names = fromCsvList(*cell);
            const std::vector<std::string> places = fromCsvList(row.cell("places").value_or(""));
            for (std::size_t i = 0; i < names.size(); ++i)
                m_members[names[i]].push_back(
                    {*clip, i < places.size() ? std::strtoll(places[i].c_str(), nullptr, 10) : 0});
        }
    }

    ClipLabels labelsOf(const Row& row, const ClipLabels& before) const
    {
        ClipLabels wanted = before;
        const auto given = [&](const std::string& column) {
            std::optional<std::string> cell = row.cell(column);
            if (cell && m_options.merge && cell->empty())
                cell.reset();
            return cell;
        };
        if (const auto cell = given("tags")) {
            std::vector<std::string> tags = fromCsvList(*cell);
            std::erase_if(tags,
                          [](const std::string& tag) { return tag.find_first_not_of(" \t\r\n") == std::string::npos; });
            if (m_options.merge)
                wanted.tags.insert(wanted.tags.end(), tags.begin(), tags.end());
            else
                wanted.tags = std::move(tags);
        }
        if (const auto cell = given("rating"))
            wanted.marks.rating = ratingOf(*cell);
        if (const auto cell = given("favourite"))
            wanted.marks.favourite = favouriteOf(*cell);
        if (const auto cell = given("colour"))
            wanted.marks.colour = labelOf(*cell);
        if (const auto cell = given("note"))
            wanted.marks.note = validUtf8(*cell);
        for (int level = 1; level <= 4; ++level) {
            const auto cell = given("caption_" + std::to_string(level));
            if (!cell)
                continue;
            if (!m_options.merge)
                std::erase_if(wanted.captions, [&](const ClipCaption& caption) { return caption.level == level; });
            const std::vector<std::string> texts = fromCsvList(*cell);
            const std::vector<std::string> sources =
                fromCsvList(row.cell("source_" + std::to_string(level)).value_or(""));
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const ClipCaption caption{level, validUtf8(texts[i]), i < sources.size() ? sources[i] : "import"};
                const bool there = std::any_of(wanted.captions.begin(), wanted.captions.end(), [&](const auto& c) {
                    return c.level == level && c.text == caption.text;
                });
                if (!m_options.merge || !there)
                    wanted.captions.push_back(caption);
            }
        }
        std::stable_sort(wanted.captions.begin(), wanted.captions.end(),
                         [](const ClipCaption& a, const ClipCaption& b) { return a.level < b.level; });
        return wanted;
    }

    /// Clips that the file mentions are in the collections that it names; the others stay where they are.
    void writeCollections()
    {
        db::CollectionTable table(m_catalogue);
        std::sort(m_mentioned.begin(), m_mentioned.end());
        for (const auto& [name, members] : m_members)
            if (!table.find(name))
                m_report.edit.collectionsBefore.push_back({table.create(name), false, {}, {}});
        for (const db::Collection& collection : table.all()) {
            const auto named = std::find_if(m_members.begin(), m_members.end(), [&](const auto& entry) {
                const auto found = table.find(entry.first);
                return found && found->id == collection.id;
            });
            if (named == m_members.end() && m_options.merge)
                continue;
            const std::vector<ClipId> before = table.clips(collection.id);
            std::vector<ClipId> after;
            std::vector<Member> members = named == m_members.end() ? std::vector<Member>() : named->second;
            std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
                return (a.place > 0 ? a.place : INT64_MAX) < (b.place > 0 ? b.place : INT64_MAX);
            });
            for (const ClipId clip : before)
                if (m_options.merge || !std::binary_search(m_mentioned.begin(), m_mentioned.end(), clip))
                    after.push_back(clip);
            // Clips that the file does not mention come first: their places are not the file's to give.
            std::unordered_set<ClipId> there(after.begin(), after.end());
            for (const Member& member : members)
                if (there.insert(member.clip).second)
                    after.push_back(member.clip);
            if (after == before)
                continue;
            table.setClips(collection.id, after);
            auto& states = m_report.edit.collectionsBefore;
            const auto made = std::find_if(states.begin(), states.end(),
                                           [&](const CollectionState& state) { return state.id == collection.id; });
            if (made == states.end())
                states.push_back({collection.id, true, collection.name, before});
        }
        for (const CollectionState& state : m_report.edit.collectionsBefore)
            m_report.edit.collectionsAfter.push_back(
                {state.id, true, table.get(state.id)->name, table.clips(state.id)});
    }

    db::Catalogue m_catalogue;
    db::ClipTable m_clips;
    const LabelImportOptions m_options;
    const std::vector<db::Root> m_roots;
    std::map<std::string, std::size_t> m_columns;
    std::vector<ClipId> m_mentioned;
    std::map<std::string, std::vector<Member>> m_members;
    LabelImportReport m_report;
};

} // namespace

LabelImportReport importLabels(const Path& catalogue, const Path& file, const LabelImportOptions& options,
                               std::stop_token stop, const ProgressFn& progress)
{
    return Import(catalogue, options).run(file, stop, progress);
}

} // namespace prolap::library
