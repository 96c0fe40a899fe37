## The form

form-title = Find your roadmap
form-error-description = Tell us about your background and see what people like you learned next.
form-description = See the skills, courses and certifications of people with a background like yours. Based on { $people } profiles.
form-heading = See the road that people like you have taken
form-lede = Tell us about your studies and your work. You get a roadmap based on people with a similar background: their skills, courses and certifications, and the next step.
form-figures = Based on <b>{ $people }</b> profiles, in <b>{ $roadmaps }</b> roadmaps.
form-look-at-all = See all roadmaps

form-offer-heading = Do you have a CV or a LinkedIn profile?
form-offer = Your LinkedIn export, a JSON Resume or the text of your CV can fill in the form for you.
form-offer-button = Fill in from a file or text
form-offer-promise = <b>Your file never leaves your browser.</b> You see the result before it goes into the form. Names, employers and messages are left out.

form-error-prefix = Error:
form-problem = There is a problem
form-where = Your background
form-optional = All fields are optional. Your studies matter most for finding your roadmap, so they come first.
form-degrees = What did you study?
form-degrees-hint = Degrees or fields of study, one per line or separated by commas.
form-degrees-example = Computer Science
form-experience = How long have you worked?
form-experience-hint = All your jobs together, for example 6 years and 3 months. If you leave this empty, we show the junior level.
form-years = Years
form-months = Months
form-position = What is your job title?
form-position-hint = For example: Data Engineer.
form-skills = Which skills do you have?
form-skills-hint = One per line, separated by commas, or a pasted list. We tick them off on your roadmap.
form-skills-example =
    Python
    SQL
    Project Management
form-courses = Which courses have you taken?
form-courses-hint = One title per line. You can paste a list with bullets. A comma is part of a title.
form-courses-example =
    Algorithms, Part I
    Data Structures
form-certifications = Which certificates do you hold?
form-certifications-hint = One per line. You can paste a list with bullets.
form-certifications-example = AWS Certified Developer
form-limits = Up to 200 entries in each list, up to 200 characters each.
form-submit = Show my roadmap
form-privacy = <b>Nothing is stored.</b> We send what you type once, to find your roadmap. Your personal results come back in the part of the address after <code>#</code>, which is never sent to a server. Leave that part out when you share the page.

form-levels-label = Levels
form-levels = The three levels
form-level-figures = { $people } people · { $roadmaps } { $roadmaps ->
    [one] roadmap
   *[other] roadmaps
}
form-get = What you get
form-get-page = <b>A page, no account.</b> It has an address that you can save or send to a friend.
form-get-counts = <b>Counts, not opinions.</b> Each share comes with the number of people behind it.
form-get-next = <b>The next step.</b> See what people with your background have one level up.
