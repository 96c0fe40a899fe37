//! How far apart two short texts are, as a typist would say it.

/// Texts of more characters are not compared.
pub(crate) const MAX_CHARS: usize = 60;

/// The most slips that are looked for.
pub(crate) const MAX_SLIPS: usize = 3;

/// A text ready to be compared: its characters, and which there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelled {
    chars: Box<[char]>,
    /// One bit for each character, several characters to a bit: every slip changes two of them at most.
    bits: u64,
}

impl Spelled {
    /// A text of at most [`MAX_CHARS`] characters, and of one at least.
    pub(crate) fn new(text: &str) -> Option<Spelled> {
        let chars: Box<[char]> = text.chars().take(MAX_CHARS + 1).collect();
        if chars.is_empty() || chars.len() > MAX_CHARS {
            return None;
        }
        let bits = chars.iter().fold(0, |bits, &c| bits | 1 << (c as u32 % 64));
        Some(Spelled { chars, bits })
    }

    /// How many slips may lie between this text and what it was meant to be: in a short word, one makes another word.
    pub(crate) fn slips(&self) -> usize {
        match self.chars.len() {
            0..=3 => 0,
            4..=7 => 1,
            8..=14 => 2,
            _ => MAX_SLIPS,
        }
    }

    /// Letters left out, put in, mistaken or in the wrong order (the optimal string alignment distance), if there are at
    /// most `most` of them. Numbers are not mistaken for each other, nor are first letters of short words.
    pub(crate) fn distance(&self, other: &Spelled, most: usize) -> Option<usize> {
        let (a, b) = (&*self.chars, &*other.chars);
        let apart = (self.bits ^ other.bits).count_ones() as usize;
        if a.len().abs_diff(b.len()) > most || apart > 2 * most || !self.begins_like(other) {
            return None;
        }
        let digits = |chars: &[char]| chars.iter().copied().filter(|c| c.is_numeric()).collect::<Vec<char>>();
        let found = alignment(a, b, most)?;
        (found == 0 || digits(a) == digits(b)).then_some(found)
    }

    fn begins_like(&self, other: &Spelled) -> bool {
        let (a, b) = (&*self.chars, &*other.chars);
        let swapped = || a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0];
        a.len() > 7 || a[0] == b[0] || swapped()
    }
}

/// The optimal string alignment distance, if it is at most `most`; `most` is at most [`MAX_SLIPS`]. Only the cells next to
/// the diagonal are looked at.
fn alignment(a: &[char], b: &[char], most: usize) -> Option<usize> {
    const FAR: usize = MAX_CHARS + 1;
    let mut rows = [[FAR; MAX_CHARS + 1]; 3];
    let edge = b.len().min(most);
    rows[0][..=edge].iter_mut().zip(0..).for_each(|(cell, column)| *cell = column);
    for i in 1..=a.len() {
        let [own, above, before] = rotation(i);
        let (first, last) = (i.saturating_sub(most).max(1), (i + most).min(b.len()));
        rows[own] = [FAR; MAX_CHARS + 1];
        rows[own][0] = if i <= most { i } else { FAR };
        let mut least = rows[own][0];
        for j in first..=last {
            let wrong = usize::from(a[i - 1] != b[j - 1]);
            let mut cell = (rows[above][j] + 1).min(rows[own][j - 1] + 1).min(rows[above][j - 1] + wrong);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(rows[before][j - 2] + 1);
            }
            rows[own][j] = cell;
            least = least.min(cell);
        }
        // A swap looks back two rows, and so must giving up.
        if least > most && rows[above].iter().min().is_none_or(|least| *least > most) {
            return None;
        }
    }
    let [own, ..] = rotation(a.len());
    Some(rows[own][b.len()]).filter(|&distance| distance <= most)
}

/// The places of a row, of the one above it and of the one before that.
fn rotation(row: usize) -> [usize; 3] {
    [row % 3, (row + 2) % 3, (row + 1) % 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelled(text: &str) -> Spelled {
        Spelled::new(text).expect("short")
    }

    #[test]
    fn slips_of_typists_are_found() {
        for (typed, meant, distance) in [
            ("pyhton", "python", Some(1)),
            ("kuberentes", "kubernetes", Some(1)),
            ("machine lerning", "machine learning", Some(1)),
            ("javscript", "javascript", Some(1)),
            ("ujnit", "junit", Some(1)),
            ("postgress", "postgres", Some(1)),
            ("same", "same", Some(0)),
            ("python 2", "python 3", None),
            ("lava", "java", None),
            ("rust", "dust", None),
            ("excel", "kernel", None),
        ] {
            let typed = spelled(typed);
            assert_eq!(typed.distance(&spelled(meant), typed.slips()), distance, "{meant}");
        }
        assert_eq!(Spelled::new(&"a".repeat(MAX_CHARS + 1)), None);
        assert_eq!(Spelled::new(""), None);
    }

    /// The definition, cell by cell.
    fn by_definition(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let wrong = usize::from(a[i - 1] != b[j - 1]);
                    let mut cell =
                        (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + wrong);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        cell = cell.min(table[i - 2][j - 2] + 1);
                    }
                    cell
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_distance_is_that_of_the_definition(a in "[abc]{1,12}", b in "[abc]{1,12}", most in 0..=MAX_SLIPS) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let expected = Some(by_definition(&a, &b)).filter(|&distance| distance <= most);
            prop_assert_eq!(alignment(&a, &b, most), expected);
        }

        #[test]
        fn what_is_passed_over_at_once_is_far_away(a in "[a-z]{8,20}", b in "[a-z]{8,20}", cut in 0..8_usize) {
            // Half of the pairs have a common head.
            let b = if cut > 3 { format!("{}{}", &a[..cut], &b[cut..]) } else { b };
            let (one, other) = (spelled(&a), spelled(&b));
            prop_assert_eq!(one.distance(&other, 3), alignment(&one.chars, &other.chars, 3));
        }

        #[test]
        fn any_texts_can_be_compared(a in "\\PC{1,60}", b in "\\PC{1,60}") {
            if let (Some(a), Some(b)) = (Spelled::new(&a), Spelled::new(&b)) {
                prop_assert!(a.distance(&b, a.slips()).is_none_or(|distance| distance <= a.slips()));
                prop_assert_eq!(a.distance(&a, 0), Some(0));
            }
        }
    }
}
