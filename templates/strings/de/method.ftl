## Wie die Roadmaps entstehen

method-title = Wie die Roadmaps entstehen
method-description = Der Steckbrief des Modells: die Daten hinter den Roadmaps, die Methode und ihre Grenzen.
method-lede = Der Steckbrief des Modells: die Daten hinter den Roadmaps, die Methode, wie gut sie funktioniert und wo ihre Grenzen sind.

method-learned = Daten
method-people-read = Gelesene Profile
method-rejected = Abgelehnte Datensätze
method-without-experience = Profile ohne bekannte Berufserfahrung
method-roadmaps = Roadmaps
method-learned-note = Ein abgelehnter Datensatz war nicht lesbar. Profile ohne bekannte Berufserfahrung helfen zu erkennen, welche Fähigkeiten und Studienfächer zusammengehören. Sie zählen aber auf keiner Stufe und auf keiner Seite mit.

method-works = So funktioniert es
method-clean = <b>Aufräumen.</b> Jedes Studienfach, jeder Kurs, jedes Zertifikat und jede Fähigkeit bekommt eine einheitliche Schreibweise.
method-find-topics = <b>Themen finden.</b> Fähigkeiten und Studienfächer mit gemeinsamen kennzeichnenden Wörtern bilden Themen (TF-IDF, dann k‑Means).
method-split = <b>Nach Erfahrung teilen.</b> Junior unter { $senior_from } Monaten, Senior von { $senior_from } bis { $senior_to }, Expert darüber.
method-full-describe = <b>Jede Person beschreiben</b> durch Fähigkeiten, Kurse, Zertifikate, Studienfächer und die Wörter der Berufsbezeichnung. Eine Person hat einen Eintrag, oder sie hat ihn nicht. Namen, Alter und Arbeitgeber verwenden wir nicht.
method-full-smooth = <b>Glätten.</b> Auch Einträge, die oft zusammen mit deinen vorkommen, zählen mit (EASE, ein lineares Modell in geschlossener Form). So liegen zwei Personen nah beieinander, die für dasselbe andere Wörter verwenden.
method-full-group = <b>Gruppieren</b> nach der Richtung der Vektoren, nicht nach der Länge der Listen (sphärisches k‑Means). Über die Zahl der Gruppen und Dimensionen entscheiden Tests mit Personen, die nicht im Training waren. Zur Wahl stehen nur Einteilungen, die sich mit anderen Stichproben wieder ergeben. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-full-group-shared = <b>Gruppieren</b> nach der Richtung der Vektoren, nicht nach der Länge der Listen (sphärisches k‑Means, alle Stufen zusammen). Über die Zahl der Gruppen und Dimensionen entscheiden Tests mit Personen, die nicht im Training waren. Zur Wahl stehen nur Einteilungen, die sich mit anderen Stichproben wieder ergeben. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-full-count = <b>Zählen.</b> Eine Roadmap zeigt, was die Personen einer Gruppe haben, das Häufigste zuerst. Was sonst auf der Stufe seltener ist, rückt etwas nach oben.
method-full-rank = <b>Ordnen</b> für jeden Besuch: was Personen mit ähnlichen Fähigkeiten noch haben. Wer wenige Fähigkeiten angibt, bekommt Vorschläge von Personen mit ähnlicher Arbeit und ähnlichem Studium.
method-reference-describe = <b>Jede Person beschreiben</b> durch Studienfächer, Kurse und Zertifikate. Eine Person hat einen Eintrag, oder sie hat ihn nicht. Namen, Alter und Arbeitgeber verwenden wir nicht.
method-reference-group = <b>Gruppieren.</b> Auf jeder Stufe macht eine Hauptkomponentenanalyse aus jeder Person fünf Zahlen, dann bildet k‑Means Gruppen. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-reference-count = <b>Zählen.</b> Eine Roadmap zeigt, was die Personen einer Gruppe haben, das Häufigste zuerst.
method-your-answers = Wenn du das Formular ausfüllst, durchlaufen deine Angaben dieselben Schritte, und du siehst die Roadmap der nächsten Gruppe.
method-reference-your-answers = Nur dein Studium, deine Kurse und deine Zertifikate entscheiden, welche Gruppe das ist. Deine Fähigkeiten werden nur abgehakt.

method-evidence = Funktioniert es bei neuen Personen?
method-asked = { $people } Personen waren nicht im Training. Bei jeder haben wir 30 % der Fähigkeiten versteckt und fünf Fähigkeiten empfohlen, die nicht sichtbar waren. So groß ist der Anteil der versteckten Fähigkeiten, die gefunden wurden:
method-recommended-by = Empfohlen durch
method-found = Gefunden
method-times-popularity = Verglichen mit Häufigkeit
method-by-popularity = häufigste Fähigkeiten insgesamt
method-by-level-popularity = häufigste Fähigkeiten der Stufe
method-by-reference-page = die Seite der Referenzmethode
method-by-page = die Seite
method-by-person = Reihenfolge für jede Person
method-searched = Wir haben { $candidates } Arten der Gruppierung ausprobiert, darunter die Einstellung der Referenzmethode, und die mit den besten Seiten behalten. Seiten, die mit neuen Stichproben nicht wieder entstehen (Bootstrap-Jaccard unter 0,75), wurden mit ihren Nachbarn zusammengelegt, bis mindestens vier von fünf Seiten stabil waren. Hier sind { $stable } von { $pages } Seiten stabil. Die Gruppierung wurde mit denselben Personen gewählt, deshalb ist ihr Wert etwas zu gut. <code>site-gen evaluate</code> testet mit Personen, die an dieser Wahl nicht beteiligt waren.
method-not-searched = Es wurde keine andere Gruppierung ausprobiert. Entweder war eine bestimmte verlangt, oder die Gruppen führen die der vorigen Version fort, damit geteilte Links weiter zur selben Art von Personen führen. Von den { $pages } Seiten entstehen { $stable } mit neuen Stichproben wieder (Bootstrap-Jaccard ab 0,75).
method-silhouettes = Die mittlere Silhouette der Gruppen ist { $own }. Bei gemischten Daten, in denen nichts zusammengehört, erreicht dieselbe Methode noch { $shuffled }. Nur der Unterschied ist Struktur.
method-items = Die Reihenfolge umfasst { $items } Fähigkeiten, Kurse und Zertifikate. { $left } weitere fehlen, weil zu wenige Personen sie haben.

method-groups = Die Gruppen
method-dots = Die Punkte sind aus Mitte und Streuung jeder Gruppe gezeichnet. Kein Punkt ist eine Person. Zwei Richtungen können nicht alle Unterschiede zwischen den Gruppen zeigen. Deshalb überlappen sich hier Wolken, die im Modell getrennt sind.
method-group-skills = { $level }: die häufigsten Fähigkeiten jeder Gruppe

method-source = Gemessen wie bei der Referenzmethode
method-success = Erfolg heißt bei der Referenzmethode: Mindestens eine der ersten drei Fähigkeiten einer Person ist unter den ersten fünf ihrer Seite. Gemessen wird mit den Personen aus dem Training, deshalb sieht der Wert besser aus, als er ist. Wie gut es bei neuen Personen funktioniert, steht <a href="#evidence">oben</a>.
method-reference-success = Erfolg heißt bei der Referenzmethode: Mindestens eine der ersten drei Fähigkeiten einer Person ist unter den ersten fünf ihrer Seite. Gemessen wird mit den Personen aus dem Training, deshalb sieht der Wert besser aus, als er ist. Wie gut es bei neuen Personen funktioniert, misst <code>site-gen evaluate</code>.
method-source-silhouettes = Für die Referenzmethode wurden Silhouetten von 0,74 bei Junior, 0,69 bei Senior und 0,67 bei Expert veröffentlicht, auf dieselbe Weise gemessen.

method-levels = Stufen und Gruppen
method-levels-caption = Zahlen pro Stufe
method-figure = Wert
method-figure-people = Personen
method-figure-without-background = Personen ohne bekannten Werdegang
method-figure-rows = Verschiedene Werdegänge
method-figure-features = Merkmale
method-figure-groups = Gruppen (k‑Means)
method-figure-roadmaps = Roadmaps
method-figure-silhouette = Silhouette
method-figure-silhouette-people = Personen in der Silhouette
method-figure-inertia = Trägheit
method-figure-explained = Erklärte Varianz, alle Komponenten
method-figure-component = – Komponente { $n }
method-figure-labels = Verschiedene Bezeichnungen
method-figure-without-topic = Bezeichnungen ohne Thema
method-figure-topics = Themen
method-none = keine
method-drawn = Stichprobe von { $people }
method-all-people = alle
method-note-few-people = weniger als { $n } Personen, das Minimum für Roadmaps; diese Stufe hat nur eine Übersicht
method-note-few-backgrounds = nur { $n } verschiedene Werdegänge, zu wenige für Gruppen; diese Stufe hat nur eine Übersicht
method-note-fewer-groups = es waren mehr Gruppen verlangt, aber die verschiedenen Werdegänge erlauben nur { $n }
method-note-no-page = zu wenige Personen mit bekanntem Werdegang für eine eigene Seite
method-terms-silhouette = Silhouette
method-terms-silhouette-text = Wie viel näher Personen ihrer eigenen Gruppe sind als der nächsten, von −1 bis 1. <b>Sie ist kein Beweis.</b> Bei den Profilen, mit denen diese Methode getestet wurde, erreichen gemischte Daten, in denen nichts zusammengehört, in diesen Koordinaten fast denselben Wert, auf manchen Stufen sogar einen höheren.
method-terms-inertia = Trägheit
method-terms-inertia-text = Die Summe der quadrierten Abstände zu den Gruppenmitten. Vergleichbar nur bei denselben Daten und gleich vielen Gruppen.
method-terms-explained = Erklärte Varianz
method-terms-explained-text = Wie viel von den Unterschieden zwischen Personen in den fünf Zahlen erhalten bleibt. Was verloren geht, können die Gruppen nicht abbilden.

method-topics = Themen
method-topics-caption = Themen der Fähigkeiten und Studienfächer
method-skills = Fähigkeiten
method-fields = Studienfächer
method-topics-note = Themen sind nach ihren wichtigsten Wörtern benannt. Sie gruppieren nach Wörtern, deshalb können zwei Namen für dieselbe Sache in zwei Themen landen.

method-privacy = Datenschutz
method-privacy-counts = Eine Seite zählt mindestens 10 Personen und zeigt nichts, was weniger als 5 von ihnen haben. Zahlen sind gerundet und bleiben von Ausgabe zu Ausgabe gleich, solange sie ungefähr stimmen; zwei Ausgaben verraten daher nicht, ob eine bestimmte Person dabei ist.
method-privacy-rounding = Zahlen von Gruppen ab 40 Personen sind gerundet: unter 100 auf gerade Zahlen, darüber auf etwa ein Zwanzigstel der Zahl. Eine veröffentlichte Zahl bleibt, solange sie auf ein Fünftel und auf zehn Prozentpunkte genau stimmt, und eine Seite behält alle Zahlen, solange weniger als 10 Personen oder weniger als ein Fünftel ihrer Personen dazugekommen oder weggefallen sind. Ein Eintrag erscheint, wenn 6 Personen ihn haben, und verschwindet, wenn es weniger als 5 sind. Summen lassen die wenigen Personen weg, die man durch Abziehen der Seiten erkennen könnte.
method-privacy-names = Namen, Arbeitgeber und Profil-Links sind nie Teil des Modells, ebenso wenig alles, was weniger als 5 Personen geschrieben haben, auch nicht als Hash.
method-privacy-form = Was du in das Formular eingibst, wird einmal gesendet und nicht gespeichert. Deine persönlichen Ergebnisse stehen in der Adresse nach <code>#</code>. Dieser Teil wird nie gesendet.

method-limits = Grenzen
method-limit-good = <b>Häufig heißt nicht gut.</b> Die Zahlen zeigen, was Personen haben. Sie zeigen nicht, ob es ihnen geholfen hat.
method-limit-profiles = <b>Profile sind keine Menschen.</b> Menschen geben an, was andere sehen sollen, und lassen weg, was für sie selbstverständlich ist.
method-limit-everyone = <b>Die Daten umfassen nicht alle.</b> Die Profile stammen von Menschen aus der IT, die ein Profil haben. In anderen Ländern und Berufen kann es anders sein.
method-limit-edges = <b>Gruppen haben weiche Ränder.</b> Für Personen nah am Rand passt die benachbarte Roadmap genauso gut.
method-limit-reference = <b>Für Empfehlungen von Fähigkeiten sind die Gruppen nicht besser als die bloße Häufigkeit.</b> Bei den Profilen, mit denen diese Methode getestet wurde, fanden diese Merkmale ebenso viele versteckte Fähigkeiten von Personen, die nicht im Training waren, wie eine einfache Liste der häufigsten Fähigkeiten der Stufe.

method-again = Das Modell nachrechnen
method-again-note = Dieselben Daten, Einstellungen und derselbe Startwert ergeben dasselbe Modell, Byte für Byte.
method-features = Merkmale
method-clusters = Verlangte Gruppen
method-auto = automatisch
method-seed = Startwert der Zufallszahlen

## Titel und Beschriftungen der Diagramme

method-picture-experience = Personen nach Jahren Berufserfahrung
method-years = { $from } bis { $to } Jahre
method-years-and-more = { $from } Jahre und mehr
method-years-junior = { $years }: Junior
method-years-senior = { $years }: Senior ab { $months } Monaten
method-years-expert = { $years }: Expert ab { $months } Monaten
method-few = weniger als 5
method-picture-recall = Mit fünf Empfehlungen gefundene versteckte Fähigkeiten
method-picture-recall-axis = Recall@5
method-picture-map = { $level }: Gruppen in den zwei Richtungen mit den größten Unterschieden
method-direction-first = erste Richtung
method-direction-second = zweite Richtung
method-picture-apart = { $level }: die zwei unterschiedlichsten Gruppen
method-picture-success = Personen mit einer ihrer ersten drei Fähigkeiten unter den ersten fünf ihrer Seite
method-picture-unique = Anteil der Roadmaps, deren erste n Fähigkeiten einmalig sind
method-picture-unique-line = Roadmaps
method-picture-unique-axis = einmalig
method-picture-skills = Die häufigsten Fähigkeiten insgesamt
