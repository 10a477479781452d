/// The program that tst_index_kill kills: index_child CATALOGUE SOUNDS DELAY_MS HEARD indexes with the test embedder,
/// which adds a byte to the file HEARD for each window.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "core/library/indexer.h"
#include "tests/core_library/band_embedder.h"

#include <fcntl.h>
#include <unistd.h>

namespace {

class CountingEmbedder : public prolap::test::BandEmbedder {
public:
    explicit CountingEmbedder(const char* file) : m_fd(::open(file, O_WRONLY | O_CREAT | O_APPEND, 0644)) {}

    prolap::model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
    {
        const std::string bytes(windows.size(), '.');
        if (::write(m_fd, bytes.data(), bytes.size()) < 0)
            throw std::runtime_error("cannot count");
        return BandEmbedder::embedAudio(windows);
    }

private:
    int m_fd;
};

} // namespace

int main(int argc, char** argv)
{
    using namespace prolap;
    if (argc != 5)
        return 1;
    try {
        CountingEmbedder embedder(argv[4]);
        embedder.delay = std::chrono::milliseconds(std::atoi(argv[3]));
        RunControl control;
        library::IndexOptions options;
        options.folders = {argv[2]};
        options.batchWindows = 4;
        const library::IndexReport report = library::indexFolders(argv[1], embedder, options, control, {});
        std::printf("indexed %lld\n", static_cast<long long>(report.indexed));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
