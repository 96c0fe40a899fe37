## Auf jeder Seite

site-name = Career roadmap
# Der Name der Sprache in ihr selbst.
language-name = Deutsch
# `ltr` oder `rtl`.
language-direction = ltr

people = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}

skip-to-content = Zum Inhalt springen
nav-label = Seiten
nav-form = Deine finden
nav-roadmaps = Roadmaps
nav-skills = Fähigkeiten
nav-method = Methode
crumbs-label = Wo du bist
nav-languages = Sprache
feed-title = Was sich geändert hat
foot-privacy = Jeder Anteil hier zählt Menschen: Eine Roadmap braucht mindestens 10 von ihnen, ein Eintrag darauf mindestens 5. Keine Namen, keine Arbeitgeber, keine Links auf Profile.
foot-method = Wie das gemacht wird und was es nicht sagen kann
foot-changes = Was sich geändert hat
