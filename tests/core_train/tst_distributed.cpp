#include <cstdlib>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/error.h"
#include "core/train/distributed/process_environment.h"
#include "core/train/training_state.h"
#include "tests/support/test_main.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace prolap;
using namespace prolap::train;

namespace {

/// A TCP port of this machine that nobody listens on.
int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    const bool found = ::bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(probe);
    if (!found)
        throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

} // namespace

/// Training in several processes: each holds a share of the batch and has the embeddings of all.
class TstDistributed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoProcessesTrainAsOneWithTwiceTheBatch()
    {
        const TrainingState one = trained(1, 24), two = trained(2, 12);
        QCOMPARE(one.step, 10);
        QCOMPARE(two.step, 10);
        QVERIFY(one.weights.size() > 10);
        for (const auto& [name, tensor] : one.weights) {
            const double worst = (tensor - two.weights.at(name)).abs().max().item<double>();
            QVERIFY2(worst < 1e-5, qPrintable(QString("%1 differs by %2").arg(name.c_str()).arg(worst)));
        }
        // And the same number of clips in one process without the others is another training.
        const TrainingState alone = trained(1, 12);
        QVERIFY((one.weights.at("audio_head.projection.linear1.weight") -
                 alone.weights.at("audio_head.projection.linear1.weight"))
                    .abs()
                    .max()
                    .item<double>() > 1e-4);
    }

    void theEnvironmentIsReadOrRefused()
    {
        const char* names[] = {"WORLD_SIZE", "RANK", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT"};
        const auto clear = [&] {
            for (const char* name : names)
                qunsetenv(name);
        };
        clear();
        QCOMPARE(processEnvironment().size, 1);
        qputenv("WORLD_SIZE", "4");
        qputenv("RANK", "3");
        qputenv("LOCAL_RANK", "1");
        qputenv("MASTER_PORT", "29500");
        QCOMPARE(processEnvironment().rank, 3);
        QCOMPARE(processEnvironment().localRank, 1);
        QCOMPARE(processEnvironment().masterPort, 29500);
        qputenv("RANK", "4");
        QVERIFY_THROWS_EXCEPTION(Error, processEnvironment());
        qputenv("RANK", "three");
        QVERIFY_THROWS_EXCEPTION(Error, processEnvironment());
        qunsetenv("RANK");
        try {
            processEnvironment();
            QFAIL("a missing rank was taken");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("RANK") && QString(e.what()).contains("torchrun"), e.what());
        }
        clear();
    }

private:
    /// The state after the child's ten steps, trained by so many processes with so many clips each.
    TrainingState trained(int processes, int batch)
    {
        const int port = freePort();
        const QString out = m_folder.filePath(QString("%1x%2.safetensors").arg(processes).arg(batch));
        std::vector<std::unique_ptr<QProcess>> children;
        for (int rank = 0; rank < processes; ++rank) {
            auto child = std::make_unique<QProcess>();
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("WORLD_SIZE", QString::number(processes));
            environment.insert("RANK", QString::number(rank));
            environment.insert("LOCAL_RANK", QString::number(rank));
            environment.insert("MASTER_ADDR", "127.0.0.1");
            environment.insert("MASTER_PORT", QString::number(port));
            child->setProcessEnvironment(environment);
            child->start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/distributed_child", {QString::number(batch), out});
            children.push_back(std::move(child));
        }
        for (const auto& child : children) {
            if (!child->waitForFinished(120000) || child->exitCode() != 0)
                throw std::runtime_error("a process failed: " + child->readAllStandardError().toStdString());
        }
        return loadState(Path(out.toStdString()), "distributed");
    }

    QTemporaryDir m_folder;
};

PROLAP_TEST(TstDistributed)
#include "tst_distributed.moc"
