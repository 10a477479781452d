#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended {
    int exitCode;
    QByteArray out, err;
};

Ended bash(const QStringList& arguments, const QStringList& environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start("bash", arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// The set-up scripts, as far as they can be tried without installing anything: a copy of them in a path with spaces.
class TstScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_dir.filePath("My Sounds/ProLAP Explorer/packaging")));
        m_packaging = m_dir.filePath("My Sounds/ProLAP Explorer/packaging");
        const QDir source(qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/packaging");
        for (const QString& file : source.entryList(QDir::Files))
            QVERIFY(QFile::copy(source.filePath(file), m_packaging + "/" + file));
    }

    void theyAreWellFormed()
    {
        for (const char* script : {"run.sh", "test.sh", "setup.sh"}) {
            const Ended ended = bash({"-n", m_packaging + "/" + script});
            QVERIFY2(ended.exitCode == 0, ended.err);
        }
    }

    void runSaysWhatItWouldDo()
    {
        QVERIFY(QDir().mkpath(m_dir.filePath("My Sounds/Rain & wind")));
        const Ended ended = bash({m_packaging + "/run.sh", "--dry-run", m_dir.filePath("My Sounds/Rain & wind")}, kDry);
        QVERIFY2(ended.exitCode == 0, ended.err);
        QVERIFY2(ended.out.contains("requirements-run.txt"), ended.out);
        QVERIFY2(ended.out.contains("Would build release: prolap prolap-explorer"), ended.out);
        QVERIFY2(ended.out.contains("library.db with " + m_dir.filePath("My Sounds/Rain & wind").toUtf8()), ended.out);
        QVERIFY2(!QFile::exists(m_packaging + "/../build"), "a dry run changes nothing");
        QVERIFY(bash({m_packaging + "/run.sh", "--dry-run"}, kDry).out.contains("demo.db"));
    }

    void wrongArgumentsAreASentence()
    {
        const Ended folder = bash({m_packaging + "/run.sh", m_dir.filePath("nowhere")}, kDry);
        QVERIFY2(folder.exitCode == 1 && folder.err.contains("nowhere is not a folder"), folder.err);
        const Ended option = bash({m_packaging + "/run.sh", "--fast"}, kDry);
        QVERIFY2(option.exitCode == 1 && option.err.contains("unknown option --fast"), option.err);
        const Ended test = bash({m_packaging + "/test.sh", "core"}, kDry);
        QVERIFY2(test.exitCode == 1 && test.err.contains("takes no arguments"), test.err);
        const Ended help = bash({m_packaging + "/run.sh", "--help"}, kDry);
        QVERIFY2(help.exitCode == 0 && help.out.contains("packaging/run.sh DIR..."), help.out);
    }

    void ciCallsTheTests()
    {
        QFile file(qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/.ci/run");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("bash packaging/test.sh"));
    }

private:
    const QStringList kDry{"PROLAP_PACKAGES=skip", "PROLAP_VENV=", "PROLAP_DRY_RUN="};
    QTemporaryDir m_dir;
    QString m_packaging;
};

PROLAP_TEST(TstScripts)
#include "tst_scripts.moc"
