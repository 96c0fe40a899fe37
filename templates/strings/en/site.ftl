## On every page

site-name = Career roadmap
# The name of the language, in itself.
language-name = English
# `ltr` or `rtl`.
language-direction = ltr

people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}

skip-to-content = Skip to content
nav-label = Site
nav-form = Find yours
nav-roadmaps = Roadmaps
nav-skills = Skills
nav-method = Method
crumbs-label = Breadcrumb
nav-languages = Language
feed-title = What changed
foot-privacy = Every share here counts people: a roadmap needs at least 10 of them, and an item on it at least 5. No names, no employers, no profile links.
foot-method = How it is made, and what it cannot tell you
foot-changes = What changed
