## Jede Seite

site-name = Career roadmap
# Der Name der Sprache in der Sprache selbst.
language-name = Deutsch
# `ltr` oder `rtl`.
language-direction = ltr

people = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}

skip-to-content = Zum Inhalt springen
nav-label = Seiten
nav-form = Mein Profil
nav-roadmaps = Roadmaps
nav-skills = Fähigkeiten
nav-method = Methode
crumbs-label = Navigationspfad
nav-languages = Sprache
feed-title = Änderungen
foot-privacy = Wir zeigen nur, wie viele Personen etwas angeben: mindestens 10 für eine Roadmap und mindestens 5 für jeden Eintrag darauf. Keine Namen, keine Arbeitgeber, keine Links zu Profilen.
foot-sample = Diese Personen sind erfunden: Diese Seite zeigt ein Beispiel, keine echte Gruppe.
foot-method = Wie die Roadmaps entstehen und wo ihre Grenzen sind
foot-changes = Änderungen
