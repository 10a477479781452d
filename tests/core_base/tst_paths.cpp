#include "core/paths.h"
#include "tests/support/test_main.h"

#include <QTest>

class TstPaths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsValidText() { QCOMPARE(prolap::validUtf8("Glöckchen 鐘 🔔\n"), std::string("Glöckchen 鐘 🔔\n")); }

    void replacesInvalidBytes()
    {
        QCOMPARE(prolap::displayText(prolap::Path("a\xFF"
                                                  "b\xC3")),
                 std::string("a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD"));
    }

    void dataDirFollowsTheDesktopStandard()
    {
        qputenv("XDG_DATA_HOME", "/somewhere/data");
        QCOMPARE(prolap::userDataDir(), prolap::Path("/somewhere/data/prolap-explorer"));
        qputenv("XDG_DATA_HOME", "relative");
        qputenv("HOME", "/home/ada");
        QCOMPARE(prolap::userDataDir(), prolap::Path("/home/ada/.local/share/prolap-explorer"));
    }
};

PROLAP_TEST(TstPaths)
#include "tst_paths.moc"
