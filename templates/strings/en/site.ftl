## Every page

site-name = Career roadmap
# The name of the language in the language itself.
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
foot-privacy = We show counts of people only: at least 10 for a roadmap and at least 5 for each item on it. No names, no employers, no profile links.
foot-sample = These people are made up: this site shows a sample, not a real group of people.
foot-method = How the roadmaps are made, and their limits
foot-changes = What changed
