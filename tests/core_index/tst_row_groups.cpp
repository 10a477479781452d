#include "core/index/row_groups.h"
#include "tests/core_index/random_rows.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::index;

class TstRowGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsWithTheMatrix()
    {
        const test::RandomRows made(10, 4, 1, 4); // clips 1 1 1 1 2 2 2 2 3 3
        Matrix matrix = Matrix::inMemory(4);
        RowGroups groups;
        groups.extend(matrix.view());
        QCOMPARE(groups.groupCount(), std::size_t(0));
        matrix.append(std::span(made.rows).first(6), 1);
        groups.extend(matrix.view());
        QCOMPARE(groups.groupCount(), std::size_t(2));
        matrix.append(std::span(made.rows).subspan(6), 2);
        matrix.append(std::span(made.rows).first(1), 3); // clip 1 once more, at the end
        groups.extend(matrix.view());
        QCOMPARE(groups.rowCount(), std::size_t(11));
        QCOMPARE(groups.groupCount(), std::size_t(3));
        QCOMPARE(groups.groupOfRow(10), groups.groupOfRow(0));
        QCOMPARE(groups.clip(groups.groupOfRow(9)).value, std::int64_t(3));
        QCOMPARE(*groups.groupOf(ClipId{2}), groups.groupOfRow(5));
        QVERIFY(!groups.groupOf(ClipId{4}));
    }
};

PROLAP_TEST(TstRowGroups)
#include "tst_row_groups.moc"
