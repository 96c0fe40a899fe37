//! Labels that do not lie on each other.

/// Heights on one side of a picture: each as near to where it is wanted as the others leave room for.
/// `wanted` is the middle and the height of each; `edges` are not left while there is room at all.
pub(crate) fn spread(wanted: &[(f64, f64)], edges: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    let mut middles = vec![0.0; wanted.len()];
    let mut above = edges.0;
    for place in &order {
        let (middle, height) = wanted[*place];
        middles[*place] = middle.max(above + height / 2.0);
        above = middles[*place] + height / 2.0;
    }
    let mut below = edges.1;
    for place in order.iter().rev() {
        let height = wanted[*place].1;
        middles[*place] = middles[*place].min(below - height / 2.0);
        below = middles[*place] - height / 2.0;
    }
    middles.into_iter().map(|middle| middle.max(edges.0).min(edges.1)).collect()
}

/// The middles of boxes of one height in an area of `(left, right)` and `(top, bottom)`. A box moves up or
/// down until it is free of those before it; when nothing is free it is where it was wanted.
pub(crate) fn scatter(
    wanted: &[(f64, f64, f64)],
    height: f64,
    x: (f64, f64),
    y: (f64, f64),
) -> Vec<(f64, f64)> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(wanted.len());
    for (place, (middle_x, middle_y, width)) in wanted.iter().enumerate() {
        let half = (width / 2.0).min((x.1 - x.0) / 2.0);
        let middle_x = middle_x.clamp(x.0 + half, x.1 - half);
        let middle_y = middle_y.clamp(y.0 + height / 2.0, y.1 - height / 2.0);
        let is_free = |middle: f64| {
            placed.iter().zip(&wanted[..place]).all(|((other_x, other_y), (_, _, other_width))| {
                (other_y - middle).abs() >= height || (other_x - middle_x).abs() >= half + other_width / 2.0
            })
        };
        let moves = (0..40).flat_map(|step| [f64::from(step), -f64::from(step)]);
        let mut candidates = moves.map(|step| middle_y + step * height / 2.0);
        let inside = |middle: &f64| *middle >= y.0 + height / 2.0 && *middle <= y.1 - height / 2.0;
        let free = candidates.find(|middle| inside(middle) && is_free(*middle));
        placed.push((middle_x, free.unwrap_or(middle_y)));
    }
    placed
}
