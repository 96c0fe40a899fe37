## Die Bilder geteilter Links

card-site-title = Der Weg, den Menschen wie du gegangen sind
card-site-figure = { people }, { roadmaps }
card-heading = Was die meisten von ihnen haben
card-retired = Diese Roadmap ist umgezogen

## Wenn die Seite nicht antworten kann (503.html)

busy-title = Gleich wieder da
busy-description = Die Seite kann gerade nicht antworten.
busy-sign = Baustelle
busy-heading = Hier wird gebaut
busy-lede = Die Roadmaps werden gerade vorbereitet, oder es fragen zu viele auf einmal. Nichts ist verloren: Geh zurück und versuche es in einer Minute noch einmal.
busy-roadmaps = Die meisten Seiten sind derweil da: Sieh dir <a href="{ $roadmaps }">alle Roadmaps</a> an.
