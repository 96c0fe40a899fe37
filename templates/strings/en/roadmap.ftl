## Roadmap

roadmap-title = { $name } ({ $level } roadmap)
roadmap-description = Skills, courses and certifications of { $people } people with a similar background, and the next step.
roadmap-eyebrow = { $level } roadmap
# $people is “120 people”.
roadmap-lede-interests = Skills listed by <b>{ $people }</b> with a similar profile.
roadmap-lede-background = Skills listed by <b>{ $people }</b> with a similar background.

## Shares

share-figure = { $people } of { $of }
share-times = { $n }×<span class="visually-hidden"> as common as in the whole level</span>
share-tip = { $people } of { $of } people here have it ({ $percent }), compared with { $level_percent } in the whole level (the mark on the bar).
share-tip-times = { $people } of { $of } people here have it ({ $percent }), compared with { $level_percent } in the whole level (the mark on the bar). It is { $times } times as common here.
more-skills = { $n } more skills
more-courses = { $n } more courses
more-certifications = { $n } more certifications
more-studies = { $n } more fields of study
more-items = { $n } more
too-few-people = { $people ->
    [one] { $people } person is too few for this page. We need at least { $least } people, so that nobody can be recognised.
   *[other] { $people } people are too few for this page. We need at least { $least } people, so that nobody can be recognised.
}
none-shared-skill = No skill is shared by at least { $least } of the { $people } people here.
none-shared-course = No course is shared by at least { $least } of the { $people } people here.
none-shared-certification = No certificate is shared by at least { $least } of the { $people } people here.
none-shared-studies = No field of study is shared by at least { $least } of the { $people } people here.
official-page = Official page at { $host }

## The people

who-experience = Experience
who-positions = Job titles
who-studies = Fields of study
who-years = half of them have worked for { $low } to { $high } years
who-years-same = { $n ->
    [one] half of them have worked for about { $n } year
   *[other] half of them have worked for about { $n } years
}
who-months = half of them have worked for { $low } to { $high } months
who-months-same = half of them have worked for about { $n } months

## Map

map-label = Map of the { $level } roadmaps
map-here = This page: { $name }, { $people } people
map-circle = { $name }, { $people } people
map-caption = Each circle is a roadmap of this level. Larger circles stand for more people, and circles that are close to each other have much in common.
map-left-out = { $n } smaller ones are not shown.

## Learning path

toc-label = On this page
toc-start = Start here
toc-apart = Typical skills
toc-later = Later
toc-courses = Courses
toc-certifications = Certifications
toc-studies = Studies
toc-next = Next step
toc-neighbours = Similar roadmaps
toc-how = About this page
path-heading = Skills: a learning path
path-note = Next to each skill: how many of the { $people } people list it, and how common it is compared with the whole { $level } level ({ $example }).
path-start = Start here: the most common skills
path-apart = Then: skills typical of this group
path-apart-note = Clearly more common here than in the whole level. Chance alone does not explain the difference.
path-later = Later: less common skills
path-later-level = Then: less common skills
path-other-topics = Other topics
reading-summary = How to read this
reading-example = <b>{ $people } of the { $of } people</b> on this roadmap list { $name }: { $percent }, the length of the bar. Of all { $level_people } people at the { $level } level, { $level_percent } do: the mark on the bar. So it is <b>{ $times } times</b> as common here. We show this only where chance is an unlikely reason.
reading-plain = Next to each skill: how many of the { $people } people on this roadmap list it. The bar shows their share, and the mark shows the share of all people at this level.
reading-limits = People list what comes to mind, so the true shares are higher. And common does not mean right for you.
courses-heading = Courses they took
certifications-heading = Certifications they hold
studies-heading = What they studied

## Next step

next-heading = The next step
next-to = At the next level, the most similar people are on this roadmap:
next-button = { $level }: { $name }
next-list = More common there than here, largest difference first. Work through this list. The mark on each bar is the share here.
next-list-level = More common at the { $level } level than at the level below and on this page, largest difference first. Work through this list. The mark on each bar is the share here.
next-same = Nothing that enough of them share is more common there than here.
next-courses = Courses
next-certifications = Certifications
next-figure = { $there } of { $of_there } there, { $here } of { $of_here } here
next-figure-rare = { $there } of { $of_there } there, fewer than { $here } of { $of_here } here
next-figure-there = { $there } of { $of_there } there
next-none = No single roadmap at the next level follows from this one.
next-look = See the { $level } level
next-top = This is the top level. From here, you can move to other { $level } roadmaps.

## Similar roadmaps

neighbours-heading = Similar roadmaps
neighbours-note = The { $level } roadmaps with the most in common with this one.
neighbours-more = more { $names }
neighbours-less = less { $names }
neighbours-same = almost the same skills
neighbours-compare = Compare
neighbours-all = Compare with any other { $level } roadmap
neighbours-table = All comparisons at this level

## About this page

how-heading = About this page
how-interests = People are grouped by everything they list: skills, courses, certificates, fields of study and job titles.
how-background = People of one level are grouped by their fields of study, courses and certificates.
how-counts = This page counts { $people } of the { $level_people } people at the { $level } level. It shows what is common, not what is right for you.
how-method = The method, its figures and its limits
how-figures = Figures from { $day }, release { $release }.
how-changes = What changed since
how-data = This page as open data (JSON)

## For machines

linked-path = What to learn: { $name }
linked-dataset = { $name }: skills, courses and certifications of { $people } people
linked-dataset-description = Counts of what { $people } people with a similar background have. No items of fewer than 5 people, no groups of fewer than 10, no names.

## A level

level-eyebrow = { $experience } of experience
level-lede = <b>{ $people }</b> at this level.
level-lede-roadmaps = <b>{ $people }</b> at this level, in { $roadmaps }. Choose the one that fits you best, or <a href="{ $form }">tell us about your background</a> and we find it for you.
level-roadmaps = Roadmaps
level-roadmaps-note = The largest group first. Next to each skill: how many people list it.
level-roadmaps-note-map = The largest group first; the numbers match the map. Next to each skill: how many people list it.
level-compare = Compare two roadmaps
level-whole = The whole level
level-skills = Skills of the whole level
level-skills-note = Skills of the { $people } people at this level, most common first.
level-how = About this page
level-how-text = The level depends on months of experience only. The roadmaps within it depend on what people list.
card-skills = Most common skills, and how many of these people list them

## All roadmaps

roadmaps-lede = Each roadmap shows the skills, courses and certifications of people with a similar background. <a href="{ $form }">Tell us about your background</a> and we find yours, or look around.
