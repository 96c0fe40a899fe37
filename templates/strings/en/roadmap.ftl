## roadmap

roadmap-title = { $name } ({ $level } roadmap)
roadmap-description = What { $people } people with a background like this have learned: skills, courses, certifications, and the next step.
roadmap-eyebrow = { $level } roadmap
# $people is “120 people”.
roadmap-lede-interests = What to learn next, counted: what <b>{ $people }</b> who know and do such things have.
roadmap-lede-background = What to learn next, counted: what <b>{ $people }</b> with a background like this have.

## Shares

share-figure = { $people } of { $of }
share-times = { $n }×<span class="visually-hidden"> as common as in the level</span>
share-tip = { $people } of the { $of } people here have it ({ $percent }). In the whole level { $level_percent } do: the mark on the bar.
share-tip-times = { $people } of the { $of } people here have it ({ $percent }). In the whole level { $level_percent } do: the mark on the bar. So it is { $times } times as common here.
more-skills = { $n } more skills
more-courses = { $n } more courses
more-certifications = { $n } more certifications
more-studies = { $n } more fields of study
more-items = { $n } more
too-few-people = { $people ->
    [one] { $people } person is too few to show what they have: a page needs at least { $least }, so that it speaks of nobody in particular.
   *[other] { $people } people are too few to show what they have: a page needs at least { $least }, so that it speaks of nobody in particular.
}
none-shared-skill = Fewer than { $least } of the { $people } people here share a skill, so none is shown.
none-shared-course = Fewer than { $least } of the { $people } people here share a course, so none is shown.
none-shared-certification = Fewer than { $least } of the { $people } people here share a certificate, so none is shown.
none-shared-studies = Fewer than { $least } of the { $people } people here share a field of study, so none is shown.
official-page = Official page at { $host }

## Who they are

who-experience = Experience
who-positions = They work as
who-studies = They studied
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
map-caption = Each circle is a roadmap of this level, as large as its group. Near ones have much in common.
map-left-out = { $n } smaller ones are not drawn.

## Path

toc-label = On this page
toc-start = Start here
toc-apart = What sets them apart
toc-later = Later
toc-courses = Courses
toc-certifications = Certifications
toc-studies = Studies
toc-next = Next step
toc-neighbours = Neighbours
toc-how = How we know
path-heading = Skills: a learning path
path-note = Beside each skill: how many of the { $people } people list it, and how many times as common it is as in the whole { $level } level ({ $example }).
path-start = Start here: what many of them have
path-apart = Then: what sets them apart
path-apart-note = More common here than in the level as a whole, and by more than chance would do.
path-later = Later: what some of them have
path-later-level = Then: what fewer have
path-other-topics = Other topics
reading-summary = How to read this
reading-example = <b>{ $people } of the { $of } people</b> behind this page list { $name }: { $percent }, as long as the bar is. Of all { $level_people } people of the { $level } level { $level_percent } do: that is the mark on the bar. So it is <b>{ $times } times</b> as common here. We say so only where chance is an unlikely reason.
reading-plain = Beside each skill: how many of the { $people } people behind this page list it. The bar is their share, the mark on it that of all people of the level.
reading-limits = People list what comes to their mind, so the true shares are higher. And common is not the same as right for you.
courses-heading = Courses they took
certifications-heading = Certifications they hold
studies-heading = What they studied

## Next step

next-heading = The next step
next-to = One level on, the people nearest to these are here:
next-button = { $level }: { $name }
next-list = What is more common there, as a list to work through, the greatest difference first. The mark on a bar is the share here.
next-list-level = What comes with the { $level } level as a whole: more common there than in the level before and than here, as a list to work through, the greatest difference first. The mark on a bar is the share here.
next-same = Nothing that enough of them share is more common there than here.
next-courses = Courses
next-certifications = Certifications
next-figure = in { $there } of { $of_there } there, { $here } of { $of_here } here
next-figure-rare = in { $there } of { $of_there } there, fewer than { $here } of { $of_here } here
next-figure-there = in { $there } of { $of_there } there
next-none = No single roadmap of the next level follows from this one.
next-look = Look at the { $level } level
next-top = You are at the top: there is no level after this one. From here, roads go sideways, to the other { $level } roadmaps.

## Neighbours

neighbours-heading = People also resemble
neighbours-note = The { $level } roadmaps whose people have the most in common with these.
neighbours-more = more { $names }
neighbours-less = less { $names }
neighbours-same = much the same skills
neighbours-compare = Compare
neighbours-all = Compare with any other { $level } roadmap
neighbours-table = All comparisons of the level

## How we know

how-heading = How we know
how-interests = People are grouped by all that they list: skills, courses, certificates, what they studied and what they do.
how-background = People of one level are grouped by what they studied, the courses they took and the certificates they hold.
how-counts = This page counts the { $people } people of one group among the { $level_people } of the { $level } level. It says what is common, not what is right for you.
how-method = The method, its figures and its limits
how-figures = Figures of { $day }, release { $release }.
how-changes = What changed since
how-data = This page as open data (JSON)

## For machines

linked-path = What to learn: { $name }
linked-dataset = { $name }: skills, courses and certifications of { $people } people
linked-dataset-description = Counts of what { $people } people with a like background have. No item of fewer than 5 people, no group of fewer than 10, nobody's name.

## A level

level-eyebrow = { $experience } of experience
level-lede = <b>{ $people }</b> of this level.
level-lede-roadmaps = <b>{ $people }</b> of this level, in { $roadmaps }. Choose the one most like you, or <a href="{ $form }">tell us your background</a> and we find it.
level-roadmaps = The roadmaps
level-roadmaps-note = The largest group first. Beside each skill: how many of the people have it.
level-roadmaps-note-map = The largest group first; the numbers are those on the map. Beside each skill: how many of the people have it.
level-compare = Compare two of them
level-whole = The level as a whole
level-skills = Skills of the whole level
level-skills-note = Of the { $people } people of this level, the most common first.
level-how = How this was made
level-how-text = The level follows from months of experience alone; the roadmaps within it from what people list.
card-skills = Most common skills, and how many of these people have them

## All roadmaps

roadmaps-lede = Each one counts what a group of people with a like background has: skills, courses, certifications. <a href="{ $form }">Tell us your background</a> and we find yours, or look around.
