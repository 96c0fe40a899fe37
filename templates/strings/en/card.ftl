## The pictures of shared links

card-site-title = See the road that people like you have taken
card-site-figure = { people }, { roadmaps }
card-heading = What most of them have
card-retired = This roadmap has moved on

## When the site cannot answer (503.html)

busy-title = Back in a moment
busy-description = The site cannot answer right now.
busy-sign = road works
busy-heading = Road works
busy-lede = The roadmaps are being prepared, or too many people are asking at once. Nothing is lost: go back and try again in a minute.
busy-roadmaps = Most pages are there meanwhile: look at <a href="{ $roadmaps }">all roadmaps</a>.
