## Words in pictures

# The pictures of shared links
card-site-title = See the road that people like you have taken
card-site-figure = { people }, { $roadmaps ->
    [one] { $roadmaps } roadmap
   *[other] { $roadmaps } roadmaps
}
card-heading = What most of them have
card-count = { $part } of { $whole }
card-retired = This roadmap has moved on
card-sign = { $level ->
    [senior] Senior
    [expert] Expert
   *[junior] Junior
}
card-level-title = { card-sign } roadmaps
