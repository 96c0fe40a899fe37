## Search over skills. Gaps such as `$n` reach the page as `{n}` and the script fills them in.
## `$form` is the plural form.

search-label = Who lists this skill?
search-hint = Type a skill, part of its name, or a question such as “who knows Kafka?”
search-button = Search
search-loading = Loading …
search-failed = The list of skills could not be loaded. Try again, or use the list below.
search-found = { $form ->
    [one] { $n } skill found.
   *[other] { $n } skills found.
}
search-best = Only the best { $n } are shown.
search-nothing = No roadmap has “{ $query }”. Try fewer letters or the English name, or use the list below.
search-close = No skill has exactly this name. Similar skills:
search-roadmaps = { $form ->
    [one] On { $n } roadmap:
   *[other] On { $n } roadmaps, largest share first:
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
search-named = Roadmaps with this name
search-level = { $level ->
    [junior] Junior
    [senior] Senior
   *[expert] Expert
}
