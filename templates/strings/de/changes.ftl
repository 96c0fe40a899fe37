## Was sich mit jeder Version geändert hat

changes-title = Änderungen
changes-description = Neue und entfernte Roadmaps in jeder Version, und Fähigkeiten, die häufiger oder seltener wurden.
changes-lede = Wir erstellen die Roadmaps aus neuen Profilen neu. Geteilte Links funktionieren weiter: Sie führen zur Roadmap für dieselbe Art von Leuten oder zu einer Seite, die auf den Ersatz verweist.
changes-subscribe = Feed abonnieren (auf Englisch)
changes-new = Neu
changes-back = Wieder da
changes-retired = Entfernt
changes-level-roadmaps = alle Roadmaps der Stufe
changes-moved = Fähigkeiten, die häufiger oder seltener wurden
changes-rose = Häufiger
changes-fell = Seltener
changes-skill = <b>{ $after }</b>, vorher { $before }
changes-skill-people = { $people } von { $of } Personen

changes-headline-new = { $n ->
    [one] { $n } neue Roadmap
   *[other] { $n } neue Roadmaps
}
changes-headline-back = { $n } wieder da
changes-headline-retired = { $n } entfernt
changes-headline-moved = { $n } mit geänderten Fähigkeiten
changes-headline-rollback = Zurück zu einer früheren Version
changes-headline-rollback-with = Zurück zu einer früheren Version: { $parts }
changes-headline-same = Dieselben Roadmaps, neue Zahlen

date = { $month ->
    [1] { $day }. Januar { $year }
    [2] { $day }. Februar { $year }
    [3] { $day }. März { $year }
    [4] { $day }. April { $year }
    [5] { $day }. Mai { $year }
    [6] { $day }. Juni { $year }
    [7] { $day }. Juli { $year }
    [8] { $day }. August { $year }
    [9] { $day }. September { $year }
    [10] { $day }. Oktober { $year }
    [11] { $day }. November { $year }
   *[12] { $day }. Dezember { $year }
}

## Der Feed

feed-heading = Career roadmap: Änderungen
feed-learned-from = Auf Basis von { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}, { $roadmaps ->
    [one] { $roadmaps } Roadmap
   *[other] { $roadmaps } Roadmaps
}.
feed-new = Neu: { $name } ({ $level }).
feed-back = Wieder da: { $name } ({ $level }).
feed-retired = Entfernt: { $name } ({ $level }), ersetzt durch { $by }.
feed-rose = { $skill } stieg von { $before } auf { $after }.
feed-fell = { $skill } fiel von { $before } auf { $after }.

## Die Seite an der Adresse einer entfernten Roadmap

retired-title = { $name } gibt es nicht mehr
retired-heading = <bdi>{ $name }</bdi> gibt es nicht mehr
retired-eyebrow = { $level }-Roadmap, entfernt
retired-replaced-description = Diese Roadmap wurde durch eine andere ersetzt.
retired-description = Diese Roadmap gibt es nicht mehr. Hier sind die aktuellen { $level }-Roadmaps.
retired-replaced-lede = Als wir die Roadmaps neu erstellt haben, hatte diese Gruppe keine eigene Roadmap mehr. Die ähnlichste Roadmap ist jetzt:
retired-lede = Als wir die Roadmaps neu erstellt haben, hatte diese Gruppe keine eigene Roadmap mehr. Keine aktuelle Roadmap ersetzt sie.
retired-level = Aktuelle { $level }-Roadmaps
retired-form = Oder <a href="{ $form }">beschreib uns deinen Werdegang</a>, und wir finden die Roadmap, die am besten zu dir passt.
retired-changes = Änderungen in jeder Version

## Die Seite für unbekannte Adressen (404.html)

lost-title = Seite nicht gefunden
lost-description = Unter dieser Adresse gibt es keine Seite.
lost-sign = Sackgasse
lost-heading = Seite nicht gefunden
lost-lede = Unter dieser Adresse gibt es keine Seite. Vielleicht enthält der Link einen Tippfehler oder ist nicht vollständig.
lost-form = Deine Roadmap finden
lost-roadmaps = Oder sieh dir <a href="{ $roadmaps }">alle Roadmaps</a> an.
