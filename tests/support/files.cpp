#include "tests/support/files.h"

#include <cstdio>
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
        const bool oneSentence =
            !sentence.empty() && sentence.back() == '.' && sentence.find('\n') == std::string::npos;
        if (error.kind() == kind && oneSentence)
            return sentence;
        // Not returned: callers look for a part of it, and would find it in the wrong error too.
        std::fprintf(stderr, "%s\n", sentence.c_str());
        return error.kind() == kind ? "not one sentence" : "another kind of error";
    }
    return "no error";
}

} // namespace prolap::test
