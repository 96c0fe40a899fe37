//! Positions of labels that do not overlap.

/// Moves labels in a column apart, each as little as possible, and returns their middles.
///
/// `wanted` is the middle and the height of each label. Labels stay between the `edges` if there is room.
pub(crate) fn spread_column(wanted: &[(f64, f64)], edges: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    let mut middles = vec![0.0; wanted.len()];
    let mut above = edges.0;
    for index in &order {
        let (middle, height) = wanted[*index];
        middles[*index] = middle.max(above + height / 2.0);
        above = middles[*index] + height / 2.0;
    }
    let mut below = edges.1;
    for index in order.iter().rev() {
        let height = wanted[*index].1;
        middles[*index] = middles[*index].min(below - height / 2.0);
        below = middles[*index] - height / 2.0;
    }
    middles.into_iter().map(|middle| middle.max(edges.0).min(edges.1)).collect()
}

/// Moves boxes in an area apart, and returns their middles.
///
/// `wanted` is the middle (x, y) and the width of each box; all boxes have the same height. The area is `x` =
/// (left, right) and `y` = (top, bottom). A box moves up or down until it overlaps no earlier box. If no
/// position is free, it stays where it was wanted.
pub(crate) fn spread_boxes(
    wanted: &[(f64, f64, f64)],
    height: f64,
    x: (f64, f64),
    y: (f64, f64),
) -> Vec<(f64, f64)> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(wanted.len());
    for (index, (middle_x, middle_y, width)) in wanted.iter().enumerate() {
        let half = (width / 2.0).min((x.1 - x.0) / 2.0);
        let middle_x = middle_x.clamp(x.0 + half, x.1 - half);
        let middle_y = middle_y.clamp(y.0 + height / 2.0, y.1 - height / 2.0);
        let is_free = |middle: f64| {
            placed.iter().zip(&wanted[..index]).all(|((other_x, other_y), (_, _, other_width))| {
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
