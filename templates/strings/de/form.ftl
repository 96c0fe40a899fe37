## Das Formular

form-title = Deine Roadmap finden
form-error-description = Sag, wo du stehst, und sieh, was Leute wie du als Nächstes gelernt haben.
form-description = Fähigkeiten, Kurse und Zertifikate von Leuten mit einem Werdegang wie deinem. Gelernt aus { $people } Profilen.
form-heading = Der Weg, den Leute wie du gegangen sind
form-lede = Sag uns, was du studiert und getan hast. Du bekommst die Roadmap von Leuten mit einem Werdegang wie deinem: was sie können, welche Kurse und Zertifikate sie haben und wohin der Weg weiterführt.
form-figures = Gelernt aus <b>{ $people }</b> Profilen, in <b>{ $roadmaps }</b> Roadmaps.
form-look-at-all = Alle ansehen

form-offer-heading = Steht es schon irgendwo?
form-offer = Dein Export von LinkedIn, ein JSON Resume oder der Text deines Lebenslaufs kann das Formular füllen.
form-offer-button = Aus Datei oder Text füllen
form-offer-promise = <b>Dein Browser gibt nichts davon weiter.</b> Du siehst, was gefunden wurde, bevor es in das Formular kommt. Namen, Arbeitgeber und Nachrichten bleiben draußen.

form-error-prefix = Fehler:
form-problem = Es gibt ein Problem
form-where = Wo stehst du jetzt?
form-optional = Alles ist freiwillig. Was du studiert hast, sagt am meisten darüber, wohin du passt; deshalb kommt es zuerst.
form-degrees = Was hast du studiert?
form-degrees-hint = Abschlüsse oder Fächer: eins je Zeile, oder mit Kommas dazwischen.
form-degrees-example = Informatik
form-experience = Wie lange arbeitest du schon?
form-experience-hint = Alle Stellen zusammen, zum Beispiel 6 Jahre und 3 Monate. Bleibt es leer, beginnst du als Junior.
form-years = Jahre
form-months = Monate
form-position = Was ist deine Stellenbezeichnung?
form-position-hint = Zum Beispiel: Data Engineer.
form-skills = Welche Fähigkeiten hast du?
form-skills-hint = Eine je Zeile, mit Kommas dazwischen, oder eine Liste, wie du sie kopiert hast. Auf deiner Roadmap sind sie abgehakt.
form-skills-example =
    Python
    SQL
    Projektmanagement
form-courses = Welche Kurse hast du besucht?
form-courses-hint = Ein Titel je Zeile; Aufzählungszeichen dürfen bleiben. Kommas gehören zum Titel.
form-courses-example =
    Algorithms, Part I
    Datenstrukturen
form-certifications = Welche Zertifikate hast du?
form-certifications-hint = Eins je Zeile; Aufzählungszeichen dürfen bleiben.
form-certifications-example = AWS Certified Developer
form-limits = Bis zu 200 Einträge in jeder Liste, jeder bis zu 200 Zeichen.
form-submit = Meine Roadmap zeigen
form-privacy = <b>Nichts wird gespeichert.</b> Was du einträgst, wird einmal gesendet, um deine Roadmap zu finden. Was persönlich ist, kommt im Teil der Adresse nach <code>#</code> zurück, der nie an einen Server gesendet wird. Lass diesen Teil weg, wenn du die Seite teilst.

form-levels-label = Die Stufen
form-levels = Drei Stufen, ein Weg
form-level-figures = { $people } Personen · { $roadmaps } { $roadmaps ->
    [one] Roadmap
   *[other] Roadmaps
}
form-get = Was du bekommst
form-get-page = <b>Eine Seite, kein Konto.</b> Sie hat eine Adresse, die du behalten oder weitergeben kannst.
form-get-counts = <b>Zahlen, keine Meinungen.</b> Neben jedem Anteil steht, wie viele Leute dahinter stehen.
form-get-next = <b>Der nächste Schritt.</b> Wo Leute mit deinem Werdegang eine Stufe weiter stehen.
