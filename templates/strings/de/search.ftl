## Suche über Fähigkeiten. `$n` und andere stehen als `{n}` in der Seite, das Skript füllt sie. `$form` ist die Form des Plurals.

search-label = Wer braucht das?
search-hint = Eine Fähigkeit, ein Wort daraus oder eine Frage: „Wer braucht Kafka?“
search-button = Suchen
search-loading = Wird geladen …
search-failed = Die Liste der Fähigkeiten war nicht zu laden. Versuch es noch einmal, oder sieh unten in der Liste nach.
search-found = { $form ->
    [one] { $n } Fähigkeit gefunden.
   *[other] { $n } Fähigkeiten gefunden.
}
search-best = Das sind die besten { $n }.
search-nothing = Keine Roadmap hat „{ $query }“. Versuch es mit weniger Buchstaben oder dem englischen Namen, oder sieh unten in der Liste nach.
search-close = Nichts heißt genau so. Das kommt dem nahe:
search-roadmaps = { $form ->
    [one] Auf { $n } Roadmap:
   *[other] Auf { $n } Roadmaps, der größte Anteil zuerst:
}
search-more = { $form ->
    [one] { $n } weitere Roadmap
   *[other] { $n } weitere Roadmaps
}
search-share = { $people } von { $all }
search-people = { $form ->
    [one] { $n } Person
   *[other] { $n } Personen
}
search-named = Roadmaps dieses Namens
search-level = { $level ->
    [junior] Junior
    [senior] Senior
   *[expert] Expert
}
