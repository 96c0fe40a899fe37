//! The number of typos between two short texts.

/// Texts of more characters are not compared.
pub(crate) const MAX_CHARS: usize = 60;

/// The most typos in a text.
pub(crate) const MAX_TYPOS: usize = 3;

/// The most typos in a word.
const MAX_TYPOS_IN_WORD: usize = 2;

/// A text prepared for comparison word by word: typos change letters, not words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    words: Box<[Box<[char]>]>,
    /// The number of letters.
    len: usize,
    /// One bit per letter, shared by several letters: every typo changes at most two bits.
    bits: u64,
}

impl Spelling {
    /// Prepares a text of at most [`MAX_CHARS`] characters and at least one letter.
    pub(crate) fn new(text: &str) -> Option<Spelling> {
        if text.chars().nth(MAX_CHARS).is_some() {
            return None;
        }
        let part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.');
        let words = text.split(|c: char| !part(c)).filter(|word| !word.is_empty());
        let words: Box<[Box<[char]>]> = words.map(|word| word.chars().collect()).collect();
        let letters = || words.iter().flatten();
        let len = letters().count();
        let bits = letters().fold(0, |bits, &c| bits | 1 << (c as u32 % 64));
        (len > 0).then_some(Spelling { words, len, bits })
    }

    /// The number of letters; at least one.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The number of missing, extra, wrong and swapped letters (the optimal string alignment distance, word
    /// by word); `None` for more than `most`, or too many in one word. Numbers must be equal; one wrong space
    /// counts as one typo.
    pub(crate) fn distance(&self, other: &Spelling, most: usize) -> Option<usize> {
        let apart = (self.bits ^ other.bits).count_ones() as usize;
        if self.len.abs_diff(other.len) > most || apart > 2 * most {
            return None;
        }
        let distance = if self.words.len() == other.words.len() {
            self.words.iter().zip(&other.words).try_fold(0, |sum, (a, b)| Some(sum + typos_between(a, b)?))
        } else {
            let joined = |text: &Spelling| text.words.iter().flatten().copied().collect::<Vec<char>>();
            typos_between(&joined(self), &joined(other)).map(|typos| typos.max(1)).filter(|&typos| typos == 1)
        };
        distance.filter(|&distance| distance <= most && self.digits().eq(other.digits()))
    }

    fn digits(&self) -> impl Iterator<Item = char> {
        self.words.iter().flatten().copied().filter(|c| c.is_numeric())
    }
}

/// The number of typos between two words; `None` if they are too many for a word of that length. In a short
/// word, one typo makes another word, except for two swapped letters; first letters are seldom wrong.
fn typos_between(a: &[char], b: &[char]) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let most = match a.len().min(b.len()) {
        0..=2 => return None,
        3..=10 => 1,
        _ => MAX_TYPOS_IN_WORD,
    };
    let swapped = || {
        let differ: Vec<usize> = (0..a.len()).filter(|&i| a[i] != b[i]).collect();
        matches!(
            differ[..],
            [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first]
        )
    };
    if a.len().min(b.len()) < 5 {
        return (a.len() == b.len() && swapped()).then_some(1);
    }
    let first_differs = a[0] != b[0] && !(a[0] == b[1] && a[1] == b[0]);
    if a.len() < 8 && first_differs {
        return None;
    }
    alignment(a, b, most)
}

/// The optimal string alignment distance, if it is at most `most`; only the cells next to the diagonal are
/// computed.
fn alignment(a: &[char], b: &[char], most: usize) -> Option<usize> {
    const FAR: u8 = MAX_CHARS as u8 + 1;
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut rows = [[FAR; MAX_CHARS + 1]; 3];
    let edge = b.len().min(most);
    rows[0][..=edge].iter_mut().zip(0..).for_each(|(cell, column)| *cell = column);
    for i in 1..=a.len() {
        let [own, above, before] = rotation(i);
        let (first, last) = (i.saturating_sub(most).max(1), (i + most).min(b.len()));
        rows[own] = [FAR; MAX_CHARS + 1];
        rows[own][0] = if i <= most { i as u8 } else { FAR };
        let mut least = rows[own][0];
        for j in first..=last {
            let wrong = u8::from(a[i - 1] != b[j - 1]);
            let mut cell = (rows[above][j] + 1).min(rows[own][j - 1] + 1).min(rows[above][j - 1] + wrong);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(rows[before][j - 2] + 1);
            }
            rows[own][j] = cell;
            least = least.min(cell);
        }
        // A swap looks back two rows, so both must be too far before giving up.
        let far = |row: usize| rows[row].iter().all(|cell| usize::from(*cell) > most);
        if usize::from(least) > most && far(above) {
            return None;
        }
    }
    let [own, ..] = rotation(a.len());
    Some(usize::from(rows[own][b.len()])).filter(|&distance| distance <= most)
}

/// The positions of a row, of the row above it and of the one above that.
fn rotation(row: usize) -> [usize; 3] {
    [row % 3, (row + 2) % 3, (row + 1) % 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelled(text: &str) -> Spelling {
        Spelling::new(text).expect("short")
    }

    #[test]
    fn typos_are_found() {
        for (typed, meant, distance) in [
            ("pyhton", "python", Some(1)),
            ("kuberentes", "kubernetes", Some(1)),
            ("machine lerning", "machine learning", Some(1)),
            ("machnie lerning", "machine learning", Some(2)),
            ("javscript", "javascript", Some(1)),
            ("ujnit", "junit", Some(1)),
            ("postgress", "postgres", Some(1)),
            ("rsut", "rust", Some(1)),
            ("slq", "sql", Some(1)),
            ("same", "same", Some(0)),
            ("code-review", "code review", Some(0)),
            ("codereview", "code review", Some(1)),
            ("python 2", "python 3", None),
            ("lava", "java", None),
            ("dart", "dast", None),
            ("saas", "sass", None),
            ("cash management", "risk management", None),
            ("api design", "ant design", None),
            ("it project management", "project management", None),
            ("branding", "banking", None),
            ("c#", "c++", None),
            ("excel", "kernel", None),
        ] {
            assert_eq!(spelled(typed).distance(&spelled(meant), MAX_TYPOS), distance, "{typed}, {meant}");
        }
        assert_eq!(Spelling::new(&"a".repeat(MAX_CHARS + 1)), None);
        assert_eq!(Spelling::new(" - "), None);
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
        fn the_distance_is_that_of_the_definition(
            a in "[abc]{1,12}", b in "[abc]{1,12}", most in 0..=MAX_TYPOS,
        ) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let expected = Some(by_definition(&a, &b)).filter(|&distance| distance <= most);
            prop_assert_eq!(alignment(&a, &b, most), expected);
        }

        #[test]
        fn any_texts_can_be_compared(
            a in "\\PC{1,60}|[a-z]{1,5} [a-z]{4,9}",
            b in "\\PC{1,60}|[a-z]{1,5} [a-z]{4,9}",
            most in 0..=MAX_TYPOS,
        ) {
            if let (Some(a), Some(b)) = (Spelling::new(&a), Spelling::new(&b)) {
                let distance = a.distance(&b, most);
                prop_assert!(distance.is_none_or(|distance| distance <= most));
                prop_assert_eq!(distance, b.distance(&a, most));
                prop_assert_eq!(a.distance(&a, 0), Some(0));
            }
        }

        /// Texts that are skipped by length and letters are far away.
        #[test]
        fn nothing_near_is_passed_over(word in "[a-z]{11,20}", index in 0..10_usize, letter in "[a-z]") {
            let mut typo: Vec<char> = word.chars().collect();
            typo[index + 1] = letter.chars().next().unwrap_or_default();
            let typo: String = typo.into_iter().collect();
            prop_assert_eq!(spelled(&word).distance(&spelled(&typo), 1), Some(usize::from(word != typo)));
        }
    }
}
