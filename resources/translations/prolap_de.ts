<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>RunProcess</name>
    <message>
        <source>The program prolap, which trains, is not in %1; install it there.</source>
        <translation>Das Programm prolap, das trainiert, ist nicht in %1; installiere es dort.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 ließ sich nicht starten: %2</translation>
    </message>
</context>
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
        <translation>%1 ließ sich nicht schreiben: Wähle einen anderen Ordner.</translation>
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
    <name>prolap::ui::AnswerSummary</name>
    <message>
        <source>Nothing here contains %1; nearest:</source>
        <translation>Nichts hier enthält %1; am nächsten:</translation>
    </message>
    <message>
        <source>%1 contain %2; below the line the %3 nearest of the rest</source>
        <translation>%1 enthalten %2; unter der Linie die %3 nächsten der übrigen</translation>
    </message>
    <message>
        <source>%1 contain %2</source>
        <translation>%1 enthalten %2</translation>
    </message>
    <message>
        <source>Nothing here is part of %1; nearest:</source>
        <translation>Nichts hier ist Teil von %1; am nächsten:</translation>
    </message>
    <message>
        <source>%1 are part of %2; below the line the %3 nearest of the rest</source>
        <translation>%1 sind Teil von %2; unter der Linie die %3 nächsten der übrigen</translation>
    </message>
    <message>
        <source>%1 are part of %2</source>
        <translation>%1 sind Teil von %2</translation>
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
    <name>prolap::ui::ClipSides</name>
    <message>
        <source>%1 together</source>
        <translation>%1 zusammen</translation>
    </message>
    <message>
        <source>Takes of one recording, copies, and clips that sound nearly the same move together</source>
        <translation>Takes einer Aufnahme, Kopien und Clips, die fast gleich klingen, wechseln die Seite gemeinsam</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Kept together</source>
        <translation>Bleibt zusammen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ClipSidesDialog</name>
    <message>
        <source>Learns</source>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>Chooses the best</source>
        <translation>Wählt das Beste</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Which clips teach, and which judge</source>
        <translation>Welche Clips lehren und welche urteilen</translation>
    </message>
    <message>
        <source>Clips and their sides</source>
        <translation>Clips und ihre Seiten</translation>
    </message>
    <message>
        <source>Find by name or kind</source>
        <translation>Nach Name oder Art suchen</translation>
    </message>
    <message>
        <source>Lists the clips whose name or kind has these words</source>
        <translation>Zeigt die Clips, deren Name oder Art diese Wörter hat</translation>
    </message>
    <message>
        <source>On every side</source>
        <translation>Auf jeder Seite</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Lists the clips of one side alone</source>
        <translation>Zeigt nur die Clips einer Seite</translation>
    </message>
    <message>
        <source>Puts the chosen clips, and what is kept together with them, on this side (%1)</source>
        <translation>Stellt die gewählten Clips, und was mit ihnen zusammenbleibt, auf diese Seite (%1)</translation>
    </message>
    <message>
        <source>%1 learn, %2 choose the best, %3 held out</source>
        <translation>%1 lernen, %2 wählen das Beste, %3 zurückgehalten</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ClipStrip</name>
    <message>
        <source>Waveform of the clip</source>
        <translation>Wellenform des Clips</translation>
    </message>
    <message>
        <source>Click to play from there</source>
        <translation>Klicken, um von dort an zu hören</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ClipsStep</name>
    <message>
        <source>%1 of level %2 (%3 different)</source>
        <translation>%1 auf Stufe %2 (%3 verschiedene)</translation>
    </message>
    <message>
        <source>%1 clips, %2: %3 to learn from, %4 to choose the best weights, %5 held out.
Captions: %6.</source>
        <translation>%1 Clips, %2: %3 zum Lernen, %4 zum Wählen der besten Gewichte, %5 zurückgehalten.
Beschreibungen: %6.</translation>
    </message>
    <message>
        <source>%1 clips are on the side that you chose.</source>
        <translation>%1 Clips sind auf der Seite, die Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Clips of each kind</source>
        <translation>Clips jeder Art</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>without a kind</source>
        <translation>ohne Art</translation>
    </message>
    <message>
        <source>Leave out clips shorter than a tenth of a second</source>
        <translation>Clips auslassen, die kürzer als eine Zehntelsekunde sind</translation>
    </message>
    <message>
        <source>Clip by clip…</source>
        <translation>Clip für Clip…</translation>
    </message>
    <message>
        <source>1  Your clips</source>
        <translation>1  Deine Clips</translation>
    </message>
    <message>
        <source>So little sound says next to nothing</source>
        <translation>So wenig Klang sagt so gut wie nichts</translation>
    </message>
    <message>
        <source>Shows every clip with its side of the split, to be changed by hand</source>
        <translation>Zeigt jeden Clip mit seiner Seite der Aufteilung, von Hand zu ändern</translation>
    </message>
    <message>
        <source>What is worth knowing of the clips</source>
        <translation>Was man über die Clips wissen sollte</translation>
    </message>
    <message>
        <source>What was found, and what to do about it</source>
        <translation>Was gefunden wurde und was man damit tun kann</translation>
    </message>
    <message>
        <source>The general caption of a clip; {tag} is each of its tags, {tags} all of them</source>
        <translation>Die allgemeine Beschreibung eines Clips; {tag} ist jeder seiner Tags, {tags} alle zusammen</translation>
    </message>
    <message>
        <source>The caption that names a clip; {tag} is each of its tags, {tags} all of them</source>
        <translation>Die Beschreibung, die einen Clip benennt; {tag} ist jeder seiner Tags, {tags} alle zusammen</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Mit Namen</translation>
    </message>
    <message>
        <source>Caption made of tags</source>
        <translation>Aus Tags gemachte Beschreibung</translation>
    </message>
    <message>
        <source>whatever leaves enough</source>
        <translation>was genug übrig lässt</translation>
    </message>
    <message>
        <source>clips of one source</source>
        <translation>Clips einer Quelle</translation>
    </message>
    <message>
        <source>takes of one recording</source>
        <translation>Takes einer Aufnahme</translation>
    </message>
    <message>
        <source>files of one name</source>
        <translation>Dateien eines Namens</translation>
    </message>
    <message>
        <source>Clips that are alike must not be both learned from and judged by: takes of one recording are told by names that differ in a number alone</source>
        <translation>Von Clips, die sich gleichen, darf nicht zugleich gelernt und nach ihnen geurteilt werden: Takes einer Aufnahme erkennt man an Namen, die sich nur in einer Zahl unterscheiden</translation>
    </message>
    <message>
        <source>Share of the clips that the model never learns from, to compare before and after; as many again choose the best weights</source>
        <translation>Anteil der Clips, von denen das Modell nie lernt, um vorher und nachher zu vergleichen; ebenso viele weitere bestimmen die besten Gewichte</translation>
    </message>
    <message>
        <source>Another number draws other clips to hold out</source>
        <translation>Eine andere Zahl zieht andere Clips zum Zurückhalten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Of each kind of sound at most so many clips, where one kind has far more than the others</source>
        <translation>Von jeder Art Klang höchstens so viele Clips, wenn eine Art weit mehr hat als die anderen</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>Zusammenhalten</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Drawn by number</source>
        <translation>Gezogen mit Zahl</translation>
    </message>
    <message>
        <source>Clips of a kind</source>
        <translation>Clips einer Art</translation>
    </message>
    <message>
        <source>A clip with the tags rain and roof becomes: %1</source>
        <translation>Aus einem Clip mit den Tags rain und roof wird: %1</translation>
    </message>
    <message>
        <source>Choose clips first: name some on the page Tag, or take a list.</source>
        <translation>Wählen Sie zuerst Clips: benennen Sie welche auf der Seite „Benennen“, oder nehmen Sie eine Liste.</translation>
    </message>
    <message>
        <source>Looking at the clips…</source>
        <translation>Clips werden angesehen …</translation>
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
        <translation>Das Programm, das die Arbeit tat, ist abgestürzt; an deinen Sachen hat sich nichts geändert. Vielleicht reicht der Speicher nicht dafür.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ComparisonField</name>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>A caption, or drop a sound</source>
        <translation>Eine Beschreibung, oder einen Klang hierher ziehen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Another sound or caption</source>
        <translation>Ein anderer Klang oder Text</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>Ein anderes Modell</translation>
    </message>
    <message>
        <source>A second path beside the first: where do they meet?</source>
        <translation>Ein zweiter Weg neben dem ersten: Wo treffen sie sich?</translation>
    </message>
    <message>
        <source>The path that another model finds from the same start</source>
        <translation>Der Weg, den ein anderes Modell vom selben Anfang aus findet</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What the path is compared with</source>
        <translation>Womit der Weg verglichen wird</translation>
    </message>
    <message>
        <source>Model to compare with</source>
        <translation>Modell zum Vergleich</translation>
    </message>
    <message>
        <source>It is loaded beside the one in use, and leaves the memory with the comparison</source>
        <translation>Es wird neben dem benutzten geladen und verlässt den Speicher mit dem Vergleich</translation>
    </message>
    <message>
        <source>There is no other model</source>
        <translation>Es gibt kein anderes Modell</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Modell besorgen…</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ComparisonView</name>
    <message>
        <source>Called by the right name</source>
        <translation>Beim richtigen Namen genannt</translation>
    </message>
    <message>
        <source>A name finds its kind</source>
        <translation>Ein Name findet seine Art</translation>
    </message>
    <message>
        <source>A caption finds its clip</source>
        <translation>Eine Beschreibung findet ihren Clip</translation>
    </message>
    <message>
        <source>Captions are more general than clips</source>
        <translation>Beschreibungen sind allgemeiner als Clips</translation>
    </message>
    <message>
        <source>Error of the match probability (less is better)</source>
        <translation>Fehler der Trefferwahrscheinlichkeit (weniger ist besser)</translation>
    </message>
    <message>
        <source>On clips it never learned from</source>
        <translation>Bei Clips, von denen es nie gelernt hat</translation>
    </message>
    <message>
        <source>Before, %</source>
        <translation>Vorher, %</translation>
    </message>
    <message>
        <source>After, %</source>
        <translation>Nachher, %</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Likely between</source>
        <translation>Wahrscheinlich zwischen</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Was called</source>
        <translation>Hieß vorher</translation>
    </message>
    <message>
        <source>Is called now</source>
        <translation>Heißt jetzt</translation>
    </message>
    <message>
        <source>Clips won and lost</source>
        <translation>Gewonnene und verlorene Clips</translation>
    </message>
    <message>
        <source>With other clips like these the change would lie between these bounds 95 times in 100</source>
        <translation>Mit anderen Clips dieser Art läge die Änderung 95-mal von 100 zwischen diesen Grenzen</translation>
    </message>
    <message>
        <source>Clips that were called wrong and are called right now, and the other way round. Double click or Enter plays one.</source>
        <translation>Clips, die falsch benannt wurden und jetzt richtig benannt werden, und umgekehrt. Doppelklick oder Eingabe spielt einen ab.</translation>
    </message>
    <message>
        <source>When the run is done, this shows what it changed.</source>
        <translation>Wenn der Lauf fertig ist, steht hier, was er geändert hat.</translation>
    </message>
    <message>
        <source>There were no held-out clips to compare on.</source>
        <translation>Es gab keine zurückgehaltenen Clips zum Vergleichen.</translation>
    </message>
    <message>
        <source>What it knew before (%1 clips)</source>
        <translation>Was es vorher konnte (%1 Clips)</translation>
    </message>
    <message>
        <source>Your held-out clips (%1)</source>
        <translation>Deine zurückgehaltenen Clips (%1)</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Other sounds: %1 points.</source>
        <translation>Andere Klänge: %1 Punkte.</translation>
    </message>
    <message>
        <source>Your sounds are called by the right name %1 points more often.</source>
        <translation>Richtige Namen für deine Klänge: %1 Punkte.</translation>
    </message>
    <message>
        <source>On the way to the general: captions that fit</source>
        <translation>Auf dem Weg zum Allgemeinen: passende Beschreibungen</translation>
    </message>
    <message>
        <source>On the way to the general: own captions met</source>
        <translation>Auf dem Weg zum Allgemeinen: eigene Beschreibungen getroffen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::CurveChart</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: all of it.</source>
        <translation>Mausrad: zoomen. Ziehen: verschieben. Doppelklick: alles zeigen.</translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4</source>
        <translation>%1: %2 bei %3 %4</translation>
    </message>
</context>
<context>
    <name>prolap::ui::CurvesView</name>
    <message>
        <source>all together</source>
        <translation>alles zusammen</translation>
    </message>
    <message>
        <source>pairs (PPCL)</source>
        <translation>Paare (PPCL)</translation>
    </message>
    <message>
        <source>contrast (InfoNCE)</source>
        <translation>Kontrast (InfoNCE)</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>clip in caption</source>
        <translation>Clip in Beschreibung</translation>
    </message>
    <message>
        <source>level in level</source>
        <translation>Stufe in Stufe</translation>
    </message>
    <message>
        <source>bottleneck (VIB)</source>
        <translation>Flaschenhals (VIB)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Found among clips that choose the best weights</source>
        <translation>Gefunden unter den Clips, die die besten Gewichte bestimmen</translation>
    </message>
    <message>
        <source>mAP@10</source>
        <translation>mAP@10</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Lays the curves of another run over these</source>
        <translation>Legt die Kurven eines anderen Laufs über diese</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a name finds its kind</source>
        <translation>ein Name findet seine Art</translation>
    </message>
    <message>
        <source>a caption finds its clip</source>
        <translation>eine Beschreibung findet ihren Clip</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Norm des Gradienten</translation>
    </message>
    <message>
        <source>%1: all together</source>
        <translation>%1: alles zusammen</translation>
    </message>
    <message>
        <source>%1: a name finds its kind</source>
        <translation>%1: ein Name findet seine Art</translation>
    </message>
    <message>
        <source>%1: a caption finds its clip</source>
        <translation>%1: eine Beschreibung findet ihren Clip</translation>
    </message>
</context>
<context>
    <name>prolap::ui::DataChoice</name>
    <message>
        <source>Clips with the tag</source>
        <translation>Clips mit dem Tag</translation>
    </message>
    <message>
        <source>Clips in the collection</source>
        <translation>Clips der Sammlung</translation>
    </message>
    <message>
        <source>Clips in the folder</source>
        <translation>Clips im Ordner</translation>
    </message>
    <message>
        <source>Clips selected on Explore</source>
        <translation>Auf „Erkunden“ gewählte Clips</translation>
    </message>
    <message>
        <source>A list (CSV), or a folder with captions</source>
        <translation>Eine Liste (CSV) oder ein Ordner mit Beschreibungen</translation>
    </message>
    <message>
        <source>Where the clips come from</source>
        <translation>Woher die Clips kommen</translation>
    </message>
    <message>
        <source>Which of your clips the model shall learn from</source>
        <translation>Von welchen deiner Clips das Modell lernen soll</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tags of your library, with the number of clips that have them</source>
        <translation>Tags deiner Bibliothek, mit der Zahl der Clips, die sie haben</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Collections of your library, with the number of their clips</source>
        <translation>Sammlungen deiner Bibliothek, mit der Zahl ihrer Clips</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>The folder, or the CSV file: its columns are path, caption (or caption1, caption2…) and, if you like, label</source>
        <translation>Der Ordner oder die CSV-Datei: Ihre Spalten sind path, caption (oder caption1, caption2 …) und, wenn du magst, label</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file or folder</source>
        <translation>Datei oder Ordner wählen</translation>
    </message>
    <message>
        <source>No clips are selected on Explore.</source>
        <translation>Auf „Erkunden“ sind keine Clips gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No clip has a tag yet</source>
        <translation>Noch hat kein Clip ein Tag</translation>
    </message>
    <message>
        <source>There are no collections yet</source>
        <translation>Noch gibt es keine Sammlungen</translation>
    </message>
    <message>
        <source>Clips of this folder</source>
        <translation>Clips dieses Ordners</translation>
    </message>
    <message>
        <source>List of clips</source>
        <translation>Liste von Clips</translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation>Listen (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::DetailsDialog</name>
    <message numerus="yes">
        <source>Captions and note of %n clip(s)</source>
        <translation>
            <numerusform>Beschreibungen und Notiz zu %n Clip</numerusform>
            <numerusform>Beschreibungen und Notiz zu %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;1 Exactly this</source>
        <translation>&amp;1 Genau dieser</translation>
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
        <translation>&amp;4 Am allgemeinsten</translation>
    </message>
    <message>
        <source>a heavy oak door falls shut in a stone cellar</source>
        <translation>a heavy oak door falls shut in a stone cellar</translation>
    </message>
    <message>
        <source>a wooden door closes</source>
        <translation>a wooden door closes</translation>
    </message>
    <message>
        <source>a door</source>
        <translation>a door</translation>
    </message>
    <message>
        <source>an object is moved</source>
        <translation>an object is moved</translation>
    </message>
    <message>
        <source>One caption a line</source>
        <translation>Eine Beschreibung pro Zeile</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Anything you want to remember; it is not searched</source>
        <translation>Alles, was du dir merken willst; die Suche beachtet es nicht</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Anything you want to remember</source>
        <translation>Alles, was du dir merken willst</translation>
    </message>
    <message>
        <source>These clips differ; what you write here replaces it in all of them</source>
        <translation>Diese Clips unterscheiden sich; was du hier schreibst, ersetzt es bei allen</translation>
    </message>
    <message>
        <source>These clips are no longer in the library.</source>
        <translation>Diese Clips sind nicht mehr in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::DuplicatesDialog</name>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Gruppen von Duplikaten</translation>
    </message>
    <message>
        <source>Choose a group to compare its clips</source>
        <translation>Wähle eine Gruppe, um ihre Clips zu vergleichen</translation>
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
        <translation>Tags</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Clips of the group</source>
        <translation>Clips der Gruppe</translation>
    </message>
    <message>
        <source>Click the arrow or press Enter to hear a clip; tick those that may go</source>
        <translation>Klicke auf den Pfeil oder drücke Eingabe, um einen Clip zu hören; hake an, was weg darf</translation>
    </message>
    <message>
        <source>Tag the ticked “duplicate”</source>
        <translation>Angehakten das Tag „duplicate“ geben</translation>
    </message>
    <message>
        <source>To look at them later; Undo takes it back</source>
        <translation>Um sie später anzusehen; „Rückgängig“ nimmt es zurück</translation>
    </message>
    <message>
        <source>Move the ticked to the trash…</source>
        <translation>Angehakte in den Papierkorb verschieben …</translation>
    </message>
    <message>
        <source>Their files go to the desktop&apos;s trash, from where they can be restored</source>
        <translation>Ihre Dateien kommen in den Papierkorb der Arbeitsfläche; von dort lassen sie sich wiederherstellen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move the files of %n clip(s) to the trash?</source>
        <translation>
            <numerusform>Die Datei von %n Clip in den Papierkorb verschieben?</numerusform>
            <numerusform>Die Dateien von %n Clips in den Papierkorb verschieben?</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be restored from there. What you said of them stays in the library and is found again with them.</source>
        <translation>Von dort lassen sie sich wiederherstellen. Deine Angaben zu ihnen bleiben in der Bibliothek und finden sich mit ihnen wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%n identical clip(s)</source>
        <translation>
            <numerusform>%n gleicher Clip</numerusform>
            <numerusform>%n gleiche Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) that sound alike</source>
        <translation>
            <numerusform>%n Clip, der ähnlich klingt</numerusform>
            <numerusform>%n Clips, die ähnlich klingen</numerusform>
        </translation>
    </message>
    <message>
        <source>No two clips of this library are the same.</source>
        <translation>Keine zwei Clips dieser Bibliothek sind gleich.</translation>
    </message>
    <message>
        <source>%1 groups of identical clips (%2 MB could be freed), %3 groups that sound alike. Nothing is ticked or deleted by itself.</source>
        <translation>Gruppen gleicher Clips: %1 (%2 MB ließen sich freigeben), Gruppen, die ähnlich klingen: %3. Nichts wird von selbst angehakt oder gelöscht.</translation>
    </message>
    <message>
        <source>May go</source>
        <translation>Darf weg</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1, %2 Hz, %3 ch</source>
        <translation>%1, %2 Hz, %3 Kan.</translation>
    </message>
    <message>
        <source>These files could not be moved to the trash; they are where they were:
%1</source>
        <translation>Diese Dateien ließen sich nicht in den Papierkorb verschieben; sie sind, wo sie waren:
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
        <translation>Labels ohne Training (Zero-Shot)</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Traversierung</translation>
    </message>
    <message>
        <source>Inclusion</source>
        <translation>Inklusion</translation>
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
        <translation>um %1 besser</translation>
    </message>
    <message>
        <source>worse by %1</source>
        <translation>um %1 schlechter</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
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
        <translation>Wie weit das zweite Modell über dem ersten liegt; ▲ besser, ▼ schlechter</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ExploreMap</name>
    <message>
        <source>principal component %1: %2 of the variance</source>
        <translation>Hauptkomponente %1: %2 der Varianz</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Die ganze Karte zeigen</translation>
    </message>
    <message>
        <source>Show the whole map (double-click)</source>
        <translation>Die ganze Karte zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Draw around clips</source>
        <translation>Clips umkreisen</translation>
    </message>
    <message>
        <source>Draw around clips to list only them (or hold Shift and drag)</source>
        <translation>Clips umkreisen, um nur sie aufzulisten (oder mit gedrückter Umschalttaste ziehen)</translation>
    </message>
    <message>
        <source>Play under the pointer</source>
        <translation>Unter dem Zeiger abspielen</translation>
    </message>
    <message>
        <source>Hear the clip that the pointer rests on, without a click</source>
        <translation>Den Clip, auf dem der Zeiger ruht, ohne Klick hören</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>General or specific</source>
        <translation>Allgemein oder speziell</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>What the colours of the points say; the legend names them</source>
        <translation>Was die Farben der Punkte sagen; die Legende nennt sie</translation>
    </message>
    <message>
        <source>There is no clip inside the loop.</source>
        <translation>In der Schleife liegt kein Clip.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) from the map</source>
        <translation>
            <numerusform>%n Clip von der Karte</numerusform>
            <numerusform>%n Clips von der Karte</numerusform>
        </translation>
    </message>
    <message>
        <source>Map of the clips</source>
        <translation>Karte der Clips</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>PCA, %1 of the variance</source>
        <translation>PCA, %1 der Varianz</translation>
    </message>
    <message>
        <source>this model knows nothing of general and specific</source>
        <translation>dieses Modell kennt weder allgemein noch speziell</translation>
    </message>
    <message>
        <source>describe a sound to see what matches</source>
        <translation>beschreibe einen Klang, um zu sehen, was passt</translation>
    </message>
    <message>
        <source>Clips that lie near each other sound alike, as far as two dimensions can show: the two in which the model&apos;s vectors differ most (principal components).</source>
        <translation>Clips, die nahe beieinander liegen, klingen ähnlich, soweit zwei Dimensionen das zeigen können: die beiden, in denen sich die Vektoren des Modells am meisten unterscheiden (Hauptkomponenten).</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>Die Karte wird gezeichnet</translation>
    </message>
    <message>
        <source>It is drawn as soon as the model is loaded.</source>
        <translation>Sie wird gezeichnet, sobald das Modell geladen ist.</translation>
    </message>
    <message>
        <source>There is no map yet</source>
        <translation>Noch keine Karte</translation>
    </message>
    <message>
        <source>The map shows the clips that the model has listened to, those that sound alike side by side. It needs three of them.</source>
        <translation>Die Karte zeigt die Clips, die das Modell angehört hat, ähnliche nebeneinander. Sie braucht drei davon.</translation>
    </message>
    <message>
        <source>Listen now</source>
        <translation>Jetzt anhören</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Clip</translation>
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
        <source>Back out one step</source>
        <translation>Einen Schritt zurück</translation>
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
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Traverse</source>
        <translation>Traversieren</translation>
    </message>
    <message>
        <source>Choose a clip to traverse from.</source>
        <translation>Wähle einen Clip, von dem aus traversiert wird.</translation>
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
        <source>Nothing in this collection yet</source>
        <translation>Noch nichts in dieser Sammlung</translation>
    </message>
    <message>
        <source>Drag clips from the list onto it, or put them in by their menu.</source>
        <translation>Zieh Clips aus der Liste auf sie oder lege sie über ihr Menü hinein.</translation>
    </message>
    <message>
        <source>Show all clips</source>
        <translation>Alle Clips zeigen</translation>
    </message>
    <message>
        <source>No clip passes the filters</source>
        <translation>Kein Clip passt durch die Filter</translation>
    </message>
    <message>
        <source>What is typed or chosen leaves nothing of the clips here. Take a filter away, or all of them.</source>
        <translation>Was getippt oder gewählt ist, lässt von den Clips hier nichts übrig. Nimm einen Filter weg oder alle.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
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
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
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
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>What becomes of the chosen clips</source>
        <translation>Was aus den gewählten Clips wird</translation>
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
        <translation>bleiben, neue werden ausgelassen</translation>
    </message>
    <message>
        <source>Files of the same name</source>
        <translation>Dateien mit gleichem Namen</translation>
    </message>
    <message>
        <source>What happens where a file of that name is there already</source>
        <translation>Was geschieht, wo eine Datei dieses Namens schon da ist</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>The folder or the file to write</source>
        <translation>Der Ordner oder die Datei, die geschrieben wird</translation>
    </message>
    <message>
        <source>Choose the folder or the file</source>
        <translation>Ordner oder Datei wählen</translation>
    </message>
    <message>
        <source>Start the export</source>
        <translation>Export beginnen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Beenden und schließen</translation>
    </message>
    <message>
        <source>Clips exported</source>
        <translation>Clips exportiert</translation>
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
        <translation>&amp;Wohin</translation>
    </message>
    <message>
        <source>&amp;Files that are there</source>
        <translation>&amp;Vorhandene Dateien</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Exported %1 into %2</source>
        <translation>%1 nach %2 exportiert</translation>
    </message>
    <message>
        <source>Files that were there already and stay: %1</source>
        <translation>Dateien, die schon da waren und bleiben: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Nicht lesbar waren: %1</translation>
    </message>
    <message>
        <source>Stopped. Files that were copied before stay.</source>
        <translation>Angehalten. Dateien, die vorher kopiert wurden, bleiben.</translation>
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
        <translation>Andere haben diese trainiert und veröffentlicht. Sie haben keine Unsicherheit und suchen trotzdem. Nur hierfür benutzt das Programm das Netz.</translation>
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
        <translation>Lizenz laut Modellkarte</translation>
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
        <translation>teilweise</translation>
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
        <translation>Erneut &amp;prüfen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::FilterChips</name>
    <message>
        <source>What narrows the list</source>
        <translation>Was die Liste einschränkt</translation>
    </message>
    <message>
        <source>%1: remove (Del)</source>
        <translation>%1: entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::FilterPanel</name>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>How long a clip may be</source>
        <translation>Wie lang ein Clip sein darf</translation>
    </message>
    <message>
        <source>Shortest duration</source>
        <translation>Kürzeste Dauer</translation>
    </message>
    <message>
        <source>Longest duration</source>
        <translation>Längste Dauer</translation>
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
        <source>more than two</source>
        <translation>mehr als zwei</translation>
    </message>
    <message>
        <source>How many channels a clip has</source>
        <translation>Wie viele Kanäle ein Clip hat</translation>
    </message>
    <message>
        <source>44.1 kHz or more</source>
        <translation>44,1 kHz oder mehr</translation>
    </message>
    <message>
        <source>48 kHz or more</source>
        <translation>48 kHz oder mehr</translation>
    </message>
    <message>
        <source>96 kHz or more</source>
        <translation>96 kHz oder mehr</translation>
    </message>
    <message>
        <source>The sample rate of the file</source>
        <translation>Die Abtastrate der Datei</translation>
    </message>
    <message>
        <source>Only clips in this folder and below</source>
        <translation>Nur Clips in diesem Ordner und darunter</translation>
    </message>
    <message>
        <source>Only clips of this collection</source>
        <translation>Nur Clips dieser Sammlung</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>egal wann</translation>
    </message>
    <message>
        <source>in the last day</source>
        <translation>am letzten Tag</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>in the last year</source>
        <translation>im letzten Jahr</translation>
    </message>
    <message>
        <source>When a clip came into the library</source>
        <translation>Wann ein Clip in die Bibliothek kam</translation>
    </message>
    <message>
        <source> or more</source>
        <translation> oder mehr</translation>
    </message>
    <message>
        <source>How many stars you gave a clip</source>
        <translation>Wie viele Sterne du einem Clip gegeben hast</translation>
    </message>
    <message>
        <source>favourites only</source>
        <translation>nur Favoriten</translation>
    </message>
    <message>
        <source>no favourites</source>
        <translation>keine Favoriten</translation>
    </message>
    <message>
        <source>Whether a clip is a favourite</source>
        <translation>Ob ein Clip ein Favorit ist</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>bernstein</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>cyan</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The colour that you gave a clip</source>
        <translation>Die Farbe, die du einem Clip gegeben hast</translation>
    </message>
    <message>
        <source>One of the formats that are ticked</source>
        <translation>Eines der angehakten Formate</translation>
    </message>
    <message>
        <source>All of the tags that are ticked</source>
        <translation>Alle angehakten Tags</translation>
    </message>
    <message>
        <source>Show clips of every kind again</source>
        <translation>Wieder Clips jeder Art zeigen</translation>
    </message>
    <message>
        <source>No clip has a tag yet</source>
        <translation>Noch hat kein Clip ein Tag</translation>
    </message>
    <message>
        <source>online</source>
        <translation>da</translation>
    </message>
    <message>
        <source>offline: the drive or folder is away</source>
        <translation>getrennt: Laufwerk oder Ordner ist nicht da</translation>
    </message>
    <message>
        <source>missing: the file is gone</source>
        <translation>fehlt: die Datei ist weg</translation>
    </message>
    <message>
        <source>Whether the file of a clip can be had</source>
        <translation>Ob die Datei eines Clips erreichbar ist</translation>
    </message>
</context>
<context>
    <name>prolap::ui::FinetunePage</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs of this window and of the command line, the newest first</source>
        <translation>Läufe dieses Fensters und der Kommandozeile, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Teach a model your sounds and your words</source>
        <translation>Bring einem Modell deine Klänge und deine Wörter bei</translation>
    </message>
    <message>
        <source>The run has started; the window may be closed meanwhile.</source>
        <translation>Der Lauf hat begonnen; das Fenster kann währenddessen geschlossen werden.</translation>
    </message>
    <message>
        <source>The new model is in use.</source>
        <translation>Das neue Modell ist in Benutzung.</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>No runs yet. Choose clips at the right; what you start is listed here, also what “prolap finetune” starts.</source>
        <translation>Noch keine Läufe. Wählen Sie rechts Clips; was Sie starten, steht dann hier, auch was „prolap finetune“ startet.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::GeneralitySlider</name>
    <message>
        <source>more specific</source>
        <translation>spezieller</translation>
    </message>
    <message>
        <source>more general</source>
        <translation>allgemeiner</translation>
    </message>
    <message>
        <source>More specific or more general</source>
        <translation>Spezieller oder allgemeiner</translation>
    </message>
    <message>
        <source>Left: clips that sound like one certain thing come first. Right: clips that could be many things come first. A double click sets it back.</source>
        <translation>Links: Clips, die nach einer bestimmten Sache klingen, stehen zuerst. Rechts: Clips, die vieles sein könnten, stehen zuerst. Ein Doppelklick stellt zurück.</translation>
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
        <translation>Ein veröffentlichter Checkpoint wird zu einem Modellpaket unter deinen Modellen: ein CLAP-Ordner von Hugging Face, MS-CLAP 2023 (.pth), LAION CLAP (.pt) oder ein anderes Paket. Nichts darin wird ausgeführt.</translation>
    </message>
    <message>
        <source>The folder or file of the model</source>
        <translation>Der Ordner oder die Datei des Modells</translation>
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
        <source>Choose a folder or a checkpoint file</source>
        <translation>Einen Ordner oder eine Checkpoint-Datei wählen</translation>
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
        <source>After the checkpoint</source>
        <translation>Nach dem Checkpoint</translation>
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
        <translation>Halber Platz auf der Platte; die Ergebnisse weichen in der vierten Stelle ab</translation>
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
        <translation>Ein Modell dieses Namens gibt es schon; wähle einen anderen Namen oder lösche erst jenes.</translation>
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
            <numerusform>Am nächsten bei %n der Punkte des Pfades</numerusform>
            <numerusform>Am nächsten bei %n der Punkte des Pfades</numerusform>
        </translation>
    </message>
    <message>
        <source>Describes the start with a probability of %1</source>
        <translation>Beschreibt den Anfang mit einer Wahrscheinlichkeit von %1</translation>
    </message>
    <message>
        <source>This model is not calibrated, so there is no probability to show</source>
        <translation>Dieses Modell ist nicht kalibriert, darum ist keine Wahrscheinlichkeit zu sehen</translation>
    </message>
    <message>
        <source>Uncertainty %1: the wider the curve, the more general the caption</source>
        <translation>Unsicherheit %1: je breiter die Kurve, desto allgemeiner die Beschreibung</translation>
    </message>
    <message>
        <source>This model knows no uncertainty</source>
        <translation>Dieses Modell kennt keine Unsicherheit</translation>
    </message>
    <message>
        <source>%1
Click to play</source>
        <translation>%1
Klicken zum Abspielen</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>At which points of the path this caption was the nearest</source>
        <translation>An welchen Punkten des Pfades diese Beschreibung die nächste war</translation>
    </message>
    <message>
        <source>How probably the caption describes the sound that the path starts from</source>
        <translation>Wie wahrscheinlich die Beschreibung auf den Klang zutrifft, von dem der Pfad ausgeht</translation>
    </message>
    <message>
        <source>Narrow for specific, wide for general</source>
        <translation>Schmal für speziell, breit für allgemein</translation>
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
        <translation>Passt</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Inclusion %1: above 0 the caption is wide enough to contain the sound</source>
        <translation>Inklusion %1: Über 0 ist die Beschreibung weit genug, um den Klang zu enthalten</translation>
    </message>
    <message>
        <source>Met by both paths</source>
        <translation>Auf beiden Wegen getroffen</translation>
    </message>
    <message>
        <source>%1, met by both paths</source>
        <translation>%1, auf beiden Wegen getroffen</translation>
    </message>
    <message>
        <source>Nearest clip</source>
        <translation>Nächster Clip</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Dritter</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LadderPanel</name>
    <message>
        <source>Play the nearest clip of each rung in turn, from specific to general</source>
        <translation>Von jeder Sprosse nacheinander den nächsten Clip abspielen, von speziell zu allgemein</translation>
    </message>
    <message>
        <source>Stop the journey</source>
        <translation>Die Reise anhalten</translation>
    </message>
    <message>
        <source>Play the journey</source>
        <translation>Die Reise abspielen</translation>
    </message>
    <message>
        <source>Skip to the next rung</source>
        <translation>Zur nächsten Sprosse springen</translation>
    </message>
    <message>
        <source>Next rung</source>
        <translation>Nächste Sprosse</translation>
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
        <translation>Die getroffenen Beschreibungen, von speziell unten bis allgemein oben</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Traverse from this clip</source>
        <translation>Von diesem Clip aus traversieren</translation>
    </message>
    <message>
        <source>Traverse from this caption</source>
        <translation>Von dieser Beschreibung aus traversieren</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LegendPopup</name>
    <message>
        <source>What the signs mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>How likely the clip is what you asked for. 82 % means that of ten clips marked so, about eight are.</source>
        <translation>Wie wahrscheinlich der Clip das ist, wonach du gefragt hast. 82 % heißt: Von zehn so markierten Clips sind es etwa acht.</translation>
    </message>
    <message>
        <source>Grey, below the line: the nearest of the rest. Nothing says that they match.</source>
        <translation>Grau, unter der Linie: die nächsten der übrigen. Nichts spricht dafür, dass sie passen.</translation>
    </message>
    <message>
        <source>The longer the bar, the more alike. This model does not know how likely a match is, so there is no number.</source>
        <translation>Je länger der Balken, desto ähnlicher. Dieses Modell weiß nicht, wie wahrscheinlich ein Treffer ist, darum steht keine Zahl da.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Narrow: specific. The clip sounds like one certain thing.</source>
        <translation>Schmal: speziell. Der Clip klingt nach einer bestimmten Sache.</translation>
    </message>
    <message>
        <source>Wide: general. The clip could be many things, or holds many things. The slider brings such clips up or down.</source>
        <translation>Breit: allgemein. Der Clip könnte vieles sein oder enthält vieles. Der Regler holt solche Clips nach oben oder unten.</translation>
    </message>
    <message>
        <source>There is no uncertainty in this model: it cannot say what is general or specific, or what contains what. ProLAP models can; the starter is one.</source>
        <translation>Dieses Modell kennt keine Unsicherheit: Es kann nicht sagen, was allgemein oder speziell ist oder was was enthält. ProLAP-Modelle können das; das Startmodell ist eines.</translation>
    </message>
    <message>
        <source>What you can type</source>
        <translation>Was du tippen kannst</translation>
    </message>
    <message>
        <source>Ctrl+Space in the caption field lists the operators; Up brings earlier queries back.</source>
        <translation>Strg+Leertaste im Beschreibungsfeld zeigt die Operatoren; Pfeil auf holt frühere Anfragen zurück.</translation>
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
        <translation>&amp;Duplikate …</translation>
    </message>
    <message>
        <source>A folder has &amp;moved…</source>
        <translation>Ein &amp;Ordner ist umgezogen …</translation>
    </message>
    <message>
        <source>&amp;Export tags and notes…</source>
        <translation>Tags und Notizen &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import tags and notes…</source>
        <translation>Tags und Notizen &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Watch the folders</source>
        <translation>Ordner &amp;beobachten</translation>
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
        <translation>Tags und Notizen exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Import tags and notes</source>
        <translation>Tags und Notizen importieren</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1: %2</source>
        <translation>%1 geschrieben: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
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
        <translation>Ihre Clips sind nicht in dieser Bibliothek, oder sie waren nicht lesbar. Die anderen wurden übernommen; „Rückgängig“ nimmt sie alle zurück.</translation>
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
        <translation>Der Ordner ist jetzt in %1; alle seine Dateien sind da</translation>
    </message>
    <message>
        <source>The folder is at %1 now; %2 of its %3 files are there</source>
        <translation>Der Ordner ist jetzt in %1; %2 seiner %3 Dateien sind da</translation>
    </message>
</context>
<context>
    <name>prolap::ui::LibrarySession</name>
    <message>
        <source>The model of this library, %1, is not there any more: another one is used. Choose its model on the Models page.</source>
        <translation>Das Modell dieser Bibliothek, %1, ist nicht mehr da: Ein anderes wird benutzt. Wähle ihr Modell auf der Seite „Modelle“.</translation>
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
        <translation>Bibliothek ö&amp;ffnen …</translation>
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
        <translation>&amp;Player</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Bib&amp;liothek</translation>
    </message>
    <message>
        <source>The starter model is not on this machine; the small one serves, which knows less.</source>
        <translation>Das Startermodell ist nicht auf diesem Rechner; das kleine dient an seiner Stelle, es kennt weniger.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::MapWords</name>
    <message>
        <source>best match</source>
        <translation>passt am besten</translation>
    </message>
    <message>
        <source>matches what you look for</source>
        <translation>passt zu dem, was du suchst</translation>
    </message>
    <message>
        <source>outside the loop</source>
        <translation>außerhalb der Schleife</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>andere Ordner</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>no such tag</source>
        <translation>ohne solches Tag</translation>
    </message>
    <message>
        <source>other clips</source>
        <translation>andere Clips</translation>
    </message>
    <message>
        <source>weakest match</source>
        <translation>passt am wenigsten</translation>
    </message>
    <message>
        <source>most specific</source>
        <translation>am speziellsten</translation>
    </message>
    <message>
        <source>rather specific</source>
        <translation>eher speziell</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <source>rather general</source>
        <translation>eher allgemein</translation>
    </message>
    <message>
        <source>most general</source>
        <translation>am allgemeinsten</translation>
    </message>
</context>
<context>
    <name>prolap::ui::MeasureForm</name>
    <message>
        <source>Whether captions find their clips, and clips their captions</source>
        <translation>Ob Beschreibungen ihre Clips finden und Clips ihre Beschreibungen</translation>
    </message>
    <message>
        <source>Whether clips are told apart by the captions of their labels</source>
        <translation>Ob Clips an den Beschreibungen ihrer Labels unterschieden werden</translation>
    </message>
    <message>
        <source>Whether a walk from a clip to the general meets the clip&apos;s own captions</source>
        <translation>Ob ein Gang von einem Clip zum Allgemeinen die eigenen Beschreibungen des Clips trifft</translation>
    </message>
    <message>
        <source>Whether clips lie inside their captions, and specific captions in general ones</source>
        <translation>Ob Clips in ihren Beschreibungen liegen und spezielle Beschreibungen in allgemeinen</translation>
    </message>
    <message>
        <source>What the uncertainty follows, and whether the match probability means what it says</source>
        <translation>Wonach sich die Unsicherheit richtet und ob die Trefferwahrscheinlichkeit meint, was sie sagt</translation>
    </message>
    <message>
        <source>&amp;Keep what the encoders hear</source>
        <translation>&amp;Was die Encoder hören, behalten</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Jetzt messen</translation>
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
        <translation>Datei oder Ordner mit beschriebenen Klängen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a CSV or a folder</source>
        <translation>Eine CSV oder einen Ordner wählen</translation>
    </message>
    <message>
        <source>&amp;CSV file…</source>
        <translation>&amp;CSV-Datei …</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Which clips: tag:NAME, -tag:NAME, folder:DIR, or * for all</source>
        <translation>Welche Clips: tag:NAME, -tag:NAME, folder:DIR oder * für alle</translation>
    </message>
    <message>
        <source>Which clips of the library</source>
        <translation>Welche Clips der Bibliothek</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Rows of this split; all rows where the data have none</source>
        <translation>Zeilen dieser Aufteilung; alle Zeilen, wo die Daten keine haben</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>Klän&amp;ge</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>A&amp;ufteilung</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>Line to the centroid</source>
        <translation>Linie zum Zentroid</translation>
    </message>
    <message>
        <source>Line to the empty caption</source>
        <translation>Linie zur leeren Beschreibung</translation>
    </message>
    <message>
        <source>Line to the caption that holds most</source>
        <translation>Linie zur Beschreibung, die am meisten enthält</translation>
    </message>
    <message>
        <source>Line to the masked caption</source>
        <translation>Linie zur maskierten Beschreibung</translation>
    </message>
    <message>
        <source>Climb by uncertainty</source>
        <translation>Aufstieg nach Unsicherheit</translation>
    </message>
    <message>
        <source>The traversal whose levels are charted; the table has all of them</source>
        <translation>Die Traversierung, deren Stufen im Diagramm stehen; die Tabelle enthält alle</translation>
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
        <translation>&amp;Traversierung</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Traversierung</translation>
    </message>
    <message>
        <source>The model to measure</source>
        <translation>Das Modell, das gemessen wird</translation>
    </message>
    <message>
        <source>Another model to set beside it</source>
        <translation>Ein anderes Modell zum Danebenstellen</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>&amp;Beside</source>
        <translation>Da&amp;neben</translation>
    </message>
    <message>
        <source>On the disk, so that the next time on these sounds takes seconds; calculates exactly (fp32)</source>
        <translation>Auf der Platte, damit das nächste Mal mit diesen Klängen Sekunden dauert; rechnet genau (fp32)</translation>
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
        <translation>Wähle zuerst Klänge mit Beschreibungen.</translation>
    </message>
    <message>
        <source>There is nothing at this place.</source>
        <translation>An dieser Stelle ist nichts.</translation>
    </message>
    <message>
        <source>Say which clips, or * for all.</source>
        <translation>Sag, welche Clips, oder * für alle.</translation>
    </message>
    <message>
        <source>Choose at least one measure.</source>
        <translation>Wähle mindestens eine Messgröße.</translation>
    </message>
    <message>
        <source>There is no model to measure.</source>
        <translation>Es gibt kein Modell zum Messen.</translation>
    </message>
    <message>
        <source>Choose two different models.</source>
        <translation>Wähle zwei verschiedene Modelle.</translation>
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
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>What to know about the figures</source>
        <translation>Was man über die Zahlen wissen sollte</translation>
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
        <translation>Nach Stu&amp;fe</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Table as CSV…</source>
        <translation>&amp;Tabelle als CSV …</translation>
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
        <translation>Alles als &amp;JSON …</translation>
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
        <translation>&amp;Diagramme als Bild …</translation>
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
        <translation>&amp;Bericht als Webseite …</translation>
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
        <translation>Die Zahlen, Diagramme oder den ganzen Bericht aufheben</translation>
    </message>
    <message>
        <source>How good is the model on your sounds?</source>
        <translation>Wie gut ist das Modell bei deinen Klängen?</translation>
    </message>
    <message>
        <source>Figures beside what guessing would give, and beside those of another model. It needs sounds with captions: a CSV, AudioCaps, Clotho, captions beside the files, or those of this library.</source>
        <translation>Zahlen neben dem, was Raten ergäbe, und neben denen eines anderen Modells. Dazu braucht es Klänge mit Beschreibungen: eine CSV, AudioCaps, Clotho, Beschreibungen neben den Dateien oder die dieser Bibliothek.</translation>
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
        <translation>: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>Measuring was cancelled.</source>
        <translation>Das Messen wurde abgebrochen.</translation>
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
        <translation>Aufteilung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) or file(s) could not be used:</source>
        <translation>
            <numerusform>%n Zeile oder Datei war nicht zu gebrauchen:</numerusform>
            <numerusform>%n Zeilen oder Dateien waren nicht zu gebrauchen:</numerusform>
        </translation>
    </message>
    <message>
        <source>and more; the JSON has all of them.</source>
        <translation>und mehr; das JSON enthält alle.</translation>
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
        <translation>%1 ließ sich nicht schreiben: %2. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>The report is not there any more; measure again.</source>
        <translation>Der Bericht ist nicht mehr da; miss noch einmal.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::Metric</name>
    <message>
        <source>Caption to clip</source>
        <translation>Beschreibung zu Clip</translation>
    </message>
    <message>
        <source>Clip to caption</source>
        <translation>Clip zu Beschreibung</translation>
    </message>
    <message>
        <source>its own clip</source>
        <translation>den eigenen Clip</translation>
    </message>
    <message>
        <source>one of its own captions</source>
        <translation>eine der eigenen Beschreibungen</translation>
    </message>
    <message>
        <source>any clip of its label</source>
        <translation>irgendeinen Clip des eigenen Labels</translation>
    </message>
    <message>
        <source>any caption of its label</source>
        <translation>irgendeine Beschreibung des eigenen Labels</translation>
    </message>
    <message>
        <source>%1, by label: %2</source>
        <translation>%1, nach Label: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>median rank</source>
        <translation>mittlerer Rang (Median)</translation>
    </message>
    <message>
        <source>The rank at which half of the questions have found %1.</source>
        <translation>Der Rang, bei dem die Hälfte der Anfragen %1 gefunden hat.</translation>
    </message>
    <message>
        <source>mAP@10</source>
        <translation>mAP@10</translation>
    </message>
    <message>
        <source>Mean average precision among the first ten; right is %1.</source>
        <translation>Mittlere durchschnittliche Präzision (mAP) unter den ersten zehn; richtig heißt, %1 zu finden.</translation>
    </message>
    <message>
        <source>among the first %1</source>
        <translation>unter den ersten %1</translation>
    </message>
    <message>
        <source>Share of questions that find %1 among the first %2.</source>
        <translation>Anteil der Anfragen, die %1 unter den ersten %2 finden.</translation>
    </message>
    <message>
        <source>Line to %1</source>
        <translation>Linie zu %1</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Aufstieg</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Share of the captions met on the way that are the clip&apos;s own.</source>
        <translation>Anteil der unterwegs getroffenen Beschreibungen, die zum Clip gehören.</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Ausbeute</translation>
    </message>
    <message>
        <source>Share of the clip&apos;s own captions that are met on the way.</source>
        <translation>Anteil der eigenen Beschreibungen des Clips, die unterwegs getroffen werden.</translation>
    </message>
    <message>
        <source>captions met</source>
        <translation>getroffene Beschreibungen</translation>
    </message>
    <message>
        <source>How many captions are met on the way, on average.</source>
        <translation>Wie viele Beschreibungen unterwegs im Mittel getroffen werden.</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Traversierung</translation>
    </message>
    <message>
        <source>Inside (incl &gt; 0)</source>
        <translation>Darin (incl &gt; 0)</translation>
    </message>
    <message>
        <source>Share of pairs whose specific side lies inside the general one.</source>
        <translation>Anteil der Paare, deren spezielle Seite in der allgemeinen liegt.</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>How well overlap tells true pairs from shuffled ones; 0.5 is chance.</source>
        <translation>Wie gut die Überlappung echte Paare von gemischten unterscheidet; 0,5 ist Zufall.</translation>
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
        <translation>Überlappungsschwelle</translation>
    </message>
    <message>
        <source>Score above which a pair counts as overlapping, chosen on the validation split.</source>
        <translation>Wert, über dem ein Paar als überlappend gilt; gewählt auf den Validierungsdaten.</translation>
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
        <translation>Clips in Beschreibungen</translation>
    </message>
    <message>
        <source>specific in general captions</source>
        <translation>spezielle in allgemeinen Beschreibungen</translation>
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
        <translation>Richtiges Label zuerst</translation>
    </message>
    <message>
        <source>Share of clips whose likeliest label is theirs.</source>
        <translation>Anteil der Clips, deren wahrscheinlichstes Label ihres ist.</translation>
    </message>
    <message>
        <source>Right label first, by bare name</source>
        <translation>Richtiges Label zuerst, nach bloßem Namen</translation>
    </message>
    <message>
        <source>The same with the label&apos;s name as the caption.</source>
        <translation>Dasselbe mit dem Namen des Labels als Beschreibung.</translation>
    </message>
    <message>
        <source>mAP over labels</source>
        <translation>mAP über Labels</translation>
    </message>
    <message>
        <source>Mean average precision, each label counting once.</source>
        <translation>Mittlere durchschnittliche Präzision, jedes Label zählt einmal.</translation>
    </message>
    <message>
        <source>mAP over labels, by bare name</source>
        <translation>mAP über Labels, nach bloßem Namen</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>How far the match probability is from the share of true matches, on average.</source>
        <translation>Wie weit die Trefferwahrscheinlichkeit im Mittel vom Anteil echter Treffer entfernt ist.</translation>
    </message>
    <message>
        <source>Calibration error above 10 %</source>
        <translation>Kalibrierungsfehler über 10 %</translation>
    </message>
    <message>
        <source>The same over the matches that are claimed above 10 %.</source>
        <translation>Dasselbe über die Treffer, für die mehr als 10 % angegeben werden.</translation>
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
        <translation>Speziellere Beschreibungen sollten weniger unsicher sein: unter 0.</translation>
    </message>
    <message>
        <source>Mean uncertainty of captions</source>
        <translation>Mittlere Unsicherheit der Beschreibungen</translation>
    </message>
    <message>
        <source>Mean uncertainty of clips</source>
        <translation>Mittlere Unsicherheit der Clips</translation>
    </message>
    <message>
        <source>Median uncertainty of clips</source>
        <translation>Median der Unsicherheit der Clips</translation>
    </message>
    <message>
        <source>u, the sum of a Gaussian&apos;s variances.</source>
        <translation>u, die Summe der Varianzen einer Gauß-Verteilung.</translation>
    </message>
    <message>
        <source>Mean log-variance of captions</source>
        <translation>Mittlere Log-Varianz der Beschreibungen</translation>
    </message>
    <message>
        <source>Mean log-variance of clips</source>
        <translation>Mittlere Log-Varianz der Clips</translation>
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
    <name>prolap::ui::MixView</name>
    <message>
        <source>other sounds: right name</source>
        <translation>andere Klänge: richtiger Name</translation>
    </message>
    <message>
        <source>other sounds: a name finds its kind</source>
        <translation>andere Klänge: ein Name findet seine Art</translation>
    </message>
    <message>
        <source>your sounds: right name</source>
        <translation>Ihre Klänge: richtiger Name</translation>
    </message>
    <message>
        <source>your sounds: a name finds its kind</source>
        <translation>Ihre Klänge: ein Name findet seine Art</translation>
    </message>
    <message>
        <source>Measure mixtures</source>
        <translation>Mischungen messen</translation>
    </message>
    <message>
        <source>What is gained and what is forgotten</source>
        <translation>Was gewonnen und was vergessen wird</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Save as a model</source>
        <translation>Als Modell sichern</translation>
    </message>
    <message>
        <source>Measures five mixtures in the background, once; the figures are kept with the run</source>
        <translation>Misst fünf Mischungen im Hintergrund, einmal; die Zahlen bleiben beim Lauf</translation>
    </message>
    <message>
        <source>Mixtures measured</source>
        <translation>Gemessene Mischungen</translation>
    </message>
    <message>
        <source>% of what was learned</source>
        <translation>% des Gelernten</translation>
    </message>
    <message>
        <source>How much of what was learned</source>
        <translation>Wie viel des Gelernten</translation>
    </message>
    <message>
        <source>Left: the model that the run started from; right: all of what was learned</source>
        <translation>Links: das Modell, von dem der Lauf ausging; rechts: alles Gelernte</translation>
    </message>
    <message>
        <source>Name of the mixture</source>
        <translation>Name der Mischung</translation>
    </message>
    <message>
        <source>What the model is called on the page Models</source>
        <translation>Wie das Modell auf der Seite Modelle heißt</translation>
    </message>
    <message>
        <source>Puts this mixture among your models; the run&apos;s own model stays as it is</source>
        <translation>Legt diese Mischung zu Ihren Modellen; das Modell des Laufs selbst bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>The mixture is among your models: %1.</source>
        <translation>Die Mischung ist bei Ihren Modellen: %1.</translation>
    </message>
    <message>
        <source>A model that takes only a part of what was learned keeps more of what it knew. Measure, then choose where both curves are high; the run&apos;s own model takes %1.</source>
        <translation>Ein Modell, das nur einen Teil des Gelernten nimmt, behält mehr von dem, was es konnte. Messen Sie und wählen Sie dort, wo beide Kurven hoch sind; das Modell des Laufs nimmt %1.</translation>
    </message>
    <message>
        <source>When the run is done, this shows how much of what was learned is best to take.</source>
        <translation>Wenn der Lauf fertig ist, zeigt dies, wie viel des Gelernten man am besten nimmt.</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>what is forgotten is not known: the run had no list under Not to forget</source>
        <translation>was vergessen wird, ist nicht bekannt: der Lauf hatte keine Liste unter „Nicht vergessen“</translation>
    </message>
    <message>
        <source>There is a model %1 already; choose another name.</source>
        <translation>Es gibt schon ein Modell %1; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>in Benutzung</translation>
    </message>
    <message>
        <source>listening…</source>
        <translation>hört an …</translation>
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
        <translation>nicht zu gebrauchen</translation>
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
        <translation>Seine Dateien sind nicht auf diesem Rechner oder haben sich geändert, seit die Bibliothek damit angehört wurde.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelStep</name>
    <message>
        <source>Measure (20 s)</source>
        <translation>Messen (20 s)</translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation>Alle Einstellungen …</translation>
    </message>
    <message>
        <source>2  What learns</source>
        <translation>2  Was lernt</translation>
    </message>
    <message>
        <source>Tries it for 20 seconds on this computer, to say how long it takes and how much memory</source>
        <translation>Probiert es 20 Sekunden lang auf diesem Rechner, um zu sagen, wie lange es dauert und wie viel Speicher es braucht</translation>
    </message>
    <message>
        <source>Every setting of the training, with the values of this preset</source>
        <translation>Jede Einstellung des Trainings, mit den Werten dieser Vorgabe</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>Folder of the model to start from; empty for the one in use</source>
        <translation>Ordner des Modells, von dem ausgegangen wird; leer für das benutzte</translation>
    </message>
    <message>
        <source>The model in use</source>
        <translation>Das benutzte Modell</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Den Ordner eines Modells wählen</translation>
    </message>
    <message>
        <source>Heads only</source>
        <translation>Nur die Köpfe</translation>
    </message>
    <message>
        <source>Minutes on any computer; forgets least. Begin with this.</source>
        <translation>Minuten auf jedem Rechner; vergisst am wenigsten. Fang damit an.</translation>
    </message>
    <message>
        <source>Last blocks</source>
        <translation>Die letzten Blöcke</translation>
    </message>
    <message>
        <source>Also the last part of what hears and reads. Wants hundreds of clips and patience.</source>
        <translation>Auch der letzte Teil dessen, was hört und liest. Braucht Hunderte Clips und Geduld.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The whole model. Wants thousands of clips and a graphics card.</source>
        <translation>Das ganze Modell. Braucht Tausende Clips und eine Grafikkarte.</translation>
    </message>
    <message>
        <source>The model in use: %1</source>
        <translation>Das benutzte Modell: %1</translation>
    </message>
    <message>
        <source>Settings were changed by hand.</source>
        <translation>Einstellungen wurden von Hand geändert.</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Wird probiert …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <source>About %1 on this computer, with %2 GB of memory.</source>
        <translation>Etwa %1 auf diesem Rechner, mit %2 GB Speicher.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>A guess: the trial did not get beyond listening.</source>
        <translation>Geschätzt: Die Probe kam nicht über das Anhören hinaus.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelView</name>
    <message>
        <source>Make &amp;default</source>
        <translation>Zum &amp;Standard machen</translation>
    </message>
    <message>
        <source>For&amp;get what it heard…</source>
        <translation>Gehörtes &amp;vergessen …</translation>
    </message>
    <message>
        <source>&amp;Measure its speed here</source>
        <translation>Tempo &amp;jetzt messen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
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
        <translation>Fenster pro Sekunde</translation>
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
        <translation>Anhören, was es von dieser Bibliothek noch nicht gehört hat, dann damit suchen. Bis dahin dient das benutzte Modell, und was jenes gehört hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Open this library with it from now on</source>
        <translation>Diese Bibliothek von jetzt an damit öffnen</translation>
    </message>
    <message>
        <source>Show its files in the file manager</source>
        <translation>Seine Dateien im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>How quickly it listens and reads captions on this machine, on each device</source>
        <translation>Wie schnell es auf diesem Rechner anhört und Beschreibungen liest, auf jedem Gerät</translation>
    </message>
    <message>
        <source>Free the room of what this library heard with it; sounds, tags and captions stay</source>
        <translation>Den Platz für das freigeben, was diese Bibliothek damit gehört hat; Klänge, Tags und Beschreibungen bleiben</translation>
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
        <translation>Trainiert mit</translation>
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
        <translation>Noch wurde nichts damit angehört.</translation>
    </message>
    <message>
        <source>This model brings no figures. The page Measure makes some on your own sounds.</source>
        <translation>Dieses Modell bringt keine Zahlen mit. Die Seite „Messen“ gewinnt welche an deinen eigenen Klängen.</translation>
    </message>
    <message numerus="yes">
        <source>Measured when it was trained, on %n clip(s) that it was not trained on.</source>
        <translation>
            <numerusform>Beim Training gemessen, an %n Clip, mit dem es nicht trainiert wurde.</numerusform>
            <numerusform>Beim Training gemessen, an %n Clips, mit denen es nicht trainiert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured when it was trained.</source>
        <translation>Beim Training gemessen.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Benutzung</translation>
    </message>
    <message>
        <source>listening, then in use</source>
        <translation>hört an, dann in Benutzung</translation>
    </message>
    <message>
        <source>default of this library</source>
        <translation>Standard dieser Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Run it so</source>
        <translation>So ben&amp;utzen</translation>
    </message>
    <message>
        <source>It is in use: use another model first</source>
        <translation>Es ist in Benutzung: Benutze erst ein anderes Modell</translation>
    </message>
    <message>
        <source>Take it off this list; its files stay where they are</source>
        <translation>Von dieser Liste streichen; seine Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Graphics card (%1)</source>
        <translation>Grafikkarte (%1)</translation>
    </message>
    <message>
        <source>Not measured yet. Takes about 15 seconds, with sound made on the spot; nothing is written.</source>
        <translation>Noch nicht gemessen. Dauert etwa 15 Sekunden, mit eigens dafür erzeugtem Klang; nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Windows of %1 s; decoding files is not counted.</source>
        <translation>Fenster von %1 s; das Decodieren der Dateien ist nicht mitgezählt.</translation>
    </message>
    <message>
        <source>This model is a part of the program</source>
        <translation>Dieses Modell gehört zum Programm</translation>
    </message>
    <message>
        <source>Use in this li&amp;brary</source>
        <translation>In dieser Bibliothek ben&amp;utzen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Lös&amp;chen …</translation>
    </message>
    <message>
        <source>Ca&amp;rd</source>
        <translation>Modellkar&amp;te</translation>
    </message>
    <message>
        <source>F&amp;igures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Gesch&amp;windigkeit hier</translation>
    </message>
    <message>
        <source>Take &amp;off the list…</source>
        <translation>Von der Liste strei&amp;chen …</translation>
    </message>
    <message>
        <source>%1 (run %2, %3, with %4)</source>
        <translation>%1 (Lauf %2, %3, mit %4)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsPage</name>
    <message>
        <source>Meas&amp;ure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Which models there are, and what can be done with them</source>
        <translation>Welche Modelle es gibt und was sich mit ihnen tun lässt</translation>
    </message>
    <message>
        <source>How good a model is on captioned sounds, beside chance and beside another model</source>
        <translation>Wie gut ein Modell bei beschriebenen Klängen ist, neben dem Zufall und neben einem anderen Modell</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models o&amp;n this machine</source>
        <translation>Modelle auf diesem &amp;Rechner</translation>
    </message>
</context>
<context>
    <name>prolap::ui::ModelsTab</name>
    <message>
        <source>&amp;Add…</source>
        <translation>Hinzu&amp;fügen …</translation>
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
        <translation>&amp;Ordner (Modellpaket oder CLAP von Hugging Face) …</translation>
    </message>
    <message>
        <source>&amp;Checkpoint file (MS-CLAP or LAION)…</source>
        <translation>&amp;Checkpoint-Datei (MS-CLAP oder LAION) …</translation>
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
        <translation>Angehalten; hole es noch einmal, und es geht dort weiter.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Listening with %1; the model in use serves until that is done.</source>
        <translation>Anhören mit %1; bis das fertig ist, dient das benutzte Modell.</translation>
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
        <translation>Diese Bibliothek wird von jetzt an mit %1 geöffnet.</translation>
    </message>
    <message>
        <source>Measuring %1:</source>
        <translation>Messung von %1:</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Messen beenden</translation>
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
        <translation>Nicht auf die Liste setzen</translation>
    </message>
    <message>
        <source>%1 is in the list now.</source>
        <translation>%1 ist jetzt auf der Liste.</translation>
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
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Stop importing; nothing is left of it</source>
        <translation>Importieren beenden; nichts davon bleibt übrig</translation>
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
        <translation>Holen von %1:</translation>
    </message>
    <message>
        <source>Stop fetching; what is here is kept, and it goes on from there another time</source>
        <translation>Holen anhalten; was hier ist, bleibt, und ein andermal geht es dort weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>checking %1</source>
        <translation>prüft %1</translation>
    </message>
    <message>
        <source>trying again: %1</source>
        <translation>neuer Versuch: %1</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 ist hier.</translation>
    </message>
    <message>
        <source>The model could not be fetched</source>
        <translation>Das Modell ließ sich nicht holen</translation>
    </message>
    <message>
        <source>With a network, fetch it again: it goes on where it stopped. Without one, bring the files from another machine.</source>
        <translation>Mit Netz hole es noch einmal: Es geht weiter, wo es stehen blieb. Ohne Netz bring die Dateien von einem anderen Rechner.</translation>
    </message>
    <message>
        <source>%1 of this library, %2 on disk, can be searched with it and with no other model.</source>
        <translation>%1 dieser Bibliothek, %2 auf der Platte, lassen sich damit und mit keinem anderen Modell durchsuchen.</translation>
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
        <translation>Es ist das Standardmodell dieser Bibliothek; danach ist es das Startmodell.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste streichen</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Ein Modell löschen</translation>
    </message>
    <message>
        <source>Take %1 off the list?</source>
        <translation>%1 von der Liste streichen?</translation>
    </message>
    <message>
        <source>Delete %1, %2?</source>
        <translation>%1 löschen, %2?</translation>
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
        <translation>Auch &amp;vergessen, was diese Bibliothek damit gehört hat</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Streichen</translation>
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
        <translation>Hier anhalten</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ist weg.</translation>
    </message>
    <message>
        <source>Forget what a model heard</source>
        <translation>Vergessen, was ein Modell gehört hat</translation>
    </message>
    <message>
        <source>Forget what this library heard with %1?</source>
        <translation>Vergessen, was diese Bibliothek mit %1 gehört hat?</translation>
    </message>
    <message>
        <source>Frees about %1. Sounds, tags and captions stay. To search with it again, its %2 must be listened to again.</source>
        <translation>Gibt etwa %1 frei. Klänge, Tags und Beschreibungen bleiben. Um wieder damit zu suchen, müssen %2 neu angehört werden.</translation>
    </message>
    <message>
        <source>It is the model in use: until then only names and tags are found.</source>
        <translation>Es ist das benutzte Modell: Bis dahin werden nur Namen und Tags gefunden.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgetting what %1 heard</source>
        <translation>Es wird vergessen, was %1 gehört hat</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigegeben.</translation>
    </message>
    <message>
        <source>Fet&amp;ch…</source>
        <translation>Hole&amp;n …</translation>
    </message>
    <message>
        <source>The run %1 started from it; how much of it to keep could no longer be changed.</source>
        <translation>Der Lauf %1 ging davon aus; wie viel davon bleibt, ließe sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The run %1 starts from it and could not go on without it.</source>
        <translation>Der Lauf %1 geht davon aus und könnte ohne es nicht weitergehen.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::NewRunForm</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>3  Start</source>
        <translation>3  Start</translation>
    </message>
    <message>
        <source>What the new model is called</source>
        <translation>Wie das neue Modell heißt</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Mein Modell</translation>
    </message>
    <message>
        <source>Choose the list of clips that must not be forgotten</source>
        <translation>Die Liste der Clips wählen, die nicht vergessen werden dürfen</translation>
    </message>
    <message>
        <source>Clips that must not be forgotten</source>
        <translation>Clips, die nicht vergessen werden dürfen</translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation>Listen (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Not to forget</source>
        <translation>Nicht vergessen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>End when so many validations in a row were no better, with the best weights</source>
        <translation>Beenden, wenn so viele Validierungen nacheinander nicht besser waren, mit den besten Gewichten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>End early after</source>
        <translation>Früher beenden nach</translation>
    </message>
    <message>
        <source>Trains in the background; the window stays free, and may be closed</source>
        <translation>Trainiert im Hintergrund; das Fenster bleibt frei und darf geschlossen werden</translation>
    </message>
    <message>
        <source>%1 other named clips of this library</source>
        <translation>%1 andere benannte Clips dieser Bibliothek</translation>
    </message>
    <message>
        <source>A list (CSV) or folder of captioned clips of other kinds, measured before and after, so that you see what the model forgets; without, that stays unknown. Where it stays empty and you teach a tag, up to 300 clips of the library that have other names are measured</source>
        <translation>Eine Liste (CSV) oder ein Ordner beschriebener Clips anderer Arten, vorher und nachher gemessen, damit Sie sehen, was das Modell vergisst; ohne sie bleibt das unbekannt. Bleibt es leer und Sie lehren ein Tag, werden bis zu 300 anders benannte Clips der Bibliothek gemessen</translation>
    </message>
    <message>
        <source>A list or folder of other clips</source>
        <translation>Eine Liste oder ein Ordner anderer Clips</translation>
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
        <translation>Cyan</translation>
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
        <translation>Keine Bewertung</translation>
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
        <translation>Tags …</translation>
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
        <translation>Bewertung</translation>
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
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>tagging %1: %2</source>
        <translation>Tags für %1: %2</translation>
    </message>
    <message>
        <source>taking tags from %1: %2</source>
        <translation>Tags entfernen von %1: %2</translation>
    </message>
    <message>
        <source>rating %1</source>
        <translation>Bewertung von %1</translation>
    </message>
    <message>
        <source>making %1 favourite</source>
        <translation>%1 als Favorit</translation>
    </message>
    <message>
        <source>making %1 favourite no more</source>
        <translation>%1 nicht mehr als Favorit</translation>
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
        <translation>Sammlung „%1“ anlegen</translation>
    </message>
    <message>
        <source>renaming a collection to “%1”</source>
        <translation>Sammlung in „%1“ umbenennen</translation>
    </message>
    <message>
        <source>removing the collection “%1”</source>
        <translation>Sammlung „%1“ entfernen</translation>
    </message>
    <message>
        <source>putting %1 into “%2”</source>
        <translation>%1 in „%2“ legen</translation>
    </message>
    <message>
        <source>taking %1 out of “%2”</source>
        <translation>%1 aus „%2“ nehmen</translation>
    </message>
    <message>
        <source>saving the search “%1”</source>
        <translation>Suche „%1“ speichern</translation>
    </message>
    <message>
        <source>changing the search “%1”</source>
        <translation>Suche „%1“ ändern</translation>
    </message>
    <message>
        <source>removing the search “%1”</source>
        <translation>Suche „%1“ entfernen</translation>
    </message>
    <message>
        <source>renaming the files of %1</source>
        <translation>Dateien umbenennen von %1</translation>
    </message>
    <message>
        <source>importing what was said of %1</source>
        <translation>Angaben importieren zu %1</translation>
    </message>
    <message>
        <source>Nothing to change: it is so already</source>
        <translation>Nichts zu ändern: Es ist schon so</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
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
        <translation>Passt</translation>
    </message>
    <message>
        <source>How general the captions are that are near each point of the path. The bands are the middle half of each level of the vocabulary, 1 being the most general.</source>
        <translation>Wie allgemein die Beschreibungen in der Nähe jedes Punktes des Pfades sind. Die Bänder sind die mittlere Hälfte jeder Stufe des Vokabulars, 1 ist die allgemeinste.</translation>
    </message>
    <message>
        <source>Above 0 the caption nearest to the point is wide enough to contain the sound.</source>
        <translation>Über 0 ist die Beschreibung, die dem Punkt am nächsten ist, breit genug, den Klang zu enthalten.</translation>
    </message>
    <message>
        <source>contains the sound above</source>
        <translation>darüber enthält sie den Klang</translation>
    </message>
    <message>
        <source>How probably the caption nearest to the point describes the sound.</source>
        <translation>Wie wahrscheinlich die Beschreibung, die dem Punkt am nächsten ist, auf den Klang zutrifft.</translation>
    </message>
    <message>
        <source>This model knows no uncertainty. Train heads for it, or choose one that does.</source>
        <translation>Dieses Modell kennt keine Unsicherheit. Trainiere Köpfe dafür oder wähle eines, das sie kennt.</translation>
    </message>
    <message>
        <source>This model is not calibrated, so there is no probability to show.</source>
        <translation>Dieses Modell ist nicht kalibriert, darum ist keine Wahrscheinlichkeit zu sehen.</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>The uncertainties of two models have scales of their own: compare the shapes, not the heights.</source>
        <translation>Die Unsicherheiten zweier Modelle haben eigene Maßstäbe: Zu vergleichen sind die Formen, nicht die Höhen.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::PathWords</name>
    <message>
        <source>%1 met %2 captions and %3 met %4.</source>
        <translation>%1 traf %2 Beschreibungen und %3 traf %4.</translation>
    </message>
    <message>
        <source>They have no caption in common.</source>
        <translation>Sie haben keine Beschreibung gemeinsam.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Both met %1: %2.</source>
        <translation>Beide trafen %1: %2.</translation>
    </message>
    <message>
        <source>%1 captions met on a climb from “%2” to “%3”, among %4 captions and %5 clips</source>
        <translation>%1 Beschreibungen auf einem Aufstieg von „%2“ zu „%3“ getroffen, unter %4 Beschreibungen und %5 Clips</translation>
    </message>
    <message>
        <source>%1 captions met on the way from “%2”, among %3 captions and %4 clips</source>
        <translation>%1 Beschreibungen auf dem Weg von „%2“ getroffen, unter %3 Beschreibungen und %4 Clips</translation>
    </message>
    <message>
        <source>The paths meet at “%1”.</source>
        <translation>Die Pfade treffen sich bei „%1“.</translation>
    </message>
    <message>
        <source>The paths do not meet: they have no caption in common.</source>
        <translation>Die Pfade treffen sich nicht: Sie haben keine Beschreibung gemeinsam.</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
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
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to the region</source>
        <translation>Auf den Bereich zoomen</translation>
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
        <translation>Geschwindigkeit und Tonhöhe wie aufgenommen</translation>
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
        <translation>Im Clip verschieben (Umschalt und Mausrad)</translation>
    </message>
    <message>
        <source>Equal loudness</source>
        <translation>Gleiche Lautheit</translation>
    </message>
    <message>
        <source>Play every clip equally loud (E)</source>
        <translation>Jeden Clip gleich laut abspielen (E)</translation>
    </message>
    <message>
        <source>Speed and pitch</source>
        <translation>Geschwindigkeit und Tonhöhe</translation>
    </message>
    <message>
        <source>Player settings</source>
        <translation>Einstellungen des Players</translation>
    </message>
    <message>
        <source>Sound device, channels, loudness, spectrogram</source>
        <translation>Audiogerät, Kanäle, Lautheit, Spektrogramm</translation>
    </message>
    <message>
        <source>Choose a clip to see it</source>
        <translation>Wähle einen Clip, um ihn zu sehen</translation>
    </message>
    <message>
        <source>Waveform; click for the spectrogram (W)</source>
        <translation>Wellenform; klicken für das Spektrogramm (W)</translation>
    </message>
    <message>
        <source>Spectrogram; click for both (W)</source>
        <translation>Spektrogramm; klicken für beides (W)</translation>
    </message>
    <message>
        <source>Waveform and spectrogram; click for the waveform (W)</source>
        <translation>Wellenform und Spektrogramm; klicken für die Wellenform (W)</translation>
    </message>
    <message>
        <source>Speed × %1, pitch %2 semitones</source>
        <translation>Geschwindigkeit × %1, Tonhöhe %2 Halbtöne</translation>
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
        <translation>Tieftoneffekte (LFE)</translation>
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
        <translation>Audiogerät</translation>
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
        <translation>Spektrogramm zeigt</translation>
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
        <translation>120 dB, bis hinab zum Rauschen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>As the desktop (%1)</source>
        <translation>Wie die Arbeitsfläche (%1)</translation>
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
    <name>prolap::ui::QueryBar</name>
    <message>
        <source>Filters…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Record a sound…</source>
        <translation>Klang aufnehmen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>Earlier queries…</source>
        <translation>Frühere Anfragen …</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation>Ctrl+F1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>Klingt wie</translation>
    </message>
    <message>
        <source>Clips that are the same or nearly</source>
        <translation>Clips, die gleich oder fast gleich sind</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Clips that contain it: more general ones that it is a part of</source>
        <translation>Clips, die es enthalten: allgemeinere, von denen es ein Teil ist</translation>
    </message>
    <message>
        <source>Is part of</source>
        <translation>Ist Teil von</translation>
    </message>
    <message>
        <source>Clips that are a part of it: more specific ones</source>
        <translation>Clips, die ein Teil davon sind: speziellere</translation>
    </message>
    <message>
        <source>Forget this sound (Esc)</source>
        <translation>Diesen Klang vergessen (Esc)</translation>
    </message>
    <message>
        <source>As the sound is, or as the words say</source>
        <translation>Wie der Klang ist oder wie die Wörter sagen</translation>
    </message>
    <message>
        <source>Left: like the sound. Right: as the words say. Between: like the sound, but as the words say.</source>
        <translation>Links: wie der Klang. Rechts: wie die Wörter sagen. Dazwischen: wie der Klang, aber so, wie die Wörter sagen.</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Describe the sound that you look for</source>
        <translation>Beschreibe den Klang, den du suchst</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Clips are wanted that: %1</source>
        <translation>Gesucht werden Clips mit der Beziehung: %1</translation>
    </message>
    <message>
        <source>What a clip shall be to the sound or the words</source>
        <translation>Wie sich ein Clip zum Klang oder zu den Wörtern verhalten soll</translation>
    </message>
    <message>
        <source>What contains what is itself an order from specific to general</source>
        <translation>Was was enthält, ist selbst eine Ordnung von speziell zu allgemein</translation>
    </message>
    <message>
        <source>There is no uncertainty in this model: %1 cannot say what is general or specific. Choose a ProLAP model for that; the starter is one.</source>
        <translation>Dieses Modell kennt keine Unsicherheit: %1 kann nicht sagen, was allgemein oder speziell ist. Wähle dafür ein ProLAP-Modell; das Startmodell ist eines.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Nothing was searched for yet</source>
        <translation>Noch wurde nach nichts gesucht</translation>
    </message>
    <message>
        <source>Forget all of them</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>List all clips again, not only these (Del)</source>
        <translation>Wieder alle Clips auflisten, nicht nur diese (Entf)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::QueryCompleter</name>
    <message>
        <source>What may follow</source>
        <translation>Was folgen kann</translation>
    </message>
</context>
<context>
    <name>prolap::ui::QuerySounds</name>
    <message>
        <source>Sounds like this</source>
        <translation>Klingt wie dieser</translation>
    </message>
    <message>
        <source>Clips that are the same or nearly</source>
        <translation>Clips, die gleich oder fast gleich sind</translation>
    </message>
    <message>
        <source>Contains this</source>
        <translation>Enthält diesen</translation>
    </message>
    <message>
        <source>More general clips, that this one is a part of</source>
        <translation>Allgemeinere Clips, von denen dieser ein Teil ist</translation>
    </message>
    <message>
        <source>Shift+U</source>
        <translation>Shift+U</translation>
    </message>
    <message>
        <source>Is part of this</source>
        <translation>Ist Teil von diesem</translation>
    </message>
    <message>
        <source>More specific clips, that are a part of this one</source>
        <translation>Speziellere Clips, die ein Teil von diesem sind</translation>
    </message>
    <message>
        <source>Shift+D</source>
        <translation>Shift+D</translation>
    </message>
    <message>
        <source>Sounds like the region</source>
        <translation>Klingt wie der Bereich</translation>
    </message>
    <message>
        <source>Clips that are like what is marked in the player</source>
        <translation>Clips, die dem im Player markierten Bereich gleichen</translation>
    </message>
    <message>
        <source>Shift+S</source>
        <translation>Shift+S</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
</context>
<context>
    <name>prolap::ui::QueryWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>in the last %1 hours</source>
        <translation>in den letzten %1 Stunden</translation>
    </message>
    <message>
        <source>in the last day</source>
        <translation>am letzten Tag</translation>
    </message>
    <message>
        <source>in the last %1 days</source>
        <translation>in den letzten %1 Tagen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>In folder</source>
        <translation>Im Ordner</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Says %1</source>
        <translation>Mit den Wörtern %1</translation>
    </message>
    <message>
        <source>Does not say %1</source>
        <translation>Ohne die Wörter %1</translation>
    </message>
    <message>
        <source>Without tag %1</source>
        <translation>Ohne Tag %1</translation>
    </message>
    <message>
        <source>Not in folder %1</source>
        <translation>Nicht im Ordner %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>Nicht %1</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>No favourites</source>
        <translation>Keine Favoriten</translation>
    </message>
    <message>
        <source>rain, but away from thunder</source>
        <translation>rain, aber weg von thunder</translation>
    </message>
    <message>
        <source>a mixture of both</source>
        <translation>eine Mischung aus beidem</translation>
    </message>
    <message>
        <source>these words, in name, tags or captions</source>
        <translation>diese Wörter, in Name, Tags oder Beschreibungen</translation>
    </message>
    <message>
        <source>with this tag; -tag:rain without it</source>
        <translation>mit diesem Tag; -tag:rain ohne dieses Tag</translation>
    </message>
    <message>
        <source>in this folder</source>
        <translation>in diesem Ordner</translation>
    </message>
    <message>
        <source>shorter than two seconds; also 1s..4s, 500ms, 2min</source>
        <translation>kürzer als zwei Sekunden; auch 1s..4s, 500ms, 2min</translation>
    </message>
    <message>
        <source>of two channels; also mono, stereo, &gt;=3</source>
        <translation>mit zwei Kanälen; auch mono, stereo, &gt;=3</translation>
    </message>
    <message>
        <source>of at least this sample rate</source>
        <translation>mit mindestens dieser Abtastrate</translation>
    </message>
    <message>
        <source>of one of these formats</source>
        <translation>in einem dieser Formate</translation>
    </message>
    <message>
        <source>of three stars or more</source>
        <translation>mit drei Sternen oder mehr</translation>
    </message>
    <message>
        <source>favourites only</source>
        <translation>nur Favoriten</translation>
    </message>
    <message>
        <source>with this colour</source>
        <translation>mit dieser Farbe</translation>
    </message>
    <message>
        <source>in this collection</source>
        <translation>in dieser Sammlung</translation>
    </message>
    <message>
        <source>new in the last seven days; also 24h, 2026-01-31</source>
        <translation>neu in den letzten sieben Tagen; auch 24h, 2026-01-31</translation>
    </message>
    <message>
        <source>louder than this</source>
        <translation>lauter als das</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What clips shall be to it</source>
        <translation>Wie sich Clips dazu verhalten sollen</translation>
    </message>
    <message>
        <source>General or specific first</source>
        <translation>Allgemeines oder Spezielles zuerst</translation>
    </message>
    <message>
        <source>Contains it</source>
        <translation>Enthält es</translation>
    </message>
    <message>
        <source>Is part of it</source>
        <translation>Ist Teil davon</translation>
    </message>
    <message>
        <source>Sounds like it</source>
        <translation>Klingt so</translation>
    </message>
    <message>
        <source>More general, by %1</source>
        <translation>Allgemeiner, um %1</translation>
    </message>
    <message>
        <source>More specific, by %1</source>
        <translation>Spezieller, um %1</translation>
    </message>
    <message>
        <source>General and specific alike</source>
        <translation>Allgemein und speziell gleich</translation>
    </message>
    <message>
        <source>online</source>
        <translation>da</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>whose file is gone; also offline, online</source>
        <translation>deren Datei weg ist; auch offline, online</translation>
    </message>
    <message>
        <source>more general clips, that it is a part of; also part-of</source>
        <translation>allgemeinere Clips, von denen es ein Teil ist; auch part-of</translation>
    </message>
    <message>
        <source>general clips first; -0.5: specific ones</source>
        <translation>allgemeine Clips zuerst; -0.5: spezielle</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RecipeDialog</name>
    <message>
        <source>All settings of the training</source>
        <translation>Alle Einstellungen des Trainings</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Double click a value, or press F2, to change it. docs/training.md explains every setting.</source>
        <translation>Doppelklick auf einen Wert oder F2, um ihn zu ändern. docs/training.md erklärt jede Einstellung.</translation>
    </message>
    <message>
        <source>As the preset</source>
        <translation>Wie die Vorgabe</translation>
    </message>
    <message>
        <source>Take back all changes</source>
        <translation>Alle Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemeines</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RecordDialog</name>
    <message>
        <source>Find sounds like it</source>
        <translation>Ähnliche Klänge finden</translation>
    </message>
    <message>
        <source>Record a sound</source>
        <translation>Klang aufnehmen</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>What to record from</source>
        <translation>Womit aufgenommen wird</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>Längste Aufnahme</translation>
    </message>
    <message>
        <source>Recording stops by itself after so long</source>
        <translation>Nach dieser Zeit endet die Aufnahme von selbst</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>How loud it is, from -60 to 0 dB; red when it is too loud</source>
        <translation>Wie laut es ist, von -60 bis 0 dB; rot, wenn es zu laut ist</translation>
    </message>
    <message>
        <source>Begin or end the recording (Space)</source>
        <translation>Aufnahme beginnen oder beenden (Leertaste)</translation>
    </message>
    <message>
        <source>Search by what was recorded</source>
        <translation>Mit dem Aufgenommenen suchen</translation>
    </message>
    <message>
        <source>Length of the recording</source>
        <translation>Länge der Aufnahme</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one, or allow this program to listen in the desktop&apos;s privacy settings; it appears here by itself.</source>
        <translation>Es gibt kein Mikrofon. Schließ eines an oder erlaube diesem Programm in den Privatsphäre-Einstellungen der Arbeitsfläche das Mithören; es erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Recording. Make the sound, or play it near the microphone.</source>
        <translation>Aufnahme läuft. Mach das Geräusch oder spiel es nahe am Mikrofon ab.</translation>
    </message>
    <message>
        <source>Record a sound, and the clips that are most like it are listed.</source>
        <translation>Nimm einen Klang auf, und die ähnlichsten Clips werden aufgelistet.</translation>
    </message>
    <message>
        <source>That was too short to search by. Record a little longer.</source>
        <translation>Das war zu kurz zum Suchen. Nimm etwas länger auf.</translation>
    </message>
    <message>
        <source>Nothing was heard. Come closer, or turn the microphone up in the desktop&apos;s sound settings.</source>
        <translation>Nichts war zu hören. Komm näher oder dreh das Mikrofon in den Klangeinstellungen der Arbeitsfläche auf.</translation>
    </message>
    <message>
        <source>Search by it, or record again.</source>
        <translation>Suche damit oder nimm noch einmal auf.</translation>
    </message>
    <message>
        <source>Recording %1.wav</source>
        <translation>Aufnahme %1.wav</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RegionFiles</name>
    <message>
        <source>Copy the region as a file</source>
        <translation>Bereich als Datei kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>Save the region as…</source>
        <translation>Bereich speichern unter …</translation>
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
        <translation>%1 kopiert, zum Einfügen als Datei</translation>
    </message>
    <message>
        <source>There is no sound in this region</source>
        <translation>In diesem Bereich ist kein Klang</translation>
    </message>
    <message>
        <source>Save the region</source>
        <translation>Bereich speichern</translation>
    </message>
    <message>
        <source>Wave files (*.wav)</source>
        <translation>WAV-Dateien (*.wav)</translation>
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
        <translation>Namensmuster</translation>
    </message>
    <message>
        <source>What a region&apos;s file is called; words in braces are filled in</source>
        <translation>Wie die Datei eines Bereichs heißt; Wörter in geschweiften Klammern werden ersetzt</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Filled in are {name}, {folder}, {start}, {end}, {length}, {date} and {time}.</source>
        <translation>Ersetzt werden {name}, {folder}, {start}, {end}, {length}, {date} und {time}.</translation>
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
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Offline: its folder is not reachable just now. Plug the drive in, or show where it is.</source>
        <translation>Getrennt: sein Ordner ist gerade nicht erreichbar. Schließe das Laufwerk an oder zeige, wo er ist.</translation>
    </message>
    <message>
        <source>Missing: its folder is there, but the file is not. It was moved or deleted.</source>
        <translation>Fehlt: sein Ordner ist da, die Datei aber nicht. Sie wurde verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The file is there.</source>
        <translation>Die Datei ist da.</translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s) match, too</source>
        <translation>
            <numerusform>%n weitere Stelle passt auch</numerusform>
            <numerusform>%n weitere Stellen passen auch</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a star to rate the clip, the same again to take the rating away (1 to 5, 0)</source>
        <translation>Auf einen Stern klicken, um den Clip zu bewerten, noch einmal auf denselben, um die Bewertung zu entfernen (1 bis 5, 0)</translation>
    </message>
    <message>
        <source>Click to make the clip a favourite, or no more (F)</source>
        <translation>Klicken, um den Clip zum Favoriten zu machen oder nicht mehr (F)</translation>
    </message>
    <message>
        <source>Click to give the clip a colour</source>
        <translation>Klicken, um dem Clip eine Farbe zu geben</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The whole clip; the part that matches best stands on a lighter ground, other parts that match are underlined.</source>
        <translation>Der ganze Clip; die Stelle, die am besten passt, steht auf hellerem Grund, andere passende Stellen sind unterstrichen.</translation>
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
    <name>prolap::ui::RunModel</name>
    <message>
        <source>Waiting its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Running, %1</source>
        <translation>Läuft, %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Another run is at work; this one starts after it.</source>
        <translation>Ein anderer Lauf ist an der Arbeit; dieser beginnt danach.</translation>
    </message>
    <message>
        <source>Measuring the model as it is: %1 of %2 clips</source>
        <translation>Das Modell wird gemessen, wie es ist: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>Reading your clips</source>
        <translation>Deine Clips werden gelesen</translation>
    </message>
    <message>
        <source>Listening: %1 of %2 clips</source>
        <translation>Anhören: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>Learning: step %1 of %2, round %3 of %4</source>
        <translation>Lernen: Schritt %1 von %2, Runde %3 von %4</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Das Modell wird geschrieben</translation>
    </message>
    <message>
        <source>Measuring what it learned: %1 of %2 clips</source>
        <translation>Gemessen wird, was es gelernt hat: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>Heads only</source>
        <translation>Nur die Köpfe</translation>
    </message>
    <message>
        <source>Last blocks</source>
        <translation>Die letzten Blöcke</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RunNotesView</name>
    <message>
        <source>Tags, with commas between</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags of the run</source>
        <translation>Tags des Laufs</translation>
    </message>
    <message>
        <source>Words to find this run by</source>
        <translation>Wörter, unter denen sich dieser Lauf finden lässt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Whatever is worth remembering of this run</source>
        <translation>Was immer von diesem Lauf zu merken ist</translation>
    </message>
    <message>
        <source>%1 from %2
Started from %3
%4: %5 rounds of batches of %6, learning rate %7
Run %8 in %9</source>
        <translation>%1 aus %2
Ausgehend von %3
%4: %5 Runden mit Stapeln zu %6, Lernrate %7
Lauf %8 in %9</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RunStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::RunView</name>
    <message>
        <source>Pause</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Stop, keep the best</source>
        <translation>Anhalten, das Beste behalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Back to the model before</source>
        <translation>Zurück zum Modell davor</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>Wie weit der Lauf ist</translation>
    </message>
    <message>
        <source>Keep where it stands and free the computer; also a restart may come between</source>
        <translation>Den Stand festhalten und den Rechner freigeben; auch ein Neustart darf dazwischenkommen</translation>
    </message>
    <message>
        <source>End now with the best weights so far</source>
        <translation>Jetzt mit den bisher besten Gewichten beenden</translation>
    </message>
    <message>
        <source>End now; nothing of what it learned is kept</source>
        <translation>Jetzt beenden; nichts vom Gelernten bleibt erhalten</translation>
    </message>
    <message>
        <source>Listen to the library with this model in the background, then search with it</source>
        <translation>Die Bibliothek im Hintergrund mit diesem Modell anhören, dann damit suchen</translation>
    </message>
    <message>
        <source>What the model before has heard is kept, so this takes a moment</source>
        <translation>Was das Modell davor gehört hat, bleibt erhalten, darum dauert es nur einen Moment</translation>
    </message>
    <message>
        <source>Copy the model to a folder, to take it elsewhere</source>
        <translation>Das Modell in einen Ordner kopieren, um es mitzunehmen</translation>
    </message>
    <message>
        <source>Remove the run with its model</source>
        <translation>Den Lauf samt seinem Modell entfernen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Settings and notes</source>
        <translation>Einstellungen und Notizen</translation>
    </message>
    <message>
        <source>Listening: %1 of %2 (cancel)</source>
        <translation>Anhören: %1 von %2 (abbrechen)</translation>
    </message>
    <message>
        <source>Listening with the new model: %1 of %2 files, %3</source>
        <translation>Anhören mit dem neuen Modell: %1 von %2 Dateien, %3</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Beim letzten Zwischenstand weitermachen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Folder to put the model into</source>
        <translation>Ordner, in den das Modell kommt</translation>
    </message>
    <message>
        <source>The model is in %1.</source>
        <translation>Das Modell ist in %1.</translation>
    </message>
    <message>
        <source>Discard a run</source>
        <translation>Einen Lauf verwerfen</translation>
    </message>
    <message>
        <source>Discard %1?</source>
        <translation>%1 verwerfen?</translation>
    </message>
    <message>
        <source>Its model is removed too. What was exported stays.</source>
        <translation>Auch sein Modell wird entfernt. Was exportiert wurde, bleibt.</translation>
    </message>
    <message>
        <source>What it has learned so far is removed.</source>
        <translation>Was er bisher gelernt hat, wird entfernt.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Was es findet</translation>
    </message>
    <message>
        <source>How much of it</source>
        <translation>Wie viel davon</translation>
    </message>
</context>
<context>
    <name>prolap::ui::SamplesView</name>
    <message>
        <source>Finds now</source>
        <translation>Findet jetzt</translation>
    </message>
    <message>
        <source>Found at the start</source>
        <translation>Fand am Anfang</translation>
    </message>
    <message>
        <source>What captions find</source>
        <translation>Was Beschreibungen finden</translation>
    </message>
    <message>
        <source>Green clips carry the caption. Double click or Enter plays one.</source>
        <translation>Grüne Clips tragen die Beschreibung. Doppelklick oder Eingabe spielt einen.</translation>
    </message>
    <message>
        <source>When the run has looked at its progress for the first time, this shows which of your captions find something else now.</source>
        <translation>Wenn der Lauf zum ersten Mal nach seinem Fortschritt gesehen hat, zeigt dies, welche Ihrer Beschreibungen jetzt etwas anderes finden.</translation>
    </message>
    <message>
        <source>So far every caption finds the same clips as before.</source>
        <translation>Bisher findet jede Beschreibung dieselben Clips wie vorher.</translation>
    </message>
    <message>
        <source>The captions that changed most, on clips that choose the best weights and teach nothing (after %1 steps).</source>
        <translation>Die Beschreibungen, die sich am meisten geändert haben, auf Clips, die die besten Gewichte wählen und nichts lehren (nach %1 Schritten).</translation>
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
        <translation>In ihrem Programm öffnen</translation>
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
        <translation>Pfade kopiert von %1</translation>
    </message>
    <message>
        <source>Copied %1, to be pasted as files</source>
        <translation>%1 kopiert, zum Einfügen als Dateien</translation>
    </message>
    <message>
        <source>Choose at most %1 clips to open in their program: %2 are chosen.</source>
        <translation>Wähle höchstens %1 Clips, um sie in ihrem Programm zu öffnen: Gewählt sind %2.</translation>
    </message>
    <message>
        <source>No program on this desktop opens %1</source>
        <translation>Kein Programm auf dieser Arbeitsfläche öffnet %1</translation>
    </message>
    <message>
        <source>Some of these clips are still being looked up: drag again in a moment.</source>
        <translation>Einige dieser Clips werden noch nachgeschlagen: Zieh gleich noch einmal.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Choose the clips to export first: Ctrl+A chooses all.</source>
        <translation>Wähle zuerst die Clips zum Exportieren: Strg+A wählt alle.</translation>
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
        <translation>Wähle eine Sammlung, um nur ihre Clips zu sehen; zieh Clips auf sie, um sie hineinzulegen</translation>
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
        <translation>Alle Clips zeigen</translation>
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
        <translation>Tippe erst, was du suchst; dann lässt es sich speichern.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
</context>
<context>
    <name>prolap::ui::SoundRecorder</name>
    <message>
        <source>There is no microphone. Connect one, or choose another device in the desktop&apos;s sound settings.</source>
        <translation>Es gibt kein Mikrofon. Schließ eines an oder wähle in den Klangeinstellungen der Arbeitsfläche ein anderes Gerät.</translation>
    </message>
    <message>
        <source>%1 offers no format that can be recorded. Choose another device.</source>
        <translation>%1 bietet kein Format, das sich aufnehmen lässt. Wähle ein anderes Gerät.</translation>
    </message>
    <message>
        <source>%1 cannot be recorded from. Another program may hold it, or this one may not be allowed to listen: see the desktop&apos;s privacy and sound settings.</source>
        <translation>Von %1 lässt sich nicht aufnehmen. Vielleicht hält es ein anderes Programm fest, oder dieses darf nicht mithören: Sieh in den Privatsphäre- und Klangeinstellungen der Arbeitsfläche nach.</translation>
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
        <translation>Hohe Klänge oben, tiefe unten; hell ist laut. Klicken, um von dort zu hören, mit Umschalt ziehen, um einen Bereich zu markieren; das Mausrad zoomt.</translation>
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
        <translation>Wird gezählt …</translation>
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
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
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
        <translation>%1 nicht mehr im Ordner</translation>
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
        <translation>%1 mit Tags · %2 mit Beschreibungen · %3 bewertet · %4 Favoriten · %5 in Sammlungen</translation>
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
        <translation>Tags</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>%1 stars</source>
        <translation>%1 Sterne</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
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
        <translation>Tippe eine Beschreibung und drücke Eingabe, oder zieh einen Klang hierher</translation>
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
    <name>prolap::ui::SuggestionList</name>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>your tag  %1</source>
        <translation>Ihr Tag  %1</translation>
    </message>
    <message>
        <source>Suggestion %1: %2 %3</source>
        <translation>Vorschlag %1: %2 %3</translation>
    </message>
    <message>
        <source>Press %1 to call the clip this; the model thinks it right with %2</source>
        <translation>Drücken Sie %1, um den Clip so zu nennen; das Modell hält es mit %2 für richtig</translation>
    </message>
    <message>
        <source>Press %1 to call the clip this; this model does not say how sure it is</source>
        <translation>Drücken Sie %1, um den Clip so zu nennen; dieses Modell sagt nicht, wie sicher es ist</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TagPopup</name>
    <message numerus="yes">
        <source>Tags of %n clip(s)</source>
        <translation>
            <numerusform>Tags von %n Clip</numerusform>
            <numerusform>Tags von %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags, with commas between them</source>
        <translation>Tags hinzufügen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Tags hinzufügen</translation>
    </message>
    <message>
        <source>Type tags with commas between them and press Enter</source>
        <translation>Tippe Tags, durch Kommas getrennt, und drücke Eingabe</translation>
    </message>
    <message>
        <source>Tags of these clips</source>
        <translation>Tags dieser Clips</translation>
    </message>
    <message>
        <source>Tick a tag to give it to all of them, untick it to take it away</source>
        <translation>Hake ein Tag an, um es allen zu geben; nimm den Haken weg, um es zu entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>Noch keine Tags.</translation>
    </message>
    <message>
        <source>A dash: some of the clips have the tag.</source>
        <translation>Ein Strich: Einige der Clips haben das Tag.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TaggingPage</name>
    <message>
        <source>Play each clip</source>
        <translation>Jeden Clip abspielen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Which clips</source>
        <translation>Welche Clips</translation>
    </message>
    <message>
        <source>Which clips to go through: those of them that have neither tag nor caption</source>
        <translation>Welche Clips durchgegangen werden: die darunter, die weder Tag noch Beschreibung haben</translation>
    </message>
    <message>
        <source>as a tag</source>
        <translation>als Tag</translation>
    </message>
    <message>
        <source>as a caption</source>
        <translation>als Beschreibung</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>Schreiben als</translation>
    </message>
    <message>
        <source>What a name that you take becomes: a tag, which many clips share, or a caption of this clip</source>
        <translation>Was aus einem Namen wird, den Sie nehmen: ein Tag, das viele Clips teilen, oder eine Beschreibung dieses Clips</translation>
    </message>
    <message>
        <source>Play a clip as soon as it comes up</source>
        <translation>Einen Clip abspielen, sobald er erscheint</translation>
    </message>
    <message>
        <source>How many clips have been gone through</source>
        <translation>Wie viele Clips durchgegangen sind</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Write names</source>
        <translation>Namen schreiben</translation>
    </message>
    <message>
        <source>The model reads its words: %1 of %2</source>
        <translation>Das Modell liest seine Wörter: %1 von %2</translation>
    </message>
    <message>
        <source>The model listens…</source>
        <translation>Das Modell hört zu…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Or type a name; several with commas between</source>
        <translation>Oder tippen Sie einen Namen; mehrere mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Name of the clip</source>
        <translation>Name des Clips</translation>
    </message>
    <message>
        <source>Enter takes what is typed here; where nothing is typed, the first suggestion</source>
        <translation>Die Eingabetaste nimmt, was hier steht; wo nichts steht, den ersten Vorschlag</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Leave it for later (Right, or S); skipped clips come last, also next time</source>
        <translation>Für später lassen (Rechts oder S); übersprungene Clips kommen zuletzt, auch beim nächsten Mal</translation>
    </message>
    <message>
        <source>The clip before (Left)</source>
        <translation>Der Clip davor (Links)</translation>
    </message>
    <message>
        <source>Take the last name back and go to its clip (Backspace; Ctrl+Z takes it back too)</source>
        <translation>Den letzten Namen zurücknehmen und zu seinem Clip gehen (Rücktaste; auch Strg+Z nimmt ihn zurück)</translation>
    </message>
    <message>
        <source>1 to 5 takes a name · Enter the first · S skips · Left goes back · Backspace takes back · Space plays</source>
        <translation>1 bis 5 nimmt einen Namen · Eingabe den ersten · S überspringt · Links geht zurück · Rücktaste nimmt zurück · Leertaste spielt</translation>
    </message>
    <message>
        <source>All of the library</source>
        <translation>Die ganze Bibliothek</translation>
    </message>
    <message>
        <source>Selected on Explore</source>
        <translation>Auf „Erkunden“ ausgewählt</translation>
    </message>
    <message>
        <source>Nothing is selected on Explore.</source>
        <translation>Auf „Erkunden“ ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Clip %1 of %2 without a name; %3 named</source>
        <translation>Clip %1 von %2 ohne Namen; %3 benannt</translation>
    </message>
    <message>
        <source>%1 named</source>
        <translation>%1 benannt</translation>
    </message>
    <message>
        <source>No sounds yet</source>
        <translation>Noch keine Klänge</translation>
    </message>
    <message>
        <source>When a library with a model is open, its clips without a name come up here, one by one.</source>
        <translation>Wenn eine Bibliothek mit einem Modell offen ist, erscheinen hier ihre Clips ohne Namen, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>Looking through the library</source>
        <translation>Die Bibliothek wird durchgesehen</translation>
    </message>
    <message>
        <source>The clips that the model is least sure of come first.</source>
        <translation>Die Clips, bei denen das Modell am unsichersten ist, kommen zuerst.</translation>
    </message>
    <message>
        <source>Nothing is without a name</source>
        <translation>Nichts ist ohne Namen</translation>
    </message>
    <message>
        <source>Every clip here that has been listened to has a tag or a caption. Choose other clips above.</source>
        <translation>Jeder Clip hier, der angehört wurde, hat ein Tag oder eine Beschreibung. Wählen Sie oben andere Clips.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>That was all of them</source>
        <translation>Das waren alle</translation>
    </message>
    <message>
        <source>You have gone through all clips without a name. Now a model can learn from them.</source>
        <translation>Sie sind alle Clips ohne Namen durchgegangen. Jetzt kann ein Modell daraus lernen.</translation>
    </message>
    <message>
        <source>Fine-tune a model</source>
        <translation>Ein Modell abstimmen</translation>
    </message>
    <message>
        <source>uncertainty %1</source>
        <translation>Unsicherheit %1</translation>
    </message>
    <message>
        <source>%1 bits of doubt among its names</source>
        <translation>%1 Bit Zweifel unter seinen Namen</translation>
    </message>
    <message>
        <source>Clips that the model is least sure of come first: your word about them teaches it most</source>
        <translation>Clips, bei denen das Modell am unsichersten ist, kommen zuerst: Ihr Wort darüber lehrt es am meisten</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
    <message>
        <source>The model has not listened to this clip yet.</source>
        <translation>Das Modell hat diesen Clip noch nicht angehört.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Benennen</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TapePanel</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
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
        <translation>Geschwindigkeit und Tonhöhe, wie der Clip aufgenommen wurde</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Pitch</source>
        <translation>&amp;Tonhöhe</translation>
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
        <translation>Was gerade getan wird</translation>
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
        <translation>Spektrogramme der gefundenen Clips, der beste zuerst</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraverseControls</name>
    <message>
        <source>Climb by uncertainty</source>
        <translation>Aufstieg nach Unsicherheit</translation>
    </message>
    <message>
        <source>At each step the caption that fits the sound best among those as general as the step</source>
        <translation>Bei jedem Schritt die Beschreibung, die am besten zum Klang passt, unter denen, die so allgemein sind wie der Schritt</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade Linie</translation>
    </message>
    <message>
        <source>Straight to the root: the published protocol</source>
        <translation>Gerade zur Wurzel: das veröffentlichte Verfahren</translation>
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
        <source>Middle of the library</source>
        <translation>Mitte der Bibliothek</translation>
    </message>
    <message>
        <source>The mean of all clips (centroid)</source>
        <translation>Das Mittel aller Clips (Zentroid)</translation>
    </message>
    <message>
        <source>Empty caption</source>
        <translation>Leere Beschreibung</translation>
    </message>
    <message>
        <source>What no words mean (empty)</source>
        <translation>Was keine Wörter bedeuten (leer)</translation>
    </message>
    <message>
        <source>Caption that holds it</source>
        <translation>Beschreibung, die ihn enthält</translation>
    </message>
    <message>
        <source>The caption with the greatest inclusion of the sound (inclusive)</source>
        <translation>Die Beschreibung mit der größten Inklusion des Klangs (inklusiv)</translation>
    </message>
    <message>
        <source>Masked caption</source>
        <translation>Maskierte Beschreibung</translation>
    </message>
    <message>
        <source>A caption of which everything is masked (masked)</source>
        <translation>Eine Beschreibung, in der alles maskiert ist (maskiert)</translation>
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
        <translation>Der Pfad beginnt bei der Beschreibung, die dem Klang am nächsten ist: das veröffentlichte Verfahren</translation>
    </message>
    <message>
        <source>The sound</source>
        <translation>Der Klang</translation>
    </message>
    <message>
        <source>The path begins at the sound itself</source>
        <translation>Der Pfad beginnt beim Klang selbst</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>How many points the path has, 1 to 10 000</source>
        <translation>Wie viele Punkte der Pfad hat, 1 bis 10 000</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Captions that may be met</source>
        <translation>Beschreibungen, die getroffen werden können</translation>
    </message>
    <message>
        <source>Which captions may be met on the way</source>
        <translation>Welche Beschreibungen unterwegs getroffen werden können</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>The program&apos;s own captions and yours in %1</source>
        <translation>Die eigenen Beschreibungen des Programms und deine in %1</translation>
    </message>
    <message>
        <source>Captions of the library&apos;s clips</source>
        <translation>Beschreibungen der Clips der Bibliothek</translation>
    </message>
    <message>
        <source>Browse the library from general to specific, without typing</source>
        <translation>Ohne Tippen in der Bibliothek stöbern, von allgemein zu speziell</translation>
    </message>
    <message>
        <source>Browse the vocabulary</source>
        <translation>Im Vokabular stöbern</translation>
    </message>
    <message>
        <source>A climb ends among the most general captions</source>
        <translation>Ein Aufstieg endet unter den allgemeinsten Beschreibungen</translation>
    </message>
    <message>
        <source>Where the path ends</source>
        <translation>Wo der Pfad endet</translation>
    </message>
    <message>
        <source>A climb begins at the caption nearest to the sound</source>
        <translation>Ein Aufstieg beginnt bei der Beschreibung, die dem Klang am nächsten ist</translation>
    </message>
    <message>
        <source>Where the path begins</source>
        <translation>Wo der Pfad beginnt</translation>
    </message>
    <message>
        <source>This model knows no uncertainty to climb by: the straight line is taken instead</source>
        <translation>Dieses Modell kennt keine Unsicherheit zum Aufsteigen: Stattdessen wird die gerade Linie genommen</translation>
    </message>
    <message>
        <source>How the path goes from specific to general</source>
        <translation>Wie der Pfad von speziell zu allgemein führt</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraverseEmpty</name>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Sorting the clips under the vocabulary</source>
        <translation>Die Clips werden unter das Vokabular einsortiert</translation>
    </message>
    <message>
        <source>Each caption is asked which clips it includes.</source>
        <translation>Jede Beschreibung wird gefragt, welche Clips sie umfasst.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>The path is found as soon as it is loaded.</source>
        <translation>Der Pfad wird gefunden, sobald es geladen ist.</translation>
    </message>
    <message>
        <source>There is no model to traverse with</source>
        <translation>Es gibt kein Modell zum Traversieren</translation>
    </message>
    <message>
        <source>A model turns sounds and captions into what can be compared.</source>
        <translation>Ein Modell macht Klänge und Beschreibungen vergleichbar.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <source>From one sound to the general</source>
        <translation>Von einem Klang zum Allgemeinen</translation>
    </message>
    <message>
        <source>Choose a sound: press T on a clip in Explore, drop a file here, or type a caption above. You see which captions lead from it to ever more general ones, and the clips that lie along the way.</source>
        <translation>Wähle einen Klang: Drücke T auf einem Clip in „Erkunden“, zieh eine Datei hierher oder tippe oben eine Beschreibung. Du siehst, welche Beschreibungen von ihm zu immer allgemeineren führen, und die Clips, die am Weg liegen.</translation>
    </message>
    <message>
        <source>Choose a sound…</source>
        <translation>Klang wählen …</translation>
    </message>
    <message>
        <source>Finding the path</source>
        <translation>Pfad wird gesucht</translation>
    </message>
    <message>
        <source>The first time with a model its captions are read; that is kept.</source>
        <translation>Beim ersten Mal mit einem Modell werden seine Beschreibungen gelesen; das bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraverseExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the picture or the numbers</source>
        <translation>Das Bild oder die Zahlen speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Figure for a paper (SVG)…</source>
        <translation>Abbildung für einen Artikel (SVG) …</translation>
    </message>
    <message>
        <source>Pictures (*.svg)</source>
        <translation>Bilder (*.svg)</translation>
    </message>
    <message>
        <source>Report page (HTML)…</source>
        <translation>Bericht als Seite (HTML) …</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Points as a table (CSV)…</source>
        <translation>Punkte als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Everything as JSON…</source>
        <translation>Alles als JSON …</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraverseMap</name>
    <message>
        <source>%1 of the variance</source>
        <translation>%1 der Varianz</translation>
    </message>
    <message>
        <source>%1 ← %2 → %3</source>
        <translation>%1 ← %2 → %3</translation>
    </message>
    <message>
        <source>root: %1</source>
        <translation>Wurzel: %1</translation>
    </message>
    <message>
        <source>Draw around clips to list them in Explore (or hold Shift and drag)</source>
        <translation>Clips umfahren, um sie auf „Erkunden“ aufzulisten (oder Umschalt halten und ziehen)</translation>
    </message>
    <message>
        <source>Draw around clips</source>
        <translation>Clips umkreisen</translation>
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
        <translation>Mausrad zoomt, Ziehen verschiebt, Klicken spielt ab</translation>
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
        <source>Across, component 1: %1
Up, component 2: %2
Wheel zooms, drag pans, click plays</source>
        <translation>Quer, Komponente 1: %1
Hoch, Komponente 2: %2
Das Rad zoomt, Ziehen verschiebt, ein Klick spielt</translation>
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
        <source>as %1 has it</source>
        <translation>wie %1 es sieht</translation>
    </message>
    <message>
        <source>nearest clip: %1</source>
        <translation>nächster Clip: %1</translation>
    </message>
    <message>
        <source>There is no clip inside the loop.</source>
        <translation>In der Schleife liegt kein Clip.</translation>
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
        <translation>Von diesem Clip aus traversieren</translation>
    </message>
    <message>
        <source>Put it beside</source>
        <translation>Daneben stellen</translation>
    </message>
    <message>
        <source>Traverse from this caption</source>
        <translation>Von dieser Beschreibung aus traversieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>prolap::ui::TraversePage</name>
    <message>
        <source>Set out from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Set out from a caption, or drop a sound</source>
        <translation>Von einer Beschreibung ausgehen oder einen Klang hierher ziehen</translation>
    </message>
    <message>
        <source>Whole page as a picture…</source>
        <translation>Ganze Seite als Bild …</translation>
    </message>
    <message>
        <source>Map as a picture…</source>
        <translation>Karte als Bild …</translation>
    </message>
    <message>
        <source>Charts as a picture…</source>
        <translation>Diagramme als Bild …</translation>
    </message>
    <message>
        <source>Ladder as a picture…</source>
        <translation>Leiter als Bild …</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Reading captions: %1 of %2</source>
        <translation>Beschreibungen werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>The captions have not all been read. What was read is kept.</source>
        <translation>Die Beschreibungen sind noch nicht alle gelesen. Was gelesen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Playing %1</source>
        <translation>%1 wird abgespielt</translation>
    </message>
    <message>
        <source>Traverse</source>
        <translation>Traversieren</translation>
    </message>
    <message>
        <source>Only clips that this model has listened to are met on the way</source>
        <translation>Unterwegs werden nur Clips getroffen, die dieses Modell gehört hat</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) not listened to yet: listen now</source>
        <translation>
            <numerusform>%n Clip noch nicht gehört: jetzt anhören</numerusform>
            <numerusform>%n Clips noch nicht gehört: jetzt anhören</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the paths agree</source>
        <translation>Worin die Wege übereinstimmen</translation>
    </message>
    <message>
        <source>Reading captions with %1: %2 of %3</source>
        <translation>Beschreibungen lesen mit %1: %2 von %3</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>The comparison was cancelled. What was read is kept.</source>
        <translation>Der Vergleich wurde abgebrochen. Was gelesen wurde, bleibt.</translation>
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
        <translation>Eine CatID des Systems, etwa DOORWood; {category} behält die, die ein Name schon hat</translation>
    </message>
    <message>
        <source>{title}: the present name in words; {name}: as it is; {number}: counts up</source>
        <translation>{title}: der jetzige Name in Wörtern; {name}: wie er ist; {number}: zählt hoch</translation>
    </message>
    <message>
        <source>Who made it; {creator} keeps what a name has</source>
        <translation>Wer es gemacht hat; {creator} behält, was ein Name schon hat</translation>
    </message>
    <message>
        <source>The project or library it is from; {source} keeps what a name has</source>
        <translation>Das Projekt oder die Bibliothek, woher es stammt; {source} behält, was ein Name schon hat</translation>
    </message>
    <message>
        <source>Anything else; {data} keeps what a name has</source>
        <translation>Sonst etwas; {data} behält, was ein Name schon hat</translation>
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
        <translation>Benennt sie auf der Platte um; nie wird eine andere Datei überschrieben, und „Rückgängig“ nimmt es zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) get a new name</source>
        <translation>
            <numerusform>%n Datei bekommt einen neuen Namen</numerusform>
            <numerusform>%n Dateien bekommen neue Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be renamed</source>
        <translation>
            <numerusform>%n lässt sich nicht umbenennen</numerusform>
            <numerusform>%n lassen sich nicht umbenennen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::ViewSwitch</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Grid of spectrograms</source>
        <translation>Raster aus Spektrogrammen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>How the list is shown</source>
        <translation>Wie die Liste gezeigt wird</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>prolap::ui::VocabularyBrowser</name>
    <message>
        <source>List in Explore</source>
        <translation>In „Erkunden“ auflisten</translation>
    </message>
    <message>
        <source>Traverse from here</source>
        <translation>Von hier aus traversieren</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Clips of the caption</source>
        <translation>Clips der Beschreibung</translation>
    </message>
    <message>
        <source>Best first; Enter or a click plays</source>
        <translation>Der beste zuerst; Eingabe oder Klick spielt ab</translation>
    </message>
    <message>
        <source>List these clips in Explore</source>
        <translation>Diese Clips in „Erkunden“ auflisten</translation>
    </message>
    <message>
        <source>Set out from this caption</source>
        <translation>Von dieser Beschreibung ausgehen</translation>
    </message>
    <message>
        <source>“%1” includes no clip of this library.</source>
        <translation>„%1“ umfasst keinen Clip dieser Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” includes %n clip(s), best first</source>
        <translation>
            <numerusform>„%1“ umfasst %n Clip, der beste zuerst</numerusform>
            <numerusform>„%1“ umfasst %n Clips, der beste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>prolap::ui::VocabularyModel</name>
    <message>
        <source>Uncertainty %1: the wider the curve, the more general the caption</source>
        <translation>Unsicherheit %1: je breiter die Kurve, desto allgemeiner die Beschreibung</translation>
    </message>
    <message>
        <source>This model knows no uncertainty</source>
        <translation>Dieses Modell kennt keine Unsicherheit</translation>
    </message>
    <message>
        <source>Level %1 of the vocabulary</source>
        <translation>Stufe %1 des Vokabulars</translation>
    </message>
    <message>
        <source>How many clips the caption describes and is wide enough to contain</source>
        <translation>Auf wie viele Clips die Beschreibung zutrifft und breit genug ist, sie zu enthalten</translation>
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
        <translation>Sicherheit</translation>
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
        <translation>Klicken, um von dort zu hören, ziehen zum Mithören, mit Umschalt ziehen, um einen Bereich zu markieren. Das Mausrad zoomt, mit Umschalt verschiebt es.</translation>
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
