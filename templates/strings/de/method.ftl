## Wie die Roadmaps gemacht werden

method-title = Wie das gemacht wird
method-description = Der Steckbrief des Modells: woraus die Roadmaps gelernt wurden, wie, und wo ihre Grenzen sind.
method-lede = Der Steckbrief des Modells: woraus die Roadmaps gelernt wurden, wie, wie gut das gelang und was sie dir nicht sagen können.

method-learned = Woraus gelernt wurde
method-people-read = Gelesene Personen
method-rejected = Abgelehnte Datensätze
method-without-experience = Personen ohne bekannte Berufserfahrung
method-roadmaps = Roadmaps
method-learned-note = Ein abgelehnter Datensatz war nicht lesbar. Personen ohne bekannte Berufserfahrung lehren, welche Fähigkeiten und Studienfächer zusammengehören, stehen aber in keiner Stufe und auf keiner Seite.

method-works = Wie es funktioniert
method-clean = <b>Aufräumen.</b> Studienfächer, Kurse, Zertifikate und Fähigkeiten bekommen eine einheitliche Schreibweise.
method-find-topics = <b>Themen finden.</b> Fähigkeiten und Studienfächer, die aussagekräftige Wörter gemeinsam haben, werden zu einem Thema (TF-IDF, dann k‑Means).
method-split = <b>Nach Erfahrung teilen.</b> Junior unter 100 Monaten, Senior von 100 bis 250, Expert darüber.
method-full-describe = <b>Jede Person beschreiben</b> durch Fähigkeiten, Kurse, Zertifikate, Studienfächer und die Wörter der Berufsbezeichnung: hat sie es oder hat sie es nicht. Kein Name, kein Alter, kein Arbeitgeber.
method-full-smooth = <b>Glätten.</b> Auch was Menschen neben dem haben, was du aufzählst, zählt mit (EASE, ein lineares Modell in geschlossener Form). So sind zwei Personen Nachbarn, die dasselbe mit anderen Worten sagen.
method-full-group = <b>Gruppieren</b> nach der Richtung, nicht nach der Länge der Liste (sphärisches k‑Means). Wie viele Gruppen es werden und in wie vielen Dimensionen, entscheiden Personen, aus denen nicht gelernt wurde, und zwar unter Einteilungen, die sich mit anderen Stichproben wieder ergeben würden. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-full-group-shared = <b>Gruppieren</b> nach der Richtung, nicht nach der Länge der Liste (sphärisches k‑Means, alle Stufen zusammen). Wie viele Gruppen es werden und in wie vielen Dimensionen, entscheiden Personen, aus denen nicht gelernt wurde, und zwar unter Einteilungen, die sich mit anderen Stichproben wieder ergeben würden. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-full-count = <b>Zählen.</b> Eine Roadmap ist, was die Menschen einer Gruppe haben: zuerst, was viele haben, etwas früher, wenn andere der Stufe es seltener haben.
method-full-rank = <b>Ordnen</b> für die Person, die fragt: was Menschen mit solchen Fähigkeiten außerdem haben, und für die, die wenig angeben, was Menschen mit solcher Arbeit und solchem Studium haben.
method-reference-describe = <b>Jede Person beschreiben</b> durch Studienfächer, Kurse und Zertifikate: hat sie es oder hat sie es nicht. Kein Name, kein Alter, kein Arbeitgeber.
method-reference-group = <b>Gruppieren.</b> Je Stufe eine Hauptkomponentenanalyse auf fünf Zahlen je Person, dann k‑Means. Gruppen, die für eine eigene Seite zu klein sind, werden zusammengelegt.
method-reference-count = <b>Zählen.</b> Eine Roadmap ist, was die Menschen einer Gruppe haben, das Häufigste zuerst.
method-your-answers = Wenn du das Formular ausfüllst, gehen deine Antworten denselben Weg, und du siehst die Roadmap der nächsten Gruppe.
method-reference-your-answers = Nur was du studiert hast, deine Kurse und deine Zertifikate entscheiden, welche Gruppe das ist; deine Fähigkeiten werden nur abgehakt.

method-evidence = Stimmt es auch für Menschen, aus denen nicht gelernt wurde?
method-asked = Aus { $people } Personen wurde nicht gelernt. Von jeder wurden 30 % der Fähigkeiten versteckt; dann wurden fünf Fähigkeiten empfohlen, die die Person nicht gezeigt hatte. So viel vom Versteckten wurde damit gefunden:
method-recommended-by = Empfohlen durch
method-found = Gefunden
method-times-popularity = Vielfaches der Häufigkeit
method-by-popularity = das Häufigste von allen
method-by-level-popularity = das Häufigste der Stufe
method-by-reference-page = die Seite nach dem Vorbild
method-by-page = die Seite
method-by-person = für die Person geordnet
method-by-another = ein anderes Verfahren
method-searched = { $candidates } Arten, Menschen zu gruppieren, wurden probiert, darunter die Einstellung des Vorbilds; die mit den besten Seiten hat gewonnen. Seiten, die sich nicht wiederfinden, wenn die Personen neu gezogen werden (Bootstrap-Jaccard unter 0,75), wurden mit ihren Nachbarn zusammengelegt, bis sich mindestens vier von fünf wiederfinden. Hier sind es { $stable } von { $pages } Seiten. Weil das beste Verfahren an diesen Personen gewählt wurde, ist sein Wert etwas zu gut; <code>site-gen evaluate</code> fragt Personen, die nichts mitzureden hatten.
method-not-searched = Sonst wurde nichts probiert: Es war eine bestimmte Art der Gruppierung verlangt, oder die Gruppen setzen die der vorigen Veröffentlichung fort, damit ein geteilter Link dieselbe Art von Menschen meint. Von den { $pages } Seiten finden sich { $stable } wieder, wenn die Personen neu gezogen werden (Bootstrap-Jaccard ab 0,75).
method-silhouettes = Die mittlere Silhouette der Gruppen ist { $own }; dasselbe Verfahren findet Gruppen mit { $shuffled } in Personen, deren Spalten vermischt wurden, sodass nichts mehr zusammengehört. Was darüber liegt, ist Struktur.
method-items = Die Rangfolge kennt { $items } Fähigkeiten, Kurse und Zertifikate. { $left } weitere fehlen, weil zu wenige Menschen sie haben.

method-groups = Die Gruppen
method-dots = Die Punkte sind aus Mitte und Streuung jeder Gruppe gezeichnet; kein Punkt ist eine Person. Zwei Richtungen können nicht alles zeigen, was Gruppen unterscheidet. Darum überlappen sich hier Wolken, die es im Modell nicht tun.
method-group-skills = { $level }: die häufigsten Fähigkeiten jeder Gruppe

method-source = Gemessen wie beim Vorbild
method-success = Erfolg heißt dort: Mindestens eine der ersten drei Fähigkeiten einer Person ist unter den ersten fünf ihrer Seite. Gemessen wird an den Personen, aus denen gelernt wurde, das schmeichelt also; was eine Seite Fremden nützt, steht <a href="#evidence">oben</a>.
method-reference-success = Erfolg heißt dort: Mindestens eine der ersten drei Fähigkeiten einer Person ist unter den ersten fünf ihrer Seite. Gemessen wird an den Personen, aus denen gelernt wurde, das schmeichelt also; was eine Seite Fremden nützt, sagt <code>site-gen evaluate</code>.
method-source-silhouettes = Das Vorbild hatte 0,74 als Silhouette seiner Junior-Gruppen, 0,69 bei Senior und 0,67 bei Expert, auf dieselbe Weise gemessen.

method-levels = Stufen und Gruppen
method-levels-caption = Zahlen je Stufe
method-figure = Zahl
method-figure-people = Personen
method-figure-without-background = Personen ohne etwas zum Vergleichen
method-figure-rows = Verschiedene Werdegänge
method-figure-features = Merkmale
method-figure-groups = Gruppen (k‑Means)
method-figure-roadmaps = Roadmaps
method-figure-silhouette = Silhouette
method-figure-silhouette-people = Personen hinter der Silhouette
method-figure-inertia = Trägheit
method-figure-explained = Erklärte Varianz, alle Komponenten
method-figure-component = – Komponente { $n }
method-figure-labels = Verschiedene Bezeichnungen
method-figure-without-topic = Bezeichnungen ohne Thema
method-figure-topics = Themen
method-none = keine
method-drawn = { $people } gezogen
method-all-people = alle
method-note-few-people = weniger als die { $n } Personen, die eine Stufe für Roadmaps braucht; sie hat nur ihre Übersicht
method-note-few-backgrounds = nur { $n } verschiedene Werdegänge, zu wenige, um Menschen zu unterscheiden; sie hat nur ihre Übersicht
method-note-fewer-groups = es waren mehr Gruppen verlangt, aber ihre verschiedenen Werdegänge erlauben { $n }
method-note-no-page = zu wenige Personen haben einen bekannten Werdegang für eine eigene Seite
method-terms-silhouette = Silhouette
method-terms-silhouette-text = Wie viel näher Menschen ihrer eigenen Gruppe sind als der nächsten, von −1 bis 1. <b>Ein Beweis ist sie nicht.</b> Bei den Profilen, an denen dieses Verfahren erprobt wurde, kommen Daten mit vermischten Spalten, in denen nichts mehr zusammengehört, in diesen Koordinaten fast so hoch, auf manchen Stufen höher.
method-terms-inertia = Trägheit
method-terms-inertia-text = Die Summe der quadrierten Abstände zu den Mitten der Gruppen. Vergleichbar nur bei denselben Daten und gleich vielen Gruppen.
method-terms-explained = Erklärte Varianz
method-terms-explained-text = Wie viel von den Unterschieden zwischen Menschen die fünf Zahlen behalten. Was sie nicht behalten, können die Gruppen nicht sehen.

method-topics = Themen
method-topics-caption = Themen der Bezeichnungen
method-skills = Fähigkeiten
method-fields = Studienfächer
method-topics-note = Themen heißen nach ihren gewichtigsten Wörtern. Sie gruppieren nach Wörtern, deshalb können zwei Namen für dieselbe Sache in zwei Themen landen.

method-privacy = Datenschutz
method-privacy-counts = Eine Roadmap zählt mindestens 10 Menschen; was weniger als 5 von ihnen gemeinsam haben, wird nicht gezeigt.
method-privacy-names = Namen, Arbeitgeber und Links auf Profile kommen nie ins Modell. Seltene Titel stehen darin als Fingerabdruck, nicht als Text.
method-privacy-form = Was du in das Formular tippst, wird einmal gesendet und nicht gespeichert. Was an der Antwort persönlich ist, steht in der Adresse hinter <code>#</code> und wird nie gesendet.

method-limits = Was es dir nicht sagen kann
method-limit-good = <b>Häufig heißt nicht gut.</b> Gezählt wird, was Menschen haben. Ob es ihnen geholfen hat, weiß hier niemand.
method-limit-profiles = <b>Profile sind keine Menschen.</b> Menschen führen auf, womit sie gesehen werden wollen, und lassen weg, was ihnen selbstverständlich ist.
method-limit-everyone = <b>Es sind nicht alle.</b> Die Profile sind von Menschen aus der IT, die eines haben; in anderen Ländern und Berufen kann es anders sein.
method-limit-edges = <b>Gruppen haben weiche Ränder.</b> Wer nah am Rand steht, wäre mit der Roadmap daneben genauso gut bedient.
method-limit-reference = <b>Um Fähigkeiten zu empfehlen, sind die Gruppen nicht besser als die bloße Häufigkeit.</b> Bei Personen, aus denen nicht gelernt wurde, fanden die Merkmale von hier versteckte Fähigkeiten so oft wie eine einfache Liste der häufigsten Fähigkeiten der Stufe.

method-again = Mach es noch einmal
method-again-note = Dieselben Daten, Einstellungen und derselbe Startwert ergeben dasselbe Modell, Byte für Byte.
method-features = Merkmale
method-clusters = Verlangte Gruppen
method-auto = automatisch
method-seed = Startwert
method-sha256 = SHA-256 der Daten

## Titel und Beschriftungen der Bilder

method-picture-experience = Personen nach Jahren Berufserfahrung
method-years = { $from } bis { $to } Jahre
method-years-and-more = { $from } Jahre und mehr
method-years-junior = { $years }: Junior
method-years-senior = { $years }: Senior ab 100 Monaten
method-years-expert = { $years }: Expert über 250 Monate
method-few = weniger als 5
method-picture-recall = Versteckte Fähigkeiten, die unter fünfen gefunden wurden
method-picture-recall-axis = Recall@5
method-picture-map = { $level }: Gruppen in der Ebene, in der sich Menschen am meisten unterscheiden
method-direction-first = erste Richtung
method-direction-second = zweite Richtung
method-picture-apart = { $level }: die zwei Gruppen, die sich am meisten unterscheiden
method-picture-success = Personen, von deren ersten drei Fähigkeiten eine unter den ersten fünf ihrer Seite ist
method-picture-unique = Anteil der Roadmaps, deren erste n Fähigkeiten keine andere hat
method-picture-unique-line = Roadmaps
method-picture-unique-axis = unterscheidbar
method-picture-skills = Die häufigsten Fähigkeiten von allen
