## What each release changed

changes-title = What changed
changes-description = What each release changed: roadmaps that are new or retired, skills that rose and fell.
changes-lede = Roadmaps are made anew from new profiles. A link that was shared keeps its meaning: it leads to the same kind of people, or to a page that says where they are today.
changes-subscribe = Subscribe to the feed
changes-new = New
changes-back = Back
changes-retired = Retired
changes-level-roadmaps = all roadmaps of the level
changes-moved = Skills that rose and fell
changes-rose = More people have
changes-fell = Fewer people have
changes-skill = <b>{ $after }</b>, before { $before }
changes-skill-people = { $people } of { $of } people

changes-headline-new = { $n ->
    [one] { $n } new roadmap
   *[other] { $n } new roadmaps
}
changes-headline-back = { $n } back
changes-headline-retired = { $n } retired
changes-headline-moved = { $n } with other skills than before
changes-headline-rollback = Back to an earlier release
changes-headline-rollback-with = Back to an earlier release: { $parts }
changes-headline-same = The same roadmaps, counted anew

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

## The feed, for readers of feeds

feed-heading = Career roadmap: what changed
feed-learned-from = Learned from { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $roadmaps ->
    [one] { $roadmaps } roadmap
   *[other] { $roadmaps } roadmaps
}.
feed-new = New: { $name } ({ $level }).
feed-back = Back: { $name } ({ $level }).
feed-retired = Retired: { $name } ({ $level }), replaced by { $by }.
feed-rose = { $skill } rose from { $before } to { $after }.
feed-fell = { $skill } fell from { $before } to { $after }.

## At the address of a roadmap that is no more

retired-title = { $name } has moved on
retired-heading = <bdi>{ $name }</bdi> has moved on
retired-eyebrow = { $level } roadmap, replaced
retired-replaced-description = This roadmap has been replaced. Here is where its people are today.
retired-description = This roadmap has been retired. Here are the { $level } roadmaps of today.
retired-replaced-lede = When the roadmaps were made anew, this group was no longer one of its own. The people most like it are here today:
retired-lede = When the roadmaps were made anew, this group was no longer one of its own, and none of today’s stands in its place.
retired-level = { $level } roadmaps of today
retired-form = Or <a href="{ $form }">tell us your background</a>, and we find the roadmap that is most like you.
retired-changes = What changed, release by release

## At an address where nothing is

lost-title = No such page
lost-description = There is no page at this address.
lost-sign = no road
lost-heading = This road ends here
lost-lede = There is no page at this address. It may have been mistyped, or a letter was lost when it was copied.
lost-form = Find your roadmap
lost-roadmaps = Or look at <a href="{ $roadmaps }">all roadmaps</a>.
