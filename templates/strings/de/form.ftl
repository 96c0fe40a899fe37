## Das Formular

form-title = Ihre Roadmap finden
form-error-description = Sagen Sie, wo Sie stehen, und sehen Sie, was Menschen wie Sie als Nächstes gelernt haben.
form-description = Kenntnisse, Kurse und Zertifikate von Menschen mit einem Werdegang wie Ihrem. Gelernt aus { $people } Profilen.
form-heading = Der Weg, den Menschen wie Sie gegangen sind
form-lede = Sagen Sie uns, was Sie studiert und getan haben. Sie bekommen die Roadmap von Menschen mit einem Werdegang wie Ihrem: was sie können, welche Kurse und Zertifikate sie haben und wohin der Weg weiterführt.
form-figures = Gelernt aus <b>{ $people }</b> Profilen, in <b>{ $roadmaps }</b> Roadmaps.
form-look-at-all = Alle ansehen

form-offer-heading = Steht es schon irgendwo?
form-offer = Ihr Export von LinkedIn, ein JSON Resume oder der Text Ihres Lebenslaufs kann das Formular füllen.
form-offer-button = Formular aus Datei oder Text füllen
form-offer-promise = <b>Ihr Browser gibt nichts davon weiter.</b> Sie sehen, was gefunden wurde, bevor es in das Formular kommt. Namen, Arbeitgeber und Nachrichten bleiben draußen.

form-error-prefix = Fehler:
form-problem = Es gibt ein Problem
form-where = Wo stehen Sie jetzt?
form-optional = Alles ist freiwillig. Was Sie studiert haben, sagt am meisten darüber, wohin Sie passen; deshalb kommt es zuerst.
form-degrees = Was haben Sie studiert?
form-degrees-hint = Abschlüsse oder Fächer: eins je Zeile, oder mit Kommas dazwischen.
form-degrees-example = Informatik
form-experience = Wie lange arbeiten Sie schon?
form-experience-hint = Alle Stellen zusammen, zum Beispiel 6 Jahre und 3 Monate. Bleibt es leer, beginnen Sie als Junior.
form-years = Jahre
form-months = Monate
form-position = Was ist Ihre Stellenbezeichnung?
form-position-hint = Zum Beispiel: Data Engineer.
form-skills = Welche Kenntnisse haben Sie?
form-skills-hint = Eine je Zeile, mit Kommas dazwischen, oder eine Liste, wie Sie sie kopiert haben. Auf Ihrer Roadmap sind sie abgehakt.
form-skills-example =
    Python
    SQL
    Projektmanagement
form-courses = Welche Kurse haben Sie besucht?
form-courses-hint = Ein Titel je Zeile; Aufzählungszeichen dürfen bleiben. Kommas gehören zum Titel.
form-courses-example =
    Algorithms, Part I
    Datenstrukturen
form-certifications = Welche Zertifikate haben Sie?
form-certifications-hint = Eins je Zeile; Aufzählungszeichen dürfen bleiben.
form-certifications-example = AWS Certified Developer
form-limits = Bis zu 200 Einträge in jeder Liste, jeder bis zu 200 Zeichen.
form-submit = Meine Roadmap zeigen
form-privacy = <b>Nichts wird gespeichert.</b> Was Sie eintragen, wird einmal gesendet, um Ihre Roadmap zu finden. Was persönlich ist, kommt im Teil der Adresse nach <code>#</code> zurück, der nie an einen Server gesendet wird. Lassen Sie diesen Teil weg, wenn Sie die Seite teilen.

form-levels-label = Die Stufen
form-levels = Drei Stufen, ein Weg
form-level-figures = { $people } Menschen · { $roadmaps } { $roadmaps ->
    [one] Roadmap
   *[other] Roadmaps
}
form-get = Was Sie bekommen
form-get-page = <b>Eine Seite, kein Konto.</b> Sie hat eine Adresse, die Sie behalten oder weitergeben können.
form-get-counts = <b>Zahlen, keine Meinungen.</b> Neben jedem Anteil steht, wie viele Menschen dahinter stehen.
form-get-next = <b>Der nächste Schritt.</b> Wo Menschen mit Ihrem Werdegang eine Stufe weiter stehen.
