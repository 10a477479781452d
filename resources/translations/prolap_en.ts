<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <translation><numerusform>%n clip</numerusform><numerusform>%n clips</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) or file(s) could not be used:</source>
        <translation><numerusform>%n row or file could not be used:</numerusform><numerusform>%n rows or files could not be used:</numerusform></translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelListModel</name>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation><numerusform>%n clip heard</numerusform><numerusform>%n clips heard</numerusform></translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelView</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation><numerusform>%n clip</numerusform><numerusform>%n clips</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation><numerusform>%n clip heard</numerusform><numerusform>%n clips heard</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation><numerusform>%n window</numerusform><numerusform>%n windows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Measured when it was trained, on %n clip(s) that it was not trained on.</source>
        <translation><numerusform>Measured when it was trained, on %n clip that it was not trained on.</numerusform><numerusform>Measured when it was trained, on %n clips that it was not trained on.</numerusform></translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsTab</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation><numerusform>%n clip</numerusform><numerusform>%n clips</numerusform></translation>
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
    <name>prolap::ui::TraversePage</name>
    <message numerus="yes">
        <source>%n clip(s) of the map</source>
        <translation>
            <numerusform>%n clip of the map</numerusform>
            <numerusform>%n clips of the map</numerusform>
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
