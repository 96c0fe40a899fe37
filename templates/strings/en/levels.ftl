## Levels

level-title-junior = Junior
level-title-senior = Senior
level-title-expert = Expert
# Within a sentence: “the junior level”.
level-name-junior = junior
level-name-senior = senior
level-name-expert = expert
# The bounds of the level in whole years.
level-experience-junior = up to about { $to } years
level-experience-senior = about { $from } to { $to } years
level-experience-expert = more than about { $from } years
level-no-roadmaps = { $people ->
    [one] There are no { $level } roadmaps yet: { $people } person at this level is too few for groups of at least { $least }.
   *[other] There are no { $level } roadmaps yet: { $people } people at this level are too few for groups of at least { $least }.
}

roadmaps = { $roadmaps ->
    [one] { $roadmaps } roadmap
   *[other] { $roadmaps } roadmaps
}

roadmaps-title = All roadmaps
roadmaps-description = All roadmaps by level. Each one is based on people with a similar background.
level-page-title = { $level } roadmaps
level-page-description = { $people ->
    [one] Roadmaps at the { $level } level, and the skills of { $people } person at this level.
   *[other] Roadmaps at the { $level } level, and the skills of { $people } people at this level.
}

stations-label = Levels
