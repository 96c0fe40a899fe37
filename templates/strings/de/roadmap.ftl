## Roadmap

roadmap-title = { $name } ({ $level }-Roadmap)
roadmap-description = Fähigkeiten, Kurse und Zertifikate von { $people } Personen mit einem ähnlichen Werdegang, und der nächste Schritt.
roadmap-eyebrow = { $level }-Roadmap
# $people ist „120 Personen“.
roadmap-lede-interests = Fähigkeiten von <b>{ $people }</b> mit einem ähnlichen Profil.
roadmap-lede-background = Fähigkeiten von <b>{ $people }</b> mit einem ähnlichen Werdegang.

## Anteile

share-figure = { $people } von { $of }
share-times = { $n }×<span class="visually-hidden"> so häufig wie auf der ganzen Stufe</span>
share-tip = { $people } von { $of } Personen hier haben das ({ $percent }), auf der ganzen Stufe { $level_percent } (der Strich auf dem Balken).
share-tip-times = { $people } von { $of } Personen hier haben das ({ $percent }), auf der ganzen Stufe { $level_percent } (der Strich auf dem Balken). Hier ist es { $times }-mal so häufig.
more-skills = { $n } weitere Fähigkeiten
more-courses = { $n } weitere Kurse
more-certifications = { $n } weitere Zertifikate
more-studies = { $n } weitere Studienfächer
more-items = { $n } weitere
too-few-people = { $people ->
    [one] { $people } Person ist zu wenig für diese Seite. Wir brauchen mindestens { $least }, damit niemand erkennbar ist.
   *[other] { $people } Personen sind zu wenige für diese Seite. Wir brauchen mindestens { $least }, damit niemand erkennbar ist.
}
none-shared-skill = Keine Fähigkeit haben mindestens { $least } der { $people } Personen hier gemeinsam.
none-shared-course = Keinen Kurs haben mindestens { $least } der { $people } Personen hier gemeinsam.
none-shared-certification = Kein Zertifikat haben mindestens { $least } der { $people } Personen hier gemeinsam.
none-shared-studies = Kein Studienfach haben mindestens { $least } der { $people } Personen hier gemeinsam.
official-page = Offizielle Seite auf { $host }

## Die Personen

who-experience = Erfahrung
who-positions = Berufsbezeichnungen
who-studies = Studienfächer
who-years = die Hälfte hat { $low } bis { $high } Jahre gearbeitet
who-years-same = { $n ->
    [one] die Hälfte hat etwa { $n } Jahr gearbeitet
   *[other] die Hälfte hat etwa { $n } Jahre gearbeitet
}
who-months = die Hälfte hat { $low } bis { $high } Monate gearbeitet
who-months-same = die Hälfte hat etwa { $n } Monate gearbeitet

## Karte

map-label = Karte der { $level }-Roadmaps
map-here = Diese Seite: { $name }, { $people } Personen
map-circle = { $name }, { $people } Personen
map-caption = Jeder Kreis ist eine Roadmap dieser Stufe. Größere Kreise stehen für mehr Personen, und Kreise nah beieinander haben viel gemeinsam.
map-left-out = { $n } kleinere sind nicht eingezeichnet.

## Lernweg

toc-label = Auf dieser Seite
toc-start = Hier anfangen
toc-apart = Typische Fähigkeiten
toc-later = Später
toc-courses = Kurse
toc-certifications = Zertifikate
toc-studies = Studium
toc-next = Nächster Schritt
toc-neighbours = Ähnliche Roadmaps
toc-how = Über diese Seite
path-heading = Fähigkeiten: ein Lernweg
path-note = Neben jeder Fähigkeit steht, wie viele der { $people } Personen sie angeben und wie häufig sie im Vergleich zur ganzen { $level }-Stufe ist ({ $example }).
path-start = Hier anfangen: die häufigsten Fähigkeiten
path-apart = Danach: typische Fähigkeiten dieser Gruppe
path-apart-note = Hier deutlich häufiger als auf der ganzen Stufe. Zufall allein erklärt den Unterschied nicht.
path-later = Später: seltenere Fähigkeiten
path-later-level = Danach: seltenere Fähigkeiten
path-other-topics = Andere Themen
reading-summary = So liest du diese Seite
reading-example = <b>{ $people } der { $of } Personen</b> auf dieser Roadmap geben { $name } an: { $percent }, das ist die Länge des Balkens. Von allen { $level_people } Personen der { $level }-Stufe sind es { $level_percent }: der Strich auf dem Balken. Hier ist es also <b>{ $times }-mal</b> so häufig. Wir zeigen das nur, wo Zufall unwahrscheinlich ist.
reading-plain = Neben jeder Fähigkeit steht, wie viele der { $people } Personen auf dieser Roadmap sie angeben. Der Balken zeigt ihren Anteil, der Strich den Anteil aller Personen dieser Stufe.
reading-limits = Menschen geben an, was ihnen einfällt, deshalb sind die wahren Anteile höher. Und häufig heißt nicht, dass es für dich richtig ist.
courses-heading = Kurse, die sie besucht haben
certifications-heading = Zertifikate, die sie haben
studies-heading = Was sie studiert haben

## Nächster Schritt

next-heading = Der nächste Schritt
next-to = Auf der nächsten Stufe sind die ähnlichsten Personen auf dieser Roadmap:
next-button = { $level }: { $name }
next-list = Dort häufiger als hier, der größte Unterschied zuerst. Du kannst die Liste abarbeiten. Der Strich auf jedem Balken ist der Anteil hier.
next-list-level = Auf der { $level }-Stufe häufiger als auf der Stufe darunter und auf dieser Seite, der größte Unterschied zuerst. Du kannst die Liste abarbeiten. Der Strich auf jedem Balken ist der Anteil hier.
next-same = Nichts, was genug von ihnen gemeinsam haben, ist dort häufiger als hier.
next-courses = Kurse
next-certifications = Zertifikate
next-figure = { $there } von { $of_there } dort, { $here } von { $of_here } hier
next-figure-rare = { $there } von { $of_there } dort, weniger als { $here } von { $of_here } hier
next-figure-there = { $there } von { $of_there } dort
next-none = Auf diese Roadmap folgt keine einzelne Roadmap der nächsten Stufe.
next-look = Zur { $level }-Stufe
next-top = Das ist die höchste Stufe. Von hier aus kannst du zu anderen { $level }-Roadmaps wechseln.

## Ähnliche Roadmaps

neighbours-heading = Ähnliche Roadmaps
neighbours-note = Die { $level }-Roadmaps, die mit dieser am meisten gemeinsam haben.
neighbours-more = mehr { $names }
neighbours-less = weniger { $names }
neighbours-same = fast dieselben Fähigkeiten
neighbours-compare = Vergleichen
neighbours-all = Mit einer anderen { $level }-Roadmap vergleichen
neighbours-table = Alle Vergleiche der Stufe

## Über diese Seite

how-heading = Über diese Seite
how-interests = Personen sind nach allem gruppiert, was sie angeben: Fähigkeiten, Kurse, Zertifikate, Studienfächer und Berufsbezeichnungen.
how-background = Personen einer Stufe sind nach Studienfächern, Kursen und Zertifikaten gruppiert.
how-counts = Diese Seite zählt { $people } der { $level_people } Personen der { $level }-Stufe. Sie zeigt, was häufig ist, nicht was für dich richtig ist.
how-method = Die Methode, ihre Zahlen und ihre Grenzen
how-figures = Zahlen vom { $day }, Version { $release }.
how-changes = Änderungen seitdem
how-data = Diese Seite als offene Daten (JSON)

## Für Programme

linked-path = Was du lernen kannst: { $name }
linked-dataset = { $name }: Fähigkeiten, Kurse und Zertifikate von { $people } Personen
linked-dataset-description = Anzahlen: was { $people } Personen mit einem ähnlichen Werdegang haben. Keine Einträge von weniger als 5 Personen, keine Gruppen unter 10, keine Namen.

## Eine Stufe

level-eyebrow = { $experience } Erfahrung
level-lede = <b>{ $people }</b> auf dieser Stufe.
level-lede-roadmaps = <b>{ $people }</b> auf dieser Stufe, in { $roadmaps }. Wähle die, die am besten zu dir passt, oder <a href="{ $form }">beschreib uns deinen Werdegang</a>, und wir finden sie für dich.
level-roadmaps = Roadmaps
level-roadmaps-note = Die größte Gruppe zuerst. Neben jeder Fähigkeit steht, wie viele Personen sie angeben.
level-roadmaps-note-map = Die größte Gruppe zuerst; die Nummern sind die der Karte. Neben jeder Fähigkeit steht, wie viele Personen sie angeben.
level-compare = Zwei Roadmaps vergleichen
level-whole = Die ganze Stufe
level-skills = Fähigkeiten der ganzen Stufe
level-skills-note = Fähigkeiten der { $people } Personen auf dieser Stufe, die häufigsten zuerst.
level-how = Über diese Seite
level-how-text = Die Stufe hängt nur von den Monaten an Erfahrung ab, die Roadmaps darin von dem, was Personen angeben.
card-skills = Die häufigsten Fähigkeiten, und wie viele dieser Personen sie angeben

## Alle Roadmaps

roadmaps-lede = Jede Roadmap zeigt die Fähigkeiten, Kurse und Zertifikate von Personen mit einem ähnlichen Werdegang. <a href="{ $form }">Beschreib uns deinen Werdegang</a>, und wir finden deine, oder sieh dich um.
