#pragma once

#include <deque>
#include <memory>

#include "core/library/organise/edit.h"

namespace prolap::library {

/// What was done, in its order, and how far it has been undone. Old edits are forgotten when there are many.
class EditHistory {
public:
    static constexpr std::size_t kEdits = 200;
    static constexpr std::int64_t kClips = 400'000; ///< that all edits together remember

    using EditPtr = std::shared_ptr<const Edit>;

    /// What was undone can no longer be done again. An empty edit is not remembered.
    void add(Edit edit);
    /// The edit that undo would take back; null: none.
    EditPtr undoable() const { return m_done > 0 ? m_edits[m_done - 1] : nullptr; }
    EditPtr redoable() const { return m_done < m_edits.size() ? m_edits[m_done] : nullptr; }
    /// It has been taken back, or done again.
    void undone() { --m_done; }
    void redone() { ++m_done; }
    void clear();

private:
    std::deque<EditPtr> m_edits;
    std::size_t m_done = 0;
};

} // namespace prolap::library
