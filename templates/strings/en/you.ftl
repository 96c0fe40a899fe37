## What is the visitor's own: the panel on top of roadmaps and levels, and that of all ticks.
## `$n`, `$have`, `$fresh` stand in the page as `{n}` and so on; the script fills them in. `$form` is the plural form.

you-yours = Your progress
you-here = You are here
you-unknown = Nothing in what you told us matches the backgrounds we learned from, so this is the overview of the whole level.
you-matched = This is the roadmap of the people whose background is most like yours.
you-assumed-level = You gave no experience, so we took you for a junior.
you-say-experience = Say how long you have worked
you-change = Change your answers
you-unkept = This browser keeps nothing for us, so your ticks last until you leave the page. Save them as a file or a link.
you-count = { $form ->
    [one] You have { $have } of { $n } skill here
   *[other] You have { $have } of { $n } skills here
}
you-next = Next for you
you-first = Next on this road
you-all = Show all { $n }
you-fewer = Show fewer
you-kind-course = course
you-kind-certification = certificate
you-field-position = position
you-field-degree-fields = studies
you-field-courses = courses
you-field-certifications = certificates
you-field-skills = skills
you-why = Why you landed here:
you-why-note = What weighed most among your answers, as parts of all that spoke for this page.
you-percent = { $n }%
you-missed = Not understood
you-meant = Did you mean
you-link = { $form ->
    [one] This link brings { $n } tick, { $fresh } of them new to you.
   *[other] This link brings { $n } ticks, { $fresh } of them new to you.
}
you-only = You are looking at the ticks of the link, not at yours.
you-link-add = Add to mine
you-link-only = Show only these
you-link-ignore = Ignore
you-adopted = { $form ->
    [one] { $n } skill from your answers is ticked.
   *[other] { $n } skills from your answers are ticked.
}
you-added = { $form ->
    [one] { $n } tick added.
   *[other] { $n } ticks added.
}
you-undo = Undo
you-undone = As it was before.
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
you-bad-size = This file is larger than 64 kB, so it is none of ours. Nothing was taken from it.
you-bad-file = This is not a file of ticks. Choose one that you saved here.
you-bad-version = This file is of another version of this site and cannot be read here.
you-bad-ticks = Something in this file is not a tick. Nothing was taken from it.
you-copied = The address is copied.
you-by-hand = Copy this address:
you-too-many = These are too many ticks for a link. Save them as a file.
you-cleared = Your ticks are cleared, in this browser and in the address.
