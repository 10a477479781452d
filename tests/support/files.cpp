#include "tests/support/files.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace prolap::test {

void writeFile(const Path& file, std::string_view bytes)
{
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string readFile(const Path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

Path goldenFolder()
{
    const char* source = std::getenv("PROLAP_SOURCE_DIR");
    const Path folder = Path(source ? source : ".") / ".." / "shared" / "golden";
    return std::filesystem::is_directory(folder) ? folder : Path();
}

std::string sentenceOf(const std::function<void()>& call, ErrorKind kind)
{
    try {
        call();
    } catch (const Error& error) {
        const std::string sentence = error.what();
        if (error.kind() != kind)
            return "another kind of error: " + sentence;
        if (sentence.empty() || sentence.back() != '.' || sentence.find('\n') != std::string::npos)
            return "not one sentence: " + sentence;
        return sentence;
    }
    return "no error";
}

} // namespace prolap::test
