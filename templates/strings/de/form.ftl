## Das Formular

form-title = Deine Roadmap finden
form-error-description = Beschreib deinen Werdegang und sieh, was Leute wie du als Nächstes gelernt haben.
form-description = Fähigkeiten, Kurse und Zertifikate von Leuten mit einem ähnlichen Werdegang. Auf Basis von { $people } Profilen.
form-heading = Der Weg, den Leute wie du gegangen sind
form-lede = Sag uns, was du studiert hast und was du arbeitest. Du bekommst eine Roadmap auf Basis von Leuten mit einem ähnlichen Werdegang: ihre Fähigkeiten, Kurse und Zertifikate und den nächsten Schritt.
form-figures = Auf Basis von <b>{ $people }</b> Profilen, in <b>{ $roadmaps }</b> Roadmaps.
form-look-at-all = Alle Roadmaps ansehen

form-offer-heading = Hast du einen Lebenslauf oder ein LinkedIn-Profil?
form-offer = Dein LinkedIn-Export, ein JSON Resume oder der Text deines Lebenslaufs kann das Formular für dich ausfüllen.
form-offer-button = Aus Datei oder Text ausfüllen
form-offer-promise = <b>Deine Datei verlässt deinen Browser nicht.</b> Du siehst das Ergebnis, bevor es in das Formular kommt. Namen, Arbeitgeber und Nachrichten werden weggelassen.

form-error-prefix = Fehler:
form-problem = Es gibt ein Problem
form-where = Dein Werdegang
form-optional = Alle Angaben sind freiwillig. Dein Studium zählt bei der Suche nach deiner Roadmap am meisten, deshalb steht es am Anfang.
form-degrees = Was hast du studiert?
form-degrees-hint = Abschlüsse oder Fächer, eins pro Zeile oder durch Kommas getrennt.
form-degrees-example = Informatik
form-experience = Wie lange arbeitest du schon?
form-experience-hint = Alle Stellen zusammen, zum Beispiel 6 Jahre und 3 Monate. Wenn du nichts angibst, zeigen wir die Junior-Stufe.
form-years = Jahre
form-months = Monate
form-position = Was ist deine Berufsbezeichnung?
form-position-hint = Zum Beispiel: Data Engineer.
form-skills = Welche Fähigkeiten hast du?
form-skills-hint = Eine pro Zeile, durch Kommas getrennt oder als eingefügte Liste. Auf deiner Roadmap haken wir sie ab.
form-skills-example =
    Python
    SQL
    Projektmanagement
form-courses = Welche Kurse hast du besucht?
form-courses-hint = Ein Titel pro Zeile. Du kannst eine Liste mit Aufzählungszeichen einfügen. Kommas gehören zum Titel.
form-courses-example =
    Algorithms, Part I
    Datenstrukturen
form-certifications = Welche Zertifikate hast du?
form-certifications-hint = Eins pro Zeile. Du kannst eine Liste mit Aufzählungszeichen einfügen.
form-certifications-example = AWS Certified Developer
form-limits = Bis zu 200 Einträge pro Liste, bis zu 200 Zeichen pro Eintrag.
form-submit = Meine Roadmap zeigen
form-privacy = <b>Nichts wird gespeichert.</b> Deine Angaben werden einmal gesendet, um deine Roadmap zu finden. Deine persönlichen Ergebnisse stehen im Teil der Adresse nach <code>#</code>, der nie an einen Server gesendet wird. Lass diesen Teil weg, wenn du die Seite teilst.

form-levels-label = Stufen
form-levels = Die drei Stufen
form-level-figures = { $people } Personen · { $roadmaps } { $roadmaps ->
    [one] Roadmap
   *[other] Roadmaps
}
form-get = Was du bekommst
form-get-page = <b>Eine Seite, kein Konto.</b> Sie hat eine Adresse, die du speichern oder weitergeben kannst.
form-get-counts = <b>Zahlen, keine Meinungen.</b> Bei jedem Anteil steht, auf wie vielen Personen er beruht.
form-get-next = <b>Der nächste Schritt.</b> Was Leute mit deinem Werdegang eine Stufe höher haben.
