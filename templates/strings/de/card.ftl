## Vorschaubilder geteilter Links

card-site-title = Der Weg, den Leute wie du gegangen sind
card-site-figure = { people }, { roadmaps }
card-heading = Die häufigsten Fähigkeiten
card-retired = Diese Roadmap gibt es nicht mehr

## Die Seite, die Server schicken, wenn die Website nicht erreichbar ist (503.html)

busy-title = Gleich wieder da
busy-description = Die Website ist gerade nicht erreichbar.
busy-sign = Baustelle
busy-heading = Die Website ist gerade nicht erreichbar
busy-lede = Die Roadmaps werden gerade vorbereitet, oder es sind zu viele Anfragen auf einmal. Es ist nichts verloren: Geh zurück und versuche es in einer Minute noch einmal.
busy-roadmaps = Die meisten Seiten funktionieren trotzdem, zum Beispiel <a href="{ $roadmaps }">alle Roadmaps</a>.
