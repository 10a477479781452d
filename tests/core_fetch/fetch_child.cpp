/// The program that tst_model_fetch kills: fetch_child SERVER FOLDER fetches the small model.
#include <cstdio>
#include <exception>

#include "tests/core_fetch/small_model.h"

int main(int argc, char** argv)
{
    using namespace prolap;
    if (argc != 3)
        return 1;
    try {
        const test::SmallModel small;
        fetch::ModelFetchOptions options;
        options.server = argv[1];
        options.folder = argv[2];
        RunControl control;
        const fetch::ModelFetchReport report = fetch::fetchModel(small.model, options, control, {});
        std::printf("received %lld\n", static_cast<long long>(report.received));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
