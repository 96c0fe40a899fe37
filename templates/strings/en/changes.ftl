## What each release changed

changes-title = What changed
changes-description = New and retired roadmaps in each release, and skills that became more or less common.
changes-lede = We rebuild the roadmaps from new profiles. Shared links keep working: they lead to the roadmap of the same kind of people, or to a page that links to its replacement.
changes-subscribe = Subscribe to the feed
changes-new = New
changes-back = Restored
changes-retired = Retired
changes-level-roadmaps = all roadmaps at this level
changes-moved = Skills that became more or less common
changes-rose = More common
changes-fell = Less common
changes-skill = <b>{ $after }</b>, previously { $before }
changes-skill-people = { $people } of { $of } people

changes-headline-new = { $n ->
    [one] { $n } new roadmap
   *[other] { $n } new roadmaps
}
changes-headline-back = { $n } restored
changes-headline-retired = { $n } retired
changes-headline-moved = { $n } with changed skills
changes-headline-rollback = Rolled back to an earlier release
changes-headline-rollback-with = Rolled back to an earlier release: { $parts }
changes-headline-same = Same roadmaps, new figures

date = { $month ->
    [1] { $day } January { $year }
    [2] { $day } February { $year }
    [3] { $day } March { $year }
    [4] { $day } April { $year }
    [5] { $day } May { $year }
    [6] { $day } June { $year }
    [7] { $day } July { $year }
    [8] { $day } August { $year }
    [9] { $day } September { $year }
    [10] { $day } October { $year }
    [11] { $day } November { $year }
   *[12] { $day } December { $year }
}

## The feed

feed-heading = Career roadmap: what changed
feed-learned-from = Based on { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $roadmaps ->
    [one] { $roadmaps } roadmap
   *[other] { $roadmaps } roadmaps
}.
feed-new = New: { $name } ({ $level }).
feed-back = Restored: { $name } ({ $level }).
feed-retired = Retired: { $name } ({ $level }), replaced by { $by }.
feed-rose = { $skill } rose from { $before } to { $after }.
feed-fell = { $skill } fell from { $before } to { $after }.

## The page at the address of a retired roadmap

retired-title = { $name } has been retired
retired-heading = <bdi>{ $name }</bdi> has been retired
retired-eyebrow = { $level } roadmap, retired
retired-replaced-description = This roadmap has been replaced by another one.
retired-description = This roadmap has been retired. See the current { $level } roadmaps.
retired-replaced-lede = When we rebuilt the roadmaps, this group no longer had a roadmap of its own. This is the most similar roadmap now:
retired-lede = When we rebuilt the roadmaps, this group no longer had a roadmap of its own. No current roadmap replaces it.
retired-level = Current { $level } roadmaps
retired-form = Or <a href="{ $form }">tell us about your background</a>, and we find the roadmap that fits you best.
retired-changes = What changed in each release

## The page for unknown addresses (404.html)

lost-title = Page not found
lost-description = There is no page at this address.
lost-sign = dead end
lost-heading = Page not found
lost-lede = There is no page at this address. The link may be mistyped or incomplete.
lost-form = Find your roadmap
lost-roadmaps = Or see <a href="{ $roadmaps }">all roadmaps</a>.
