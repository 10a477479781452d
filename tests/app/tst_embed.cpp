#include <cmath>

#include "core/model/checkpoint/safetensors.h"
#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

namespace {

double length(const json& vector)
{
    double sum = 0;
    for (const json& value : vector)
        sum += double(value) * double(value);
    return std::sqrt(sum);
}

} // namespace

class TstEmbed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sounds = m_user.makeSounds("sounds"); }

    void soundsKeepTheirShape()
    {
        const ProlapResult result =
            m_user.run({"embed", "--json", "--windows", "--audio", m_sounds + "/tone.wav", m_sounds + "/long.ogg"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json document = result.json();
        VERIFY_SHAPE(document, {{"model", Json::Text}, {"dim", Json::Number}, {"items", Json::Array}});
        const std::size_t dim = document["dim"];
        QCOMPARE(document["items"].size(), std::size_t(2));
        for (const json& item : document["items"]) {
            VERIFY_SHAPE(item, {{"input", Json::Text},
                                {"mean", Json::Array},
                                {"log_var", Json::ArrayOrNull},
                                {"uncertainty", Json::NumberOrNull},
                                {"windows", Json::Array}});
            QCOMPARE(item["mean"].size(), dim);
            QVERIFY(std::abs(length(item["mean"]) - 1) < 1e-5);
            double u = 0;
            for (const json& value : item["log_var"])
                u += std::exp(double(value));
            QVERIFY(std::abs(double(item["uncertainty"]) - u) < 1e-4 * u);
            for (const json& window : item["windows"]) {
                VERIFY_SHAPE(window, {{"start", Json::Number},
                                      {"end", Json::Number},
                                      {"mean", Json::Array},
                                      {"log_var", Json::ArrayOrNull}});
                QVERIFY(std::abs(length(window["mean"]) - 1) < 1e-5);
            }
        }
        const json& windows = document["items"][1]["windows"];
        QVERIFY(windows.size() > 1);
        QCOMPARE(double(windows.front()["start"]), 0.0);
        QVERIFY(std::abs(double(windows.back()["end"]) - 25) < 0.1);
    }

    void captionsFromArgumentsAndFiles()
    {
        const json given = m_user.run({"embed", "--json", "--text", "a dog barking", ""}).json();
        QVERIFY(given.is_object());
        QCOMPARE(given["items"].size(), std::size_t(2));
        QCOMPARE(std::string(given["items"][0]["input"]), std::string("a dog barking"));
        QVERIFY(!given["items"][0].contains("windows"));

        writeText("lines.txt", "a dog barking\r\n\n");
        writeText("array.json", R"(["a dog barking", ""])");
        for (const char* name : {"lines.txt", "array.json"}) {
            const ProlapResult result = m_user.run({"embed", "--json", "--text-file", m_user.path(name)});
            QVERIFY2(result.json()["items"] == given["items"], result.shown());
        }
        writeText("wrong.json", R"({"captions": 3})");
        const ProlapResult wrong = m_user.run({"embed", "--text-file", m_user.path("wrong.json")});
        QVERIFY2(wrong.exitCode == 2 && wrong.err.contains("wrong.json"), wrong.shown());
        const ProlapResult missing = m_user.run({"embed", "--text-file", m_user.path("missing.txt")});
        QVERIFY2(missing.exitCode == 2 && missing.err.contains("missing.txt"), missing.shown());
    }

    void tensorsHoldTheSameNumbers()
    {
        const QString out = m_user.path("captions.safetensors");
        const json document = m_user.run({"embed", "--json", "--text", "rain", "wind", "a door", "--out", out}).json();
        const auto tensors = prolap::checkpoint::readSafetensors(out.toStdString());
        const std::vector<std::int64_t> shape{3, document["dim"]};
        for (const char* name : {"mean", "log_var"}) {
            const auto* tensor = tensors.find(name);
            QVERIFY(tensor && tensor->shape == shape && tensor->dtype == prolap::checkpoint::DType::F32);
            const auto* values = reinterpret_cast<const float*>(tensor->bytes.data());
            for (std::size_t i = 0; i < 3; ++i) {
                for (std::size_t d = 0; d < static_cast<std::size_t>(shape[1]); ++d)
                    QCOMPARE(values[i * static_cast<std::size_t>(shape[1]) + d],
                             static_cast<float>(double(document["items"][i][name][d])));
            }
        }
    }

    void aBadFileDoesNotSpoilTheRest()
    {
        writeText("words.wav", "only words");
        const ProlapResult result =
            m_user.run({"embed", "--json", "--audio", m_user.path("words.wav"), m_sounds + "/tone.wav"});
        QVERIFY2(result.exitCode == 3 && result.err.contains("words.wav"), result.shown());
        QCOMPARE(result.json()["items"].size(), std::size_t(1));
        QCOMPARE(m_user.run({"embed", "--audio", m_user.path("words.wav")}).exitCode, 2);
    }

    void tokensKeepTheirShape()
    {
        const json document = m_user.run({"tokenize", "--json", "a dog barking", "rain"}).json();
        VERIFY_SHAPE(document, {{"items", Json::Array}});
        QCOMPARE(document["items"].size(), std::size_t(2));
        for (const json& item : document["items"]) {
            VERIFY_SHAPE(item, {{"text", Json::Text}, {"ids", Json::Array}, {"mask", Json::Array}});
            QVERIFY(item["ids"].size() > 1);
            QCOMPARE(item["ids"].size(), item["mask"].size());
        }
        writeText("texts.txt", "a dog barking\nrain\n");
        QVERIFY(m_user.run({"tokenize", "--json", "--text-file", m_user.path("texts.txt")}).json() == document);
    }

private:
    void writeText(const QString& name, const QByteArray& text)
    {
        QFile file(m_user.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    ProlapUser m_user;
    QString m_sounds;
};

PROLAP_TEST(TstEmbed)
#include "tst_embed.moc"
