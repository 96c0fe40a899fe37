## Suche über Fähigkeiten. Lücken wie `$n` stehen als `{n}` in der Seite, das Skript füllt sie.
## `$form` ist die Pluralform.

search-label = Wer gibt diese Fähigkeit an?
search-hint = Gib eine Fähigkeit, einen Teil des Namens oder eine Frage ein, zum Beispiel „Wer kann Kafka?“
search-button = Suchen
search-loading = Wird geladen …
search-failed = Die Liste der Fähigkeiten konnte nicht geladen werden. Versuche es noch einmal oder benutze die Liste unten.
search-found = { $form ->
    [one] { $n } Fähigkeit gefunden.
   *[other] { $n } Fähigkeiten gefunden.
}
search-best = Nur die besten { $n } werden gezeigt.
search-nothing = Keine Roadmap hat „{ $query }“. Versuche es mit weniger Buchstaben oder dem englischen Namen, oder benutze die Liste unten.
search-close = Keine Fähigkeit heißt genau so. Ähnliche Fähigkeiten:
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
search-named = Roadmaps mit diesem Namen
search-level = { $level ->
    [junior] Junior
    [senior] Senior
   *[expert] Expert
}
