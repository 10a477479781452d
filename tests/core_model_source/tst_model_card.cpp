#include "core/model/published/model_card.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;

/// Licence and name of a model by what lies around it.
class TstModelCard : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::string licenceOf(std::string_view readme) const
    {
        const Path folder(m_dir.path().toStdString());
        writeFile(folder / "README.md", readme);
        return statedLicence(folder);
    }

private Q_SLOTS:
    void licence()
    {
        QCOMPARE(statedLicence(m_dir.path().toStdString()), std::string());
        QCOMPARE(licenceOf("---\nlicense: apache-2.0\n---\n# A model"), std::string("Apache-2.0"));
        QCOMPARE(licenceOf("---\r\ntags:\r\n- audio\r\nlicense: \"ms-pl\"\r\n---\r\n"), std::string("MS-PL"));
        QCOMPARE(licenceOf("---\nlicense: other (see below)\n---\n"), std::string("LicenseRef-other--see-below-"));
        QCOMPARE(licenceOf("---\nlicense:\n---\n"), std::string());
        QCOMPARE(licenceOf("---\ntags: x\n---\nlicense: mit\n"), std::string());
        QCOMPARE(licenceOf("# A model\nlicense: mit\n"), std::string());
        QCOMPARE(licenceOf(""), std::string());
        QCOMPARE(licenceOf("---\nlicense: " + std::string(5000, 'x')).size(), std::string("LicenseRef-").size() + 64);
    }

    void name()
    {
        QCOMPARE(folderName("/models/mine"), std::string("mine"));
        QCOMPARE(folderName("/models/mine/"), std::string("mine"));
        QCOMPARE(folderName("/models/x/../mine/."), std::string("mine"));
        QCOMPARE(folderName("/c/hub/models--laion--clap-htsat-unfused/snapshots/8fa0f1c"),
                 std::string("laion/clap-htsat-unfused"));
        QCOMPARE(folderName("/c/snapshots/8fa0f1c"), std::string("8fa0f1c"));
        QCOMPARE(folderName(""), std::string());
    }
};

PROLAP_TEST(TstModelCard)
#include "tst_model_card.moc"
