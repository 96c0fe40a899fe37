## Der persönliche Teil einer Seite: der Kasten oben auf Roadmaps und Stufen und der Kasten für alle Häkchen.
## Lücken wie `$n` stehen als `{n}` in der Seite, das Skript füllt sie. `$form` ist die Pluralform.

you-yours = Dein Fortschritt
you-here = Du bist hier
you-unknown = Zu deinen Angaben gibt es nichts in unseren Daten. Deshalb siehst du die Übersicht der ganzen Stufe.
you-matched = Das ist die Roadmap von Leuten mit dem ähnlichsten Werdegang.
you-assumed-level = Du hast keine Erfahrung angegeben, deshalb zeigen wir die Junior-Stufe.
you-say-experience = Erfahrung angeben
you-change = Angaben ändern
you-unkept = Dieser Browser speichert deine Häkchen nicht. Sie gehen verloren, wenn du die Seite verlässt. Speichere sie als Datei oder Link.
you-count = { $form ->
    [one] { $have } von { $n } Fähigkeit
   *[other] { $have } von { $n } Fähigkeiten
}
you-next = Deine nächsten Schritte
you-first = Nächste Schritte auf dieser Seite
you-all = Alle { $n } zeigen
you-fewer = Weniger zeigen
you-kind-course = Kurs
you-kind-certification = Zertifikat
you-field-position = Berufsbezeichnung
you-field-degree-fields = Studium
you-field-courses = Kurse
you-field-certifications = Zertifikate
you-field-skills = Fähigkeiten
you-why = Warum du diese Seite siehst:
you-why-note = Deine wichtigsten Angaben und ihr Anteil an der Entscheidung für diese Seite.
you-percent = { $n } %
you-missed = Nicht in unseren Daten
you-meant = Meintest du
you-link = { $form ->
    [one] Dieser Link enthält { $n } Häkchen, davon neu für dich: { $fresh }.
   *[other] Dieser Link enthält { $n } Häkchen, davon neu für dich: { $fresh }.
}
you-only = Du siehst die Häkchen aus dem Link, nicht deine eigenen.
you-link-add = Zu meinen Häkchen hinzufügen
you-link-only = Nur diese zeigen
you-link-ignore = Ignorieren
you-adopted = { $form ->
    [one] Wir haben { $n } Fähigkeit aus deinen Angaben abgehakt.
   *[other] Wir haben { $n } Fähigkeiten aus deinen Angaben abgehakt.
}
you-added = { $form ->
    [one] { $n } Häkchen hinzugefügt.
   *[other] { $n } Häkchen hinzugefügt.
}
you-undo = Rückgängig machen
you-undone = Rückgängig gemacht.
you-ticks = Deine Häkchen
you-kept-here = Sie bleiben in diesem Browser.
you-total = { $form ->
    [one] { $n } Häkchen auf allen Seiten zusammen.
   *[other] { $n } Häkchen auf allen Seiten zusammen.
}
you-share-page = Seite teilen
you-share-ticks = Mit meinen Häkchen teilen
you-export = Als Datei speichern
you-import = Datei laden
you-clear = Löschen
you-saved = { $form ->
    [one] Eine Datei mit { $n } Häkchen liegt bei deinen Downloads.
   *[other] Eine Datei mit { $n } Häkchen liegt bei deinen Downloads.
}
you-loaded = { $form ->
    [one] { $n } Häkchen aus der Datei hinzugefügt.
   *[other] { $n } Häkchen aus der Datei hinzugefügt.
}
you-nothing = Noch ist nichts abgehakt.
you-bad-size = Diese Datei ist größer als 64 kB und wurde deshalb nicht hier gespeichert. Es wurde nichts geladen.
you-bad-file = Diese Datei enthält keine Häkchen. Wähle eine Datei, die du hier gespeichert hast.
you-bad-version = Diese Datei stammt von einer anderen Version dieser Website und kann nicht gelesen werden.
you-bad-ticks = Die Datei enthält etwas, das kein Häkchen ist. Es wurde nichts geladen.
you-copied = Adresse kopiert.
you-by-hand = Kopiere diese Adresse:
you-too-many = Das sind zu viele Häkchen für einen Link. Speichere sie als Datei.
you-cleared = Deine Häkchen sind gelöscht, in diesem Browser und in der Adresse.
