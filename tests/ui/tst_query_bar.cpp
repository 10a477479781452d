#include "tests/core_library/band_embedder.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/query/error_marks.h"
#include "ui/explore/query/filter_chips.h"
#include "ui/explore/query/filter_panel.h"
#include "ui/explore/query/generality_slider.h"
#include "ui/explore/query/legend_popup.h"
#include "ui/explore/query/query_bar.h"
#include "ui/explore/query/query_completer.h"
#include "ui/explore/query/query_sounds.h"
#include "ui/explore/query/record_dialog.h"
#include "ui/explore/result_table.h"
#include "ui/lists/result_model.h"
#include "ui/player/player_bar.h"
#include "ui/player/sound_axis.h"
#include "ui/player/waveform_view.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// The query bar as a person uses it, over a real catalogue of real files.
class TstQueryBar : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    QueryBar& bar() { return *page().query(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return page().settled(); }, 60000);
    }
    /// Four short ones in mono wav and two long ones in stereo.
    void indexSounds()
    {
        const Path folder = m_user->path("sounds") / "Foley";
        std::filesystem::create_directories(folder / "long ones");
        for (int i = 0; i < 4; ++i)
            test::writeWav(folder / ("rain " + std::to_string(i) + ".wav"), test::noise(i, 0.8, 44100), 44100);
        for (int i = 0; i < 2; ++i) {
            const Path wav = folder / "long ones" / ("drum " + std::to_string(i) + ".wav");
            test::writeWav(wav, test::tone(150.0 * (i + 1), 3, 44100), 44100);
            test::encode(wav, Path(wav).replace_extension(".flac"));
            std::filesystem::remove(wav);
        }
        m_user->open();
        m_user->window().addFolders({m_user->path("sounds")});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 6);
        QVERIFY(settled());
        QTRY_COMPARE(bar().panel()->formats()->count(), 2); // what there is to complete is known
    }
    void type(const QString& text)
    {
        page().caption()->clear();
        QTest::keyClicks(page().caption(), text);
        QVERIFY(settled());
    }
    QStringList chipTexts()
    {
        QStringList texts;
        for (const QToolButton* chip : bar().chips()->chips())
            texts << chip->text();
        return texts;
    }

private Q_SLOTS:
    void init() { m_user = std::make_unique<WindowFixture>(); }
    void cleanup() { m_user.reset(); }

    void typedFiltersNarrowTheListAndAreChips()
    {
        indexSounds();
        type("dur:<2s");
        QCOMPARE(page().results()->rowCount(), 4);
        QVERIFY(!page().results()->ranked()); // a filter alone browses
        type("rain dur:>2s");
        QCOMPARE(page().results()->rowCount(), 2);
        QVERIFY(page().results()->ranked());
        QCOMPARE(chipTexts(), QStringList{"Duration > 2 s"});
        // A chip is taken away by the keyboard, and the text follows.
        m_user->window().activateWindow();
        QTRY_VERIFY(m_user->window().isActiveWindow());
        bar().chips()->chips().front()->setFocus();
        QTest::keyClick(bar().chips()->chips().front(), Qt::Key_Delete);
        QCOMPARE(page().caption()->text(), QString("rain"));
        QVERIFY(bar().chips()->isHidden());
        QTRY_COMPARE(QApplication::focusWidget(), page().caption());
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount(), 6);
        type("in:\"long ones\" -drum \"drum 1\"");
        QCOMPARE(chipTexts(), (QStringList{"In folder long ones", "− drum", "Says \"drum 1\""}));
        QCOMPARE(page().results()->rowCount(), 1);
        QTest::mouseClick(bar().chips()->chips().at(2), Qt::LeftButton);
        QCOMPARE(page().caption()->text(), QString("in:\"long ones\" -drum"));
    }

    void nothingPassesTheFilters()
    {
        indexSounds();
        type("rain ch:6");
        QVERIFY(page().emptyState()->isVisible());
        QCOMPARE(page().emptyState()->button()->text(), QString("Clear all filters"));
        page().emptyState()->button()->click();
        QCOMPARE(page().caption()->text(), QString("rain"));
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount(), 6);
    }

    void anErrorIsUnderlinedAndExplained()
    {
        indexSounds();
        type("rain dur:abc");
        QCOMPARE(page().results()->rowCount(), 6); // the rest counts
        QTRY_VERIFY(bar().errorLabel()->isVisible());
        QCOMPARE(bar().errorLabel()->text(), QString("dur: expects a time such as <2s; found 'abc' at character 10"));
        QCOMPARE(bar().errorMarks()->marks(), (QList<std::pair<int, int>>{{9, 3}}));
        QCOMPARE(page().caption()->text(), QString("rain dur:abc")); // marking changes nothing
        QVERIFY(bar().chips()->chips().front()->property("chip") == "wrong");
        // The tooltip at the place says the same.
        page().caption()->setCursorPosition(10);
        const QPoint at = page().caption()->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QHelpEvent help(QEvent::ToolTip, at, page().caption()->mapToGlobal(at));
        QApplication::sendEvent(page().caption(), &help);
        QCOMPARE(QToolTip::text(), bar().errorLabel()->text());
        // It goes as soon as it is right.
        page().caption()->setText("rain dur:<2s");
        QVERIFY(bar().errorLabel()->isHidden());
        QVERIFY(bar().errorMarks()->marks().isEmpty());
    }

    void thePanelAndTheTextAreInStep()
    {
        indexSounds();
        type("rain");
        bar().actions().filters->trigger();
        FilterPanel& panel = *bar().panel();
        QVERIFY(panel.isVisible());
        const auto choose = [&](library::QueryField field, const QString& shown) {
            QComboBox* box = panel.choice(field);
            const int index = box->findText(shown);
            QVERIFY2(index >= 0, qPrintable(shown));
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index); // as a person's choice does
        };
        choose(library::QueryField::Channels, "mono");
        QCOMPARE(page().caption()->text(), QString("rain ch:1"));
        panel.longest()->setValue(2);
        QCOMPARE(page().caption()->text(), QString("rain ch:1 dur:<=2s"));
        panel.shortest()->setValue(0.5);
        QCOMPARE(page().caption()->text(), QString("rain ch:1 dur:500ms..2s"));
        choose(library::QueryField::Channels, "any");
        choose(library::QueryField::Rating, "★★★ or more");
        choose(library::QueryField::Favourite, "favourites only");
        QCOMPARE(page().caption()->text(), QString("rain dur:500ms..2s rating:>=3 fav:"));
        choose(library::QueryField::Folder, "Foley/long ones");
        QVERIFY(page().caption()->text().endsWith("in:\"Foley/long ones\""));
        QListWidgetItem* flac = panel.formats()->findItems("flac", Qt::MatchExactly).value(0);
        QVERIFY(flac);
        flac->setCheckState(Qt::Checked);
        QVERIFY(page().caption()->text().endsWith("fmt:flac"));
        // The other way.
        page().caption()->setText("sr:<22k fmt:wav dur:<9s added:7d");
        QCOMPARE(panel.choice(library::QueryField::SampleRate)->currentText(), QString("sr:<22k")); // as typed
        QCOMPARE(panel.choice(library::QueryField::Added)->currentText(), QString("in the last 7 days"));
        QCOMPARE(panel.choice(library::QueryField::Folder)->currentText(), QString("any"));
        QCOMPARE(panel.longest()->value(), 9.0);
        QCOMPARE(panel.shortest()->value(), 0.0);
        QCOMPARE(panel.formats()->findItems("flac", Qt::MatchExactly).front()->checkState(), Qt::Unchecked);
        QCOMPARE(panel.formats()->findItems("wav", Qt::MatchExactly).front()->checkState(), Qt::Checked);
        page().caption()->setText("wind -rain sr:<22k tag:x");
        QVERIFY(panel.clearButton()->isEnabled());
        panel.clearButton()->click();
        QCOMPARE(page().caption()->text(), QString("wind -rain"));
        QVERIFY(!panel.clearButton()->isEnabled());
        QTest::keyClick(&panel, Qt::Key_Escape);
        QVERIFY(!panel.isVisible());
    }

    void valuesAndOperatorsAreCompleted()
    {
        indexSounds();
        m_user->window().activateWindow();
        page().caption()->setFocus();
        QTest::keyClicks(page().caption(), "rain fmt:");
        QTRY_VERIFY(bar().completer()->popup()->isVisible());
        QStringList offered;
        for (const auto& each : bar().completer()->offers(false))
            offered << each.shown;
        QCOMPARE(offered, (QStringList{"wav", "flac"})); // the more frequent first
        QTest::keyClicks(bar().completer()->popup(), "f");
        QCOMPARE(page().caption()->text(), QString("rain fmt:f"));
        QTRY_COMPARE(bar().completer()->popup()->model()->rowCount(), 1);
        QTest::keyClick(bar().completer()->popup(), Qt::Key_Tab);
        QCOMPARE(page().caption()->text(), QString("rain fmt:flac "));
        QVERIFY(!bar().completer()->popup()->isVisible());
        // Values with spaces come in quotes; a part of the name is enough.
        QTest::keyClicks(page().caption(), "in:ones");
        QTRY_VERIFY(bar().completer()->popup()->isVisible());
        QTest::keyClick(bar().completer()->popup(), Qt::Key_Return);
        QCOMPARE(page().caption()->text(), QString("rain fmt:flac in:\"Foley/long ones\" "));
        // Operators on demand.
        QTest::keyClicks(page().caption(), "d");
        QVERIFY(!bar().completer()->popup()->isVisible());
        QTest::keyClick(page().caption(), Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(bar().completer()->popup()->isVisible());
        QTest::keyClick(bar().completer()->popup(), Qt::Key_Return);
        QVERIFY(page().caption()->text().endsWith(" dur:"));
        QTRY_VERIFY(bar().completer()->popup()->isVisible()); // and its values
        QTest::keyClick(bar().completer()->popup(), Qt::Key_Escape);
        QVERIFY(!bar().completer()->popup()->isVisible());
    }

    void theSliderOrdersTheList()
    {
        const Path folder = m_user->path("sounds");
        std::filesystem::create_directories(folder);
        for (int i = 0; i < 6; ++i) { // louder is more specific to this model
            auto samples = test::tone(200, 0.8, 44100);
            for (float& sample : samples)
                sample *= 0.2F + 0.15F * static_cast<float>(i);
            test::writeWav(folder / ("s" + std::to_string(i) + ".wav"), samples, 44100);
        }
        m_user->open();
        m_user->window().addFolders({folder});
        QVERIFY(settled());
        type("low");
        const auto firstAndLast = [&] {
            return std::pair(*page().results()->hitAt(0)->uncertainty, *page().results()->hitAt(5)->uncertainty);
        };
        bar().generalitySlider()->setFocus();
        QTest::keyClick(bar().generalitySlider()->slider(), Qt::Key_End);
        QVERIFY(settled());
        QVERIFY(firstAndLast().first > firstAndLast().second);
        QTest::keyClick(bar().generalitySlider()->slider(), Qt::Key_Home);
        QVERIFY(settled());
        QVERIFY(firstAndLast().first < firstAndLast().second);
        QTest::mouseDClick(bar().generalitySlider()->slider(), Qt::LeftButton);
        QCOMPARE(bar().generality(), 0.0);
    }

    void containsAndPartOfFromAClipAndFromWords()
    {
        indexSounds();
        QSignalSpy listed(m_user->window().session(), &LibrarySession::listed);
        const auto last = [&] { return listed.back()[0].value<ListAnswer>().request; };
        page().table()->setFocus();
        page().table()->selectRow(1);
        const QString name = page().results()->index(1, ResultModel::NameColumn).data().toString();
        QTest::keyClick(page().table(), Qt::Key_U, Qt::ShiftModifier);
        QVERIFY(settled());
        QVERIFY(last().relation == library::Relation::Contains && last().like);
        QCOMPARE(bar().relationButton()->text(), QString("Contains"));
        QCOMPARE(bar().soundButton()->text(), name);
        QVERIFY2(page().summaryText().contains(name), qPrintable(page().summaryText()));
        QVERIFY(!bar().generalitySlider()->slider()->isEnabled());
        QTest::keyClick(page().table(), Qt::Key_D, Qt::ShiftModifier);
        QVERIFY(settled());
        QVERIFY(last().relation == library::Relation::PartOf);
        bar().soundButton()->click();
        QVERIFY(settled());
        QVERIFY(bar().soundButton()->isHidden() && bar().generalitySlider()->slider()->isEnabled());
        type("low");
        bar().setRelation(library::Relation::PartOf);
        QVERIFY(settled());
        QVERIFY(last().relation == library::Relation::PartOf && !last().like);
        QVERIFY(page().results()->ranked());
        for (int row = 0; row < static_cast<int>(page().results()->rows().credibleHits); ++row)
            QVERIFY(*page().results()->hitAt(row)->inclusion > 0);
    }

    void aModelWithoutUncertaintySaysSo()
    {
        m_user = std::make_unique<WindowFixture>([](const ModelChoice&) {
            auto bands = std::make_unique<test::BandEmbedder>("plain");
            bands->editInfo().probabilistic = false;
            return bands;
        });
        m_user->open();
        QVERIFY(!bar().generalitySlider()->slider()->isEnabled());
        QVERIFY(bar().generalitySlider()->slider()->toolTip().contains("no uncertainty in this model"));
        QVERIFY(bar().relationButton()->toolTip().contains("no uncertainty in this model"));
        QVERIFY(!bar().relationButton()->menu()->actions().at(1)->isEnabled());
        bar().actions().legend->trigger();
        QVERIFY(bar().legend()->isVisible());
        bool said = false;
        for (const QLabel* label : bar().legend()->findChildren<QLabel*>())
            said = said || label->text().contains("no uncertainty in this model");
        QVERIFY(said);
        QTest::keyClick(bar().legend(), Qt::Key_Escape);
        QVERIFY(!bar().legend()->isVisible());
    }

    void aSoundAndWords()
    {
        indexSounds();
        QSignalSpy listed(m_user->window().session(), &LibrarySession::listed);
        const auto last = [&] { return listed.back()[0].value<ListAnswer>().request; };
        type("rain");
        page().table()->setFocus();
        page().table()->selectRow(0);
        QTest::keyClick(page().table(), Qt::Key_S);
        QVERIFY(settled());
        QCOMPARE(last().captionWeight, 0.0); // the words that found it are not the words that bend it
        QVERIFY(bar().weightSlider()->isVisible());
        page().caption()->setFocus();
        QTest::keyClicks(page().caption(), " low");
        QVERIFY(settled());
        QCOMPARE(last().captionWeight, 0.5);
        QVERIFY(last().like);
        QTest::keyClick(bar().weightSlider(), Qt::Key_End);
        QVERIFY(settled());
        QCOMPARE(last().captionWeight, 1.0);
        QTest::keyClick(page().caption(), Qt::Key_Escape); // forgets the sound first
        QVERIFY(settled());
        QVERIFY(!last().like);
        QVERIFY(!bar().weightSlider()->isVisible());
    }

    void aMarkedRegionIsAQuery()
    {
        indexSounds();
        QSignalSpy listed(m_user->window().session(), &LibrarySession::listed);
        page().table()->setFocus();
        page().table()->selectRow(0);
        QTRY_VERIFY(!page().results()->pathAt(0).empty());
        const Path file = page().results()->pathAt(0);
        QAction* region = page().querySounds()->region;
        QVERIFY(!region->isEnabled());
        QTRY_VERIFY(page().playerBar()->axis()->duration() > 0);
        page().playerBar()->axis()->setRegion(std::pair(0.1, 0.5));
        QTRY_VERIFY(region->isEnabled());
        QTest::keyClick(page().table(), Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(settled());
        const auto sound = listed.back()[0].value<ListAnswer>().request.sound;
        QVERIFY(sound && sound->file == file);
        QCOMPARE(sound->start, 0.1);
        QCOMPARE(*sound->end, 0.5);
        QVERIFY(page().results()->ranked());
    }

    void earlierQueriesComeBack()
    {
        indexSounds();
        for (const char* text : {"rain", "drum dur:>2s", "rain"}) {
            type(text);
            QTest::keyClick(page().caption(), Qt::Key_Return);
            page().caption()->setFocus();
        }
        QCOMPARE(bar().history()->recent(), (QStringList{"rain", "drum dur:>2s"}));
        type("half typ");
        QTest::keyClick(page().caption(), Qt::Key_Up);
        QCOMPARE(page().caption()->text(), QString("rain"));
        QTest::keyClick(page().caption(), Qt::Key_Up);
        QCOMPARE(page().caption()->text(), QString("drum dur:>2s"));
        QTest::keyClick(page().caption(), Qt::Key_Up); // there is none older
        QCOMPARE(page().caption()->text(), QString("drum dur:>2s"));
        QTest::keyClick(page().caption(), Qt::Key_Down);
        QTest::keyClick(page().caption(), Qt::Key_Down);
        QCOMPARE(page().caption()->text(), QString("half typ"));
        // They survive the window.
        m_user->close();
        m_user->open();
        QCOMPARE(bar().history()->recent(), (QStringList{"rain", "drum dur:>2s"}));
    }

    void withoutAMicrophoneTheDialogSaysSo()
    {
        m_user->open();
        RecordDialog dialog(m_user->path("."));
        dialog.show();
        if (dialog.devices()->count() > 0)
            QSKIP("this machine has a microphone");
        QVERIFY(dialog.message().contains("There is no microphone"));
        QVERIFY(!dialog.recordButton()->isEnabled() && !dialog.useButton()->isEnabled());
    }
};

PROLAP_TEST(TstQueryBar)
#include "tst_query_bar.moc"
