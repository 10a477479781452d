#include "tests/support/test_main.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace prolap::ui;

class TstPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadable()
    {
        QFETCH(bool, dark);
        const Palette& p = paletteOf(dark ? Scheme::Dark : Scheme::Light);
        const std::pair<const char*, QColor> inks[] = {{"text", p.text},   {"dim", p.dim},     {"accent", p.accent},
                                                       {"amber", p.amber}, {"green", p.green}, {"red", p.red}};
        const std::pair<const char*, QColor> grounds[] = {
            {"window", p.window}, {"panel", p.panel}, {"raised", p.raised}};
        for (const auto& [inkName, ink] : inks)
            for (const auto& [groundName, ground] : grounds)
                QVERIFY2(contrast(ink, ground) >= 4.5,
                         qPrintable(QString("%1 on %2: %3").arg(inkName, groundName).arg(contrast(ink, ground))));
        for (const QColor& ink : {p.text, p.dim, p.accent})
            QVERIFY2(contrast(ink, p.selection) >= 4.5, qPrintable(QString::number(contrast(ink, p.selection))));
        QVERIFY(contrast(p.onAccent, p.accent) >= 4.5);
    }

    /// The formula against the two figures that WCAG states itself.
    void contrastIsWcags()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }

    void everyRoleOfTheStyleSheetIsFilledIn()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QString sheet = styleSheet(paletteOf(scheme));
            QVERIFY(sheet.contains(paletteOf(scheme).accent.name()));
            QVERIFY2(!sheet.contains('@'), qPrintable(sheet.mid(sheet.indexOf('@') - 40, 60)));
        }
    }

    void noColourStandsAnywhereElse()
    {
        const QString root = qEnvironmentVariable("PROLAP_SOURCE_DIR");
        const QRegularExpression literal(
            "#[0-9a-fA-F]{6}\\b|0xff[0-9a-fA-F]{6}|Qt::(white|black|gray|red|green|blue)\\b|"
            "QColor\\((\\d|\")");
        int files = 0;
        for (const QString& folder : {root + "/ui", root + "/app/explorer", root + "/resources/style"}) {
            QDirIterator it(folder, {"*.cpp", "*.h", "*.qss"}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                ++files;
                if (file.fileName().endsWith("theme/palette.cpp"))
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                const auto match = literal.match(text);
                QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + ": " + match.captured()));
            }
        }
        QVERIFY(files > 40);
    }

    void aSchemeReachesQtAndIcons()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), paletteOf(Scheme::Dark).window);
        const QImage dark = icon("play").pixmap(16, 16).toImage();
        theme.setChoice(SchemeChoice::Light);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(qApp->palette().color(QPalette::Window), paletteOf(Scheme::Light).window);
        const QImage light = icon("play").pixmap(16, 16).toImage();
        QCOMPARE(QColor(dark.pixel(7, 8)), paletteOf(Scheme::Dark).text);
        QCOMPARE(QColor(light.pixel(7, 8)), paletteOf(Scheme::Light).text);
    }
};

PROLAP_TEST(TstPalette)
#include "tst_palette.moc"
