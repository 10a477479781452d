#pragma once

#include <functional>
#include <memory>

#include <QObject>

namespace prolap::test {

/// The application object of a test program: QCoreApplication unless a test file of the program asks for more by
/// PROLAP_TEST_APPLICATION(QApplication).
using ApplicationFactory = std::function<std::unique_ptr<QObject>(int&, char**)>;

bool registerTest(const char* className, std::function<std::unique_ptr<QObject>()> make);
bool registerApplication(ApplicationFactory make);

} // namespace prolap::test

/// At the end of tst_decode.cpp: PROLAP_TEST(TstDecode) and #include "tst_decode.moc".
#define PROLAP_TEST(Class)                                                                                             \
    static const bool registered##Class =                                                                              \
        prolap::test::registerTest(#Class, [] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });

#define PROLAP_TEST_APPLICATION(Application)                                                                           \
    static const bool registeredApplication = prolap::test::registerApplication(                                       \
        [](int& argc, char** argv) { return std::unique_ptr<QObject>(std::make_unique<Application>(argc, argv)); });
