## Was sich mit jeder Veröffentlichung geändert hat

changes-title = Was sich geändert hat
changes-description = Was sich mit jeder Veröffentlichung geändert hat: welche Roadmaps neu oder weg sind und welche Fähigkeiten häufiger oder seltener wurden.
changes-lede = Die Roadmaps werden aus neuen Profilen neu gemacht. Ein geteilter Link behält seinen Sinn: Er führt zu derselben Art von Menschen oder zu einer Seite, die sagt, wo sie heute sind.
changes-subscribe = Feed abonnieren (auf Englisch)
changes-new = Neu
changes-back = Wieder da
changes-retired = Nicht mehr da
changes-level-roadmaps = alle Roadmaps der Stufe
changes-moved = Fähigkeiten, die häufiger oder seltener wurden
changes-rose = Mehr Menschen können
changes-fell = Weniger Menschen können
changes-skill = <b>{ $after }</b>, vorher { $before }
changes-skill-people = { $people } von { $of } Personen

changes-headline-new = { $n ->
    [one] { $n } neue Roadmap
   *[other] { $n } neue Roadmaps
}
changes-headline-back = { $n } wieder da
changes-headline-retired = { $n } nicht mehr da
changes-headline-moved = { $n } mit anderen Fähigkeiten als vorher
changes-headline-rollback = Zurück zu einer früheren Veröffentlichung
changes-headline-rollback-with = Zurück zu einer früheren Veröffentlichung: { $parts }
changes-headline-same = Dieselben Roadmaps, neu gezählt

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

feed-heading = Career roadmap: Was sich geändert hat
feed-learned-from = Gelernt aus { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}, { $roadmaps ->
    [one] { $roadmaps } Roadmap
   *[other] { $roadmaps } Roadmaps
}.
feed-new = Neu: { $name } ({ $level }).
feed-back = Wieder da: { $name } ({ $level }).
feed-retired = Nicht mehr da: { $name } ({ $level }), an der Stelle steht { $by }.
feed-rose = { $skill } stieg von { $before } auf { $after }.
feed-fell = { $skill } fiel von { $before } auf { $after }.

## An der Adresse einer Roadmap, die es nicht mehr gibt

retired-title = { $name } ist umgezogen
retired-heading = <bdi>{ $name }</bdi> ist umgezogen
retired-eyebrow = { $level }-Roadmap, ersetzt
retired-replaced-description = Diese Roadmap wurde ersetzt. Hier steht, wo ihre Menschen heute sind.
retired-description = Diese Roadmap gibt es nicht mehr. Hier sind die { $level }-Roadmaps von heute.
retired-replaced-lede = Als die Roadmaps neu gemacht wurden, war diese Gruppe keine eigene mehr. Die Menschen, die ihr am ähnlichsten sind, findest du heute hier:
retired-lede = Als die Roadmaps neu gemacht wurden, war diese Gruppe keine eigene mehr, und keine der heutigen steht an ihrer Stelle.
retired-level = { $level }-Roadmaps von heute
retired-form = Oder <a href="{ $form }">sag uns, was du gemacht hast</a>, und wir finden die Roadmap, die dir am ähnlichsten ist.
retired-changes = Was sich mit jeder Veröffentlichung geändert hat

## An einer Adresse, an der nichts ist

lost-title = Keine Seite
lost-description = An dieser Adresse gibt es keine Seite.
lost-sign = kein Weg
lost-heading = Dieser Weg endet hier
lost-lede = An dieser Adresse gibt es keine Seite. Vielleicht hat sich jemand vertippt, oder beim Kopieren ging ein Buchstabe verloren.
lost-form = Finde deine Roadmap
lost-roadmaps = Oder sieh dir <a href="{ $roadmaps }">alle Roadmaps</a> an.
