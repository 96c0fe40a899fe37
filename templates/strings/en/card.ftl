## Preview pictures of shared links

card-site-title = See the road that people like you have taken
card-site-figure = { people }, { roadmaps }
card-heading = Most common skills
card-retired = This roadmap has been retired

## The page that servers send when the site is unavailable (503.html)

busy-title = Back in a moment
busy-description = The site is not available right now.
busy-sign = road works
busy-heading = The site is not available right now
busy-lede = The roadmaps are being prepared, or too many people are using the site. Nothing is lost: go back and try again in a minute.
busy-roadmaps = Most pages still work, for example <a href="{ $roadmaps }">all roadmaps</a>.
