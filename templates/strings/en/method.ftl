## How the roadmaps are made

method-title = How the roadmaps are made
method-description = The model card: the data behind the roadmaps, the method, and its limits.
method-lede = The model card: the data behind the roadmaps, the method, how well it works, and its limits.

method-learned = Data
method-people-read = Profiles read
method-rejected = Rejected records
method-without-experience = Profiles without known experience
method-roadmaps = Roadmaps
method-learned-note = A rejected record could not be read. Profiles without known experience help to find skills and fields of study that belong together, but they are not counted at any level or on any page.

method-works = How it works
method-clean = <b>Clean.</b> Each field of study, course, certificate and skill gets one spelling.
method-find-topics = <b>Find topics.</b> Skills, and fields of study, with distinctive words in common form topics (TF-IDF, then k-means).
method-split = <b>Split by experience.</b> Junior below { $senior_from } months, senior from { $senior_from } to { $senior_to }, expert above.
method-full-describe = <b>Describe each person</b> by skills, courses, certificates, fields of study and the words of the job title. A person either has an item or does not. We use no names, ages or employers.
method-full-smooth = <b>Smooth.</b> Items that often occur together with yours count too (EASE, a linear model in closed form). Two people who use different words for the same thing are then close to each other.
method-full-group = <b>Group</b> people by the direction of their vectors, not by the length of their lists (spherical k-means). Tests on people kept out of training choose the number of groups and dimensions, among groupings that come out the same on other samples. Groups that are too small for a page are merged.
method-full-group-shared = <b>Group</b> people by the direction of their vectors, not by the length of their lists (spherical k-means, all levels together). Tests on people kept out of training choose the number of groups and dimensions, among groupings that come out the same on other samples. Groups that are too small for a page are merged.
method-full-count = <b>Count.</b> A roadmap shows what the people in a group have, most common first. An item that is less common elsewhere at the level moves up a little.
method-full-rank = <b>Rank</b> for each visitor: what else people with similar skills have. For visitors with few skills, we use people with similar jobs and studies.
method-reference-describe = <b>Describe each person</b> by fields of study, courses and certificates. A person either has an item or does not. We use no names, ages or employers.
method-reference-group = <b>Group.</b> At each level, principal component analysis turns each person into five numbers, then k-means forms groups. Groups that are too small for a page are merged.
method-reference-count = <b>Count.</b> A roadmap shows what the people in a group have, most common first.
method-your-answers = When you fill in the form, your answers go through the same steps, and you see the roadmap of the nearest group.
method-reference-your-answers = Only your studies, courses and certificates decide which group that is. Your skills are only ticked off.

method-evidence = Does it work for new people?
method-asked = We kept { $people } people out of training. For each of them, we hid 30% of the skills and recommended five skills that the person did not show. This share of the hidden skills was found:
method-recommended-by = Recommended by
method-found = Found
method-times-popularity = Compared with popularity
method-by-popularity = most common skills overall
method-by-level-popularity = most common skills of the level
method-by-reference-page = the page of the reference method
method-by-page = the page
method-by-person = ranking for each person
method-searched = We tried { $candidates } ways to group people, including the setting of the reference method, and kept the one with the best pages. Pages that do not appear again on new samples of people (bootstrap Jaccard below 0.75) were merged with their neighbours until at least four in five pages were stable. Here { $stable } of { $pages } pages are stable. The grouping was chosen with the same people, so its figure is slightly too good. <code>site-gen evaluate</code> tests on people who were not used for that choice.
method-not-searched = No other grouping was tried: either one grouping was requested, or the groups continue those of the previous release, so that shared links keep pointing to the same kind of people. Of the { $pages } pages, { $stable } appear again on new samples of people (bootstrap Jaccard of 0.75 or more).
method-silhouettes = The mean silhouette of the groups is { $own }. On shuffled data, where nothing belongs together, the same method still reaches { $shuffled }. Only the difference is structure.
method-items = The ranking covers { $items } skills, courses and certificates. { $left } more are left out because too few people have them.

method-groups = The groups
method-dots = The dots are drawn from the centre and spread of each group. No dot is a person. Two directions cannot show all differences between groups, so some clouds overlap here although the model separates them.
method-group-skills = { $level }: most common skills of each group

method-source = Measured as in the reference method
method-success = Success in the reference method means: at least one of a person’s first three skills is among the first five on their page. It is measured on the people used for training, so it looks better than it is. See <a href="#evidence">above</a> for how well it works for new people.
method-reference-success = Success in the reference method means: at least one of a person’s first three skills is among the first five on their page. It is measured on the people used for training, so it looks better than it is. Use <code>site-gen evaluate</code> to measure how well it works for new people.
method-source-silhouettes = The authors of the reference method reported a silhouette of 0.74 for junior groups, 0.69 for senior and 0.67 for expert ones, measured in the same way.

method-levels = Levels and groups
method-levels-caption = Figures per level
method-figure = Figure
method-figure-people = People
method-figure-without-background = People without a known background
method-figure-rows = Distinct backgrounds
method-figure-features = Features
method-figure-groups = Groups (k-means)
method-figure-roadmaps = Roadmaps
method-figure-silhouette = Silhouette
method-figure-silhouette-people = People in the silhouette
method-figure-inertia = Inertia
method-figure-explained = Explained variance, all components
method-figure-component = – component { $n }
method-figure-labels = Distinct labels
method-figure-without-topic = Labels without a topic
method-figure-topics = Topics
method-none = none
method-drawn = sample of { $people }
method-all-people = all
method-note-few-people = fewer than { $n } people, the minimum for roadmaps; this level has only an overview
method-note-few-backgrounds = only { $n } distinct backgrounds, too few to form groups; this level has only an overview
method-note-fewer-groups = more groups were requested, but the distinct backgrounds allow only { $n }
method-note-no-page = too few people with a known background for a page of their own
method-terms-silhouette = Silhouette
method-terms-silhouette-text = How much closer people are to their own group than to the next one, from −1 to 1. <b>It is not proof.</b> On the profiles used to test this method, shuffled data, where nothing belongs together, scores almost as high in these coordinates, and higher at some levels.
method-terms-inertia = Inertia
method-terms-inertia-text = The sum of squared distances to the group centres. Only compare it on the same data with the same number of groups.
method-terms-explained = Explained variance
method-terms-explained-text = How much of the differences between people the five numbers keep. The groups cannot reflect what is lost.

method-topics = Topics
method-topics-caption = Topics of skills and fields of study
method-skills = Skills
method-fields = Fields of study
method-topics-note = Topics are named after their most important words. They group by words, so two names for the same thing can end up in two topics.

method-privacy = Privacy
method-privacy-counts = A page counts at least 10 people and shows nothing that fewer than 5 of them have. Counts are rounded, and stay the same from release to release while they are about right, so that two releases do not tell whether one person is among them.
method-privacy-rounding = Counts of groups of 40 people and more are rounded: to even numbers below 100, above that to about a twentieth of the count. A published count stays while it is right within a fifth and within ten points of the share, and a page keeps all its counts while fewer than 10 people, or fewer than a fifth of its people, have joined or left. An item appears when 6 people have it and disappears when fewer than 5 do. Totals leave out the few people whom subtracting the pages would show.
method-privacy-names = Names, employers and profile links are never part of the model, nor is anything that fewer than 5 people wrote, not even as a hash.
method-privacy-form = What you type into the form is sent once and not stored. Your personal results are in the part of the address after <code>#</code>, which is never sent.

method-limits = Limits
method-limit-good = <b>Common does not mean good.</b> The figures show what people have. They do not show whether it helped them.
method-limit-profiles = <b>Profiles are not people.</b> People list what they want others to see, and leave out what they take for granted.
method-limit-everyone = <b>The data does not cover everyone.</b> The profiles come from people in tech who have one. Other countries and professions may differ.
method-limit-edges = <b>Groups have soft edges.</b> For people near an edge, the neighbouring roadmap would fit just as well.
method-limit-reference = <b>For recommending skills, the groups are no better than popularity.</b> On the profiles used to test this method, these features found as many hidden skills of held-out people as a plain list of the level’s most common skills.

method-again = Reproduce the model
method-again-note = The same input, settings and seed give the same model, byte for byte.
method-features = Features
method-clusters = Requested groups
method-auto = auto
method-seed = Random seed

## Titles and labels of the charts

method-picture-experience = People by years of experience
method-years = { $from } to { $to } years
method-years-and-more = { $from } years and more
method-years-junior = { $years }: junior
method-years-senior = { $years }: senior from { $months } months
method-years-expert = { $years }: expert from { $months } months
method-few = fewer than 5
method-picture-recall = Hidden skills found with five recommendations
method-picture-recall-axis = recall@5
method-picture-map = { $level }: groups in the two directions with the largest differences
method-direction-first = first direction
method-direction-second = second direction
method-picture-apart = { $level }: the two most different groups
method-picture-success = People with one of their first three skills among the first five on their page
method-picture-unique = Share of roadmaps with unique first n skills
method-picture-unique-line = roadmaps
method-picture-unique-axis = unique
method-picture-skills = Most common skills overall
