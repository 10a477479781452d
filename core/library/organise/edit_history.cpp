#include "core/library/organise/edit_history.h"

namespace prolap::library {

void EditHistory::add(Edit edit)
{
    if (edit.empty())
        return;
    m_edits.resize(m_done);
    m_edits.push_back(std::make_shared<const Edit>(std::move(edit)));
    std::int64_t clips = 0;
    for (const EditPtr& kept : m_edits)
        clips += kept->clips;
    while (m_edits.size() > 1 && (m_edits.size() > kEdits || clips > kClips)) {
        clips -= m_edits.front()->clips;
        m_edits.pop_front();
    }
    m_done = m_edits.size();
}

void EditHistory::clear()
{
    m_edits.clear();
    m_done = 0;
}

} // namespace prolap::library
