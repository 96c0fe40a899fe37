//! Selection rules: those of the reference method, the matching of words, and errors of invalid files.

use career_model::Profile;
use profile_data::{Rule, RulesError, SelectionCounts, SelectionRules, Verdict};
use proptest::prelude::*;
use proptest::sample::select;

const COMPANIES: &str = "yahoo, google, nvidia, microsoft, meta, amazon, apple, intel, oracle, zoom, \
                         netflix, spotify, sap, dell, tesla, cisco, linkedin, adobe, qualcomm, amd";
const ANY: &str = "engineer, cloud, software, aiml, engineering, data, machine learning, ml, \
                   quality assurance, qa, r&d, cyber, security";
const NONE: &str = "marketing, sales, artist, dei, helpdesk, assistant, secretary, null, account, accounts, \
                    accounting, area, retired, human, social, student, manager, art";

fn reference() -> SelectionRules {
    SelectionRules::builtin("successful-tech").expect("the built-in rules parse")
}

fn reference_substring() -> SelectionRules {
    with_substring(reference(), true)
}

fn with_substring(mut rules: SelectionRules, substring: bool) -> SelectionRules {
    rules.substring = substring;
    rules
}

fn person(company: &str, position: &str) -> Profile {
    Profile { company: Some(company.into()), position: Some(position.into()), ..Profile::default() }
}

/// A file of rules with these lists.
fn rules(lists: &[(Rule, Vec<String>)]) -> SelectionRules {
    let lines: Vec<String> = lists
        .iter()
        .map(|(rule, entries)| {
            format!("{} = {}", rule.key(), serde_json::to_string(entries).expect("strings are JSON"))
        })
        .collect();
    SelectionRules::from_toml(&lines.join("\n")).expect("the lists are fine")
}

#[test]
fn every_entry_of_the_reference_method_is_in_the_file() {
    assert!(SelectionRules::builtin_names().all(|name| SelectionRules::builtin(name).is_some()));
    assert_eq!(SelectionRules::builtin("nobody"), None);
    let (companies, any, none) = (COMPANIES.split(", "), ANY.split(", "), NONE.split(", "));
    assert_eq!((companies.clone().count(), any.clone().count(), none.clone().count()), (20, 13, 18));
    let list = |entries: std::str::Split<'_, &str>| entries.map(str::to_owned).collect::<Vec<_>>();
    let lists = [
        (Rule::Companies, list(companies)),
        (Rule::PositionAny, list(any)),
        (Rule::PositionNone, list(none)),
    ];
    assert_eq!(reference(), rules(&lists));
}

#[test]
fn companies_begin_with_the_entry_as_words() {
    let cases = [
        ("Google", true, true),
        ("  GOOGLE\tLLC ", true, true),
        ("Amazon Web Services (AWS)", true, true),
        ("Amazon.com", true, true),
        ("\"Meta\"", true, true),
        ("Yahoo!", true, true),
        ("Dell Technologies", true, true),
        ("Amazonia Foods", false, true),
        ("Dell'Orto", false, true),
        ("Ex-Google Founders", false, true),
        ("Friends of Apple", false, true),
        ("Intelligent Machines", false, true),
        ("Acme", false, false),
        ("", false, false),
    ];
    for (company, words, substring) in cases {
        let kept = |rules: &SelectionRules| rules.judge(&person(company, "Engineer")) == Verdict::Kept;
        assert_eq!(kept(&reference()), words, "{company:?} by words");
        assert_eq!(kept(&reference_substring()), substring, "{company:?} by substring");
    }
    let nobody_s = Profile { company: None, ..person("", "Engineer") };
    assert_eq!(reference().judge(&nobody_s), Verdict::Dropped(Rule::Companies));
}

#[test]
fn positions_have_words() {
    use Rule::{PositionAny, PositionNone};
    use Verdict::{Dropped, Kept};
    let cases = [
        ("Software Engineer", Kept, Kept),
        ("SENIOR ENGINEER", Kept, Kept),
        // Substrings, as in the reference method, dropped these: "art", "area", "human", "dei".
        ("Smart Devices Engineer", Kept, Dropped(PositionNone)),
        ("Engineer, Earth Observation", Kept, Dropped(PositionNone)),
        ("Engineer (Startups)", Kept, Dropped(PositionNone)),
        // … and kept these: "ml" and "qa" inside words.
        ("HTML Developer", Dropped(PositionAny), Kept),
        ("Aqaba Correspondent", Dropped(PositionAny), Kept),
        ("Art Engineer", Dropped(PositionNone), Dropped(PositionNone)),
        ("Sales Engineer", Dropped(PositionNone), Dropped(PositionNone)),
        ("Engineering Manager", Dropped(PositionNone), Dropped(PositionNone)),
        ("Engineering Management Lead", Kept, Kept),
        ("AI/ML Lead", Kept, Kept),
        ("Machine-Learning\nResearcher", Kept, Kept),
        ("Machine and Learning", Dropped(PositionAny), Dropped(PositionAny)),
        ("Head of R & D", Kept, Kept),
        ("R&D", Kept, Kept),
        ("R and D", Dropped(PositionAny), Dropped(PositionAny)),
        ("QA", Kept, Kept),
        ("Dr. D. Null", Dropped(PositionAny), Dropped(PositionAny)),
        ("Null Pointer Engineer", Dropped(PositionNone), Dropped(PositionNone)),
        ("Chef", Dropped(PositionAny), Dropped(PositionAny)),
    ];
    for (position, words, substring) in cases {
        assert_eq!(reference().judge(&person("Google", position)), words, "{position:?} by words");
        assert_eq!(
            reference_substring().judge(&person("Google", position)),
            substring,
            "{position:?} by substring"
        );
    }
}

#[test]
fn null_excludes_empty_positions() {
    let only_null = rules(&[(Rule::PositionNone, vec!["null".into()])]);
    let without = Profile { position: None, ..person("Google", "") };
    for empty in [without, person("Google", ""), person("Google", " \u{a0}\n"), person("Google", "NULL")] {
        assert_eq!(only_null.judge(&empty), Verdict::Dropped(Rule::PositionNone), "{empty:?}");
    }
    assert_eq!(only_null.judge(&person("Google", "Nullable types")), Verdict::Kept);
}

#[test]
fn words_of_any_alphabet() {
    let cases = [
        ("инженер", "Ведущий ИНЖЕНЕР", true),
        ("инженер", "Инженерия", false),
        ("οδος", "ΟΔΟΣ", true),
        ("c++", "C++ developer", true),
        ("jose", "Jose\u{301}", false),
        ("a a", "ba a a", true),
        ("軟體", "軟體工程師", false),
    ];
    for (word, position, has) in cases {
        let rules = rules(&[(Rule::PositionAny, vec![word.into()])]);
        assert_eq!(rules.judge(&person("", position)) == Verdict::Kept, has, "{word:?} in {position:?}");
    }
}

#[test]
fn counts_are_a_funnel() {
    let rules = reference();
    let mut counts = SelectionCounts::new(&rules);
    let people =
        [("Acme", "Engineer"), ("Google", "Chef"), ("Google", "Art Engineer"), ("Google", "Engineer")];
    let kept = people.map(|(company, position)| counts.add(&rules.judge(&person(company, position))));
    assert_eq!(kept, [false, false, false, true]);
    assert_eq!((counts.people(), counts.kept()), (4, 1));
    assert_eq!(
        counts.to_string(),
        "companies kept 3 of 4, position_any kept 2 of 3, position_none kept 1 of 2"
    );
    assert_eq!(
        serde_json::to_value(&counts).unwrap(),
        serde_json::json!({"people": 4, "kept": 1, "rules": [
            {"rule": "companies", "kept": 3, "dropped": 1},
            {"rule": "position_any", "kept": 2, "dropped": 1},
            {"rule": "position_none", "kept": 1, "dropped": 1},
        ]})
    );
}

#[test]
fn errors_of_files_have_a_position_and_a_correction() {
    let cases = [
        ("", "it has no rule; give at least one of `companies`, `position_any` and `position_none`"),
        (
            "substring = true",
            "it has no rule; give at least one of `companies`, `position_any` and `position_none`",
        ),
        (
            "# mine\ncompanies = []",
            "line 2, column 13: companies: an empty list drops everybody; list what to keep, or remove \
             the key",
        ),
        (
            "position_none = []",
            "line 1, column 17: position_none: an empty list drops nobody; list what to drop, or remove \
             the key",
        ),
        (
            "position_any = [\n  \"qa\",\n  \" &-\",\n]",
            "line 3, column 3: position_any: an entry needs a letter or a digit; remove this one",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(SelectionRules::from_toml(text).unwrap_err().to_string(), expected, "{text}");
    }
    let starts = [
        ("companies = [\"a\"]\nskills = [\"b\"]", "line 2, column 1: unknown field `skills`"),
        ("companies = \"google\"", "line 1, column 13: "),
        ("companies = [\"a\", 3]", "line 1, column 19: "),
        ("companies = [\"a\"", "line 1, column "),
        ("companies = [\"a\"]\ncompanies = [\"b\"]", "line 2, column 1: duplicate key"),
    ];
    for (text, start) in starts {
        let message = SelectionRules::from_toml(text).unwrap_err().to_string();
        assert!(message.starts_with(start), "{text}: {message}");
    }
}

#[test]
fn files_are_bounded() {
    let long = format!("companies = [\"{}\"]", "x".repeat(101));
    let message = SelectionRules::from_toml(&long).unwrap_err().to_string();
    assert_eq!(message, "line 1, column 14: companies: an entry has at most 100 characters");
    let many = format!("companies = [{}]", "\"x\",".repeat(1001));
    let message = SelectionRules::from_toml(&many).unwrap_err().to_string();
    assert_eq!(message, "line 1, column 13: companies: 1001 entries; at most 1000 are read");
    let huge = "#".repeat(70_000);
    assert_eq!(SelectionRules::from_toml(&huge), Err(RulesError::TooLong { bytes: 70_000 }));
    assert!(SelectionRules::from_toml("\u{feff}companies = [\"a\"]\r\n").is_ok());
}

/// Words that often match, so that the laws below are not empty.
fn word() -> impl Strategy<Value = String> {
    let known =
        vec!["art", "smart", "qa", "r&d", "R & D", "ml", "html", "a", "a a", "data", "Σ", "É", "null"];
    prop_oneof![4 => select(known).prop_map(str::to_owned), 1 => "[a-c&' ]{0,4}[a-c]"]
}

fn text() -> impl Strategy<Value = String> {
    let joint = select(vec![" ", "", "-", "/", " & ", "'", "’", "\n", ".", "\u{301}"]);
    prop_oneof![
        4 => prop::collection::vec((word(), joint), 0..5)
            .prop_map(|parts| parts.into_iter().map(|(word, joint)| word + joint).collect()),
        1 => any::<String>(),
    ]
}

fn list() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 1..4)
}

proptest! {
    #[test]
    fn what_matches_as_a_word_matches_as_a_substring(text in text(), entry in word()) {
        for rule in [Rule::Companies, Rule::PositionAny] {
            let words = rules(&[(rule, vec![entry.clone()])]);
            let substring = with_substring(words.clone(), true);
            let profile = person(&text, &text);
            if words.judge(&profile) == Verdict::Kept {
                prop_assert_eq!(substring.judge(&profile), Verdict::Kept);
            }
        }
    }

    #[test]
    fn another_excluded_word_keeps_no_more_people(
        text in text(), none in list(), more in word(), substring: bool,
    ) {
        let mut longer = none.clone();
        longer.push(more);
        let judge = |none: Vec<String>| {
            let rules = with_substring(rules(&[(Rule::PositionNone, none)]), substring);
            rules.judge(&person("", &text))
        };
        if judge(longer) == Verdict::Kept {
            prop_assert_eq!(judge(none), Verdict::Kept);
        }
    }

    #[test]
    fn an_entry_matches_itself_alone_and_between_spaces(
        entry in word(), before in "[a-z]{1,3}", after in "[a-z]{1,3}",
    ) {
        let rules = rules(&[(Rule::PositionAny, vec![entry.clone()])]);
        for text in [entry.clone(), entry.to_uppercase(), format!("{before} {entry}  {after}")] {
            // Spaces around "&" are removed, so an "&" at an end would join words.
            prop_assume!(!entry.starts_with(['&', ' ']));
            prop_assert_eq!(rules.judge(&person("", &text)), Verdict::Kept, "{} in {}", entry, text);
        }
    }

    #[test]
    fn every_person_is_counted_once_by_every_rule_reached(
        people in prop::collection::vec((text(), text()), 0..20),
        companies in list(), any in list(), none in list(),
    ) {
        let lists = [(Rule::Companies, companies), (Rule::PositionAny, any), (Rule::PositionNone, none)];
        let rules = rules(&lists);
        let mut counts = SelectionCounts::new(&rules);
        let mut kept = 0;
        for (company, position) in &people {
            let verdict = rules.judge(&person(company, position));
            let is_kept = counts.add(&verdict);
            prop_assert_eq!(is_kept, verdict == Verdict::Kept);
            kept += u64::from(is_kept);
        }
        let mut arriving = people.len() as u64;
        prop_assert_eq!(counts.people(), arriving);
        for count in counts.rules() {
            prop_assert_eq!(count.kept + count.dropped, arriving);
            arriving = count.kept;
        }
        prop_assert_eq!(arriving, kept);
        prop_assert_eq!(counts.kept(), kept);
    }

    #[test]
    fn any_text_is_rules_or_an_error(text in any::<String>()) {
        let _ = SelectionRules::from_toml(&text);
        let _ = SelectionRules::from_toml(&format!("companies = [\"{text}\"]"));
    }
}
