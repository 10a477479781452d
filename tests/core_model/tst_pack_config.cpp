#include "core/model/pack_config.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using namespace prolap::model;
using nlohmann::json;

namespace {

PackConfig fullConfig()
{
    PackConfig config;
    config.name = "Türen und Tore";
    config.licence = "CC-BY-4.0";
    config.provenance = "made for this test";
    config.audio.windowSeconds = 7.5;
    config.audio.network = Cnn8Config{{4, 8}, 60, 30};
    config.text.maxTokens = 40;
    config.heads = HeadsConfig{24, 48, 12, .25, true, -6, -11, .5};
    config.calibration = Calibration{12.5, -4.25, .375};
    config.training = json{{"epochs", 3}};
    return config;
}

} // namespace

class TstPackConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<int>("variant");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("variant %d", i) << i;
    }

    void roundTrip()
    {
        QFETCH(int, variant);
        PackConfig config = fullConfig();
        if (variant == 1) {
            config.audio.mel = MelConfig::msClap2023();
            config.audio.windowSeconds = 7;
            config.audio.network = HtsatConfig{};
            config.text.tokenizer = "gpt2-bpe";
            config.text.network = Gpt2Config{300, 24, 2, 3, 77, 1e-5, Gpt2Config::Pooling::LastNonZeroId};
        } else if (variant == 2) {
            config.audio.mel = MelConfig::clapFused();
            config.text.network = BertConfig{300, 24, 2, 3, 48, 66, 1, 2, 1e-5, BertConfig::Pooling::FirstTokenTanh};
        } else if (variant == 4) {
            config.audio.mel = MelConfig::clapUnfused();
            config.audio.mel.scale = MelConfig::Scale::Stored;
            config.audio.mel.quantise16 = true;
            HtsatConfig htsat;
            htsat.fill = HtsatConfig::Fill::Repeat;
            htsat.fusion = HtsatConfig::Fusion::AlsoWindow;
            htsat.fusionReduction = 8;
            htsat.antialiasedView = true;
            config.audio.network = htsat;
            config.heads->projection = HeadsConfig::Projection::Residual;
            config.heads->projectionHidden = config.heads->dim;
        } else if (variant == 3) {
            config.heads.reset();
            config.calibration.reset();
        }
        const PackConfig again = PackConfig::fromJson(json::parse(config.toJson().dump()), "config.json");
        QCOMPARE(again.name, config.name);
        QCOMPARE(again.licence, config.licence);
        QCOMPARE(again.provenance, config.provenance);
        QVERIFY(again.audio == config.audio);
        QVERIFY(again.text == config.text);
        QVERIFY(again.heads == config.heads);
        QVERIFY(again.calibration == config.calibration);
        QVERIFY(again.training == config.training);
    }

    void badFields_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value"); // JSON; empty: the field is removed
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sentence");
        const int corrupt = int(ErrorKind::Corrupt), incompatible = int(ErrorKind::Incompatible),
                  unsupported = int(ErrorKind::Unsupported);
        QTest::newRow("no format") << "/format"
                                   << "" << unsupported
                                   << "is not the config of a model pack: expected format prolap-model-pack, found no";
        QTest::newRow("other format") << "/format"
                                      << "\"clap\"" << unsupported << "found clap.";
        QTest::newRow("newer version") << "/format_version"
                                       << "2" << unsupported << "reads up to 1";
        QTest::newRow("no name") << "/name"
                                 << "" << corrupt << "expected text as name, found no such field.";
        QTest::newRow("name is a number") << "/name"
                                          << "7" << corrupt << "expected text as name, found 7.";
        QTest::newRow("no encoder") << "/audio_encoder"
                                    << "" << corrupt << "expected an object as audio_encoder";
        QTest::newRow("encoder is a list") << "/audio_encoder"
                                           << "[]" << corrupt << "audio_encoder, found [].";
        QTest::newRow("unknown encoder") << "/audio_encoder/type"
                                         << "\"cnn14\"" << unsupported
                                         << "cnn8 or htsat as audio_encoder.type, found \"cnn14\"";
        QTest::newRow("unknown text encoder") << "/text_encoder/type"
                                              << "\"t5\"" << unsupported << "found \"t5\".";
        QTest::newRow("unknown scale") << "/audio_encoder/front_end/scale"
                                       << "\"bark\"" << unsupported
                                       << "one of htk, slaney, stored as audio_encoder.front_end.scale, found \"bark\"";
        QTest::newRow("rate is text") << "/audio_encoder/front_end/sample_rate"
                                      << "\"44100\"" << corrupt << "an integer from 1000 to 384000";
        QTest::newRow("rate out of range") << "/audio_encoder/front_end/sample_rate"
                                           << "0" << corrupt << "found 0.";
        QTest::newRow("huge integer") << "/audio_encoder/front_end/sample_rate"
                                      << "18446744073709551615" << corrupt << "found 18446744073709551615.";
        QTest::newRow("fraction") << "/audio_encoder/front_end/bands"
                                  << "1.5" << corrupt << "found 1.5.";
        QTest::newRow("no channels") << "/audio_encoder/channels"
                                     << "[]" << corrupt << "a list of 1 to 8 integers";
        QTest::newRow("hop over block") << "/audio_encoder/block_hop_frames"
                                        << "61" << corrupt << "from 1 to 60";
        QTest::newRow("window") << "/audio_encoder/window_seconds"
                                << "-1" << corrupt << "window_seconds, found -1.";
        QTest::newRow("heads do not divide")
            << "/text_encoder/heads"
            << "5" << incompatible << "a divisor of width as text_encoder.heads, found 5.";
        QTest::newRow("too many tokens") << "/text_encoder/tokenizer/max_tokens"
                                         << "513" << corrupt << "from 1 to 512";
        QTest::newRow("roberta's offset") << "/text_encoder/position_offset"
                                          << "2" << incompatible << "0 for bert";
        QTest::newRow("clamp the wrong way") << "/heads/max_log_var"
                                             << "-20" << corrupt << "heads.max_log_var";
        QTest::newRow("calibration") << "/calibration/scale"
                                     << "null" << corrupt << "calibration.scale, found null.";
    }

    void badFields()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(int, kind);
        QFETCH(QString, sentence);
        json document = fullConfig().toJson();
        const json::json_pointer at(pointer.toStdString());
        if (value.isEmpty())
            document.at(at.parent_pointer()).erase(at.back());
        else
            document[at] = json::parse(value.toStdString());
        const std::string said =
            sentenceOf([&] { PackConfig::fromJson(document, "packs/mine/config.json"); }, ErrorKind(kind));
        QVERIFY2(said.find(sentence.toStdString()) != std::string::npos, said.c_str());
        QVERIFY2(said.find("packs/mine/config.json") != std::string::npos, said.c_str());
    }

    void htsatMustFit()
    {
        PackConfig config = fullConfig();
        config.audio.mel = MelConfig::clapUnfused();
        config.audio.windowSeconds = 10;
        config.audio.network = HtsatConfig{};
        const auto said = [&](const char* pointer, const json& value) {
            json document = config.toJson();
            document[json::json_pointer(pointer)] = value;
            return sentenceOf([&] { PackConfig::fromJson(document, "c"); }, ErrorKind::Incompatible);
        };
        QVERIFY(said("/audio_encoder/image_size", 100).find("a multiple of front_end.bands") != std::string::npos);
        QVERIFY(said("/audio_encoder/front_end/bands", 2).find("a divisor of front_end.bands") != std::string::npos);
        QVERIFY(said("/audio_encoder/window_seconds", 11).find("whose frames fit") != std::string::npos);
        QVERIFY(said("/audio_encoder/window", 7).find("divides the token grid") != std::string::npos);
        QVERIFY(said("/audio_encoder/heads", json{5, 8, 16, 32}).find("divisors") != std::string::npos);
    }

    void files()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        QVERIFY(
            sentenceOf([&] { PackConfig::read(folder / "none"); }, ErrorKind::NotFound).find("found nothing there") !=
            std::string::npos);
        QVERIFY(sentenceOf([&] { PackConfig::read(folder); }, ErrorKind::NotFound).find("has no config.json") !=
                std::string::npos);
        writeFile(folder / "model.pt", "x");
        QVERIFY(sentenceOf([&] { PackConfig::read(folder / "model.pt"); }, ErrorKind::NotFound).find("found a file") !=
                std::string::npos);
        writeFile(folder / "config.json", "{\"format\": ");
        QVERIFY(sentenceOf([&] { PackConfig::read(folder); }, ErrorKind::Corrupt).find("is not JSON") !=
                std::string::npos);
        writeFile(folder / "config.json", fullConfig().toJson().dump());
        QVERIFY(PackConfig::read(folder).audio == fullConfig().audio);
    }
};

PROLAP_TEST(TstPackConfig)
#include "tst_pack_config.moc"
