#include "tests/core_train_data/data_files.h"

#include <fstream>

namespace prolap::test {

void writeText(const Path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

void age(const Path& file, std::chrono::hours hours)
{
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - hours);
}

} // namespace prolap::test
