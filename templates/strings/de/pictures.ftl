## Words in pictures

# The pictures of shared links
card-site-title = Der Weg, den Menschen wie du gegangen sind
card-site-figure = { people }, { $roadmaps ->
    [one] { $roadmaps } Roadmap
   *[other] { $roadmaps } Roadmaps
}
card-heading = Was die meisten von ihnen haben
card-count = { $part } von { $whole }
card-retired = Diese Roadmap ist umgezogen
card-sign = { $level ->
    [senior] Senior
    [expert] Expert
   *[junior] Junior
}
card-level-title = Roadmaps für { $level ->
    [senior] Seniors
    [expert] Experten
   *[junior] Juniors
}
