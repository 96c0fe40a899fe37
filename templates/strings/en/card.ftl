## The pictures of shared links

card-site-title = See the road that people like you have taken
card-site-figure = { people }, { roadmaps }
card-heading = What most of them have
card-count = { $part } of { $whole }
card-retired = This roadmap has moved on
