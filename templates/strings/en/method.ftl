## How the roadmaps are made

method-title = How it is made
method-description = The model card: what the roadmaps were learned from, how, and their limits.
method-lede = The model card: what the roadmaps were learned from, how, how well it went, and what they cannot tell you.

method-learned = What it was learned from
method-people-read = People read
method-rejected = Records rejected
method-without-experience = People without known experience
method-roadmaps = Roadmaps
method-learned-note = A rejected record could not be read. People without known experience teach which skills and fields of study belong together, but they are in no level and on no page.

method-works = How it works
method-clean = <b>Clean.</b> Fields of study, courses, certificates and skills are brought to one spelling.
method-find-topics = <b>Find topics.</b> Skills, and fields of study, that share telling words become one topic (TF-IDF, then k-means).
method-split = <b>Split by experience.</b> Junior below 100 months, senior from 100 to 250, expert above.
method-full-describe = <b>Describe each person</b> by skills, courses, certificates, fields of study and the words of the job title: has it, or has it not. No name, no age, no employer.
method-full-smooth = <b>Smooth.</b> What people hold beside what you list counts too (EASE, a linear model in closed form), so that two people who say the same in other words are neighbours.
method-full-group = <b>Group</b> by direction, not by length of the list (spherical k-means). How many groups, and in how many dimensions, is decided by people kept out of learning, among groupings that other samples of people would give again. Groups too small for a page of their own are joined.
method-full-group-shared = <b>Group</b> by direction, not by length of the list (spherical k-means, all levels together). How many groups, and in how many dimensions, is decided by people kept out of learning, among groupings that other samples of people would give again. Groups too small for a page of their own are joined.
method-full-count = <b>Count.</b> A roadmap is what the people of a group have: what many have first, a little sooner where others of the level have it less often.
method-full-rank = <b>Rank</b> for the person who asks: what people with such skills hold beside them, and for who lists little, what people of such work and studies hold.
method-seed-describe = <b>Describe each person</b> by fields of study, courses and certificates: has it, or has it not. No name, no age, no employer.
method-seed-group = <b>Group.</b> Per level, principal component analysis to five numbers a person, then k-means. Groups too small for a page of their own are joined.
method-seed-count = <b>Count.</b> A roadmap is what the people of a group have, most common first.
method-your-answers = When you fill in the form, your answers take the same path, and you are shown the roadmap of the nearest group.
method-seed-your-answers = Only what you studied, your courses and your certificates decide which group that is; your skills are only ticked off.

method-evidence = Does it hold for people it has not seen?
method-asked = { $people } people were kept out of learning. Of each, 30% of the skills were hidden; then five skills were recommended that the person had not shown. This is how much of what was hidden they found:
method-recommended-by = Recommended by
method-found = Found
method-times-popularity = Times popularity
method-by-popularity = most frequent of all
method-by-level-popularity = most frequent of the level
method-by-seed-page = the page as the source had it
method-by-page = the page
method-by-person = ranked for the person
method-by-another = another method
method-searched = { $candidates } ways to group people were tried, the setting of the method’s source among them; the one with the best pages won. Pages that are not found again when people are drawn anew (bootstrap Jaccard under 0.75) were joined with their neighbours until at least four in five are. Here { $stable } of { $pages } pages are. Because the winner was chosen on these people, its figure is a little too good; <code>site-gen evaluate</code> asks people who had no say in it.
method-not-searched = Nothing else was tried: one way to group people was asked for, or the groups go on from those of the release before, so that a link that was shared keeps meaning the same kind of people. Of the { $pages } pages, { $stable } are found again when people are drawn anew (bootstrap Jaccard of 0.75 or more).
method-silhouettes = The mean silhouette of the groups is { $own }; the same method finds groups of { $shuffled } in people whose columns were shuffled, where nothing belongs together. What is above that is structure.
method-items = The ranking knows { $items } skills, courses and certificates. { $left } more are left out, because too few people have them.

method-groups = The groups
method-dots = Dots are drawn from each group’s middle and spread; no dot is a person. Two directions cannot show all that tells groups apart, so clouds overlap here that do not in the model.
method-group-skills = { $level }: the most frequent skills of each group

method-source = As the method’s source measured
method-success = Success, in its words: at least one of a person’s first three skills is among the first five of their page. It is measured on the people who were learned from, so it flatters; what a page is worth to a stranger is <a href="#evidence">above</a>.
method-seed-success = Success, in its words: at least one of a person’s first three skills is among the first five of their page. It is measured on the people who were learned from, so it flatters; what a page is worth to a stranger is what <code>site-gen evaluate</code> says.
method-source-silhouettes = The source had 0.74 for the silhouette of its junior groups, 0.69 for senior and 0.67 for expert ones, measured in the same way.

method-levels = Levels and groups
method-levels-caption = Figures per level
method-figure = Figure
method-figure-people = People
method-figure-without-background = People with nothing to compare by
method-figure-rows = Distinct backgrounds
method-figure-features = Features
method-figure-groups = Groups (k-means)
method-figure-roadmaps = Roadmaps
method-figure-silhouette = Silhouette
method-figure-silhouette-people = People behind the silhouette
method-figure-inertia = Inertia
method-figure-explained = Explained variance, all components
method-figure-component = – component { $n }
method-figure-labels = Distinct labels
method-figure-without-topic = Labels without a topic
method-figure-topics = Topics
method-none = none
method-drawn = { $people } drawn
method-all-people = all
method-note-few-people = fewer than the { $n } people that a level needs for roadmaps; it has its overview only
method-note-few-backgrounds = only { $n } distinct backgrounds, too few to tell people apart; it has its overview only
method-note-fewer-groups = more groups were asked for, but its distinct backgrounds allow { $n }
method-note-no-page = too few people have a known background for a page of their own
method-terms-silhouette = Silhouette
method-terms-silhouette-text = How much nearer people are to their own group than to the next, from −1 to 1. <b>It is not proof.</b> On the profiles this method was tried on, data whose columns were shuffled, so that nothing belongs together any more, scores nearly as high in these coordinates, and at some levels higher.
method-terms-inertia = Inertia
method-terms-inertia-text = The sum of squared distances to the group centres. Only comparable on the same data with the same number of groups.
method-terms-explained = Explained variance
method-terms-explained-text = How much of the differences between people the five numbers keep. What they do not keep, the groups cannot see.

method-topics = Topics
method-topics-caption = Topics of labels
method-skills = Skills
method-fields = Fields of study
method-topics-note = Topics are named by their heaviest words. They group by words, so two names for one thing can land in two topics.

method-privacy = Privacy
method-privacy-counts = A roadmap is the count of at least 10 people; what fewer than 5 of them share is not shown.
method-privacy-names = Names, employers and profile links never enter the model. Rare titles are in it as fingerprints, not as text.
method-privacy-form = What you type into the form is sent once and not stored. What is personal about the answer is in the address after <code>#</code>, which is never sent.

method-limits = What it cannot tell you
method-limit-good = <b>Common is not good.</b> It counts what people have. It does not know whether it helped them.
method-limit-profiles = <b>Profiles are not people.</b> People list what they want to be seen with, and leave out what they take for granted.
method-limit-everyone = <b>They are not everyone.</b> The profiles come from people in tech who have one; other countries and trades may differ.
method-limit-edges = <b>Groups have soft edges.</b> Someone near an edge would be as well served by the neighbouring roadmap.
method-limit-seed = <b>For recommending skills, the groups are no better than popularity.</b> On held-out people of the profiles this method was tried on, the features used here found hidden skills as often as a plain list of the level’s most common skills did.

method-again = Make it again
method-again-note = The same input, settings and seed give the same model, byte for byte.
method-features = Features
method-clusters = Groups asked for
method-auto = auto
method-seed = Seed
method-sha256 = SHA-256 of the data

## Titles and labels of its pictures

method-picture-experience = People by years of experience
method-years = { $from } to { $to } years
method-years-and-more = { $from } years and more
method-years-junior = { $years }: junior
method-years-senior = { $years }: senior from 100 months
method-years-expert = { $years }: expert above 250 months
method-few = fewer than 5
method-picture-recall = Hidden skills found among five
method-picture-recall-axis = recall@5
method-picture-map = { $level }: groups in the plane where people differ most
method-direction-first = first direction
method-direction-second = second direction
method-picture-apart = { $level }: the two groups that differ most
method-picture-success = People of whose first three skills one is among their page’s first five
method-picture-unique = Share of roadmaps whose first n skills no other has
method-picture-unique-line = roadmaps
method-picture-unique-axis = told apart
method-picture-skills = The most frequent skills of all
