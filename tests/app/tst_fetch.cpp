#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/http_server.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <csignal>
#include <map>

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

namespace {

/// What a server with the model hub's paths has: other bytes of another size than the published files.
std::string bytesOf(const std::string& path)
{
    std::string bytes;
    while (bytes.size() <
           (path.ends_with(".pth") || path.ends_with(".pt") || path.ends_with(".bin") ? 400'000u : 2'000u))
        bytes += path + '\n';
    return bytes;
}

/// Small files with their git ids as etag, large ones with their SHA-256.
HttpReply hub(const HttpAsked& asked)
{
    const std::string bytes = bytesOf(asked.path);
    const auto hash = [&](QCryptographicHash::Algorithm algorithm, const std::string& before) {
        return '"' +
               QCryptographicHash::hash(QByteArray::fromStdString(before + bytes), algorithm).toHex().toStdString() +
               '"';
    };
    if (bytes.size() < 10'000)
        return fileReply(asked, bytes,
                         hash(QCryptographicHash::Sha1, "blob " + std::to_string(bytes.size()) + std::string(1, '\0')));
    HttpReply reply = fileReply(asked, bytes, "\"stored\"");
    reply.headers.emplace_back("X-Linked-ETag", hash(QCryptographicHash::Sha256, {}));
    return reply;
}

HttpReply slowHub(const HttpAsked& asked)
{
    HttpReply reply = hub(asked);
    reply.bytesASecond = 200'000;
    return reply;
}

} // namespace

class TstFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("no_proxy", "127.0.0.1");
        // The tests' server has other bytes, which only a model without pinned hashes lets through.
        const json list = ProlapUser().runBare({"model", "fetch", "--list", "--json"}).json();
        for (const json& model : list["models"]) {
            const auto pinned = [](const json& file) { return file["sha256"].is_string(); };
            const bool any = std::any_of(model["files"].begin(), model["files"].end(), pinned);
            (any ? m_pinned : m_free) = model;
        }
        QVERIFY(!m_pinned.is_null() && !m_free.is_null());
        m_name = QString::fromStdString(m_free["name"]);
    }

    void theListKeepsItsShape()
    {
        const ProlapUser user;
        const ProlapResult result = user.runBare({"model", "fetch", "--list", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json list = result.json();
        for (const json& model : list["models"]) {
            VERIFY_SHAPE(model, {{"name", Json::Text},
                                 {"title", Json::Text},
                                 {"bytes", Json::Number},
                                 {"licence", Json::Text},
                                 {"page", Json::Text},
                                 {"notes", Json::Text},
                                 {"path", Json::Text},
                                 {"here", Json::Text},
                                 {"files", Json::Array}});
            QCOMPARE(model["here"], json("no"));
            for (const json& file : model["files"])
                VERIFY_SHAPE(
                    file,
                    {{"name", Json::Text}, {"url", Json::Text}, {"bytes", Json::Number}, {"sha256", Json::TextOrNull}});
        }
        QVERIFY(list["models"].size() >= 7);
        const ProlapResult table = user.runBare({"model", "fetch", "--list"});
        QVERIFY2(table.exitCode == 0 && table.out.contains("clap-htsat-unfused") && table.out.contains("618 MB") &&
                     table.out.contains("apache-2.0"),
                 table.shown());
    }

    void eventsKeepTheirShape()
    {
        const HttpServer server(&hub);
        const ProlapUser user;
        const ProlapResult result = fetch(user, server, {"--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        std::map<std::string, int> count;
        for (const json& line : result.lines()) {
            const std::string event = line["event"];
            ++count[event];
            if (event == "start")
                VERIFY_SHAPE(line, {{"model", Json::Text},
                                    {"title", Json::Text},
                                    {"licence", Json::Text},
                                    {"page", Json::Text},
                                    {"path", Json::Text},
                                    {"bytes_total", Json::Number}});
            else if (event == "progress")
                VERIFY_SHAPE(line, {{"stage", Json::Text},
                                    {"file", Json::Text},
                                    {"files_done", Json::Number},
                                    {"files_total", Json::Number},
                                    {"bytes_done", Json::Number},
                                    {"bytes_total", Json::Number},
                                    {"file_bytes_done", Json::Number},
                                    {"file_bytes_total", Json::Number},
                                    {"rate", Json::Number},
                                    {"eta_seconds", Json::NumberOrNull}});
            else if (event == "file")
                VERIFY_SHAPE(line, {{"file", Json::Text},
                                    {"bytes", Json::Number},
                                    {"sha256", Json::Text},
                                    {"was_there", Json::Bool},
                                    {"verified_by", Json::Text}});
        }
        const auto files = static_cast<int>(m_free["files"].size());
        QCOMPARE(count["start"], 1);
        QCOMPARE(result.lines().front()["licence"], m_free["licence"]);
        QVERIFY(count["progress"] >= 1);
        QCOMPARE(count["file"], files);
        const json done = result.lines().back();
        QCOMPARE(done["event"], json("done"));
        VERIFY_SHAPE(done, {{"model", Json::Text},
                            {"path", Json::Text},
                            {"licence", Json::Text},
                            {"files", Json::Number},
                            {"bytes_received", Json::Number},
                            {"seconds", Json::Number},
                            {"interrupted", Json::Bool}});
        QCOMPARE(int(done["files"]), files);
        QCOMPARE(QString::fromStdString(done["path"]), folder(user));
        QVERIFY(isComplete(folder(user)));

        const ProlapResult again = fetch(user, server, {"--json", "--quiet"});
        QCOMPARE(again.lines().back()["bytes_received"], json(0));
        QCOMPARE(again.lines().size(), std::size_t(files + 2));
        QCOMPARE(server.asked().size(), std::size_t(files));
        const ProlapResult list = user.runBare({"model", "fetch", "--list"});
        QVERIFY2(list.out.contains(" complete "), list.shown());
    }

    void itSaysLicenceProgressAndUse()
    {
        const HttpServer server(&hub);
        const ProlapUser user;
        const QString out = user.path("my models/clap's");
        const ProlapResult result = fetch(user, server, {"--out", out});
        QVERIFY2(result.exitCode == 0, result.shown());
        QVERIFY2(result.err.contains("Licence: " + QByteArray::fromStdString(m_free["licence"])), result.shown());
        QVERIFY2(result.err.indexOf("Licence: ") < result.err.indexOf("Complete: "), result.shown());
        const QByteArray quoted = "prolap search --model '" + user.path("my models/clap'\\''s").toUtf8() + "' ";
        QVERIFY2(result.out.contains(quoted), result.shown());
        QVERIFY(isComplete(out));
    }

    void ctrlCKeepsWhatCame()
    {
        const ProlapUser user;
        {
            const HttpServer server(&slowHub);
            const auto process = start(user, server, {"--json"});
            QTRY_VERIFY_WITH_TIMEOUT(weightsSoFar(folder(user)) > 0, 20'000);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(process->processId() > 0);
            ::kill(static_cast<pid_t>(process->processId()), SIGINT);
            const ProlapResult result = finished(*process);
            QVERIFY2(timer.elapsed() < 2'000, QByteArray::number(timer.elapsed()));
            QVERIFY2(result.exitCode == 130 && result.err.contains("goes on"), result.shown());
            QCOMPARE(result.lines().back()["interrupted"], json(true));
            QCOMPARE(parts(folder(user)).size(), 2); // the part and its note
        }
        QVERIFY2(user.runBare({"model", "fetch", "--list"}).out.contains(" partly "), "the list knows of it");
        const HttpServer server(&hub);
        QCOMPARE(fetch(user, server).exitCode, 0);
        QVERIFY(isComplete(folder(user)));
    }

    void killedItGoesOn()
    {
        const ProlapUser user;
        const HttpServer server(&slowHub);
        const auto process = start(user, server, {});
        QTRY_VERIFY_WITH_TIMEOUT(weightsSoFar(folder(user)) > 50'000, 20'000);
        process->kill(); // SIGKILL
        QVERIFY(process->waitForFinished());
        const qint64 kept = weightsSoFar(folder(user));
        const ProlapResult rest = fetch(user, server, {"--json"});
        QVERIFY2(rest.exitCode == 0, rest.shown());
        QVERIFY(isComplete(folder(user)));
        QCOMPARE(server.asked().back().header("range"), "bytes=" + std::to_string(kept) + "-");
    }

    void offlineItSaysWhatToDoByHand()
    {
        const ProlapUser user;
        const QStringList nowhere{"--base-url", "http://127.0.0.1:1"};
        const ProlapResult result = user.runBare(QStringList{"model", "fetch", m_name} + nowhere);
        QVERIFY2(result.exitCode == 2 && result.err.contains("prolap: http://127.0.0.1:1/"), result.shown());
        for (const json& file : m_free["files"])
            QVERIFY2(result.err.contains(QByteArray::fromStdString(file["url"])), result.shown());
        QVERIFY2(result.err.contains("into " + folder(user).toUtf8()), result.shown());
        const json last = user.runBare(QStringList{"model", "fetch", m_name, "--json"} + nowhere).lines().back();
        VERIFY_SHAPE(last, {{"event", Json::Text}, {"path", Json::Text}, {"reason", Json::Text}});
        QCOMPARE(last["event"], json("error"));
    }

    void hashesThatAreNotThere()
    {
        const ProlapUser user;
        const HttpServer server([](const HttpAsked& asked) { return fileReply(asked, bytesOf(asked.path), "\"x\""); });
        const ProlapResult refused = fetch(user, server);
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("could not be verified"), refused.shown());
        QVERIFY(parts(folder(user)).isEmpty());
        const ProlapResult taken = fetch(user, server, {"--unverified"});
        QVERIFY2(taken.exitCode == 0 && taken.err.contains("could not be verified"), taken.shown());
        QVERIFY(isComplete(folder(user)));
    }

    void otherBytesThanThePinnedOnes()
    {
        const ProlapUser user;
        const HttpServer server(&hub);
        const ProlapResult result = user.runBare({"model", "fetch", QString::fromStdString(m_pinned["name"]),
                                                  "--base-url", QString::fromStdString(server.url())});
        QVERIFY2(result.exitCode == 2 && result.err.contains("expected SHA-256 "), result.shown());
    }

    void unknownModels()
    {
        const ProlapResult result = ProlapUser().runBare({"model", "fetch", "clap"});
        QVERIFY2(result.exitCode == 2 && result.err.contains("clap-htsat-unfused"), result.shown());
        QVERIFY2(result.err.count('\n') == 1, "one sentence, on one line");
    }

    void aFolderThatMayNotBeWritten()
    {
        const auto wrapper = withoutRootRights();
        if (!wrapper)
            QSKIP("root passes by permissions here");
        const ProlapUser user;
        const QString locked = user.path("locked");
        QVERIFY(QDir().mkpath(locked));
        QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner);
        const HttpServer server(&hub);
        const ProlapResult result = user.runBare(
            {"model", "fetch", m_name, "--out", locked, "--base-url", QString::fromStdString(server.url())}, *wrapper);
        QVERIFY2(result.exitCode == 2 && result.err.contains("locked"), result.shown());
        QVERIFY(server.asked().empty());
    }

private:
    QStringList arguments(const HttpServer& server, const QStringList& more) const
    {
        return QStringList{"model", "fetch", m_name, "--base-url", QString::fromStdString(server.url())} + more;
    }
    ProlapResult fetch(const ProlapUser& user, const HttpServer& server, const QStringList& more = {}) const
    {
        return user.runBare(arguments(server, more));
    }
    std::unique_ptr<QProcess> start(const ProlapUser& user, const HttpServer& server, const QStringList& more) const
    {
        return user.start(arguments(server, more));
    }
    QString folder(const ProlapUser& user) const { return user.path("data/prolap-explorer/models/" + m_name); }
    static QStringList parts(const QString& folder) { return QDir(folder).entryList({"*.part", "*.part.json"}); }

    /// Size of the unfinished file of weights.
    static qint64 weightsSoFar(const QString& folder)
    {
        const QStringList some = parts(folder).filter(QRegularExpression("(pth|pt|bin)\\.part$"));
        return some.isEmpty() ? 0 : QFileInfo(folder + "/" + some.first()).size();
    }

    bool isComplete(const QString& folder) const
    {
        for (const json& file : m_free["files"]) {
            QFile in(folder + "/" + QString::fromStdString(file["name"]));
            const std::string url = file["url"];
            const std::string path = url.substr(url.find('/', std::string("https://").size()));
            if (!in.open(QIODevice::ReadOnly) || in.readAll().toStdString() != bytesOf(path))
                return false;
        }
        return QFile::exists(folder + "/SHA256SUMS") && parts(folder).isEmpty();
    }

    json m_free, m_pinned;
    QString m_name;
};

PROLAP_TEST(TstFetch)
#include "tst_fetch.moc"
