## Levels

level-title-junior = Junior
level-title-senior = Senior
level-title-expert = Expert
# Within a sentence: “the junior level”.
level-name-junior = junior
level-name-senior = senior
level-name-expert = expert
level-experience-junior = up to about 8 years
level-experience-senior = about 8 to 21 years
level-experience-expert = more than about 21 years
level-no-roadmaps = { $people ->
    [one] There are no { $level } roadmaps yet: { $people } person of this level is not enough to form groups of at least { $least }.
   *[other] There are no { $level } roadmaps yet: { $people } people of this level are not enough to form groups of at least { $least }.
}

roadmaps = { $roadmaps ->
    [one] { $roadmaps } roadmap
   *[other] { $roadmaps } roadmaps
}

roadmaps-title = All roadmaps
roadmaps-description = Every roadmap, by level: what groups of people with a like background have.
level-page-title = { $level } roadmaps
level-page-description = { $people ->
    [one] What { $people } person of the { $level } level has, and the roadmaps of the level.
   *[other] What { $people } people of the { $level } level have, and the roadmaps they form.
}

stations-label = Levels
