#include "core/train/data/csv_reader.h"

namespace prolap::train {

CsvReader::CsvReader(std::istream& in) : m_in(in)
{
    constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
    for (int i = 0; i < 3; ++i) {
        if (m_in.peek() != static_cast<unsigned char>(kByteOrderMark[i])) {
            m_in.clear();
            m_in.seekg(0);
            return;
        }
        m_in.get();
    }
}

std::optional<CsvReader::Record> CsvReader::next()
{
    enum class State { Start, Plain, Quoted, AfterQuote };
    Record record;
    std::string field;
    State state = State::Start;
    record.line = m_line;
    bool any = false;
    const auto endField = [&] {
        record.fields.push_back(std::move(field));
        field.clear();
        state = State::Start;
    };
    for (int c = m_in.get(); c != std::istream::traits_type::eof(); c = m_in.get()) {
        if (c == '\n')
            ++m_line;
        if (state == State::Quoted) {
            any = true;
            if (c == '"')
                state = State::AfterQuote;
            else
                field += static_cast<char>(c);
            continue;
        }
        if (c == '\r' && m_in.peek() == '\n')
            continue;
        if (c == '\n') {
            if (!any) {
                record.line = m_line;
                continue;
            }
            endField();
            return record;
        }
        any = true;
        if (c == ',') {
            endField();
        } else if (c == '"') {
            if (state == State::Start) {
                state = State::Quoted;
            } else if (state == State::AfterQuote) {
                field += '"';
                state = State::Quoted;
            } else {
                record.fault = "a quote stands inside an unquoted field";
                field += '"';
            }
        } else {
            if (state == State::AfterQuote)
                record.fault = "text follows a closing quote";
            else
                state = State::Plain;
            field += static_cast<char>(c);
        }
    }
    if (!any)
        return std::nullopt;
    if (state == State::Quoted)
        record.fault = "a quote is never closed";
    endField();
    return record;
}

} // namespace prolap::train
