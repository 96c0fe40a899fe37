## Comparisons

compare-title = { $a } or { $b }
compare-description = { $a } and { $b } side by side: what they have in common and how they differ.
compare-eyebrow = { $level } roadmaps side by side
compare-versus = or
compare-lede = Skills, courses and certifications on both roadmaps. Bars to the left show the first roadmap, bars to the right the second.
compare-both = In common
compare-both-none = Nothing is listed by at least 8 people on both roadmaps.
compare-only = Only { $name }
compare-only-note = On the other roadmap, fewer than 8 people have these, or they are too far down the list.
compare-only-none = Nothing that is missing on the other roadmap.
compare-skills = Skills
compare-courses = Courses
compare-certifications = Certifications
compare-others = All comparisons at the { $level } level
comparisons-title = Compare { $level } roadmaps
comparisons-description = Compare two roadmaps at the { $level } level: what they have in common and how they differ.
comparisons-lede = Choose two roadmaps to see what they have in common and how they differ.
comparisons-nearest = There are many roadmaps, so you can compare each one with the most similar ones only.
comparisons-with = with

## Skills

skills-title = All skills
skills-description = { $skills } skills, each with the roadmaps where people list it and how many people do.
skills-lede = { $skills } skills. For each skill, see the roadmaps where people list it and how many people do.
skills-common = Most common skills
skills-letters = By letter
skills-roadmaps = { $n ->
    [one] on { $n } roadmap
   *[other] on { $n } roadmaps
}
skills-letter-title = Skills: { $letter }
skills-letter-description = Skills under { $letter }, each with the roadmaps where people list it.
skills-letter-other = Other
skills-letter-lede = Each skill with the roadmaps where people list it, largest share first.
skills-more = { $n ->
    [one] and { $n } more roadmap
   *[other] and { $n } more roadmaps
}
skills-all = All skills
compare-gone-title = This comparison no longer exists
compare-gone-lede = When we rebuilt the roadmaps, one of these two was retired, or other roadmaps became more similar. The links below still work.
comparisons-none = This level has fewer than two roadmaps, so there is nothing to compare.
skills-letter-none = No roadmap has a skill with this letter at the moment.
