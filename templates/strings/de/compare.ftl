## Vergleiche

compare-title = { $a } oder { $b }
compare-description = { $a } und { $b } im Vergleich: Gemeinsamkeiten und Unterschiede.
compare-eyebrow = { $level }-Roadmaps im Vergleich
compare-versus = oder
compare-lede = Fähigkeiten, Kurse und Zertifikate beider Roadmaps. Balken nach links gehören zur ersten Roadmap, Balken nach rechts zur zweiten.
compare-both = Gemeinsam
compare-both-none = Nichts wird auf beiden Roadmaps von mindestens 8 Personen angegeben.
compare-only = Nur { $name }
compare-only-note = Auf der anderen Roadmap haben das weniger als 8 Personen, oder es steht dort zu weit unten.
compare-only-none = Nichts, was auf der anderen Roadmap fehlt.
compare-skills = Fähigkeiten
compare-courses = Kurse
compare-certifications = Zertifikate
compare-others = Alle Vergleiche der { $level }-Stufe
comparisons-title = { $level }-Roadmaps vergleichen
comparisons-description = Zwei Roadmaps der { $level }-Stufe im Vergleich: Gemeinsamkeiten und Unterschiede.
comparisons-lede = Wähle zwei Roadmaps, um Gemeinsamkeiten und Unterschiede zu sehen.
comparisons-nearest = Es gibt viele Roadmaps. Deshalb kannst du jede nur mit den ähnlichsten vergleichen.
comparisons-with = mit

## Fähigkeiten

skills-title = Alle Fähigkeiten
skills-description = { $skills } Fähigkeiten, jede mit den Roadmaps, auf denen Personen sie angeben, und wie viele es sind.
skills-lede = { $skills } Fähigkeiten. Zu jeder siehst du die Roadmaps, auf denen Personen sie angeben, und wie viele es sind.
skills-common = Die häufigsten Fähigkeiten
skills-letters = Nach Buchstaben
skills-roadmaps = { $n ->
    [one] auf { $n } Roadmap
   *[other] auf { $n } Roadmaps
}
skills-letter-title = Fähigkeiten: { $letter }
skills-letter-description = Fähigkeiten unter { $letter }, jede mit den Roadmaps, auf denen Personen sie angeben.
skills-letter-other = Andere
skills-letter-lede = Jede Fähigkeit mit den Roadmaps, auf denen Personen sie angeben, der größte Anteil zuerst.
skills-more = { $n ->
    [one] und { $n } weitere Roadmap
   *[other] und { $n } weitere Roadmaps
}
skills-all = Alle Fähigkeiten
compare-gone-title = Diesen Vergleich gibt es nicht mehr
compare-gone-lede = Als wir die Roadmaps neu erstellt haben, ist eine der beiden weggefallen, oder andere Roadmaps sind ähnlicher geworden. Die Links unten funktionieren weiter.
comparisons-none = Diese Stufe hat weniger als zwei Roadmaps, also gibt es nichts zu vergleichen.
skills-letter-none = Zurzeit steht keine Fähigkeit mit diesem Buchstaben auf einer Roadmap.
