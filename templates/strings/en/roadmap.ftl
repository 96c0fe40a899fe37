## roadmap

roadmap-title = { $name } ({ $level } roadmap)
roadmap-description = What { $people } people with a background like this have learned: skills, courses, certifications, and the next step.
