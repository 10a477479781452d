#include "core/error.h"
#include "core/index/half.h"
#include "core/index/matrix.h"
#include "tests/core_index/random_rows.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <functional>
#include <limits>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace prolap;
using namespace prolap::index;

namespace {

ErrorKind kindOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.kind();
    }
    throw std::runtime_error("no error");
}

void verifyRows(const MatrixView& view, const std::vector<NewRow>& rows)
{
    QCOMPARE(view.size(), rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QVERIFY(view.key(row) == rows[row].key);
        QCOMPARE(view.bias(row), rows[row].bias);
        const std::vector<float> stored = view.vector(row);
        for (std::size_t d = 0; d < stored.size(); ++d)
            if (stored[d] != fromHalf(toHalf(rows[row].vector[d])))
                QFAIL("a value is not the one that was appended");
    }
}

} // namespace

class TstMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath("a.matrix").toStdString();
    }

    void rowsComeBackFromTheFile()
    {
        const test::RandomRows made(1000, 40, 1);
        {
            Matrix matrix = Matrix::create(m_path, 40, "library A");
            matrix.append(std::span(made.rows).first(10), 5);
            QVERIFY(!QFile::exists(QString::fromStdString(m_path.native())));
            matrix.publish();
            matrix.append(std::span(made.rows).subspan(10), 6);
        }
        const Matrix matrix = Matrix::open(m_path, 40, "library A", Matrix::Access::Read);
        QCOMPARE(matrix.marker(), std::int64_t(6));
        verifyRows(matrix.view(), made.rows);
        QCOMPARE(m_dir->isValid() ? QDir(m_dir->path()).entryList(QDir::Files).size() : 0, 1);
    }

    void growsOverManyBlocks()
    {
        const std::size_t dim = 2048; // 2048 rows a block
        const test::RandomRows made(5000, dim, 2);
        Matrix matrix = Matrix::inMemory(dim);
        std::vector<MatrixView> views;
        for (std::size_t at = 0; at < made.rows.size(); at += 1000) {
            matrix.append(std::span(made.rows).subspan(at, 1000), 1);
            views.push_back(matrix.view());
        }
        QCOMPARE(matrix.view().blockCount(), std::size_t(3));
        verifyRows(matrix.view(), made.rows);
        // An older view still is what it was.
        QCOMPARE(views[0].size(), std::size_t(1000));
        QVERIFY(views[0].key(999) == made.rows[999].key);
    }

    void viewsOutliveTheMatrix()
    {
        const test::RandomRows made(100, 8, 3);
        std::optional<MatrixView> view;
        {
            Matrix matrix = Matrix::inMemory(8);
            matrix.append(made.rows, 1);
            view = matrix.view();
        }
        verifyRows(*view, made.rows);
    }

    void refusesWhatIsNotANumber()
    {
        Matrix matrix = Matrix::inMemory(4);
        const std::vector<float> good = {0.5F, 0.5F, 0.5F, 0.5F};
        for (const float wrong : {std::nanf(""), std::numeric_limits<float>::infinity(), 1e6F}) {
            const std::vector<float> bad = {0.5F, wrong, 0.5F, 0.5F};
            const std::vector<NewRow> rows = {{{WindowId{1}, ClipId{1}, 0, 1}, good, 0},
                                              {{WindowId{77}, ClipId{1}, 1, 2}, bad, 0}};
            try {
                matrix.append(rows, 1);
                QFAIL("a row with such a value must be refused");
            } catch (const Error& error) {
                QVERIFY(error.kind() == ErrorKind::BadInput);
                QVERIFY(std::string(error.what()).find("77") != std::string::npos);
            }
        }
        const std::vector<NewRow> badBias = {{{WindowId{1}, ClipId{1}, 0, 1}, good, std::nanf("")}};
        QVERIFY(kindOf([&] { matrix.append(badBias, 1); }) == ErrorKind::BadInput);
        const std::vector<NewRow> badSize = {{{WindowId{1}, ClipId{1}, 0, 1}, std::span(good).first(3), 0}};
        QVERIFY(kindOf([&] { matrix.append(badSize, 1); }) == ErrorKind::BadInput);
        QCOMPARE(matrix.size(), std::size_t(0)); // all or none
        QVERIFY(kindOf([] { Matrix::inMemory(0); }) == ErrorKind::BadInput);
    }

    void refusesAnotherLibraryOrSize()
    {
        makeFile();
        using Access = Matrix::Access;
        QVERIFY(kindOf([&] { Matrix::open(m_path, 40, "B", Access::Read); }) == ErrorKind::Incompatible);
        QVERIFY(kindOf([&] { Matrix::open(m_path, 41, "A", Access::Read); }) == ErrorKind::Incompatible);
        QVERIFY(kindOf([&] { Matrix::open(m_path / "none", 40, "A", Access::Read); }) == ErrorKind::NotFound);
        QVERIFY(kindOf([&] { Matrix::open(m_dir->filePath("none").toStdString(), 40, "A", Access::Read); }) ==
                ErrorKind::NotFound);
    }

    void refusesForeignAndTruncatedFiles()
    {
        const std::vector<QByteArray> wrong = {"", "a text", QByteArray(100000, 'x')};
        for (const QByteArray& bytes : wrong) {
            QFile file(QString::fromStdString(m_path.native()));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bytes);
            file.close();
            QVERIFY(opensAs() == ErrorKind::Corrupt);
        }
        makeFile();
        QVERIFY(QFile::resize(QString::fromStdString(m_path.native()), 100000));
        QVERIFY(opensAs() == ErrorKind::Corrupt);
    }

    void noticesDamageAnywhereInARow()
    {
        makeFile();
        const BlockLayout layout(40);
        const std::size_t row = 50;
        const std::vector<std::size_t> places = {
            layout.keys + row * sizeof(RowKey) + 3,
            layout.bounds + row * sizeof(RowCode) + 13,
            layout.checksums + row * 8,
            layout.codes + row * layout.stride + 39,
            layout.halves + row * layout.stride * 2 + 1,
        };
        for (const std::size_t place : places) {
            makeFile();
            flipByte(4096 + place);
            QVERIFY2(opensAs() == ErrorKind::Corrupt, qPrintable(QString::number(place)));
        }
        makeFile();
        flipByte(20); // the header's dimension
        QVERIFY(opensAs() == ErrorKind::Corrupt);
    }

    void aTornCommitFallsBackToTheOneBefore()
    {
        const test::RandomRows made(30, 40, 1);
        {
            Matrix matrix = Matrix::create(m_path, 40, "A");    // commit 1 in the second place
            matrix.append(std::span(made.rows).first(10), 7);   // 2 in the first
            matrix.append(std::span(made.rows).subspan(10), 8); // 3 in the second
            matrix.publish();
        }
        flipByte(56 + 32 + 8); // the number of rows of the second
        const Matrix matrix = Matrix::open(m_path, 40, "A", Matrix::Access::Read);
        QCOMPARE(matrix.marker(), std::int64_t(7));
        verifyRows(matrix.view(), {made.rows.begin(), made.rows.begin() + 10});
    }

    void oneProcessAppendsAtATime()
    {
        makeFile();
        const Matrix writer = Matrix::open(m_path, 40, "A", Matrix::Access::Append);
        QVERIFY(kindOf([&] { Matrix::open(m_path, 40, "A", Matrix::Access::Append); }) == ErrorKind::Busy);
        Matrix::open(m_path, 40, "A", Matrix::Access::Read);
    }

    void anUnpublishedFileLeavesNothing()
    {
        {
            Matrix matrix = Matrix::create(m_path, 40, "A");
        }
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
        QVERIFY(kindOf([&] { Matrix::create(m_path / "under" / "a.matrix", 40, "A"); }) == ErrorKind::NotFound);
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
        const test::RandomRows made(400, 40, 1);
        makeFile();
        // A limit on the size of files stands for the full disk.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before;
        ::getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 4096 + 2000;
        {
            Matrix matrix = Matrix::open(m_path, 40, "A", Matrix::Access::Append);
            ::setrlimit(RLIMIT_FSIZE, &small);
            const ErrorKind kind = kindOf([&] { matrix.append(made.rows, 9); });
            ::setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(kind == ErrorKind::DiskFull);
            QCOMPARE(matrix.size(), std::size_t(100));
        }
        const Matrix matrix = Matrix::open(m_path, 40, "A", Matrix::Access::Read);
        QCOMPARE(matrix.size(), std::size_t(100));
    }

private:
    void makeFile() const
    {
        const test::RandomRows made(100, 40, 1);
        Matrix matrix = Matrix::create(m_path, 40, "A");
        matrix.append(made.rows, 1);
        matrix.publish();
    }

    ErrorKind opensAs() const
    {
        return kindOf([&] { Matrix::open(m_path, 40, "A", Matrix::Access::Read); });
    }

    void flipByte(std::size_t offset) const
    {
        QFile file(QString::fromStdString(m_path.native()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(static_cast<qint64>(offset));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        file.seek(static_cast<qint64>(offset));
        file.putChar(static_cast<char>(byte ^ 0x10));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_path;
};

PROLAP_TEST(TstMatrix)
#include "tst_matrix.moc"
