## The visitor's own part of a page: the panel on top of roadmaps and levels, and the panel for all ticks.
## Gaps such as `$n` reach the page as `{n}` and the script fills them in. `$form` is the plural form.

you-yours = Your progress
you-here = You are here
you-unknown = Your answers match nothing in our data, so you see the overview of the whole level.
you-matched = This is the roadmap of people with the most similar background.
you-assumed-level = You gave no experience, so we show the junior level.
you-say-experience = Add your experience
you-change = Change your answers
you-unkept = This browser does not store your ticks. You lose them when you leave the page, so save them as a file or a link.
you-count = { $form ->
    [one] You have { $have } of { $n } skill here
   *[other] You have { $have } of { $n } skills here
}
you-next = Your next steps
you-first = Next steps on this page
you-all = Show all { $n }
you-fewer = Show fewer
you-kind-course = course
you-kind-certification = certificate
you-field-position = job title
you-field-degree-fields = studies
you-field-courses = courses
you-field-certifications = certificates
you-field-skills = skills
you-why = Why you see this page:
you-why-note = Your most important answers and their shares in the decision for this page.
you-percent = { $n }%
you-missed = Not in our data
you-meant = Did you mean
you-link = { $form ->
    [one] This link contains { $n } tick, { $fresh } of them new to you.
   *[other] This link contains { $n } ticks, { $fresh } of them new to you.
}
you-only = You see the ticks from the link, not your own.
you-link-add = Add to my ticks
you-link-only = Show only these
you-link-ignore = Ignore
you-adopted = { $form ->
    [one] We ticked { $n } skill from your answers.
   *[other] We ticked { $n } skills from your answers.
}
you-added = { $form ->
    [one] { $n } tick added.
   *[other] { $n } ticks added.
}
you-undo = Undo
you-undone = Undone.
you-ticks = Your ticks
you-kept-here = They stay in this browser.
you-total = { $form ->
    [one] { $n } tick on all pages together.
   *[other] { $n } ticks on all pages together.
}
you-share-page = Share this page
you-share-ticks = Share with my ticks
you-export = Save as a file
you-import = Load a file
you-clear = Clear
you-saved = { $form ->
    [one] A file with { $n } tick is in your downloads.
   *[other] A file with { $n } ticks is in your downloads.
}
you-loaded = { $form ->
    [one] { $n } tick added from the file.
   *[other] { $n } ticks added from the file.
}
you-nothing = Nothing is ticked yet.
you-bad-size = This file is larger than 64 kB, so it was not saved here. Nothing was loaded.
you-bad-file = This file contains no ticks. Choose a file that you saved here.
you-bad-version = This file is from another version of this site and cannot be read.
you-bad-ticks = The file contains something that is not a tick. Nothing was loaded.
you-copied = Address copied.
you-by-hand = Copy this address:
you-too-many = There are too many ticks for a link. Save them as a file.
you-cleared = Your ticks are cleared, in this browser and in the address.
