## The form

form-title = Find your roadmap
form-error-description = Tell us where you are, and see what people like you learned next.
form-description = See the skills, courses and certifications of people with a background like yours. Learned from { $people } profiles.
form-heading = See the road that people like you have taken
form-lede = Tell us what you have studied and done. You get the roadmap of people with a background like yours: the skills, courses and certifications they have, and where the road goes next.
form-figures = Learned from <b>{ $people }</b> profiles, in <b>{ $roadmaps }</b> roadmaps.
form-look-at-all = Look at all of them

form-offer-heading = Have it written down already?
form-offer = Your LinkedIn export, a JSON Resume or the text of your CV can fill the form for you.
form-offer-button = Fill it from a file or text
form-offer-promise = <b>It never leaves your browser.</b> You see what was found before it goes into the form. Names, employers and messages stay out.

form-error-prefix = Error:
form-problem = There is a problem
form-where = Where are you now?
form-optional = Everything is optional. What you have studied says most about where you fit, so that comes first.
form-degrees = What did you study?
form-degrees-hint = Degrees or fields of study: one per line, or with commas between them.
form-degrees-example = Computer Science
form-experience = How long have you worked?
form-experience-hint = All your jobs together, for example 6 years and 3 months. Left empty, you start as a junior.
form-years = Years
form-months = Months
form-position = What is your job title?
form-position-hint = For example: Data Engineer.
form-skills = Which skills do you have?
form-skills-hint = One per line, with commas between them, or a list pasted as it is. They are ticked off on your roadmap.
form-skills-example =
    Python
    SQL
    Project Management
form-courses = Which courses have you taken?
form-courses-hint = One title per line; a pasted list may keep its bullets. Commas are part of a title.
form-courses-example =
    Algorithms, Part I
    Data Structures
form-certifications = Which certificates do you hold?
form-certifications-hint = One per line; a pasted list may keep its bullets.
form-certifications-example = AWS Certified Developer
form-limits = Up to 200 entries in each list, each up to 200 characters.
form-submit = Show my roadmap
form-privacy = <b>Nothing is stored.</b> What you type is sent once, to find your roadmap. What is personal comes back in the part of the address after <code>#</code>, which is never sent to a server. Leave that part off when you share the page.

form-levels-label = The levels
form-levels = Three levels, one road
form-level-figures = { $people } people · { $roadmaps } { $roadmaps ->
    [one] roadmap
   *[other] roadmaps
}
form-get = What you get
form-get-page = <b>A page, not an account.</b> It has an address you can keep or send to a friend.
form-get-counts = <b>Counts, not opinions.</b> Every share stands beside the number of people behind it.
form-get-next = <b>The next step.</b> Where people with your background stand one level on.
