## Search over skills. `$n` and others stand in the page as `{n}`; the script fills them in. `$form` is the plural form.

search-label = Who needs it?
search-hint = A skill, a word of it, or a question: “who needs Kafka?”
search-button = Search
search-loading = Loading …
search-failed = The list of skills could not be loaded. Try again, or look through the list below.
search-found = { $form ->
    [one] { $n } skill found.
   *[other] { $n } skills found.
}
search-best = These are the best { $n }.
search-nothing = No roadmap has “{ $query }”. Try fewer letters, the English name, or look through the list below.
search-close = Nothing is called that. This is near:
search-roadmaps = { $form ->
    [one] On { $n } roadmap:
   *[other] On { $n } roadmaps, the largest share first:
}
search-more = { $form ->
    [one] { $n } more roadmap
   *[other] { $n } more roadmaps
}
search-share = { $people } of { $all }
search-people = { $form ->
    [one] { $n } person
   *[other] { $n } people
}
search-named = Roadmaps of this name
search-level = { $level ->
    [junior] Junior
    [senior] Senior
   *[expert] Expert
}
