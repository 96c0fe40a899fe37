## Words in charts

picture-table = The numbers as a table
picture-points-caption = The points in the chart
picture-left-out = The chart shows the first { $drawn } of { $all }.

## Bars

picture-bars = { $rows ->
    [one] { $rows } row of bars.
   *[other] { $rows } rows of bars.
}
picture-bars-ends = Longest: { $longest }. Shortest: { $shortest }.
picture-value = Value

## Estimates with intervals

picture-intervals = { $rows ->
    [one] { $axis }: { $rows } row with 95% intervals.
   *[other] { $axis }: { $rows } rows with 95% intervals.
}
picture-intervals-ends = Highest: { $highest }. Lowest: { $lowest }.
picture-interval = { $name }, { $estimate } ({ $low } to { $high })
picture-ours = { $name } (ours)
picture-ceiling = { $name } (upper limit)
picture-estimate = Estimate
picture-from = 95% from
picture-to = to
picture-intervals-note = Lines are 95% intervals.
picture-ours-note = Bold rows are ours.
picture-ceiling-note = Hollow and dashed: the upper limit.

## Lines

picture-lines = { $lines ->
    [one] { $y } over { $x }: { $lines } line.
   *[other] { $y } over { $x }: { $lines } lines.
}
picture-lines-ends = Largest: { $largest }. Smallest: { $smallest }.
picture-lines-point = { $name }, { $y } at { $x }

## Points in a plane

picture-scatter = { $points } points in { $clusters } clusters over { $x } and { $y }.
picture-scatter-ends = Most points: { $most }. Fewest: { $fewest }.
picture-scatter-drawn = An even sample of { $points } points is shown.
picture-scatter-lost = { $points } points without coordinates are left out.
picture-cluster = Cluster
picture-cluster-n = cluster { $n }
picture-number = Number
picture-points = Points
picture-mean = { $axis }, mean
