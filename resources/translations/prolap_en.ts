<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>prolap::ui::DataChoice</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::DetailsDialog</name>
    <message numerus="yes">
        <source>Captions and note of %n clip(s)</source>
        <translation>
            <numerusform>Captions and note of %n clip</numerusform>
            <numerusform>Captions and note of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::DuplicatesDialog</name>
    <message numerus="yes">
        <source>Move the files of %n clip(s) to the trash?</source>
        <translation>
            <numerusform>Move the file of %n clip to the trash?</numerusform>
            <numerusform>Move the files of %n clips to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n identical clip(s)</source>
        <translation>
            <numerusform>%n identical clip</numerusform>
            <numerusform>%n identical clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) that sound alike</source>
        <translation>
            <numerusform>%n clip that sounds alike</numerusform>
            <numerusform>%n clips that sound alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExploreMap</name>
    <message numerus="yes">
        <source>%n clip(s) from the map</source>
        <translation>
            <numerusform>%n clip from the map</numerusform>
            <numerusform>%n clips from the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExplorePage</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) not listened to yet: listen now</source>
        <translation>
            <numerusform>%n clip not listened to yet: listen now</numerusform>
            <numerusform>%n clips not listened to yet: listen now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::IndexStrip</name>
    <message numerus="yes">
        <source>Stopped after %n new file(s); the rest waits for the next rescan.</source>
        <translation>
            <numerusform>Stopped after %n new file; the rest waits for the next rescan.</numerusform>
            <numerusform>Stopped after %n new files; the rest waits for the next rescan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listened to %n new file(s), %1.</source>
        <translation>
            <numerusform>Listened to %n new file, %1.</numerusform>
            <numerusform>Listened to %n new files, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no longer there.</source>
        <translation>
            <numerusform>%n file is no longer there.</numerusform>
            <numerusform>%n files are no longer there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::LadderModel</name>
    <message numerus="yes">
        <source>Nearest at %n of the path&apos;s points</source>
        <translation>
            <numerusform>Nearest at %n of the path&apos;s points</numerusform>
            <numerusform>Nearest at %n of the path&apos;s points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::LibraryMenu</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out.</source>
        <translation>
            <numerusform>%n row was left out.</numerusform>
            <numerusform>%n rows were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%n unreadable</numerusform>
            <numerusform>%n unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n clip(s) from the library?</source>
        <translation>
            <numerusform>Remove %1 and its %n clip from the library?</numerusform>
            <numerusform>Remove %1 and its %n clips from the library?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::MeasureTab</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) or file(s) could not be used:</source>
        <translation>
            <numerusform>%n row or file could not be used:</numerusform>
            <numerusform>%n rows or files could not be used:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelListModel</name>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation>
            <numerusform>%n clip heard</numerusform>
            <numerusform>%n clips heard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelView</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation>
            <numerusform>%n clip heard</numerusform>
            <numerusform>%n clips heard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured when it was trained, on %n clip(s) that it was not trained on.</source>
        <translation>
            <numerusform>Measured when it was trained, on %n clip that it was not trained on.</numerusform>
            <numerusform>Measured when it was trained, on %n clips that it was not trained on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsTab</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::OrganiseActions</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::OrganiseSession</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ResultModel</name>
    <message numerus="yes">
        <source>%n other part(s) match, too</source>
        <translation>
            <numerusform>%n other part matches, too</numerusform>
            <numerusform>%n other parts match, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ResultTable</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::RootModel</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::SelectionActions</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::StatisticsDialog</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::TagPopup</name>
    <message numerus="yes">
        <source>Tags of %n clip(s)</source>
        <translation>
            <numerusform>Tags of %n clip</numerusform>
            <numerusform>Tags of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::Text</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraverseMap</name>
    <message numerus="yes">
        <source>%n clip(s) of the map</source>
        <translation>
            <numerusform>%n clip of the map</numerusform>
            <numerusform>%n clips of the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraversePage</name>
    <message numerus="yes">
        <source>%n clip(s) not listened to yet: listen now</source>
        <translation>
            <numerusform>%n clip not listened to yet: listen now</numerusform>
            <numerusform>%n clips not listened to yet: listen now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::UcsDialog</name>
    <message numerus="yes">
        <source>%n file(s) get a new name</source>
        <translation>
            <numerusform>%n file gets a new name</numerusform>
            <numerusform>%n files get a new name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be renamed</source>
        <translation>
            <numerusform>%n cannot be renamed</numerusform>
            <numerusform>%n cannot be renamed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::VocabularyBrowser</name>
    <message numerus="yes">
        <source>“%1” includes %n clip(s), best first</source>
        <translation>
            <numerusform>“%1” includes %n clip</numerusform>
            <numerusform>“%1” includes %n clips, best first</numerusform>
        </translation>
    </message>
</context>
</TS>
