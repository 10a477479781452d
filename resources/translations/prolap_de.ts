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
    <name>prolap::ui::CommandProcess</name>
    <message>
        <source>The command line program prolap could not be started: %1. It belongs beside the window&apos;s program.</source>
        <translation>Das Kommandozeilenprogramm prolap ließ sich nicht starten: %1. Es gehört neben das Programm des Fensters.</translation>
    </message>
    <message>
        <source>The program that did the work broke down; nothing of yours was changed. There may not be enough memory for it.</source>
        <translation>Das Programm, das die Arbeit tat, ist abgebrochen; von Ihren Daten wurde nichts verändert. Vielleicht reicht der Speicher nicht.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::DetailsDialog</name>
    <message numerus="yes">
        <source>Captions and note of %n clip(s)</source>
        <translation>
            <numerusform>Beschreibungen und Notiz von %n Klang</numerusform>
            <numerusform>Beschreibungen und Notiz von %n Klängen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;1 Exactly this</source>
        <translation>&amp;1 Genau dies</translation>
    </message>
    <message>
        <source>&amp;2 This kind</source>
        <translation>&amp;2 Diese Art</translation>
    </message>
    <message>
        <source>&amp;3 Wider</source>
        <translation>&amp;3 Weiter gefasst</translation>
    </message>
    <message>
        <source>&amp;4 Most general</source>
        <translation>&amp;4 Ganz allgemein</translation>
    </message>
    <message>
        <source>a heavy oak door falls shut in a stone cellar</source>
        <translation>eine schwere Eichentür fällt in einem Steinkeller zu</translation>
    </message>
    <message>
        <source>a wooden door closes</source>
        <translation>eine Holztür schließt sich</translation>
    </message>
    <message>
        <source>a door</source>
        <translation>eine Tür</translation>
    </message>
    <message>
        <source>an object is moved</source>
        <translation>ein Gegenstand wird bewegt</translation>
    </message>
    <message>
        <source>One caption a line</source>
        <translation>Eine Beschreibung je Zeile</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Anything you want to remember; it is not searched</source>
        <translation>Was immer Sie sich merken wollen; es wird nicht durchsucht</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Anything you want to remember</source>
        <translation>Was immer Sie sich merken wollen</translation>
    </message>
    <message>
        <source>These clips differ; what you write here replaces it in all of them</source>
        <translation>Diese Klänge unterscheiden sich; was Sie hier schreiben, ersetzt es bei allen</translation>
    </message>
    <message>
        <source>These clips are no longer in the library.</source>
        <translation>Diese Klänge sind nicht mehr in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::DuplicatesDialog</name>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Gruppen von Doppelten</translation>
    </message>
    <message>
        <source>Choose a group to compare its clips</source>
        <translation>Wählen Sie eine Gruppe, um ihre Klänge zu vergleichen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Clips of the group</source>
        <translation>Klänge der Gruppe</translation>
    </message>
    <message>
        <source>Click the arrow or press Enter to hear a clip; tick those that may go</source>
        <translation>Klick auf den Pfeil oder Eingabe spielt einen Klang; haken Sie an, was weg kann</translation>
    </message>
    <message>
        <source>Tag the ticked “duplicate”</source>
        <translation>Angehakte als „duplicate“ markieren</translation>
    </message>
    <message>
        <source>To look at them later; Undo takes it back</source>
        <translation>Um sie später anzusehen; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Move the ticked to the trash…</source>
        <translation>Angehakte in den Papierkorb …</translation>
    </message>
    <message>
        <source>Their files go to the desktop&apos;s trash, from where they can be restored</source>
        <translation>Ihre Dateien kommen in den Papierkorb und können von dort zurückgeholt werden</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Move the files of %n clip(s) to the trash?</source>
        <translation>
            <numerusform>Die Datei von %n Klang in den Papierkorb legen?</numerusform>
            <numerusform>Die Dateien von %n Klängen in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be restored from there. What you said of them stays in the library and is found again with them.</source>
        <translation>Von dort können sie zurückgeholt werden. Was Sie über sie gesagt haben, bleibt in der Bibliothek und findet sich mit ihnen wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%n identical clip(s)</source>
        <translation>
            <numerusform>%n gleicher Klang</numerusform>
            <numerusform>%n gleiche Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) that sound alike</source>
        <translation>
            <numerusform>%n ähnlicher Klang</numerusform>
            <numerusform>%n ähnlich klingende</numerusform>
        </translation>
    </message>
    <message>
        <source>No two clips of this library are the same.</source>
        <translation>Keine zwei Klänge dieser Bibliothek sind gleich.</translation>
    </message>
    <message>
        <source>%1 groups of identical clips (%2 MB could be freed), %3 groups that sound alike. Nothing is ticked or deleted by itself.</source>
        <translation>%1 Gruppen gleicher Klänge (%2 MB könnten frei werden), %3 Gruppen, die ähnlich klingen. Nichts wird von selbst angehakt oder gelöscht.</translation>
    </message>
    <message>
        <source>May go</source>
        <translation>Kann weg</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1, %2 Hz, %3 ch</source>
        <translation>%1, %2 Hz, %3 K.</translation>
    </message>
    <message>
        <source>These files could not be moved to the trash; they are where they were:
%1</source>
        <translation>Diese Dateien ließen sich nicht in den Papierkorb legen; sie sind, wo sie waren:
%1</translation>
    </message>
</context>
<context>
    <name>prolap::ui::EvalResult</name>
    <message>
        <source>%1 was left out: %2.</source>
        <translation>%1 wurde ausgelassen: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Wiederfinden</translation>
    </message>
    <message>
        <source>Zero-shot labels</source>
        <translation>Zuordnung ohne Training</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Weg zum Allgemeinen</translation>
    </message>
    <message>
        <source>Inclusion</source>
        <translation>Enthaltensein</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
</context>
<context>
    <name>prolap::ui::EvalTable</name>
    <message>
        <source>better by %1</source>
        <translation>besser um %1</translation>
    </message>
    <message>
        <source>worse by %1</source>
        <translation>schlechter um %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>What guessing would give</source>
        <translation>Was Raten ergäbe</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>How much the second model is above the first; ▲ better, ▼ worse</source>
        <translation>Um wie viel das zweite Modell über dem ersten liegt; ▲ besser, ▼ schlechter</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
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
    <message>
        <source>Nothing in this collection yet</source>
        <translation>Noch nichts in dieser Sammlung</translation>
    </message>
    <message>
        <source>Drag clips from the list onto it, or put them in by their menu.</source>
        <translation>Ziehen Sie Klänge aus der Liste darauf, oder legen Sie sie über ihr Menü hinein.</translation>
    </message>
    <message>
        <source>Show all clips</source>
        <translation>Alle Klänge zeigen</translation>
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
    <name>prolap::ui::FetchDialog</name>
    <message>
        <source>Fetch a published model</source>
        <translation>Ein veröffentlichtes Modell holen</translation>
    </message>
    <message>
        <source>Others trained and published these. They have no uncertainty, and search all the same. This is the only time that the program uses the network.</source>
        <translation>Diese haben andere trainiert und veröffentlicht. Sie kennen keine Unsicherheit und suchen trotzdem. Nur hierfür benutzt das Programm das Netz.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Licence, by its card</source>
        <translation>Lizenz laut Karte</translation>
    </message>
    <message>
        <source>Published models</source>
        <translation>Veröffentlichte Modelle</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>About the chosen model</source>
        <translation>Über das gewählte Modell</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>&amp;Go on fetching</source>
        <translation>&amp;Weiter holen</translation>
    </message>
    <message>
        <source>&amp;Check it again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ImportDialog</name>
    <message>
        <source>Store it in &amp;half the size (fp16)</source>
        <translation>In &amp;halber Größe speichern (fp16)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>A published checkpoint becomes a pack among your models: a Hugging Face CLAP folder, MS-CLAP 2023 (.pth), LAION CLAP (.pt), or another pack. Nothing in it is executed.</source>
        <translation>Ein veröffentlichter Prüfpunkt wird zu einem Paket unter Ihren Modellen: ein Hugging-Face-CLAP-Ordner, MS-CLAP 2023 (.pth), LAION CLAP (.pt) oder ein anderes Paket. Nichts darin wird ausgeführt.</translation>
    </message>
    <message>
        <source>The folder or file of the model</source>
        <translation>Ordner oder Datei des Modells</translation>
    </message>
    <message>
        <source>Folder or file of the model</source>
        <translation>Ordner oder Datei des Modells</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder or a checkpoint file</source>
        <translation>Einen Ordner oder eine Prüfpunktdatei wählen</translation>
    </message>
    <message>
        <source>&amp;Folder (model pack or Hugging Face CLAP)…</source>
        <translation>&amp;Ordner (Modellpaket oder Hugging-Face-CLAP)…</translation>
    </message>
    <message>
        <source>&amp;Checkpoint file (MS-CLAP or LAION)…</source>
        <translation>&amp;Prüfpunktdatei (MS-CLAP oder LAION)…</translation>
    </message>
    <message>
        <source>After the checkpoint</source>
        <translation>Nach dem Prüfpunkt</translation>
    </message>
    <message>
        <source>What to call it; empty for its own name</source>
        <translation>Wie es heißen soll; leer für seinen eigenen Namen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Half the room on the disk; the results differ in the fourth digit</source>
        <translation>Der halbe Platz auf der Platte; die Ergebnisse weichen in der vierten Stelle ab</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>There is nothing at this place.</source>
        <translation>An dieser Stelle ist nichts.</translation>
    </message>
    <message>
        <source>A name has no slashes.</source>
        <translation>Ein Name enthält keine Schrägstriche.</translation>
    </message>
    <message>
        <source>There is a model of this name already; choose another one, or delete that one first.</source>
        <translation>Ein Modell dieses Namens gibt es schon; wählen Sie einen anderen oder löschen Sie jenes zuerst.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Checkpoint of a model</source>
        <translation>Prüfpunkt eines Modells</translation>
    </message>
    <message>
        <source>Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)</source>
        <translation>Prüfpunkte (*.pth *.pt *.bin *.safetensors);;Alle Dateien (*)</translation>
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
    <name>prolap::ui::LevelCharts</name>
    <message>
        <source>Charts need captions of several levels.</source>
        <translation>Diagramme brauchen Beschreibungen mehrerer Stufen.</translation>
    </message>
    <message>
        <source>Figures by caption level</source>
        <translation>Zahlen nach Stufe der Beschreibung</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Caption level, 1 is general</source>
        <translation>Stufe der Beschreibung, 1 ist allgemein</translation>
    </message>
    <message>
        <source>%1, level %2: %3</source>
        <translation>%1, Stufe %2: %3</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LibraryMenu</name>
    <message>
        <source>&amp;Statistics…</source>
        <translation>&amp;Statistik …</translation>
    </message>
    <message>
        <source>&amp;Duplicates…</source>
        <translation>&amp;Doppelte …</translation>
    </message>
    <message>
        <source>A folder has &amp;moved…</source>
        <translation>Ein Ordner ist &amp;umgezogen …</translation>
    </message>
    <message>
        <source>&amp;Export tags and notes…</source>
        <translation>Schlagwörter und Notizen &amp;ausgeben …</translation>
    </message>
    <message>
        <source>&amp;Import tags and notes…</source>
        <translation>Schlagwörter und Notizen &amp;einlesen …</translation>
    </message>
    <message>
        <source>&amp;Watch the folders</source>
        <translation>Ordner b&amp;eobachten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>What comes into the folders is listened to by itself</source>
        <translation>Was in die Ordner kommt, wird von selbst angehört</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>Export tags and notes</source>
        <translation>Schlagwörter und Notizen ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Import tags and notes</source>
        <translation>Schlagwörter und Notizen einlesen</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Schreibe %1</translation>
    </message>
    <message>
        <source>Wrote %1: %2</source>
        <translation>%1 geschrieben: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Klang</numerusform>
            <numerusform>%n Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out.</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen.</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their clips are not in this library, or they could not be read. The others were taken; Undo takes all of them back.</source>
        <translation>Ihre Klänge sind nicht in dieser Bibliothek, oder sie ließen sich nicht lesen. Die anderen wurden übernommen; Rückgängig nimmt alle zurück.</translation>
    </message>
    <message>
        <source>Not in the library: %1</source>
        <translation>Nicht in der Bibliothek: %1</translation>
    </message>
    <message>
        <source>This library has no folders yet.</source>
        <translation>Diese Bibliothek hat noch keine Ordner.</translation>
    </message>
    <message>
        <source>%1 (not reachable)</source>
        <translation>%1 (nicht erreichbar)</translation>
    </message>
    <message>
        <source>A folder has moved</source>
        <translation>Ein Ordner ist umgezogen</translation>
    </message>
    <message>
        <source>Which folder of the library:</source>
        <translation>Welcher Ordner der Bibliothek:</translation>
    </message>
    <message>
        <source>Where it is now</source>
        <translation>Wo er jetzt ist</translation>
    </message>
    <message>
        <source>The folder is at %1 now; all its files are there</source>
        <translation>Der Ordner liegt jetzt in %1; alle seine Dateien sind da</translation>
    </message>
    <message>
        <source>The folder is at %1 now; %2 of its %3 files are there</source>
        <translation>Der Ordner liegt jetzt in %1; %2 seiner %3 Dateien sind da</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LibrarySession</name>
    <message>
        <source>The model of this library, %1, is not there any more: another one is used. Choose its model on the Models page.</source>
        <translation>Das Modell dieser Bibliothek, %1, ist nicht mehr da: ein anderes wird benutzt. Wählen Sie ihr Modell auf der Seite Modelle.</translation>
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
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>B&amp;ibliothek</translation>
    </message>
</context>
<context>
    <name>prolap::ui::MeasureForm</name>
    <message>
        <source>Whether captions find their clips, and clips their captions</source>
        <translation>Ob Beschreibungen ihre Klänge finden und Klänge ihre Beschreibungen</translation>
    </message>
    <message>
        <source>Whether clips are told apart by the captions of their labels</source>
        <translation>Ob Klänge an den Beschreibungen ihrer Klassen unterschieden werden</translation>
    </message>
    <message>
        <source>Whether a walk from a clip to the general meets the clip&apos;s own captions</source>
        <translation>Ob der Weg von einem Klang zum Allgemeinen dessen eigene Beschreibungen trifft</translation>
    </message>
    <message>
        <source>Whether clips lie inside their captions, and specific captions in general ones</source>
        <translation>Ob Klänge in ihren Beschreibungen liegen und genaue Beschreibungen in allgemeinen</translation>
    </message>
    <message>
        <source>What the uncertainty follows, and whether the match probability means what it says</source>
        <translation>Wonach sich die Unsicherheit richtet und ob die Trefferwahrscheinlichkeit hält, was sie sagt</translation>
    </message>
    <message>
        <source>&amp;Keep what the encoders hear</source>
        <translation>&amp;Gehörtes der Encoder behalten</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>A file or folder</source>
        <translation>Eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>This library&apos;s captions</source>
        <translation>Die Beschreibungen dieser Bibliothek</translation>
    </message>
    <message>
        <source>Where sounds with captions come from</source>
        <translation>Woher Klänge mit Beschreibungen kommen</translation>
    </message>
    <message>
        <source>CSV, AudioCaps, Clotho or folder</source>
        <translation>CSV, AudioCaps, Clotho oder Ordner</translation>
    </message>
    <message>
        <source>A CSV with the columns path and caption (or caption1 to caption4), AudioCaps or Clotho as published, or a folder of sounds with captions in .txt or .json beside them</source>
        <translation>Eine CSV mit den Spalten path und caption (oder caption1 bis caption4), AudioCaps oder Clotho wie veröffentlicht, oder ein Ordner mit Klängen und Beschreibungen in .txt oder .json daneben</translation>
    </message>
    <message>
        <source>File or folder of captioned sounds</source>
        <translation>Datei oder Ordner beschriebener Klänge</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a CSV or a folder</source>
        <translation>Eine CSV oder einen Ordner wählen</translation>
    </message>
    <message>
        <source>&amp;CSV file…</source>
        <translation>&amp;CSV-Datei…</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>Which clips: tag:NAME, -tag:NAME, folder:DIR, or * for all</source>
        <translation>Welche Klänge: tag:NAME, -tag:NAME, folder:ORDNER oder * für alle</translation>
    </message>
    <message>
        <source>Which clips of the library</source>
        <translation>Welche Klänge der Bibliothek</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Rows of this split; all rows where the data have none</source>
        <translation>Zeilen dieses Teils; alle, wo die Daten keine Teile haben</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Klänge</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Teil</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Line to the centroid</source>
        <translation>Gerade zum Schwerpunkt</translation>
    </message>
    <message>
        <source>Line to the empty caption</source>
        <translation>Gerade zur leeren Beschreibung</translation>
    </message>
    <message>
        <source>Line to the caption that holds most</source>
        <translation>Gerade zur umfassendsten Beschreibung</translation>
    </message>
    <message>
        <source>Line to the masked caption</source>
        <translation>Gerade zur verdeckten Beschreibung</translation>
    </message>
    <message>
        <source>Climb by uncertainty</source>
        <translation>Aufstieg nach Unsicherheit</translation>
    </message>
    <message>
        <source>The traversal whose levels are charted; the table has all of them</source>
        <translation>Der Weg, dessen Stufen gezeichnet werden; die Tabelle hat alle</translation>
    </message>
    <message>
        <source>Points on the way</source>
        <translation>Punkte auf dem Weg</translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkte</translation>
    </message>
    <message>
        <source>&amp;Traversal</source>
        <translation>&amp;Weg</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Weg zum Allgemeinen</translation>
    </message>
    <message>
        <source>The model to measure</source>
        <translation>Das Modell, das gemessen wird</translation>
    </message>
    <message>
        <source>Another model to set beside it</source>
        <translation>Ein anderes Modell daneben</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>&amp;Beside</source>
        <translation>&amp;Daneben</translation>
    </message>
    <message>
        <source>On the disk, so that the next time on these sounds takes seconds; calculates exactly (fp32)</source>
        <translation>Auf der Platte, damit das nächste Mal an diesen Klängen Sekunden dauert; rechnet genau (fp32)</translation>
    </message>
    <message>
        <source>Measure, in a program of its own; the window stays free</source>
        <translation>Messen, in einem eigenen Programm; das Fenster bleibt frei</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Choose sounds with captions first.</source>
        <translation>Wählen Sie zuerst Klänge mit Beschreibungen.</translation>
    </message>
    <message>
        <source>There is nothing at this place.</source>
        <translation>An dieser Stelle ist nichts.</translation>
    </message>
    <message>
        <source>Say which clips, or * for all.</source>
        <translation>Sagen Sie, welche Klänge, oder * für alle.</translation>
    </message>
    <message>
        <source>Choose at least one measure.</source>
        <translation>Wählen Sie mindestens ein Maß.</translation>
    </message>
    <message>
        <source>There is no model to measure.</source>
        <translation>Es gibt kein Modell zu messen.</translation>
    </message>
    <message>
        <source>Choose two different models.</source>
        <translation>Wählen Sie zwei verschiedene Modelle.</translation>
    </message>
    <message>
        <source>Captioned sounds</source>
        <translation>Beschriebene Klänge</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::MeasureTab</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was nicht ging</translation>
    </message>
    <message>
        <source>What to know about the figures</source>
        <translation>Was man zu den Zahlen wissen muss</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>By &amp;level</source>
        <translation>Nach &amp;Stufe</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Table as CSV…</source>
        <translation>&amp;Tabelle als CSV…</translation>
    </message>
    <message>
        <source>Table as CSV</source>
        <translation>Tabelle als CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>All of it as &amp;JSON…</source>
        <translation>Alles als &amp;JSON…</translation>
    </message>
    <message>
        <source>All of it as JSON</source>
        <translation>Alles als JSON</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>&amp;Charts as a picture…</source>
        <translation>&amp;Diagramme als Bild…</translation>
    </message>
    <message>
        <source>Charts as a picture</source>
        <translation>Diagramme als Bild</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg)</source>
        <translation>Bilder (*.png);;Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>&amp;Report as a web page…</source>
        <translation>&amp;Bericht als Webseite…</translation>
    </message>
    <message>
        <source>Report as a web page</source>
        <translation>Bericht als Webseite</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Keep the figures, charts or the whole report</source>
        <translation>Zahlen, Diagramme oder den ganzen Bericht behalten</translation>
    </message>
    <message>
        <source>How good is the model on your sounds?</source>
        <translation>Wie gut ist das Modell an Ihren Klängen?</translation>
    </message>
    <message>
        <source>Figures beside what guessing would give, and beside those of another model. It needs sounds with captions: a CSV, AudioCaps, Clotho, captions beside the files, or those of this library.</source>
        <translation>Zahlen neben dem, was Raten ergäbe, und neben denen eines anderen Modells. Es braucht Klänge mit Beschreibungen: eine CSV, AudioCaps, Clotho, Beschreibungen neben den Dateien oder die dieser Bibliothek.</translation>
    </message>
    <message>
        <source>Measuring %1</source>
        <translation>%1 wird gemessen</translation>
    </message>
    <message>
        <source>Stop; the figures shown stay</source>
        <translation>Anhalten; die gezeigten Zahlen bleiben</translation>
    </message>
    <message>
        <source>: %1 of %2 clips</source>
        <translation>: %1 von %2 Klängen</translation>
    </message>
    <message>
        <source>Measuring was cancelled.</source>
        <translation>Die Messung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The measurement ended without an answer.</source>
        <translation>Die Messung endete ohne Antwort.</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>split %1</source>
        <translation>Teil %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) or file(s) could not be used:</source>
        <translation>
            <numerusform>%n Zeile oder Datei war nicht brauchbar:</numerusform>
            <numerusform>%n Zeilen oder Dateien waren nicht brauchbar:</numerusform>
        </translation>
    </message>
    <message>
        <source>and more; the JSON has all of them.</source>
        <translation>und weitere; das JSON enthält alle.</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Gemessen.</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>%1 ließ sich nicht schreiben: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 ließ sich nicht schreiben. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The report is not there any more; measure again.</source>
        <translation>Der Bericht ist nicht mehr da; messen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::Metric</name>
    <message>
        <source>Caption to clip</source>
        <translation>Beschreibung zu Klang</translation>
    </message>
    <message>
        <source>Clip to caption</source>
        <translation>Klang zu Beschreibung</translation>
    </message>
    <message>
        <source>its own clip</source>
        <translation>den eigenen Klang</translation>
    </message>
    <message>
        <source>one of its own captions</source>
        <translation>eine der eigenen Beschreibungen</translation>
    </message>
    <message>
        <source>any clip of its label</source>
        <translation>einen Klang derselben Klasse</translation>
    </message>
    <message>
        <source>any caption of its label</source>
        <translation>eine Beschreibung derselben Klasse</translation>
    </message>
    <message>
        <source>%1, by label: %2</source>
        <translation>%1, nach Klasse: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>median rank</source>
        <translation>mittlerer Rang</translation>
    </message>
    <message>
        <source>The rank at which half of the questions have found %1.</source>
        <translation>Der Rang, bei dem die Hälfte der Fragen %1 gefunden hat.</translation>
    </message>
    <message>
        <source>mAP@10</source>
        <translation>mAP@10</translation>
    </message>
    <message>
        <source>Mean average precision among the first ten; right is %1.</source>
        <translation>Mittlere Genauigkeit unter den ersten zehn; richtig ist: %1.</translation>
    </message>
    <message>
        <source>among the first %1</source>
        <translation>unter den ersten %1</translation>
    </message>
    <message>
        <source>Share of questions that find %1 among the first %2.</source>
        <translation>Anteil der Fragen, die %1 unter den ersten %2 finden.</translation>
    </message>
    <message>
        <source>Line to %1</source>
        <translation>Gerade zu %1</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Aufstieg</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of the captions met on the way that are the clip&apos;s own.</source>
        <translation>Anteil der getroffenen Beschreibungen, die dem Klang gehören.</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Ausbeute</translation>
    </message>
    <message>
        <source>Share of the clip&apos;s own captions that are met on the way.</source>
        <translation>Anteil der eigenen Beschreibungen des Klangs, die getroffen werden.</translation>
    </message>
    <message>
        <source>captions met</source>
        <translation>getroffene Beschreibungen</translation>
    </message>
    <message>
        <source>How many captions are met on the way, on average.</source>
        <translation>Wie viele Beschreibungen im Mittel getroffen werden.</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Weg zum Allgemeinen</translation>
    </message>
    <message>
        <source>Inside (incl &gt; 0)</source>
        <translation>Enthalten (incl &gt; 0)</translation>
    </message>
    <message>
        <source>Share of pairs whose specific side lies inside the general one.</source>
        <translation>Anteil der Paare, deren genaue Seite in der allgemeinen liegt.</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>How well overlap tells true pairs from shuffled ones; 0.5 is chance.</source>
        <translation>Wie gut die Überlappung wahre Paare von gemischten trennt; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Share of pairs with incl &gt; 0 that also overlap.</source>
        <translation>Anteil der Paare mit incl &gt; 0, die sich auch überlappen.</translation>
    </message>
    <message>
        <source>Overlap threshold</source>
        <translation>Schwelle der Überlappung</translation>
    </message>
    <message>
        <source>Score above which a pair counts as overlapping, chosen on the validation split.</source>
        <translation>Wert, ab dem ein Paar als überlappend zählt, auf dem Validierungsteil gewählt.</translation>
    </message>
    <message>
        <source>, shuffled pairs</source>
        <translation>, gemischte Paare</translation>
    </message>
    <message>
        <source>, by H</source>
        <translation>, nach H</translation>
    </message>
    <message>
        <source>clips in captions</source>
        <translation>Klänge in Beschreibungen</translation>
    </message>
    <message>
        <source>specific in general captions</source>
        <translation>genaue in allgemeinen Beschreibungen</translation>
    </message>
    <message>
        <source>level %1 in level %2</source>
        <translation>Stufe %1 in Stufe %2</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1: %2%3</translation>
    </message>
    <message>
        <source>Right label first</source>
        <translation>Richtige Klasse zuerst</translation>
    </message>
    <message>
        <source>Share of clips whose likeliest label is theirs.</source>
        <translation>Anteil der Klänge, deren wahrscheinlichste Klasse stimmt.</translation>
    </message>
    <message>
        <source>Right label first, by bare name</source>
        <translation>Richtige Klasse zuerst, nach bloßem Namen</translation>
    </message>
    <message>
        <source>The same with the label&apos;s name as the caption.</source>
        <translation>Dasselbe mit dem Namen der Klasse als Beschreibung.</translation>
    </message>
    <message>
        <source>mAP over labels</source>
        <translation>mAP über Klassen</translation>
    </message>
    <message>
        <source>Mean average precision, each label counting once.</source>
        <translation>Mittlere Genauigkeit, jede Klasse zählt einmal.</translation>
    </message>
    <message>
        <source>mAP over labels, by bare name</source>
        <translation>mAP über Klassen, nach bloßem Namen</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierfehler</translation>
    </message>
    <message>
        <source>How far the match probability is from the share of true matches, on average.</source>
        <translation>Wie weit die Trefferwahrscheinlichkeit im Mittel vom Anteil wahrer Treffer entfernt ist.</translation>
    </message>
    <message>
        <source>Calibration error above 10 %</source>
        <translation>Kalibrierfehler über 10 %</translation>
    </message>
    <message>
        <source>The same over the matches that are claimed above 10 %.</source>
        <translation>Dasselbe für die Treffer, die mit mehr als 10 % behauptet werden.</translation>
    </message>
    <message>
        <source>Uncertainty and caption length (r)</source>
        <translation>Unsicherheit und Länge der Beschreibung (r)</translation>
    </message>
    <message>
        <source>Longer captions are expected to be less uncertain: below 0.</source>
        <translation>Längere Beschreibungen sollten weniger unsicher sein: unter 0.</translation>
    </message>
    <message>
        <source>Uncertainty and caption level (r)</source>
        <translation>Unsicherheit und Stufe der Beschreibung (r)</translation>
    </message>
    <message>
        <source>More specific captions are expected to be less uncertain: below 0.</source>
        <translation>Genauere Beschreibungen sollten weniger unsicher sein: unter 0.</translation>
    </message>
    <message>
        <source>Mean uncertainty of captions</source>
        <translation>Mittlere Unsicherheit der Beschreibungen</translation>
    </message>
    <message>
        <source>Mean uncertainty of clips</source>
        <translation>Mittlere Unsicherheit der Klänge</translation>
    </message>
    <message>
        <source>Median uncertainty of clips</source>
        <translation>Median der Unsicherheit der Klänge</translation>
    </message>
    <message>
        <source>u, the sum of a Gaussian&apos;s variances.</source>
        <translation>u, die Summe der Varianzen einer Gaußverteilung.</translation>
    </message>
    <message>
        <source>Mean log-variance of captions</source>
        <translation>Mittlere Log-Varianz der Beschreibungen</translation>
    </message>
    <message>
        <source>Mean log-variance of clips</source>
        <translation>Mittlere Log-Varianz der Klänge</translation>
    </message>
    <message>
        <source>Averaged over the dimensions.</source>
        <translation>Über die Dimensionen gemittelt.</translation>
    </message>
    <message>
        <source>%1, level %2</source>
        <translation>%1, Stufe %2</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelFacts</name>
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
</context>
<context>
    <name>prolap::ui::ModelListModel</name>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>listening…</source>
        <translation>hört zu…</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>files not here</source>
        <translation>Dateien nicht hier</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation>
            <numerusform>%n Clip gehört</numerusform>
            <numerusform>%n Clips gehört</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelRows</name>
    <message>
        <source>Its files are not on this machine, or have changed since the library was listened to with it.</source>
        <translation>Seine Dateien sind nicht auf diesem Rechner oder haben sich geändert, seit die Bibliothek damit gehört wurde.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelView</name>
    <message>
        <source>&amp;Use in this library</source>
        <translation>In dieser Bibliothek &amp;benutzen</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>Als &amp;Standard</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>For&amp;get what it heard…</source>
        <translation>Gehörtes &amp;vergessen…</translation>
    </message>
    <message>
        <source>&amp;Measure its speed here</source>
        <translation>Geschwindigkeit hier &amp;messen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Figures of the model</source>
        <translation>Zahlen des Modells</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Windows a second</source>
        <translation>Fenster je Sekunde</translation>
    </message>
    <message>
        <source>× real time</source>
        <translation>× Echtzeit</translation>
    </message>
    <message>
        <source>Caption, ms</source>
        <translation>Beschreibung, ms</translation>
    </message>
    <message>
        <source>Speed on this machine</source>
        <translation>Geschwindigkeit auf diesem Rechner</translation>
    </message>
    <message>
        <source>Listen to what it has not heard of this library yet, then search with it. Until then the model in use serves, and what that one heard is kept.</source>
        <translation>Hören, was es von dieser Bibliothek noch nicht kennt, dann damit suchen. Bis dahin dient das bisherige Modell, und was jenes hörte, bleibt.</translation>
    </message>
    <message>
        <source>Open this library with it from now on</source>
        <translation>Diese Bibliothek von nun an damit öffnen</translation>
    </message>
    <message>
        <source>Show its files in the file manager</source>
        <translation>Seine Dateien im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>How quickly it listens and reads captions on this machine, on each device</source>
        <translation>Wie schnell es auf diesem Rechner hört und Beschreibungen liest, auf jedem Gerät</translation>
    </message>
    <message>
        <source>Free the room of what this library heard with it; sounds, tags and captions stay</source>
        <translation>Den Platz dessen freigeben, was diese Bibliothek damit hörte; Klänge, Tags und Beschreibungen bleiben</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>Das schnellste, das da ist</translation>
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
        <translation>Das schnellste, das genau genug ist</translation>
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
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Delete its files from the disk</source>
        <translation>Seine Dateien von der Platte löschen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert an</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Calculates</source>
        <translation>Rechnet</translation>
    </message>
    <message>
        <source>In this library</source>
        <translation>In dieser Bibliothek</translation>
    </message>
    <message>
        <source>What the library holds of it</source>
        <translation>Was die Bibliothek davon enthält</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>&amp;Speed here</source>
        <translation>Geschwindigkeit &amp;hier</translation>
    </message>
    <message>
        <source>More about the model</source>
        <translation>Mehr über das Modell</translation>
    </message>
    <message>
        <source>This model brings no card.</source>
        <translation>Dieses Modell bringt keine Karte mit.</translation>
    </message>
    <message>
        <source>%1; %2 kHz, windows of %3 s</source>
        <translation>%1; %2 kHz, Fenster von %3 s</translation>
    </message>
    <message>
        <source>%1 dimensions, with uncertainty</source>
        <translation>%1 Dimensionen, mit Unsicherheit</translation>
    </message>
    <message>
        <source>%1 dimensions, no uncertainty in this model</source>
        <translation>%1 Dimensionen, keine Unsicherheit in diesem Modell</translation>
    </message>
    <message>
        <source>%1 million parameters, %2 on disk</source>
        <translation>%1 Millionen Parameter, %2 auf der Platte</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Platte</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2, %3 on disk, since %4</source>
        <translation>%1 in %2, %3 auf der Platte, seit %4</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) heard</source>
        <translation>
            <numerusform>%n Clip gehört</numerusform>
            <numerusform>%n Clips gehört</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenstern</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was heard with it yet.</source>
        <translation>Damit wurde noch nichts gehört.</translation>
    </message>
    <message>
        <source>This model brings no figures. The page Measure makes some on your own sounds.</source>
        <translation>Dieses Modell bringt keine Zahlen mit. Die Seite Messen macht welche an Ihren eigenen Klängen.</translation>
    </message>
    <message numerus="yes">
        <source>Measured when it was trained, on %n clip(s) that it was not trained on.</source>
        <translation>
            <numerusform>Beim Training gemessen, an %n Clip, an dem es nicht trainiert wurde.</numerusform>
            <numerusform>Beim Training gemessen, an %n Clips, an denen es nicht trainiert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured when it was trained.</source>
        <translation>Beim Training gemessen.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>listening, then in use</source>
        <translation>hört zu, dann in Gebrauch</translation>
    </message>
    <message>
        <source>default of this library</source>
        <translation>Standard dieser Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Run it so</source>
        <translation>&amp;So laufen lassen</translation>
    </message>
    <message>
        <source>Take off the &amp;list…</source>
        <translation>Von der &amp;Liste nehmen…</translation>
    </message>
    <message>
        <source>The starter model is a part of the program</source>
        <translation>Das Startmodell ist ein Teil des Programms</translation>
    </message>
    <message>
        <source>It is in use: use another model first</source>
        <translation>Es ist in Gebrauch: benutzen Sie zuerst ein anderes</translation>
    </message>
    <message>
        <source>Take it off this list; its files stay where they are</source>
        <translation>Von dieser Liste nehmen; seine Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Graphics card (%1)</source>
        <translation>Grafikkarte (%1)</translation>
    </message>
    <message>
        <source>Not measured yet. Takes about 15 seconds, with sound made on the spot; nothing is written.</source>
        <translation>Noch nicht gemessen. Dauert etwa 15 Sekunden, mit eigens erzeugtem Klang; nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Windows of %1 s; decoding files is not counted.</source>
        <translation>Fenster von %1 s; das Dekodieren der Dateien zählt nicht mit.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsPage</name>
    <message>
        <source>Mode&amp;ls on this machine</source>
        <translation>Mode&amp;lle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Meas&amp;ure</source>
        <translation>M&amp;essen</translation>
    </message>
    <message>
        <source>Which models there are, and what can be done with them</source>
        <translation>Welche Modelle es gibt und was man mit ihnen tun kann</translation>
    </message>
    <message>
        <source>How good a model is on captioned sounds, beside chance and beside another model</source>
        <translation>Wie gut ein Modell an beschriebenen Klängen ist, neben dem Zufall und neben einem anderen Modell</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsTab</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzu…</translation>
    </message>
    <message>
        <source>Fe&amp;tch…</source>
        <translation>H&amp;olen…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The models that this machine knows</source>
        <translation>Die Modelle, die dieser Rechner kennt</translation>
    </message>
    <message>
        <source>&amp;Folder (model pack or Hugging Face CLAP)…</source>
        <translation>&amp;Ordner (Modellpaket oder Hugging-Face-CLAP)…</translation>
    </message>
    <message>
        <source>&amp;Checkpoint file (MS-CLAP or LAION)…</source>
        <translation>&amp;Prüfpunktdatei (MS-CLAP oder LAION)…</translation>
    </message>
    <message>
        <source>&amp;Import as a pack of your own…</source>
        <translation>Als eigenes Paket &amp;importieren…</translation>
    </message>
    <message>
        <source>Use a model where it lies, or turn one into a pack among your models</source>
        <translation>Ein Modell benutzen, wo es liegt, oder eines zu einem Paket unter Ihren Modellen machen</translation>
    </message>
    <message>
        <source>Download a model that others published</source>
        <translation>Ein Modell herunterladen, das andere veröffentlicht haben</translation>
    </message>
    <message>
        <source>Stopped; fetch it again, and it goes on from there.</source>
        <translation>Angehalten; holen Sie es noch einmal, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Listening with %1; the model in use serves until that is done.</source>
        <translation>%1 hört zu; bis es fertig ist, dient das bisherige Modell.</translation>
    </message>
    <message>
        <source>Noting it</source>
        <translation>Wird vermerkt</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>This library opens with %1 from now on.</source>
        <translation>Diese Bibliothek öffnet von nun an mit %1.</translation>
    </message>
    <message>
        <source>Measuring %1:</source>
        <translation>%1 wird gemessen:</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Nicht weiter messen</translation>
    </message>
    <message>
        <source>Measured %1.</source>
        <translation>%1 gemessen.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Leave it off the list</source>
        <translation>Nicht in die Liste nehmen</translation>
    </message>
    <message>
        <source>%1 is in the list now.</source>
        <translation>%1 steht jetzt in der Liste.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Checkpoint of a model</source>
        <translation>Prüfpunkt eines Modells</translation>
    </message>
    <message>
        <source>Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)</source>
        <translation>Prüfpunkte (*.pth *.pt *.bin *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Stop importing; nothing is left of it</source>
        <translation>Nicht importieren; nichts bleibt davon zurück</translation>
    </message>
    <message>
        <source>It could not be imported.</source>
        <translation>Es ließ sich nicht importieren.</translation>
    </message>
    <message>
        <source>Imported %1.</source>
        <translation>%1 importiert.</translation>
    </message>
    <message>
        <source>Fetching %1:</source>
        <translation>%1 wird geholt:</translation>
    </message>
    <message>
        <source>Stop fetching; what is here is kept, and it goes on from there another time</source>
        <translation>Nicht weiter holen; was hier ist, bleibt, und ein andermal geht es dort weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>trying again: %1</source>
        <translation>noch ein Versuch: %1</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 ist da.</translation>
    </message>
    <message>
        <source>The model could not be fetched</source>
        <translation>Das Modell ließ sich nicht holen</translation>
    </message>
    <message>
        <source>With a network, fetch it again: it goes on where it stopped. Without one, bring the files from another machine.</source>
        <translation>Mit Netz: noch einmal holen, es geht weiter, wo es aufhörte. Ohne Netz: die Dateien von einem anderen Rechner bringen.</translation>
    </message>
    <message>
        <source>%1 of this library, %2 on disk, can be searched with it and with no other model.</source>
        <translation>%1 dieser Bibliothek, %2 auf der Platte, lassen sich nur damit durchsuchen.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the default model of this library; the starter will be.</source>
        <translation>Es ist das Standardmodell dieser Bibliothek; das Startmodell wird es sein.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Ein Modell löschen</translation>
    </message>
    <message>
        <source>Take %1 off the list?</source>
        <translation>%1 von der Liste nehmen?</translation>
    </message>
    <message>
        <source>Delete %1, %2?</source>
        <translation>%1, %2, löschen?</translation>
    </message>
    <message>
        <source>Its files stay in %1.</source>
        <translation>Seine Dateien bleiben in %1.</translation>
    </message>
    <message>
        <source>Its files in %1 are deleted.</source>
        <translation>Seine Dateien in %1 werden gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Forget what this library heard with it, too</source>
        <translation>Auch &amp;vergessen, was diese Bibliothek damit hörte</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Abnehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>%1 wird gelöscht</translation>
    </message>
    <message>
        <source>Stop where it is</source>
        <translation>Anhalten, wo es ist</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ist weg.</translation>
    </message>
    <message>
        <source>Forget what a model heard</source>
        <translation>Vergessen, was ein Modell hörte</translation>
    </message>
    <message>
        <source>Forget what this library heard with %1?</source>
        <translation>Vergessen, was diese Bibliothek mit %1 hörte?</translation>
    </message>
    <message>
        <source>Frees about %1. Sounds, tags and captions stay. To search with it again, its %2 must be listened to again.</source>
        <translation>Gibt etwa %1 frei. Klänge, Tags und Beschreibungen bleiben. Um wieder damit zu suchen, muss erneut gehört werden: %2.</translation>
    </message>
    <message>
        <source>It is the model in use: until then only names and tags are found.</source>
        <translation>Es ist das Modell in Gebrauch: bis dahin werden nur Namen und Tags gefunden.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgetting what %1 heard</source>
        <translation>Was %1 hörte, wird vergessen</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigegeben.</translation>
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
    <name>prolap::ui::OrganiseActions</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Wertung</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Captions and note…</source>
        <translation>Beschreibungen und Notiz …</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>New collection of these…</source>
        <translation>Neue Sammlung aus diesen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Take out of the collection</source>
        <translation>Aus der Sammlung nehmen</translation>
    </message>
    <message>
        <source>Names of the Universal Category System…</source>
        <translation>Namen nach dem Universal Category System …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+U</source>
        <translation>Ctrl+Shift+U</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Put into a collection</source>
        <translation>In eine Sammlung legen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::OrganiseSession</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Klang</numerusform>
            <numerusform>%n Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>tagging %1: %2</source>
        <translation>%1 verschlagwortet: %2</translation>
    </message>
    <message>
        <source>taking tags from %1: %2</source>
        <translation>Schlagwörter genommen von %1: %2</translation>
    </message>
    <message>
        <source>rating %1</source>
        <translation>Wertung von %1</translation>
    </message>
    <message>
        <source>making %1 favourite</source>
        <translation>%1 zu Favoriten gemacht</translation>
    </message>
    <message>
        <source>making %1 favourite no more</source>
        <translation>%1 nicht mehr Favorit</translation>
    </message>
    <message>
        <source>colouring %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>a note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>captions of %1</source>
        <translation>Beschreibungen von %1</translation>
    </message>
    <message>
        <source>making the collection “%1”</source>
        <translation>Sammlung „%1“ angelegt</translation>
    </message>
    <message>
        <source>renaming a collection to “%1”</source>
        <translation>Sammlung in „%1“ umbenannt</translation>
    </message>
    <message>
        <source>removing the collection “%1”</source>
        <translation>Sammlung „%1“ entfernt</translation>
    </message>
    <message>
        <source>putting %1 into “%2”</source>
        <translation>%1 in „%2“ gelegt</translation>
    </message>
    <message>
        <source>taking %1 out of “%2”</source>
        <translation>%1 aus „%2“ genommen</translation>
    </message>
    <message>
        <source>saving the search “%1”</source>
        <translation>Suche „%1“ gespeichert</translation>
    </message>
    <message>
        <source>changing the search “%1”</source>
        <translation>Suche „%1“ geändert</translation>
    </message>
    <message>
        <source>removing the search “%1”</source>
        <translation>Suche „%1“ entfernt</translation>
    </message>
    <message>
        <source>renaming the files of %1</source>
        <translation>Dateien von %1 umbenannt</translation>
    </message>
    <message>
        <source>importing what was said of %1</source>
        <translation>Angaben zu %1 eingelesen</translation>
    </message>
    <message>
        <source>Nothing to change: it is so already</source>
        <translation>Nichts zu ändern: es ist schon so</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Getan: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
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
    <name>prolap::ui::ShelfPanel</name>
    <message>
        <source>Collections, searches</source>
        <translation>Sammlungen, Suchen</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Save what is typed as a search</source>
        <translation>Das Getippte als Suche speichern</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Collections and saved searches</source>
        <translation>Sammlungen und gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Choose a collection to see only its clips; drop clips on it to put them in</source>
        <translation>Wählen Sie eine Sammlung, um nur ihre Klänge zu sehen; ziehen Sie Klänge darauf, um sie hineinzulegen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Show all clips</source>
        <translation>Alle Klänge zeigen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Remove the collection</source>
        <translation>Sammlung entfernen</translation>
    </message>
    <message>
        <source>Remove the search</source>
        <translation>Suche entfernen</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung …</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern …</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Type what you look for first; then it can be saved.</source>
        <translation>Tippen Sie zuerst, was Sie suchen; dann lässt es sich speichern.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
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
    <name>prolap::ui::StatisticsDialog</name>
    <message>
        <source>Counting…</source>
        <translation>Zähle …</translation>
    </message>
    <message>
        <source>Statistics of the library</source>
        <translation>Statistik der Bibliothek</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 GB</source>
        <translation>%1 · %2 · %3 GB</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Klang</numerusform>
            <numerusform>%n Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 listened to</source>
        <translation>%1 angehört</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>%1 nicht lesbar</translation>
    </message>
    <message>
        <source>%1 missing from their folder</source>
        <translation>%1 fehlen in ihrem Ordner</translation>
    </message>
    <message>
        <source>%1 in folders that are not reachable</source>
        <translation>%1 in nicht erreichbaren Ordnern</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>%1 with tags · %2 with captions · %3 rated · %4 favourites · %5 in collections</source>
        <translation>%1 mit Schlagwörtern · %2 mit Beschreibungen · %3 gewertet · %4 Favoriten · %5 in Sammlungen</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Sample rates</source>
        <translation>Abtastraten</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>%1 stars</source>
        <translation>%1 Sterne</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
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
    <name>prolap::ui::TagPopup</name>
    <message numerus="yes">
        <source>Tags of %n clip(s)</source>
        <translation>
            <numerusform>Schlagwörter von %n Klang</numerusform>
            <numerusform>Schlagwörter von %n Klängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags, with commas between them</source>
        <translation>Schlagwörter hinzufügen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Schlagwörter hinzufügen</translation>
    </message>
    <message>
        <source>Type tags with commas between them and press Enter</source>
        <translation>Schlagwörter mit Kommas dazwischen tippen und Eingabe drücken</translation>
    </message>
    <message>
        <source>Tags of these clips</source>
        <translation>Schlagwörter dieser Klänge</translation>
    </message>
    <message>
        <source>Tick a tag to give it to all of them, untick it to take it away</source>
        <translation>Haken gibt das Schlagwort allen, ohne Haken wird es allen genommen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>Noch keine Schlagwörter.</translation>
    </message>
    <message>
        <source>A dash: some of the clips have the tag.</source>
        <translation>Ein Strich: einige der Klänge haben das Schlagwort.</translation>
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
    <name>prolap::ui::TaskStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
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
    <name>prolap::ui::UcsDialog</name>
    <message>
        <source>Names of the Universal Category System</source>
        <translation>Namen nach dem Universal Category System</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>A CatID of the system, such as DOORWood; {category} keeps the one that a name has</source>
        <translation>Eine CatID des Systems, etwa DOORWood; {category} behält die, die ein Name hat</translation>
    </message>
    <message>
        <source>{title}: the present name in words; {name}: as it is; {number}: counts up</source>
        <translation>{title}: der jetzige Name in Wörtern; {name}: wie er ist; {number}: zählt hoch</translation>
    </message>
    <message>
        <source>Who made it; {creator} keeps what a name has</source>
        <translation>Wer es gemacht hat; {creator} behält, was ein Name hat</translation>
    </message>
    <message>
        <source>The project or library it is from; {source} keeps what a name has</source>
        <translation>Projekt oder Sammlung, woher es ist; {source} behält, was ein Name hat</translation>
    </message>
    <message>
        <source>Anything else; {data} keeps what a name has</source>
        <translation>Alles Weitere; {data} behält, was ein Name hat</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>C&amp;reator</source>
        <translation>&amp;Urheber</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Weiteres</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>What the files would be called</source>
        <translation>Wie die Dateien heißen würden</translation>
    </message>
    <message>
        <source>Rename the files</source>
        <translation>Dateien umbenennen</translation>
    </message>
    <message>
        <source>Renames them on the disk; no other file is ever overwritten, and Undo takes it back</source>
        <translation>Benennt sie auf der Platte um; keine andere Datei wird je überschrieben, und Rückgängig nimmt es zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) get a new name</source>
        <translation>
            <numerusform>%n Datei bekommt einen neuen Namen</numerusform>
            <numerusform>%n Dateien bekommen einen neuen Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be renamed</source>
        <translation>
            <numerusform>%n kann nicht umbenannt werden</numerusform>
            <numerusform>%n können nicht umbenannt werden</numerusform>
        </translation>
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
