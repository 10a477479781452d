#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/translations.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

namespace {

/// Texts that ask for a letter, by the letter.
class Letters {
public:
    void add(QString text)
    {
        text.remove(QStringLiteral("&&"));
        const auto at = text.indexOf(QLatin1Char('&'));
        if (at < 0 || at + 1 >= text.size())
            return;
        const QChar letter = text[at + 1].toLower();
        if (m_texts.contains(letter))
            m_clashes << QStringLiteral("%1 / %2").arg(m_texts[letter], text);
        m_texts.insert(letter, text);
    }
    QStringList clashes() const { return m_clashes; }

private:
    QHash<QChar, QString> m_texts;
    QStringList m_clashes;
};

void checkMenu(const QString& where, const QList<QAction*>& actions, QStringList& clashes)
{
    Letters letters;
    for (QAction* action : actions)
        letters.add(action->text());
    for (const QString& clash : letters.clashes())
        clashes << where + QStringLiteral(": ") + clash;
    for (QAction* action : actions)
        if (QMenu* menu = action->menu()) {
            Q_EMIT menu->aboutToShow();
            checkMenu(where + QStringLiteral(" > ") + action->text(), menu->actions(), clashes);
        }
}

} // namespace

/// Alt and a letter does one thing, in every language: in each menu, and of the menus and what is seen on each page.
class TstMnemonics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLetterMeansOneThing_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }

    void eachLetterMeansOneThing()
    {
        QFETCH(const QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        installTranslations(*qApp);
        test::WindowFixture user;
        MainWindow& window = user.open();
        QStringList clashes;
        checkMenu(QStringLiteral("menu bar"), window.menuBar()->actions(), clashes);
        for (const QString& page : window.pageNames()) {
            window.showPage(page);
            Letters letters;
            for (const QAction* menu : window.menuBar()->actions())
                letters.add(menu->text());
            for (const QAbstractButton* button : window.currentPage()->findChildren<QAbstractButton*>())
                if (button->isVisible())
                    letters.add(button->text());
            for (const QLabel* label : window.currentPage()->findChildren<QLabel*>())
                if (label->isVisible() && label->buddy())
                    letters.add(label->text());
            for (const QTabBar* tabs : window.currentPage()->findChildren<QTabBar*>())
                for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab)
                    letters.add(tabs->tabText(tab));
            for (const QString& clash : letters.clashes())
                clashes << page + QStringLiteral(": ") + clash;
        }
        QLocale::setDefault(before);
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QStringLiteral("\n"))));
    }
};

PROLAP_TEST(TstMnemonics)
#include "tst_mnemonics.moc"
