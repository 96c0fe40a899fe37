## Was dem Besucher gehört: der Kasten oben auf Roadmaps und Stufen, und der mit allen Häkchen.
## `$n`, `$have`, `$fresh` stehen als `{n}` und so weiter in der Seite, das Skript füllt sie. `$form` ist die Form des Plurals.

you-yours = Dein Fortschritt
you-here = Du bist hier
you-unknown = Nichts von deinen Angaben passt zu den Werdegängen, aus denen wir gelernt haben. Darum siehst du die ganze Stufe.
you-matched = Das ist die Roadmap der Leute, deren Werdegang deinem am ähnlichsten ist.
you-assumed-level = Du hast keine Erfahrung angegeben, darum haben wir dich zu den Juniors gezählt.
you-say-experience = Sag, wie lange du schon arbeitest
you-change = Angaben ändern
you-unkept = Dieser Browser merkt sich nichts für uns. Deine Häkchen halten nur, bis du die Seite verlässt. Sichere sie als Datei oder Link.
you-count = { $form ->
    [one] { $have } von { $n } Fähigkeit
   *[other] { $have } von { $n } Fähigkeiten
}
you-next = Deine nächsten Schritte
you-first = Als Nächstes auf diesem Weg
you-all = Alle { $n } zeigen
you-fewer = Weniger zeigen
you-kind-course = Kurs
you-kind-certification = Zertifikat
you-field-position = Position
you-field-degree-fields = Studium
you-field-courses = Kurse
you-field-certifications = Zertifikate
you-field-skills = Fähigkeiten
you-why = Warum du hier bist:
you-why-note = Was von deinen Angaben am meisten zählte, als Teil von allem, was für diese Seite sprach.
you-percent = { $n } %
you-missed = Nicht verstanden
you-meant = Meintest du
you-link = { $form ->
    [one] Dieser Link enthält { $n } Häkchen, { $fresh } davon ist dir neu.
   *[other] Dieser Link enthält { $n } Häkchen, { $fresh } davon sind dir neu.
}
you-only = Du siehst die Häkchen des Links, nicht deine eigenen.
you-link-add = Zu meinen dazu
you-link-only = Nur diese zeigen
you-link-ignore = Nicht beachten
you-adopted = { $form ->
    [one] { $n } Fähigkeit aus deinen Angaben ist angehakt.
   *[other] { $n } Fähigkeiten aus deinen Angaben sind angehakt.
}
you-added = { $form ->
    [one] { $n } Häkchen dazu.
   *[other] { $n } Häkchen dazu.
}
you-undo = Rückgängig
you-undone = Alles wie vorher.
you-ticks = Deine Häkchen
you-kept-here = Sie bleiben in diesem Browser.
you-total = { $form ->
    [one] { $n } Häkchen auf allen Seiten.
   *[other] { $n } Häkchen auf allen Seiten.
}
you-share-page = Seite teilen
you-share-ticks = Mit meinen Häkchen teilen
you-export = Als Datei sichern
you-import = Datei laden
you-clear = Löschen
you-saved = { $form ->
    [one] Eine Datei mit { $n } Häkchen liegt bei deinen Downloads.
   *[other] Eine Datei mit { $n } Häkchen liegt bei deinen Downloads.
}
you-loaded = { $form ->
    [one] { $n } Häkchen aus der Datei dazu.
   *[other] { $n } Häkchen aus der Datei dazu.
}
you-nothing = Noch ist nichts angehakt.
you-bad-size = Diese Datei ist größer als 64 kB, also keine von uns. Nichts davon wurde übernommen.
you-bad-file = Das ist keine Datei mit Häkchen. Wähle eine, die du hier gesichert hast.
you-bad-version = Diese Datei stammt von einer anderen Fassung dieser Seiten und ist hier nicht lesbar.
you-bad-ticks = Etwas in dieser Datei ist kein Häkchen. Nichts davon wurde übernommen.
you-copied = Die Adresse ist kopiert.
you-by-hand = Kopiere diese Adresse:
you-too-many = Das sind zu viele Häkchen für einen Link. Sichere sie als Datei.
you-cleared = Deine Häkchen sind gelöscht, in diesem Browser und in der Adresse.
