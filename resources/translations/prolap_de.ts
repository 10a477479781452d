<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>prolap::ui</name>
    <message>
        <source>There is no uncertainty in this model</source>
        <translation>Dieses Modell kennt keine Unsicherheit</translation>
    </message>
    <message>
        <source>More general than %1 of your clips</source>
        <translation>Allgemeiner als %1 deiner Clips</translation>
    </message>
    <message>
        <source>More specific than %1 of your clips</source>
        <translation>Spezieller als %1 deiner Clips</translation>
    </message>
    <message>
        <source>The longer the bar, the better it matches. This model is not calibrated, so there is no probability to show.</source>
        <translation>Je länger der Balken, desto besser passt es. Dieses Modell ist nicht kalibriert, darum steht keine Wahrscheinlichkeit daneben.</translation>
    </message>
    <message>
        <source>Matches with a probability of %1</source>
        <translation>Passt mit einer Wahrscheinlichkeit von %1</translation>
    </message>
    <message>
        <source>%1 could not be written: choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::AboutDialog</name>
    <message>
        <source>About ProLAP Explorer</source>
        <translation>Über ProLAP Explorer</translation>
    </message>
    <message>
        <source>ProLAP Explorer %1</source>
        <translation>ProLAP Explorer %1</translation>
    </message>
    <message>
        <source>Find sounds by describing them. Everything happens on this machine: nothing is sent anywhere, and your sound files are never changed.</source>
        <translation>Klänge finden, indem man sie beschreibt. Alles geschieht auf diesem Rechner: Nichts wird irgendwohin gesendet, und deine Klangdateien werden nie verändert.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Libraries of others and their licences</source>
        <translation>Bibliotheken anderer und ihre Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Libraries</source>
        <translation>&amp;Bibliotheken</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Namensnennungen</translation>
    </message>
    <message>
        <source>&amp;Sounds and models</source>
        <translation>&amp;Klänge und Modelle</translation>
    </message>
    <message>
        <source>Li&amp;cence</source>
        <translation>&amp;Lizenz</translation>
    </message>
</context>
<context>
    <name>prolap::ui::AudioEngine</name>
    <message>
        <source>No sound device was found: clips cannot be heard until one is connected.</source>
        <translation>Kein Audiogerät gefunden: Clips sind erst zu hören, wenn eines angeschlossen ist.</translation>
    </message>
    <message>
        <source>The sound device %1 could not be opened.</source>
        <translation>Das Audiogerät %1 ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The sound device %1 takes neither 16 bit nor float stereo.</source>
        <translation>Das Audiogerät %1 nimmt weder 16-Bit- noch Fließkomma-Stereo an.</translation>
    </message>
    <message>
        <source>The sound device went away.</source>
        <translation>Das Audiogerät ist verschwunden.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::CaptionField</name>
    <message>
        <source>Describe a sound: rain on a tin roof</source>
        <translation>Beschreibe einen Klang: rain on a tin roof</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Describe the sound that you look for</source>
        <translation>Beschreibe den Klang, den du suchst</translation>
    </message>
    <message>
        <source>Describe the sound that you look for (Ctrl+F). Down goes into the results.</source>
        <translation>Beschreibe den Klang, den du suchst (Strg+F). Pfeil ab führt zu den Treffern.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExplorePage</name>
    <message>
        <source>Find a sound</source>
        <translation>Klang finden</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Open in the player</source>
        <translation>Im Player öffnen</translation>
    </message>
    <message>
        <source>Seek back</source>
        <translation>Zurückspringen</translation>
    </message>
    <message>
        <source>Seek forward</source>
        <translation>Vorspringen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Play what is selected</source>
        <translation>Auswahl abspielen</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Sounds like this</source>
        <translation>Klingt wie dieser</translation>
    </message>
    <message>
        <source>Back out one step</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Forget this sound (Esc)</source>
        <translation>Diesen Klang vergessen (Esc)</translation>
    </message>
    <message>
        <source>Forget this sound</source>
        <translation>Diesen Klang vergessen</translation>
    </message>
    <message>
        <source>Clips can be described only after this model has listened to them</source>
        <translation>Clips lassen sich erst beschreiben, wenn dieses Modell sie gehört hat</translation>
    </message>
    <message>
        <source>Listen to the rest</source>
        <translation>Den Rest anhören</translation>
    </message>
    <message>
        <source>Searching begins as soon as the model is loaded</source>
        <translation>Die Suche beginnt, sobald das Modell geladen ist</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Nothing here matches %1; nearest:</source>
        <translation>Nichts hier passt zu %1; am nächsten:</translation>
    </message>
    <message>
        <source>%1 match; below the line the %2 nearest of the rest</source>
        <translation>%1 passen; unter der Linie die %2 nächsten der übrigen</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 passen</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood in %1 ms, found in %2 ms</source>
        <translation>In %1 ms verstanden, in %2 ms gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) not listened to yet: listen now</source>
        <translation>
            <numerusform>%n Clip noch nicht gehört: jetzt anhören</numerusform>
            <numerusform>%n Clips noch nicht gehört: jetzt anhören</numerusform>
        </translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Andere Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Bibliothek wird geöffnet</translation>
    </message>
    <message>
        <source>This library cannot be opened</source>
        <translation>Diese Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Getting to know your sounds</source>
        <translation>Deine Klänge werden angehört</translation>
    </message>
    <message>
        <source>Clips appear here as they are found. You can search while the rest is still being listened to.</source>
        <translation>Clips erscheinen hier, sobald sie gefunden sind. Du kannst suchen, während der Rest noch angehört wird.</translation>
    </message>
    <message>
        <source>No sounds here yet</source>
        <translation>Noch keine Klänge hier</translation>
    </message>
    <message>
        <source>Add a folder of sounds, or drop one on this window, and describe what you look for.</source>
        <translation>Füge einen Ordner mit Klängen hinzu oder ziehe einen auf dieses Fenster, und beschreibe, was du suchst.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>There is no model to search with</source>
        <translation>Es gibt kein Modell zum Suchen</translation>
    </message>
    <message>
        <source>A model turns descriptions and sounds into what can be compared. Choose one to search.</source>
        <translation>Ein Modell macht Beschreibungen und Klänge vergleichbar. Wähle eines, um zu suchen.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>The search begins as soon as it is loaded.</source>
        <translation>Die Suche beginnt, sobald es geladen ist.</translation>
    </message>
    <message>
        <source>Nothing has been listened to yet</source>
        <translation>Noch wurde nichts angehört</translation>
    </message>
    <message>
        <source>Sounds can be found by description once this model has listened to them.</source>
        <translation>Klänge lassen sich per Beschreibung finden, sobald dieses Modell sie gehört hat.</translation>
    </message>
    <message>
        <source>Listen now</source>
        <translation>Jetzt anhören</translation>
    </message>
    <message>
        <source>No sound files were found</source>
        <translation>Keine Klangdateien gefunden</translation>
    </message>
    <message>
        <source>The folders of this library hold no sound that can be read. Add another, or rescan them.</source>
        <translation>Die Ordner dieser Bibliothek enthalten keinen lesbaren Klang. Füge einen anderen hinzu oder durchsuche sie erneut.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>No clip here</source>
        <translation>Kein Clip hier</translation>
    </message>
    <message>
        <source>The folder that is chosen at the left holds no clip that fits. Look in all folders instead.</source>
        <translation>Der links gewählte Ordner enthält keinen passenden Clip. Suche stattdessen in allen Ordnern.</translation>
    </message>
    <message>
        <source>Show all folders</source>
        <translation>Alle Ordner zeigen</translation>
    </message>
    <message>
        <source>Sounds like %1</source>
        <translation>Klingt wie %1</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Traverse</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Choose a clip to traverse from.</source>
        <translation>Wählen Sie einen Clip, von dem der Weg ausgehen soll.</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>Nächster Clip</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Previous clip</source>
        <translation>Voriger Clip</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Grid of spectrograms</source>
        <translation>Raster aus Spektrogrammen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 ausgeben</translation>
    </message>
    <message>
        <source>Copies in a folder</source>
        <translation>Kopien in einem Ordner</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>ZIP-Archiv</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>Play list (M3U)</source>
        <translation>Wiedergabeliste (M3U)</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Ausgeben als</translation>
    </message>
    <message>
        <source>What becomes of the chosen clips</source>
        <translation>Was aus den gewählten Clipsn wird</translation>
    </message>
    <message>
        <source>get a number</source>
        <translation>neue bekommen eine Nummer</translation>
    </message>
    <message>
        <source>are replaced</source>
        <translation>werden ersetzt</translation>
    </message>
    <message>
        <source>stay, and are left out</source>
        <translation>bleiben und werden ausgelassen</translation>
    </message>
    <message>
        <source>Files of the same name</source>
        <translation>Dateien gleichen Namens</translation>
    </message>
    <message>
        <source>What happens where a file of that name is there already</source>
        <translation>Was geschieht, wo es eine Datei dieses Namens schon gibt</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>The folder or the file to write</source>
        <translation>Der Ordner oder die Datei, die geschrieben wird</translation>
    </message>
    <message>
        <source>Choose the folder or the file</source>
        <translation>Den Ordner oder die Datei wählen</translation>
    </message>
    <message>
        <source>Start the export</source>
        <translation>Die Ausgabe beginnen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Clips exported</source>
        <translation>Ausgegebene Clips</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Als</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>&amp;Files that are there</source>
        <translation>Vorhandene &amp;Dateien</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Ausgeben nach</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Exported %1 into %2</source>
        <translation>%1 ausgegeben nach %2</translation>
    </message>
    <message>
        <source>Files that were there already and stay: %1</source>
        <translation>Dateien, die schon da waren und bleiben: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Stopped. Files that were copied before stay.</source>
        <translation>Angehalten. Was schon kopiert war, bleibt.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::FailureModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was damit nicht stimmt</translation>
    </message>
</context>
<context>
    <name>prolap::ui::FailuresDialog</name>
    <message>
        <source>Files that could not be read</source>
        <translation>Nicht lesbare Dateien</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go through the folders again, these files too</source>
        <translation>Die Ordner erneut durchgehen, auch diese Dateien</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Copy the paths and reasons, one file a line</source>
        <translation>Pfade und Gründe kopieren, eine Datei pro Zeile</translation>
    </message>
    <message>
        <source>Every file of this library could be read.</source>
        <translation>Jede Datei dieser Bibliothek war lesbar.</translation>
    </message>
    <message>
        <source>These files are left out of the library. The others are not affected.</source>
        <translation>Diese Dateien fehlen in der Bibliothek. Die anderen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>prolap::ui::IndexStrip</name>
    <message>
        <source>Looking for sounds: %1 files so far</source>
        <translation>Suche nach Klängen: bisher %1 Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>%1 heard</source>
        <translation>%1 gehört</translation>
    </message>
    <message>
        <source>Finishing: %1</source>
        <translation>Abschluss: %1</translation>
    </message>
    <message>
        <source>Listening: %1</source>
        <translation>Anhören: %1</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n new file(s); the rest waits for the next rescan.</source>
        <translation>
            <numerusform>Nach %n neuen Datei angehalten; der Rest wartet auf die nächste Durchsuchung.</numerusform>
            <numerusform>Nach %n neuen Dateien angehalten; der Rest wartet auf die nächste Durchsuchung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listened to %n new file(s), %1.</source>
        <translation>
            <numerusform>%n neue Datei angehört, %1.</numerusform>
            <numerusform>%n neue Dateien angehört, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is up to date.</source>
        <translation>Die Bibliothek ist auf dem neuesten Stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n Datei war nicht lesbar.</numerusform>
            <numerusform>%n Dateien waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no longer there.</source>
        <translation>
            <numerusform>%n Datei ist nicht mehr da.</numerusform>
            <numerusform>%n Dateien sind nicht mehr da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of listening</source>
        <translation>Fortschritt des Anhörens</translation>
    </message>
    <message>
        <source>Pause listening</source>
        <translation>Anhören unterbrechen</translation>
    </message>
    <message>
        <source>Stop listening; what has been heard is kept</source>
        <translation>Anhören beenden; Gehörtes bleibt erhalten</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Anhören beenden</translation>
    </message>
    <message>
        <source>Listening begins as soon as the model is loaded</source>
        <translation>Das Anhören beginnt, sobald das Modell geladen ist</translation>
    </message>
    <message>
        <source>Looking for sounds</source>
        <translation>Suche nach Klängen</translation>
    </message>
    <message>
        <source>Go on listening</source>
        <translation>Weiter anhören</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>Unterbrochen. %1</translation>
    </message>
</context>
<context>
    <name>prolap::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>From the caption into the results</source>
        <translation>Von der Beschreibung zu den Treffern</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LadderModel</name>
    <message numerus="yes">
        <source>Nearest at %n of the path&apos;s points</source>
        <translation>
            <numerusform>An %n Punkt des Weges am nächsten</numerusform>
            <numerusform>An %n Punkten des Weges am nächsten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Inclusion %2: above 0 the caption is wide enough to contain the sound</source>
        <translation>%1
Inklusion %2: Über 0 ist die Beschreibung weit genug, um den Klang zu enthalten</translation>
    </message>
    <message>
        <source>Describes the start with a probability of %1</source>
        <translation>Beschreibt den Anfang mit einer Wahrscheinlichkeit von %1</translation>
    </message>
    <message>
        <source>This model is not calibrated, so there is no probability to show</source>
        <translation>Dieses Modell ist nicht kalibriert, daher gibt es keine Wahrscheinlichkeit zu zeigen</translation>
    </message>
    <message>
        <source>Uncertainty %1: the wider the curve, the more general the caption</source>
        <translation>Unsicherheit %1: Je breiter die Kurve, desto allgemeiner die Beschreibung</translation>
    </message>
    <message>
        <source>This model knows no uncertainty</source>
        <translation>Dieses Modell kennt keine Unsicherheit</translation>
    </message>
    <message>
        <source>%1
Click to play</source>
        <translation>%1
Klicken spielt ab</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>At which points of the path this caption was the nearest</source>
        <translation>An welchen Punkten des Weges diese Beschreibung die nächste war</translation>
    </message>
    <message>
        <source>How probably the caption describes the sound that the path starts from</source>
        <translation>Wie wahrscheinlich die Beschreibung auf den Klang zutrifft, von dem der Weg ausgeht</translation>
    </message>
    <message>
        <source>Narrow for specific, wide for general</source>
        <translation>Schmal für besonders, breit für allgemein</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Nearest clips</source>
        <translation>Nächste Clips</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LadderPanel</name>
    <message>
        <source>Play the nearest clip of each rung in turn, from specific to general</source>
        <translation>Den nächsten Clip jeder Sprosse nacheinander abspielen, vom Besonderen zum Allgemeinen</translation>
    </message>
    <message>
        <source>Stop the journey</source>
        <translation>Reise anhalten</translation>
    </message>
    <message>
        <source>Play the journey</source>
        <translation>Reise abspielen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LadderView</name>
    <message>
        <source>Ladder</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>The captions met, from specific at the bottom to general at the top</source>
        <translation>Die Beschreibungen am Weg, von besonders (unten) bis allgemein (oben)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Traverse from this clip</source>
        <translation>Weg von diesem Clip aus</translation>
    </message>
    <message>
        <source>Traverse from this caption</source>
        <translation>Weg von dieser Beschreibung aus</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LibrarySession</name>
    <message>
        <source>The model of this library, %1, is not there any more: another one is used. Choose its model on the Models page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>prolap::ui::MainWindow</name>
    <message>
        <source>ProLAP Explorer</source>
        <translation>ProLAP Explorer</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Rescan all folders</source>
        <translation>Alle Ordner &amp;erneut durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Files that could not be read…</source>
        <translation>&amp;Nicht lesbare Dateien …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation>&amp;Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>Neue Bib&amp;liothek …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>&amp;Klang</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie die Arbeits&amp;fläche</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Comfortable rows</source>
        <translation>&amp;Luftige Zeilen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Model…</source>
        <translation>&amp;Modell …</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Welcome…</source>
        <translation>&amp;Willkommen …</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Was zuletzt geschah</translation>
    </message>
    <message>
        <source>Size of the library</source>
        <translation>Größe der Bibliothek</translation>
    </message>
    <message>
        <source>Which files could not be read, and why</source>
        <translation>Welche Dateien nicht lesbar waren, und warum</translation>
    </message>
    <message>
        <source>%1 – ProLAP Explorer</source>
        <translation>%1 – ProLAP Explorer</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Searching and listening begin as soon as it is loaded</source>
        <translation>Suchen und Anhören beginnen, sobald es geladen ist</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Choose a model to search with</source>
        <translation>Ein Modell zum Suchen wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n Datei war nicht lesbar</numerusform>
            <numerusform>%n Dateien waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder of sounds</source>
        <translation>Ordner mit Klängen hinzufügen</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotheken (*.db)</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Remove a folder</source>
        <translation>Ordner entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n clip(s) from the library?</source>
        <translation>
            <numerusform>%1 und seinen %n Clip aus der Bibliothek entfernen?</numerusform>
            <numerusform>%1 und seine %n Clips aus der Bibliothek entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay on the disk. What was heard of them is forgotten.</source>
        <translation>Die Dateien bleiben auf der Platte. Was von ihnen gehört wurde, wird vergessen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>&amp;Player</source>
        <translation>&amp;Spieler</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelDialog</name>
    <message>
        <source>%1, running on %2 in %3</source>
        <translation>%1, läuft auf %2 in %3</translation>
    </message>
    <message>
        <source>%1 million parameters; hears %2 kHz in windows of %3 s</source>
        <translation>%1 Millionen Parameter; hört %2 kHz in Fenstern von %3 s</translation>
    </message>
    <message>
        <source>Knows how general a sound or a description is</source>
        <translation>Weiß, wie allgemein ein Klang oder eine Beschreibung ist</translation>
    </message>
    <message>
        <source>No uncertainty in this model</source>
        <translation>Keine Unsicherheit in diesem Modell</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The starter model</source>
        <translation>Das Startmodell</translation>
    </message>
    <message>
        <source>A model pack or a published CLAP checkpoint; empty for the starter model</source>
        <translation>Ein Modellpaket oder ein veröffentlichter CLAP-Checkpoint; leer für das Startmodell</translation>
    </message>
    <message>
        <source>Folder or file of the model</source>
        <translation>Ordner oder Datei des Modells</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a model pack or a published CLAP checkpoint</source>
        <translation>Ein Modellpaket oder einen veröffentlichten CLAP-Checkpoint wählen</translation>
    </message>
    <message>
        <source>&amp;Folder (model pack or Hugging Face CLAP)…</source>
        <translation>&amp;Ordner (Modellpaket oder CLAP von Hugging Face) …</translation>
    </message>
    <message>
        <source>&amp;Checkpoint file (MS-CLAP or LAION)…</source>
        <translation>&amp;Checkpoint-Datei (MS-CLAP oder LAION) …</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>What the model runs on</source>
        <translation>Worauf das Modell läuft</translation>
    </message>
    <message>
        <source>Fastest that is exact enough</source>
        <translation>Die schnellste, die genau genug ist</translation>
    </message>
    <message>
        <source>Exact (fp32)</source>
        <translation>Genau (fp32)</translation>
    </message>
    <message>
        <source>Half (bf16)</source>
        <translation>Halb (bf16)</translation>
    </message>
    <message>
        <source>How exactly the model calculates</source>
        <translation>Wie genau das Modell rechnet</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>The model in use</source>
        <translation>Das benutzte Modell</translation>
    </message>
    <message>
        <source>With another model the library is listened to again; what this one has heard is kept.</source>
        <translation>Mit einem anderen Modell wird die Bibliothek neu angehört; was dieses gehört hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>G&amp;enauigkeit</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell benutzen</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Checkpoint of a model</source>
        <translation>Checkpoint eines Modells</translation>
    </message>
    <message>
        <source>Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)</source>
        <translation>Checkpoints (*.pth *.pt *.bin *.safetensors);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::NoticeBar</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PageRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PathCharts</name>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Inclusion</source>
        <translation>Inklusion</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>How general the captions are that are near each point of the path. The bands are the middle half of each level of the vocabulary, 1 being the most general.</source>
        <translation>Wie allgemein die Beschreibungen nahe jedem Punkt des Weges sind. Die Bänder sind die mittlere Hälfte jeder Stufe des Wortschatzes; 1 ist die allgemeinste.</translation>
    </message>
    <message>
        <source>Above 0 the caption nearest to the point is wide enough to contain the sound.</source>
        <translation>Über 0 ist die dem Punkt nächste Beschreibung weit genug, um den Klang zu enthalten.</translation>
    </message>
    <message>
        <source>contains the sound above</source>
        <translation>darüber enthält sie den Klang</translation>
    </message>
    <message>
        <source>How probably the caption nearest to the point describes the sound.</source>
        <translation>Wie wahrscheinlich die dem Punkt nächste Beschreibung auf den Klang zutrifft.</translation>
    </message>
    <message>
        <source>This model knows no uncertainty. Train heads for it, or choose one that does.</source>
        <translation>Dieses Modell kennt keine Unsicherheit. Trainieren Sie Köpfe dafür, oder wählen Sie eines, das sie kennt.</translation>
    </message>
    <message>
        <source>This model is not calibrated, so there is no probability to show.</source>
        <translation>Dieses Modell ist nicht kalibriert, daher gibt es keine Wahrscheinlichkeit zu zeigen.</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PlayerActions</name>
    <message>
        <source>Region begins here</source>
        <translation>Bereich beginnt hier</translation>
    </message>
    <message>
        <source>Region ends here</source>
        <translation>Bereich endet hier</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>Kein Bereich</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>Zoom to the region</source>
        <translation>Den Bereich ganz zeigen</translation>
    </message>
    <message>
        <source>Show the whole clip</source>
        <translation>Den ganzen Clip zeigen</translation>
    </message>
    <message>
        <source>Shift+Z</source>
        <translation>Shift+Z</translation>
    </message>
    <message>
        <source>Waveform, spectrogram or both</source>
        <translation>Wellenform, Spektrogramm oder beides</translation>
    </message>
    <message>
        <source>Equal loudness</source>
        <translation>Gleiche Lautheit</translation>
    </message>
    <message>
        <source>Speed and pitch as recorded</source>
        <translation>Tempo und Tonhöhe wie aufgenommen</translation>
    </message>
    <message>
        <source>Shift+E</source>
        <translation>Shift+E</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PlayerBar</name>
    <message>
        <source>Play over and over (L)</source>
        <translation>Immer wieder abspielen (L)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Gain. Louder than 0 dB may be cut off at full scale.</source>
        <translation>Pegel. Lauter als 0 dB kann an der Vollaussteuerung abgeschnitten werden.</translation>
    </message>
    <message>
        <source>Gain in dB</source>
        <translation>Pegel in dB</translation>
    </message>
    <message>
        <source>Choose a clip to hear it</source>
        <translation>Wähle einen Clip, um ihn zu hören</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>The waveform appears when this clip has been listened to</source>
        <translation>Die Wellenform erscheint, wenn dieser Clip angehört wurde</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Part of the clip in sight</source>
        <translation>Sichtbarer Teil des Clips</translation>
    </message>
    <message>
        <source>Scroll along the clip (Shift and the wheel)</source>
        <translation>Den Clip entlang rollen (Umschalt und Mausrad)</translation>
    </message>
    <message>
        <source>Equal loudness</source>
        <translation>Gleiche Lautheit</translation>
    </message>
    <message>
        <source>Play every clip equally loud (E)</source>
        <translation>Jeden Clip gleich laut spielen (E)</translation>
    </message>
    <message>
        <source>Speed and pitch</source>
        <translation>Tempo und Tonhöhe</translation>
    </message>
    <message>
        <source>Player settings</source>
        <translation>Einstellungen des Spielers</translation>
    </message>
    <message>
        <source>Sound device, channels, loudness, spectrogram</source>
        <translation>Tonausgabe, Kanäle, Lautheit, Spektrogramm</translation>
    </message>
    <message>
        <source>Choose a clip to see it</source>
        <translation>Einen Clip wählen, um ihn zu sehen</translation>
    </message>
    <message>
        <source>Waveform; click for the spectrogram (W)</source>
        <translation>Wellenform; ein Klick zeigt das Spektrogramm (W)</translation>
    </message>
    <message>
        <source>Spectrogram; click for both (W)</source>
        <translation>Spektrogramm; ein Klick zeigt beides (W)</translation>
    </message>
    <message>
        <source>Waveform and spectrogram; click for the waveform (W)</source>
        <translation>Wellenform und Spektrogramm; ein Klick zeigt die Wellenform (W)</translation>
    </message>
    <message>
        <source>Speed × %1, pitch %2 semitones</source>
        <translation>Tempo × %1, Tonhöhe %2 Halbtöne</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PlayerMenu</name>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Low effects</source>
        <translation>Tiefe Effekte</translation>
    </message>
    <message>
        <source>Side left</source>
        <translation>Seite links</translation>
    </message>
    <message>
        <source>Side right</source>
        <translation>Seite rechts</translation>
    </message>
    <message>
        <source>Back left</source>
        <translation>Hinten links</translation>
    </message>
    <message>
        <source>Back right</source>
        <translation>Hinten rechts</translation>
    </message>
    <message>
        <source>Back centre</source>
        <translation>Hinten Mitte</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Tonausgabe</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Equal loudness at</source>
        <translation>Gleiche Lautheit bei</translation>
    </message>
    <message>
        <source>−31 LUFS, quiet</source>
        <translation>−31 LUFS, leise</translation>
    </message>
    <message>
        <source>−23 LUFS, broadcast</source>
        <translation>−23 LUFS, Rundfunk</translation>
    </message>
    <message>
        <source>−18 LUFS</source>
        <translation>−18 LUFS</translation>
    </message>
    <message>
        <source>−14 LUFS, streaming</source>
        <translation>−14 LUFS, Streaming</translation>
    </message>
    <message>
        <source>Spectrogram shows</source>
        <translation>Das Spektrogramm zeigt</translation>
    </message>
    <message>
        <source>50 dB, the loudest only</source>
        <translation>50 dB, nur das Lauteste</translation>
    </message>
    <message>
        <source>70 dB</source>
        <translation>70 dB</translation>
    </message>
    <message>
        <source>90 dB</source>
        <translation>90 dB</translation>
    </message>
    <message>
        <source>120 dB, down to the noise</source>
        <translation>120 dB, bis zum Rauschen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the desktop (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RegionFiles</name>
    <message>
        <source>Copy the region as a file</source>
        <translation>Den Bereich als Datei kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>Save the region as…</source>
        <translation>Den Bereich speichern als …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Names of regions…</source>
        <translation>Namen der Bereiche …</translation>
    </message>
    <message>
        <source>Copied %1, to be pasted as a file</source>
        <translation>%1 kopiert, als Datei einfügbar</translation>
    </message>
    <message>
        <source>There is no sound in this region</source>
        <translation>In diesem Bereich ist kein Ton</translation>
    </message>
    <message>
        <source>Save the region</source>
        <translation>Den Bereich speichern</translation>
    </message>
    <message>
        <source>Wave files (*.wav)</source>
        <translation>Wave-Dateien (*.wav)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RegionNameDialog</name>
    <message>
        <source>Names of regions</source>
        <translation>Namen der Bereiche</translation>
    </message>
    <message>
        <source>Name template</source>
        <translation>Vorlage für Namen</translation>
    </message>
    <message>
        <source>What a region&apos;s file is called; words in braces are filled in</source>
        <translation>Wie die Datei eines Bereichs heißt; Wörter in Klammern werden ausgefüllt</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Filled in are {name}, {folder}, {start}, {end}, {length}, {date} and {time}.</source>
        <translation>Ausgefüllt werden {name}, {folder}, {start}, {end}, {length}, {date} und {time}.</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ResultModel</name>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 ch</source>
        <translation>%1 Kan.</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Its folder is not reachable just now</source>
        <translation>Sein Ordner ist gerade nicht erreichbar</translation>
    </message>
    <message>
        <source>Words found: %1</source>
        <translation>Gefundene Wörter: %1</translation>
    </message>
    <message>
        <source>Not listened to yet</source>
        <translation>Noch nicht angehört</translation>
    </message>
    <message>
        <source>Best match from %1 to %2</source>
        <translation>Passt am besten von %1 bis %2</translation>
    </message>
    <message>
        <source>Found by its words; not listened to yet</source>
        <translation>Über seine Wörter gefunden; noch nicht angehört</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Length (min:s)</source>
        <translation>Länge (min:s)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>How probable it is that the clip is what you described. The list is best first.</source>
        <translation>Wie wahrscheinlich der Clip das ist, was du beschrieben hast. Der beste steht oben.</translation>
    </message>
    <message>
        <source>A narrow bell: a specific sound. A wide one: a general sound that fits many descriptions.</source>
        <translation>Eine schmale Glocke: ein spezieller Klang. Eine breite: ein allgemeiner Klang, der zu vielen Beschreibungen passt.</translation>
    </message>
    <message>
        <source>The whole clip; the part that matches best stands on a lighter ground.</source>
        <translation>Der ganze Clip; der am besten passende Teil steht auf hellerem Grund.</translation>
    </message>
    <message>
        <source>Click to hear a clip</source>
        <translation>Klicken, um einen Clip zu hören</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Klicken, um zu sortieren</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Rate (kHz)</source>
        <translation>Rate (kHz)</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Loudness (LUFS)</source>
        <translation>Lautheit (LUFS)</translation>
    </message>
    <message>
        <source>Size (MB)</source>
        <translation>Größe (MB)</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ResultTable</name>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>The clips that were found, best first</source>
        <translation>Die gefundenen Clips, der beste zuerst</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::RootModel</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>offline · %1</source>
        <translation>offline · %1</translation>
    </message>
    <message>
        <source>Show the clips of all folders</source>
        <translation>Die Clips aller Ordner zeigen</translation>
    </message>
    <message>
        <source>%1
Not reachable just now. Its clips stay in the library and can be searched.</source>
        <translation>%1
Gerade nicht erreichbar. Seine Clips bleiben in der Bibliothek und lassen sich durchsuchen.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RootsPanel</name>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose a folder to see only its clips</source>
        <translation>Wähle einen Ordner, um nur seine Clips zu sehen</translation>
    </message>
    <message>
        <source>Add a folder of sounds to the library (Ctrl+O)</source>
        <translation>Der Bibliothek einen Ordner mit Klängen hinzufügen (Strg+O)</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Rescan this folder</source>
        <translation>Diesen Ordner erneut durchsuchen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen …</translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation>Alle Ordner erneut durchsuchen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ScatterMap</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
</context>
<context>
    <name>prolap::ui::SelectionActions</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Open in its program</source>
        <translation>In seinem Programm öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Copied the paths of %1</source>
        <translation>Pfade kopiert: %1</translation>
    </message>
    <message>
        <source>Copied %1, to be pasted as files</source>
        <translation>%1 kopiert, als Dateien einfügbar</translation>
    </message>
    <message>
        <source>Choose at most %1 clips to open in their program: %2 are chosen.</source>
        <translation>Höchstens %1 Clips auf einmal in ihrem Programm öffnen: %2 sind gewählt.</translation>
    </message>
    <message>
        <source>No program on this desktop opens %1</source>
        <translation>Kein Programm dieses Systems öffnet %1</translation>
    </message>
    <message>
        <source>Some of these clips are still being looked up: drag again in a moment.</source>
        <translation>Einige dieser Clips werden noch nachgeschlagen: gleich noch einmal ziehen.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Choose the clips to export first: Ctrl+A chooses all.</source>
        <translation>Erst die Clips wählen, die ausgegeben werden: Strg+A wählt alle.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::SpectrogramView</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>High sounds above, low ones below; bright is loud. Click to hear from there, Shift and drag to mark a region, the wheel zooms.</source>
        <translation>Oben hohe, unten tiefe Töne; hell ist laut. Ein Klick spielt von dort, Umschalt und Ziehen markiert einen Bereich, das Mausrad zoomt.</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
</context>
<context>
    <name>prolap::ui::SubjectField</name>
    <message>
        <source>Type a caption and press Enter, or drop a sound here</source>
        <translation>Eine Beschreibung eingeben und die Eingabetaste drücken, oder einen Klang hier ablegen</translation>
    </message>
    <message>
        <source>Choose a sound file for: %1</source>
        <translation>Klangdatei wählen für: %1</translation>
    </message>
    <message>
        <source>Choose a sound file</source>
        <translation>Klangdatei wählen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation>Klang wählen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TapePanel</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>As a tape runs: faster is higher, slower is lower</source>
        <translation>Wie ein Band läuft: schneller ist höher, langsamer ist tiefer</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <source>Higher or lower, while the length stays</source>
        <translation>Höher oder tiefer, die Länge bleibt</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Wie aufgenommen</translation>
    </message>
    <message>
        <source>Speed and pitch as the clip was recorded</source>
        <translation>Tempo und Tonhöhe, wie der Clip aufgenommen wurde</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>&amp;Pitch</source>
        <translation>Ton&amp;höhe</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>%1 semitones</source>
        <translation>%1 Halbtöne</translation>
    </message>
</context>
<context>
    <name>prolap::ui::Text</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TileGrid</name>
    <message>
        <source>Clips as pictures</source>
        <translation>Clips als Bilder</translation>
    </message>
    <message>
        <source>Spectrograms of the clips that were found, best first</source>
        <translation>Spektrogramme der gefundenen Clips, die besten zuerst</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraversePage</name>
    <message>
        <source>%1 (%2 of the variance)</source>
        <translation>%1 (%2 der Varianz)</translation>
    </message>
    <message>
        <source>%1 ← %2 → %3</source>
        <translation>%1 ← %2 → %3</translation>
    </message>
    <message>
        <source>Set out from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Set out from a caption, or drop a sound</source>
        <translation>Von einer Beschreibung ausgehen, oder einen Klang ablegen</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Compare with another (optional)</source>
        <translation>Mit einem anderen vergleichen (wahlweise)</translation>
    </message>
    <message>
        <source>Climb by uncertainty</source>
        <translation>Aufstieg nach Unsicherheit</translation>
    </message>
    <message>
        <source>At each step the caption that fits the sound best among those as general as the step</source>
        <translation>Bei jedem Schritt die Beschreibung, die unter den ebenso allgemeinen am besten zum Klang passt</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Straight to the root: the published protocol</source>
        <translation>Geradewegs zur Wurzel: das veröffentlichte Protokoll</translation>
    </message>
    <message>
        <source>Arc</source>
        <translation>Bogen</translation>
    </message>
    <message>
        <source>Along the great circle to the root</source>
        <translation>Auf dem Großkreis zur Wurzel</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>How the path goes from specific to general</source>
        <translation>Wie der Weg vom Besonderen zum Allgemeinen geht</translation>
    </message>
    <message>
        <source>Middle of the library</source>
        <translation>Mitte der Bibliothek</translation>
    </message>
    <message>
        <source>The mean of all clips (centroid)</source>
        <translation>Der Mittelwert aller Clips (centroid)</translation>
    </message>
    <message>
        <source>Empty caption</source>
        <translation>Leere Beschreibung</translation>
    </message>
    <message>
        <source>What no words mean (empty)</source>
        <translation>Was keine Wörter bedeuten (empty)</translation>
    </message>
    <message>
        <source>Caption that holds it</source>
        <translation>Umfassende Beschreibung</translation>
    </message>
    <message>
        <source>The caption with the greatest inclusion of the sound (inclusive)</source>
        <translation>Die Beschreibung, die den Klang am meisten einschließt (inclusive)</translation>
    </message>
    <message>
        <source>Masked caption</source>
        <translation>Verdeckte Beschreibung</translation>
    </message>
    <message>
        <source>A caption of which everything is masked (masked)</source>
        <translation>Eine Beschreibung, an der alles verdeckt ist (masked)</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Nearest caption</source>
        <translation>Nächste Beschreibung</translation>
    </message>
    <message>
        <source>The path begins at the caption nearest to the sound: the published protocol</source>
        <translation>Der Weg beginnt bei der dem Klang nächsten Beschreibung: das veröffentlichte Protokoll</translation>
    </message>
    <message>
        <source>The sound</source>
        <translation>Der Klang</translation>
    </message>
    <message>
        <source>The path begins at the sound itself</source>
        <translation>Der Weg beginnt beim Klang selbst</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>How many points the path has, 1 to 10 000</source>
        <translation>Wie viele Punkte der Weg hat, 1 bis 10 000</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Captions that may be met</source>
        <translation>Beschreibungen, die vorkommen dürfen</translation>
    </message>
    <message>
        <source>Which captions may be met on the way</source>
        <translation>Welche Beschreibungen am Weg vorkommen dürfen</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>The program&apos;s own captions and yours in %1</source>
        <translation>Die Beschreibungen des Programms und Ihre in %1</translation>
    </message>
    <message>
        <source>Captions of the library&apos;s clips</source>
        <translation>Beschreibungen der Clips der Bibliothek</translation>
    </message>
    <message>
        <source>Browse the library from general to specific, without typing</source>
        <translation>Die Bibliothek vom Allgemeinen zum Besonderen durchsehen, ohne zu tippen</translation>
    </message>
    <message>
        <source>Browse the vocabulary</source>
        <translation>Wortschatz durchsehen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the picture or the numbers</source>
        <translation>Bild oder Zahlen speichern</translation>
    </message>
    <message>
        <source>Draw around clips to list them in Explore (or hold Shift and drag)</source>
        <translation>Clips umfahren, um sie in Erkunden aufzulisten (oder mit Umschalt ziehen)</translation>
    </message>
    <message>
        <source>Draw around clips</source>
        <translation>Clips umfahren</translation>
    </message>
    <message>
        <source>Show the whole map (double-click)</source>
        <translation>Die ganze Karte zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Die ganze Karte zeigen</translation>
    </message>
    <message>
        <source>Wheel zooms, drag pans, click plays</source>
        <translation>Das Rad vergrößert, Ziehen verschiebt, ein Klick spielt ab</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Whole page as a picture…</source>
        <translation>Ganze Seite als Bild…</translation>
    </message>
    <message>
        <source>Map as a picture…</source>
        <translation>Karte als Bild…</translation>
    </message>
    <message>
        <source>Charts as a picture…</source>
        <translation>Diagramme als Bild…</translation>
    </message>
    <message>
        <source>Ladder as a picture…</source>
        <translation>Leiter als Bild…</translation>
    </message>
    <message>
        <source>Figure for a paper (SVG)…</source>
        <translation>Abbildung für eine Arbeit (SVG)…</translation>
    </message>
    <message>
        <source>Pictures (*.svg)</source>
        <translation>Bilder (*.svg)</translation>
    </message>
    <message>
        <source>Report page (HTML)…</source>
        <translation>Berichtsseite (HTML)…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Points as a table (CSV)…</source>
        <translation>Punkte als Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Everything as JSON…</source>
        <translation>Alles als JSON…</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Where the paths meet</source>
        <translation>Wo die Wege sich treffen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading captions: %1 of %2</source>
        <translation>Beschreibungen werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>The captions have not all been read. What was read is kept.</source>
        <translation>Nicht alle Beschreibungen wurden gelesen. Was gelesen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>There is no clip inside the loop.</source>
        <translation>In der Schlinge liegt kein Clip.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) of the map</source>
        <translation>
            <numerusform>%n Clip der Karte</numerusform>
            <numerusform>%n Clips der Karte</numerusform>
        </translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Traverse from this clip</source>
        <translation>Weg von diesem Clip aus</translation>
    </message>
    <message>
        <source>Put it beside</source>
        <translation>Daneben stellen</translation>
    </message>
    <message>
        <source>Traverse from this caption</source>
        <translation>Weg von dieser Beschreibung aus</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>component 1</source>
        <translation>Komponente 1</translation>
    </message>
    <message>
        <source>component 2</source>
        <translation>Komponente 2</translation>
    </message>
    <message>
        <source>root: %1</source>
        <translation>Wurzel: %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>%1 captions met on the way from “%2”, among %3 captions and %4 clips</source>
        <translation>%1 Beschreibungen auf dem Weg von „%2“, unter %3 Beschreibungen und %4 Clips</translation>
    </message>
    <message>
        <source>The paths meet at “%1”.</source>
        <translation>Die Wege treffen sich bei „%1“.</translation>
    </message>
    <message>
        <source>The paths do not meet: they have no caption in common.</source>
        <translation>Die Wege treffen sich nicht: Sie haben keine Beschreibung gemeinsam.</translation>
    </message>
    <message>
        <source>Where the path ends</source>
        <translation>Wo der Weg endet</translation>
    </message>
    <message>
        <source>A climb begins at the caption nearest to the sound</source>
        <translation>Ein Aufstieg beginnt bei der dem Klang nächsten Beschreibung</translation>
    </message>
    <message>
        <source>Where the path begins</source>
        <translation>Wo der Weg beginnt</translation>
    </message>
    <message>
        <source>This model knows no uncertainty to climb by: the straight line is taken instead</source>
        <translation>Dieses Modell kennt keine Unsicherheit für einen Aufstieg: Stattdessen wird die Gerade genommen</translation>
    </message>
    <message>
        <source>Sorting the clips under the vocabulary</source>
        <translation>Clips werden dem Wortschatz zugeordnet</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Each caption is asked which clips it includes.</source>
        <translation>Jede Beschreibung wird gefragt, welche Clips sie einschließt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>The path is found as soon as it is loaded.</source>
        <translation>Der Weg wird gefunden, sobald es geladen ist.</translation>
    </message>
    <message>
        <source>There is no model to traverse with</source>
        <translation>Es gibt kein Modell für Wege</translation>
    </message>
    <message>
        <source>A model turns sounds and captions into what can be compared.</source>
        <translation>Ein Modell macht Klänge und Beschreibungen vergleichbar.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen…</translation>
    </message>
    <message>
        <source>From one sound to the general</source>
        <translation>Von einem Klang zum Allgemeinen</translation>
    </message>
    <message>
        <source>Choose a sound: press T on a clip in Explore, drop a file here, or type a caption above. You see which captions lead from it to ever more general ones, and the clips that lie along the way.</source>
        <translation>Wählen Sie einen Klang: Drücken Sie in Erkunden T auf einem Clip, legen Sie hier eine Datei ab, oder geben Sie oben eine Beschreibung ein. Sie sehen, welche Beschreibungen von ihm zu immer allgemeineren führen, und welche Clips am Weg liegen.</translation>
    </message>
    <message>
        <source>Choose a sound…</source>
        <translation>Klang wählen…</translation>
    </message>
    <message>
        <source>Finding the path</source>
        <translation>Der Weg wird gesucht</translation>
    </message>
    <message>
        <source>The first time with a model its captions are read; that is kept.</source>
        <translation>Beim ersten Mal mit einem Modell werden seine Beschreibungen gelesen; das bleibt erhalten.</translation>
    </message>
    <message>
        <source>Playing %1</source>
        <translation>%1 wird abgespielt</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <source>nearest clip: %1</source>
        <translation>nächster Clip: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Traverse</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Only clips that this model has listened to are met on the way</source>
        <translation>Nur Clips, die dieses Modell angehört hat, kommen am Weg vor</translation>
    </message>
    <message>
        <source>%1 captions met on a climb from “%2” to “%3”, among %4 captions and %5 clips</source>
        <translation>%1 Beschreibungen auf dem Aufstieg von „%2“ zu „%3“, unter %4 Beschreibungen und %5 Clips</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) not listened to yet: listen now</source>
        <translation>
            <numerusform>%n Clip noch nicht gehört: jetzt anhören</numerusform>
            <numerusform>%n Clips noch nicht gehört: jetzt anhören</numerusform>
        </translation>
    </message>
    <message>
        <source>A climb ends among the most general captions</source>
        <translation>Ein Aufstieg endet bei den allgemeinsten Beschreibungen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::VocabularyBrowser</name>
    <message>
        <source>List in Explore</source>
        <translation>In Erkunden auflisten</translation>
    </message>
    <message>
        <source>Traverse from here</source>
        <translation>Weg von hier aus</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Clips of the caption</source>
        <translation>Clips der Beschreibung</translation>
    </message>
    <message>
        <source>Best first; Enter or a click plays</source>
        <translation>Die besten zuerst; Eingabetaste oder Klick spielt ab</translation>
    </message>
    <message>
        <source>List these clips in Explore</source>
        <translation>Diese Clips in Erkunden auflisten</translation>
    </message>
    <message>
        <source>Set out from this caption</source>
        <translation>Von dieser Beschreibung ausgehen</translation>
    </message>
    <message>
        <source>“%1” includes no clip of this library.</source>
        <translation>„%1“ schließt keinen Clip dieser Bibliothek ein.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” includes %n clip(s), best first</source>
        <translation>
            <numerusform>„%1“ schließt %n Clip ein</numerusform>
            <numerusform>„%1“ schließt %n Clips ein, die besten zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::VocabularyModel</name>
    <message>
        <source>Uncertainty %1: the wider the curve, the more general the caption</source>
        <translation>Unsicherheit %1: Je breiter die Kurve, desto allgemeiner die Beschreibung</translation>
    </message>
    <message>
        <source>This model knows no uncertainty</source>
        <translation>Dieses Modell kennt keine Unsicherheit</translation>
    </message>
    <message>
        <source>Level %1 of the vocabulary</source>
        <translation>Stufe %1 des Wortschatzes</translation>
    </message>
    <message>
        <source>How many clips the caption describes and is wide enough to contain</source>
        <translation>Wie viele Clips die Beschreibung beschreibt und einschließen kann</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
</context>
<context>
    <name>prolap::ui::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Click to hear from there, drag to scrub, Shift and drag to mark a region. The wheel zooms, Shift and the wheel scrolls.</source>
        <translation>Ein Klick spielt von dort, Ziehen sucht, Umschalt und Ziehen markiert einen Bereich. Das Mausrad zoomt, mit Umschalt rollt es.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::WelcomeDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Start listening</source>
        <translation>&amp;Anhören beginnen</translation>
    </message>
    <message>
        <source>Welcome to ProLAP Explorer</source>
        <translation>Willkommen beim ProLAP Explorer</translation>
    </message>
    <message>
        <source>Find sounds by describing them</source>
        <translation>Klänge finden, indem man sie beschreibt</translation>
    </message>
    <message>
        <source>How likely a clip is what you described.</source>
        <translation>Wie wahrscheinlich ein Clip das ist, was du beschrieben hast.</translation>
    </message>
    <message>
        <source>How much a clip could be: a narrow curve is one particular sound, a wide one could be many things.</source>
        <translation>Was ein Clip alles sein könnte: Eine schmale Kurve ist ein bestimmter Klang, eine breite könnte vieles sein.</translation>
    </message>
    <message>
        <source>Folders to listen to</source>
        <translation>Anzuhörende Ordner</translation>
    </message>
    <message>
        <source>Folders can also be dropped here</source>
        <translation>Ordner lassen sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>A folder of sounds, with the folders in it</source>
        <translation>Ein Ordner mit Klängen, samt den Ordnern darin</translation>
    </message>
    <message>
        <source>&amp;Demo sounds</source>
        <translation>&amp;Beispielklänge</translation>
    </message>
    <message>
        <source>Sounds that are already on this machine</source>
        <translation>Klänge, die schon auf diesem Rechner sind</translation>
    </message>
    <message>
        <source>Take the selected folder off this list</source>
        <translation>Den gewählten Ordner von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>The files are only read. Listening takes a minute or two for each hour of sound, and you can search meanwhile. All of it stays on this machine.</source>
        <translation>Die Dateien werden nur gelesen. Das Anhören dauert ein bis zwei Minuten pro Stunde Klang, und du kannst währenddessen suchen. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Start with an empty library; folders can be added at any time</source>
        <translation>Mit einer leeren Bibliothek beginnen; Ordner lassen sich jederzeit hinzufügen</translation>
    </message>
    <message>
        <source>Type what you look for, such as “rain on a tin roof”. Press Down, and the first clip plays; drag a clip into any other program.</source>
        <translation>Tippe, was du suchst, etwa „rain on a tin roof“. Drücke Pfeil ab, und der erste Clip spielt; ziehe einen Clip in jedes andere Programm.</translation>
    </message>
    <message>
        <source>Which sounds shall be searched?</source>
        <translation>Welche Klänge sollen durchsucht werden?</translation>
    </message>
    <message>
        <source>Add a folder of sounds</source>
        <translation>Ordner mit Klängen hinzufügen</translation>
    </message>
</context>
</TS>
