## compare

compare-title = { $a } oder { $b }
compare-description = { $a } und { $b } nebeneinander: was Menschen beider Roadmaps haben, und was nur die der einen haben.
compare-eyebrow = { $level }-Roadmaps nebeneinander
compare-versus = oder
compare-lede = Was die Menschen beider haben, gezählt. Ein Balken nach links gehört zur ersten, einer nach rechts zur zweiten.
compare-both = Was beide haben
compare-both-none = Nichts haben mindestens 5 Personen aus beiden gemeinsam.
compare-only = Nur { $name }
compare-only-note = Weniger als 5 Personen der anderen haben sie, oder sie stehen weit unten auf deren Liste.
compare-only-none = Nichts, was die andere nicht hat.
compare-skills = Fähigkeiten
compare-courses = Kurse
compare-certifications = Zertifikate
compare-others = Alle Vergleiche der { $level }-Stufe
comparisons-title = { $level }-Roadmaps vergleichen
comparisons-description = Je zwei Roadmaps der { $level }-Stufe nebeneinander: was beide haben, und was nur eine hat.
comparisons-lede = Wähle zwei: was die Menschen beider haben, und was nur die der einen haben.
comparisons-nearest = Es sind viele Roadmaps; darum ist jede mit denen verglichen, die ihr am ähnlichsten sind.
comparisons-with = mit

## Fähigkeiten

skills-title = Wer braucht das? Alle Fähigkeiten
skills-description = { $skills } Fähigkeiten, jede mit den Roadmaps, deren Menschen sie haben, und wie viele.
skills-lede = { $skills } Fähigkeiten, und zu jeder die Roadmaps, deren Menschen sie haben, gezählt.
skills-common = Die häufigsten
skills-letters = Nach Buchstaben
skills-roadmaps = { $n ->
    [one] auf { $n } Roadmap
   *[other] auf { $n } Roadmaps
}
skills-letter-title = Fähigkeiten: { $letter }
skills-letter-description = Fähigkeiten unter { $letter }, jede mit den Roadmaps, deren Menschen sie haben.
skills-letter-other = Andere Buchstaben
skills-letter-lede = Jede mit den Roadmaps, deren Menschen sie haben, der größte Anteil zuerst.
skills-more = { $n ->
    [one] und { $n } weitere Roadmap
   *[other] und { $n } weitere Roadmaps
}
skills-all = Alle Fähigkeiten
compare-gone-title = Diesen Vergleich gibt es nicht mehr
compare-gone-lede = Als die Roadmaps neu gemacht wurden, war eine der beiden keine eigene Gruppe mehr, oder andere waren ihr näher. Beide Adressen führen weiter.
comparisons-none = Diese Stufe hat weniger als zwei Roadmaps, es gibt also nichts zu vergleichen.
skills-letter-none = Heute steht kein Skill mit diesem Buchstaben auf einer Roadmap.
