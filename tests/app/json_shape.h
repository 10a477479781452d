#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace prolap::test {

enum class Json { Number, Text, Bool, Array, Object, NumberOrNull, TextOrNull, ArrayOrNull };

/// What is wrong with an object that should have these fields (it may have more); empty when it has.
QByteArray misshapen(const nlohmann::json& object, std::initializer_list<std::pair<const char*, Json>> fields);

} // namespace prolap::test

/// Fails the test function with what is wrong.
#define VERIFY_SHAPE(...)                                                                                              \
    do {                                                                                                               \
        const QByteArray wrong = prolap::test::misshapen(__VA_ARGS__);                                                 \
        QVERIFY2(wrong.isEmpty(), wrong.constData());                                                                  \
    } while (false)
