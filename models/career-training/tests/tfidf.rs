//! TF-IDF against scikit-learn: the numbers were printed by scikit-learn's
//! `TfidfVectorizer(max_df=0.4, min_df=2)` for the same texts.

use career_training::topics::tfidf::{TfidfParams, fit_tfidf};

type Row = (&'static str, &'static [(&'static str, f64)]);

#[rustfmt::skip]
const WITHOUT_STOP_WORDS: &[Row] = &[
    ("applied mathematics", &[("mathematics", 1.000000000000000)]),
    ("c++ programming", &[("programming", 1.000000000000000)]),
    ("computer engineering", &[("computer", 1.000000000000000)]),
    ("computer science", &[("computer", 0.737503712459275), ("science", 0.675343078819045)]),
    (
        "computer science and mathematics",
        &[
            ("and", 0.478551201487798), ("computer", 0.478551201487798),
            ("mathematics", 0.591560527927654), ("science", 0.438216427016521),
        ],
    ),
    ("data science", &[("data", 0.769448757394989), ("science", 0.638708548356219)]),
    ("data_science 101", &[]),
    ("go and rust", &[("and", 0.628935291420432), ("go", 0.777457651069109)]),
    ("in and of itself", &[("and", 0.671616851999292), ("of", 0.740898646314434)]),
    ("science science data", &[("data", 0.515973461359075), ("science", 0.856604568732350)]),
    ("science, data & more", &[("data", 0.769448757394989), ("science", 0.638708548356219)]),
    (
        "the art of computer programming",
        &[
            ("computer", 0.435479487880300), ("of", 0.480402125270909),
            ("programming", 0.538317477735354), ("the", 0.538317477735354),
        ],
    ),
    (
        "the theory and practice of go",
        &[
            ("and", 0.435479487880300), ("go", 0.538317477735354),
            ("of", 0.480402125270909), ("the", 0.538317477735354),
        ],
    ),
    ("информатика и вычислительная техника", &[("информатика", 1.000000000000000)]),
    ("прикладная информатика", &[("информатика", 1.000000000000000)]),
];

#[rustfmt::skip]
const ENGLISH: &[Row] = &[
    ("applied mathematics", &[("mathematics", 1.000000000000000)]),
    ("c++ programming", &[("programming", 1.000000000000000)]),
    ("computer engineering", &[("computer", 1.000000000000000)]),
    ("computer science", &[("computer", 0.737503712459275), ("science", 0.675343078819045)]),
    (
        "computer science and mathematics",
        &[
            ("computer", 0.545009899866580), ("mathematics", 0.673713372965155),
            ("science", 0.499073641996183),
        ],
    ),
    ("data science", &[("data", 0.769448757394989), ("science", 0.638708548356219)]),
    ("data_science 101", &[]),
    ("go and rust", &[]),
    ("in and of itself", &[]),
    ("science science data", &[("data", 0.515973461359075), ("science", 0.856604568732350)]),
    ("science, data & more", &[("data", 0.769448757394989), ("science", 0.638708548356219)]),
    (
        "the art of computer programming",
        &[
            ("computer", 0.628935291420432), ("programming", 0.777457651069109),
        ],
    ),
    ("the theory and practice of go", &[]),
    ("информатика и вычислительная техника", &[("информатика", 1.000000000000000)]),
    ("прикладная информатика", &[("информатика", 1.000000000000000)]),
];

fn compare(expected: &[Row], english_stop_words: bool) {
    let texts: Vec<Box<str>> = expected.iter().map(|row| row.0.into()).collect();
    let fit = fit_tfidf(&texts, TfidfParams { english_stop_words, ..TfidfParams::default() });
    for (row, (text, weights)) in expected.iter().enumerate() {
        let found: Vec<(&str, f64)> =
            fit.matrix.row(row).map(|(column, value)| (fit.vocabulary[column].as_str(), value)).collect();
        assert_eq!(found.len(), weights.len(), "{text}: {found:?}");
        for (found, expected) in found.iter().zip(*weights) {
            assert_eq!(found.0, expected.0, "{text}");
            assert!((found.1 - expected.1).abs() < 1e-14, "{text}: {found:?} {expected:?}");
        }
        let again: Vec<(u32, f64)> = fit.vectorizer.transform(text).iter().collect();
        assert_eq!(
            again,
            fit.matrix.row_vector(row).iter().collect::<Vec<_>>(),
            "transform is fit_transform"
        );
    }
}

#[test]
fn equals_scikit_learn() {
    compare(WITHOUT_STOP_WORDS, false);
    compare(ENGLISH, true);
}

#[test]
fn too_few_texts_leave_no_vocabulary() {
    for texts in [vec![], vec!["rust".into()], vec!["rust".into(), "rust go".into()]] {
        let fit = fit_tfidf(&texts, TfidfParams::default());
        assert!(fit.vocabulary.is_empty(), "max_df drops what is in more than 40% of the texts");
        assert_eq!(fit.matrix.n_rows(), texts.len());
    }
}
