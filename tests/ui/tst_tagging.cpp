#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include "core/library/library_view.h"
#include "core/library/organise/organiser.h"
#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/empty_state.h"
#include "ui/tagging/suggestion_list.h"
#include "ui/tagging/tagging_page.h"

using namespace prolap;
using namespace prolap::test;
using namespace prolap::ui;

/// A user goes through the clips without a name by the keyboard.
class TstTagging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_user = std::make_unique<WindowFixture>();
        m_sounds = m_user->encodedSounds(6);
    }

    void cleanupTestCase() { m_user.reset(); }

    void clipsComeByUncertaintyAndTakeNames()
    {
        TaggingPage* page = open();
        TaggingQueue* queue = page->queue();
        QTRY_COMPARE_WITH_TIMEOUT(queue->size(), std::size_t(6), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(queue->current() && !queue->current()->suggestions.empty(), 30000);
        QVERIFY(page->progressText().contains("1 of 6"));
        QCOMPARE(page->suggestions()->suggestions().size(), std::size_t(SuggestionList::kCount));
        float last = 1e30F;
        std::vector<ClipId> order;
        for (std::size_t i = 0; i < 6; ++i) {
            QTRY_VERIFY(queue->current());
            QVERIFY(queue->current()->uncertainty <= last); // the most uncertain first
            last = queue->current()->uncertainty;
            order.push_back(queue->currentId());
            press(page, Qt::Key_Right);
        }
        QCOMPARE(queue->position(), std::size_t(6));
        QVERIFY(page->emptyState()->isVisible());
        for (int i = 0; i < 6; ++i)
            queue->back();
        QTRY_VERIFY(queue->current());

        // By number, by Enter, and typed.
        const std::string second = queue->current()->suggestions[1].text;
        press(page, Qt::Key_2);
        QTRY_COMPARE(tagsOf(order[0]), std::vector<std::string>{second});
        QTRY_VERIFY(queue->current());
        const std::string first = queue->current()->suggestions[0].text;
        press(page, Qt::Key_Return);
        QTRY_COMPARE(tagsOf(order[1]), std::vector<std::string>{first});
        QTRY_VERIFY(queue->current());
        page->field()->setFocus();
        QTest::keyClicks(page->field(), "roof 12, rain");
        QTest::keyClick(page->field(), Qt::Key_Return);
        QTRY_COMPARE(tagsOf(order[2]), (std::vector<std::string>{"rain", "roof 12"}));
        QCOMPARE(queue->answered(), std::size_t(3));

        // Taken back, one after the other, and its clip is there again.
        QTRY_VERIFY(queue->current());
        press(page, Qt::Key_Backspace);
        QTRY_COMPARE(tagsOf(order[2]), std::vector<std::string>());
        QTRY_COMPARE(queue->currentId().value, order[2].value);
        QCOMPARE(queue->answered(), std::size_t(2));
    }

    void aCaptionKeepsTheOthersOfItsLevel()
    {
        TaggingPage* page = open();
        TaggingQueue* queue = page->queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue->current(), 20000);
        page->writes()->setCurrentIndex(1);
        const ClipId clip = queue->currentId();
        page->field()->setFocus();
        QTest::keyClicks(page->field(), "a dull thud, far away");
        QTest::keyClick(page->field(), Qt::Key_Return);
        QTRY_VERIFY(captionsOf(clip) == std::vector<std::string>{"a dull thud, far away"});
        QVERIFY(tagsOf(clip).empty());
    }

    void skippedClipsComeLastAfterARestart()
    {
        TaggingPage* page = open();
        TaggingQueue* queue = page->queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue->size() > 2 && queue->current(), 20000);
        const ClipId skipped = queue->currentId();
        press(page, Qt::Key_S);
        QTRY_VERIFY(queue->current());
        const ClipId next = queue->currentId();
        QSettings settings;
        page->save(settings);
        settings.sync();
        page = open(/*forget=*/false);
        QTRY_VERIFY_WITH_TIMEOUT(page->queue()->current(), 20000);
        QCOMPARE(page->queue()->currentId().value, next.value);
        for (std::size_t i = 0; i + 1 < page->queue()->size(); ++i)
            page->queue()->next(true);
        QCOMPARE(page->queue()->currentId().value, skipped.value);
    }

    void theWindowMayGoWhileThePageIsInFront()
    {
        Theme theme;
        auto window = std::make_unique<MainWindow>(WindowFixture::bands(), &theme, false);
        window->show();
        QVERIFY(window->showPage("tag"));
        QVERIFY(window->tagging()->isVisible());
        window.reset(); // as when the program ends: nobody has closed it
    }

private:
    TaggingPage* open(bool forget = true)
    {
        m_user->close();
        if (forget)
            QSettings().clear();
        MainWindow& window = m_user->open();
        if (!forget)
            window.tagging()->restore(QSettings());
        window.addFolders({m_sounds});
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!window.session()->indexing() && window.session()->summary().totals.embedded == 6,
                                     30000);
        }();
        if (!window.showPage("tag"))
            qFatal("no page");
        return window.tagging();
    }

    /// As its user does: wherever the page has put the focus.
    static void press(TaggingPage* page, Qt::Key key)
    {
        QTRY_VERIFY(QApplication::focusWidget() && page->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), key);
    }

    std::vector<std::string> tagsOf(ClipId clip)
    {
        library::Organiser organiser(m_user->window().session()->catalogue());
        const auto labels = organiser.labels(clip);
        return labels ? labels->tags : std::vector<std::string>();
    }

    std::vector<std::string> captionsOf(ClipId clip)
    {
        library::Organiser organiser(m_user->window().session()->catalogue());
        std::vector<std::string> texts;
        if (const auto labels = organiser.labels(clip)) {
            for (const auto& caption : labels->captions)
                texts.push_back(caption.text);
        }
        return texts;
    }

    std::unique_ptr<WindowFixture> m_user;
    Path m_sounds;
};

PROLAP_TEST(TstTagging)
#include "tst_tagging.moc"
