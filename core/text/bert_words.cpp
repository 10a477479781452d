#include "core/text/bert_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "core/error.h"

namespace prolap::text {

namespace {

const icu::Normalizer2& canonicalDecomposition()
{
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(code);
    if (U_FAILURE(code))
        throw Error(ErrorKind::Internal, "ICU has no normalisation data.");
    return *nfd;
}

bool isRemoved(UChar32 point)
{
    if (point == 0 || point == 0xFFFD)
        return true;
    if (point == '\t' || point == '\n' || point == '\r')
        return false;
    constexpr std::uint32_t kControls = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK;
    return (U_GET_GC_MASK(point) & kControls) != 0;
}

// The blocks that BERT calls Chinese; 2B920 instead of 2B820 is the original's slip, kept for equal ids.
bool isIdeograph(UChar32 point)
{
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) ||
           (point >= 0x20000 && point <= 0x2A6DF) || (point >= 0x2A700 && point <= 0x2B73F) ||
           (point >= 0x2B740 && point <= 0x2B81F) || (point >= 0x2B920 && point <= 0x2CEAF) ||
           (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F800 && point <= 0x2FA1F);
}

bool isPunctuation(UChar32 point)
{
    if (point < 0x80)
        return (point >= 0x21 && point <= 0x2F) || (point >= 0x3A && point <= 0x40) ||
               (point >= 0x5B && point <= 0x60) || (point >= 0x7B && point <= 0x7E);
    return (U_GET_GC_MASK(point) & U_GC_P_MASK) != 0;
}

// Takes characters in their original form and hands out words. Combining marks wait until their whole run is known,
// because canonical order sorts them; sorting once a run keeps hostile texts linear.
class WordSplitter {
public:
    explicit WordSplitter(const std::function<bool(std::u32string_view)>& word) : m_word(word) {}

    bool goesOn() const { return m_goesOn; }

    void add(UChar32 point)
    {
        if (isRemoved(point))
            return;
        if (u_isUWhiteSpace(point)) {
            addBreak();
        } else if (isIdeograph(point)) {
            addBreak();
            decompose(point);
            addBreak();
        } else {
            decompose(point);
        }
    }

    void addBreak()
    {
        flushMarks();
        endWord();
    }

private:
    void decompose(UChar32 point)
    {
        if (point < 0x80)
            return addDecomposed(point);
        icu::UnicodeString parts;
        if (!m_nfd.getDecomposition(point, parts))
            return addDecomposed(point);
        for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
            addDecomposed(parts.char32At(at));
    }

    void addDecomposed(UChar32 point)
    {
        if (point < 0x80)
            return addInOrder(point);
        const std::uint8_t combiningClass = m_nfd.getCombiningClass(point);
        if (combiningClass != 0)
            m_marks.push_back({combiningClass, point});
        else
            addInOrder(point);
    }

    void addInOrder(UChar32 point)
    {
        flushMarks();
        addStripped(point);
    }

    void flushMarks()
    {
        if (m_marks.empty())
            return;
        std::ranges::stable_sort(m_marks, {}, &Mark::combiningClass);
        for (const Mark& mark : m_marks)
            addStripped(mark.point);
        m_marks.clear();
    }

    void addStripped(UChar32 point)
    {
        if (point >= 0x80 && u_charType(point) == U_NON_SPACING_MARK)
            return;
        const UChar32 lower = u_tolower(point);
        if (isPunctuation(lower)) {
            endWord();
            m_current.push_back(static_cast<char32_t>(lower));
            endWord();
        } else if (m_current.size() <= kMaxWordPoints) {
            m_current.push_back(static_cast<char32_t>(lower));
        }
    }

    void endWord()
    {
        if (!m_current.empty() && m_goesOn)
            m_goesOn = m_word(m_current);
        m_current.clear();
    }

    struct Mark {
        std::uint8_t combiningClass;
        UChar32 point;
    };

    const std::function<bool(std::u32string_view)>& m_word;
    const icu::Normalizer2& m_nfd = canonicalDecomposition();
    std::vector<Mark> m_marks;
    std::u32string m_current;
    bool m_goesOn = true;
};

} // namespace

void forEachBertWord(std::string_view utf8, const std::function<bool(std::u32string_view)>& word)
{
    WordSplitter splitter(word);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < size && splitter.goesOn();) {
        UChar32 point;
        U8_NEXT_OR_FFFD(bytes, at, size, point);
        splitter.add(point);
    }
    splitter.addBreak();
}

} // namespace prolap::text
