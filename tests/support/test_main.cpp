#include "tests/support/test_main.h"

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QTest>

namespace prolap::test {

namespace {

std::map<std::string, std::function<std::unique_ptr<QObject>()>>& tests()
{
    static std::map<std::string, std::function<std::unique_ptr<QObject>()>> all;
    return all;
}

ApplicationFactory& application()
{
    static ApplicationFactory make = [](int& argc, char** argv) {
        return std::unique_ptr<QObject>(std::make_unique<QCoreApplication>(argc, argv));
    };
    return make;
}

} // namespace

bool registerTest(const char* className, std::function<std::unique_ptr<QObject>()> make)
{
    return tests().emplace(className, std::move(make)).second;
}

bool registerApplication(ApplicationFactory make)
{
    application() = std::move(make);
    return true;
}

} // namespace prolap::test

/// tst_x CLASS [Qt Test options]: runs one class; without CLASS, each in turn.
int main(int argc, char** argv)
{
    using namespace prolap::test;
    const auto app = application()(argc, argv);
    std::vector<char*> arguments(argv, argv + argc);
    std::string wanted;
    if (argc > 1 && argv[1][0] != '-') {
        wanted = argv[1];
        arguments.erase(arguments.begin() + 1);
    }
    int failed = 0, run = 0;
    for (const auto& [name, make] : tests()) {
        if (!wanted.empty() && name != wanted)
            continue;
        ++run;
        const auto test = make();
        failed += QTest::qExec(test.get(), static_cast<int>(arguments.size()), arguments.data()) != 0;
    }
    if (run == 0) {
        std::fprintf(stderr, "No test class %s in this program\n", wanted.c_str());
        return 2;
    }
    return failed == 0 ? 0 : 1;
}
