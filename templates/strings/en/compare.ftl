## compare

compare-title = { $a } or { $b }
compare-description = { $a } and { $b } side by side: what people of both roadmaps have, and what only those of one have.
compare-eyebrow = { $level } roadmaps side by side
compare-versus = or
compare-lede = What the people of both have, counted. A bar to the left is of the first, one to the right of the second.
compare-both = What both have
compare-both-none = Nothing is shared by at least 5 people of each.
compare-only = Only { $name }
compare-only-note = Fewer than 5 people of the other have these, or they are far down its list.
compare-only-none = Nothing that the other has not.
compare-skills = Skills
compare-courses = Courses
compare-certifications = Certifications
compare-others = All comparisons of the { $level } level
comparisons-title = Compare { $level } roadmaps
comparisons-description = Any two roadmaps of the { $level } level side by side: what both have, and what only one has.
comparisons-lede = Choose two: what the people of both have, and what only those of one have.
comparisons-nearest = There are many roadmaps, so each is compared with those that are most like it.
comparisons-with = with

## Skills

skills-title = Who needs it? All skills
skills-description = { $skills } skills, each with the roadmaps whose people have it, and how many of them.
skills-lede = { $skills } skills, and for each the roadmaps whose people have it, counted.
skills-common = The most common
skills-letters = By letter
skills-roadmaps = { $n ->
    [one] on { $n } roadmap
   *[other] on { $n } roadmaps
}
skills-letter-title = Skills: { $letter }
skills-letter-description = Skills under { $letter }, each with the roadmaps whose people have it.
skills-letter-other = Other letters
skills-letter-lede = Each with the roadmaps whose people have it, the largest share first.
skills-more = { $n ->
    [one] and { $n } more roadmap
   *[other] and { $n } more roadmaps
}
skills-all = All skills
compare-gone-title = This comparison is no longer made
compare-gone-lede = When the roadmaps were made anew, one of these two was no longer a group of its own, or there were others nearer to it. Both addresses lead on.
comparisons-none = There are fewer than two roadmaps of this level, so there is nothing to compare.
skills-letter-none = No skill of this letter is on a roadmap today.
