## roadmap

roadmap-title = { $name } ({ $level }-Roadmap)
roadmap-description = Was { $people } Menschen mit einem solchen Werdegang gelernt haben: Fähigkeiten, Kurse, Zertifikate und der nächste Schritt.
roadmap-eyebrow = { $level }-Roadmap
# $people ist „120 Personen“.
roadmap-lede-interests = Was als Nächstes zu lernen ist, gezählt: was <b>{ $people }</b> haben, die Ähnliches können und tun.
roadmap-lede-background = Was als Nächstes zu lernen ist, gezählt: was <b>{ $people }</b> mit einem solchen Werdegang haben.

## Anteile

share-figure = { $people } von { $of }
share-times = { $n }×<span class="visually-hidden"> so häufig wie in der Stufe</span>
share-tip = { $people } der { $of } Personen hier haben das ({ $percent }). In der ganzen Stufe sind es { $level_percent }: der Strich auf dem Balken.
share-tip-times = { $people } der { $of } Personen hier haben das ({ $percent }). In der ganzen Stufe sind es { $level_percent }: der Strich auf dem Balken. Es ist hier also { $times }-mal so häufig.
more-skills = { $n } weitere Fähigkeiten
more-courses = { $n } weitere Kurse
more-certifications = { $n } weitere Zertifikate
more-studies = { $n } weitere Fachrichtungen
more-items = { $n } weitere
too-few-people = { $people ->
    [one] { $people } Person ist zu wenig, um zu zeigen, was sie hat: Eine Seite braucht mindestens { $least }, damit sie von niemand Bestimmtem spricht.
   *[other] { $people } Personen sind zu wenige, um zu zeigen, was sie haben: Eine Seite braucht mindestens { $least }, damit sie von niemand Bestimmtem spricht.
}
none-shared-skill = Weniger als { $least } der { $people } Personen hier haben eine Fähigkeit gemeinsam; darum wird keine gezeigt.
none-shared-course = Weniger als { $least } der { $people } Personen hier haben einen Kurs gemeinsam; darum wird keiner gezeigt.
none-shared-certification = Weniger als { $least } der { $people } Personen hier haben ein Zertifikat gemeinsam; darum wird keines gezeigt.
none-shared-studies = Weniger als { $least } der { $people } Personen hier haben eine Fachrichtung gemeinsam; darum wird keine gezeigt.
official-page = Offizielle Seite bei { $host }

## Wer sie sind

who-experience = Erfahrung
who-positions = Sie arbeiten als
who-studies = Studiert haben sie
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
map-caption = Jeder Kreis ist eine Roadmap dieser Stufe, so groß wie ihre Gruppe. Nahe haben viel gemeinsam.
map-left-out = { $n } kleinere sind nicht gezeichnet.

## Weg

toc-label = Auf dieser Seite
toc-start = Hier beginnen
toc-apart = Was sie auszeichnet
toc-later = Später
toc-courses = Kurse
toc-certifications = Zertifikate
toc-studies = Studium
toc-next = Nächster Schritt
toc-neighbours = Nachbarn
toc-how = Woher wir das wissen
path-heading = Fähigkeiten: ein Lernweg
path-note = Neben jeder Fähigkeit: wie viele der { $people } Personen sie angeben, und wie viel häufiger sie ist als in der ganzen { $level }-Stufe ({ $example }).
path-start = Hier beginnen: was viele von ihnen haben
path-apart = Dann: was sie auszeichnet
path-apart-note = Hier häufiger als in der ganzen Stufe, und mehr, als der Zufall es täte.
path-later = Später: was manche von ihnen haben
path-later-level = Dann: was weniger haben
path-other-topics = Andere Themen
reading-summary = So ist das zu lesen
reading-example = <b>{ $people } der { $of } Personen</b> hinter dieser Seite geben { $name } an: { $percent }, so lang ist der Balken. Von allen { $level_people } Personen der { $level }-Stufe sind es { $level_percent }: das ist der Strich auf dem Balken. Hier ist es also <b>{ $times }-mal</b> so häufig. Das steht nur da, wo Zufall ein unwahrscheinlicher Grund ist.
reading-plain = Neben jeder Fähigkeit: wie viele der { $people } Personen hinter dieser Seite sie angeben. Der Balken ist ihr Anteil, der Strich darauf der Anteil aller Personen der Stufe.
reading-limits = Menschen geben an, was ihnen einfällt; die wahren Anteile sind höher. Und häufig heißt nicht: richtig für dich.
courses-heading = Kurse, die sie besucht haben
certifications-heading = Zertifikate, die sie haben
studies-heading = Was sie studiert haben

## Nächster Schritt

next-heading = Der nächste Schritt
next-to = Eine Stufe weiter sind die Menschen, die diesen am nächsten sind, hier:
next-button = { $level }: { $name }
next-list = Was dort häufiger ist, als Liste zum Abarbeiten, der größte Unterschied zuerst. Der Strich auf einem Balken ist der Anteil hier.
next-list-level = Was mit der ganzen { $level }-Stufe kommt: dort häufiger als in der Stufe davor und als hier, als Liste zum Abarbeiten, der größte Unterschied zuerst. Der Strich auf einem Balken ist der Anteil hier.
next-same = Nichts, was genug von ihnen teilen, ist dort häufiger als hier.
next-courses = Kurse
next-certifications = Zertifikate
next-figure = bei { $there } von { $of_there } dort, { $here } von { $of_here } hier
next-figure-rare = bei { $there } von { $of_there } dort, weniger als { $here } von { $of_here } hier
next-figure-there = bei { $there } von { $of_there } dort
next-none = Aus dieser Roadmap folgt keine einzelne der nächsten Stufe.
next-look = Zur { $level }-Stufe
next-top = Du bist oben: Nach dieser Stufe kommt keine. Von hier führen Wege zur Seite, zu den anderen { $level }-Roadmaps.

## Nachbarn

neighbours-heading = Ähnlich sind auch
neighbours-note = Die { $level }-Roadmaps, deren Menschen am meisten mit diesen gemeinsam haben.
neighbours-more = mehr { $names }
neighbours-less = weniger { $names }
neighbours-same = fast dieselben Fähigkeiten
neighbours-compare = Vergleichen
neighbours-all = Mit einer beliebigen anderen { $level }-Roadmap vergleichen
neighbours-table = Alle Vergleiche der Stufe

## Woher wir das wissen

how-heading = Woher wir das wissen
how-interests = Menschen sind nach allem gruppiert, was sie angeben: Fähigkeiten, Kurse, Zertifikate, Studium und Tätigkeit.
how-background = Menschen einer Stufe sind nach Studium, Kursen und Zertifikaten gruppiert.
how-counts = Diese Seite zählt die { $people } Personen einer Gruppe unter den { $level_people } der { $level }-Stufe. Sie sagt, was häufig ist, nicht, was für dich richtig ist.
how-method = Die Methode, ihre Zahlen und ihre Grenzen
how-figures = Zahlen vom { $day }, Veröffentlichung { $release }.
how-changes = Was sich seither geändert hat
how-data = Diese Seite als offene Daten (JSON)

## Für Maschinen

linked-path = Was zu lernen ist: { $name }
linked-dataset = { $name }: Fähigkeiten, Kurse und Zertifikate von { $people } Personen
linked-dataset-description = Gezählt, was { $people } Menschen mit ähnlichem Werdegang haben. Nichts, das weniger als 5 haben, keine Gruppe unter 10, niemandes Name.

## Eine Stufe

level-eyebrow = { $experience } Erfahrung
level-lede = <b>{ $people }</b> dieser Stufe.
level-lede-roadmaps = <b>{ $people }</b> dieser Stufe, in { $roadmaps }. Wähle die, die dir am ähnlichsten ist, oder <a href="{ $form }">sag uns deinen Werdegang</a>, und wir finden sie.
level-roadmaps = Die Roadmaps
level-roadmaps-note = Die größte Gruppe zuerst. Neben jeder Fähigkeit: wie viele der Personen sie haben.
level-roadmaps-note-map = Die größte Gruppe zuerst; die Nummern sind die der Karte. Neben jeder Fähigkeit: wie viele der Personen sie haben.
level-compare = Zwei davon vergleichen
level-whole = Die Stufe als Ganzes
level-skills = Fähigkeiten der ganzen Stufe
level-skills-note = Von den { $people } Personen dieser Stufe, die häufigsten zuerst.
level-how = Wie das entstanden ist
level-how-text = Die Stufe folgt allein aus den Monaten an Erfahrung, die Roadmaps darin aus dem, was Menschen angeben.
card-skills = Die häufigsten Fähigkeiten, und wie viele dieser Personen sie haben

## Alle Roadmaps

roadmaps-lede = Jede zählt, was eine Gruppe von Menschen mit ähnlichem Werdegang hat: Fähigkeiten, Kurse, Zertifikate. <a href="{ $form }">Sag uns deinen Werdegang</a>, und wir finden deine, oder sieh dich um.
