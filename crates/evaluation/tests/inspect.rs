//! The reports of `inspect`: counts equal their definitions, rare strings are left out, and texts are inert.

use std::collections::{BTreeMap, BTreeSet};

use career_model::{Level, Profile};
use evaluation::inspect::{Inspection, MIN_PEOPLE_SHOWN, Report};
use profile_data::{Format, SelectionCounts, SelectionRules};
use proptest::prelude::*;

fn strings(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

/// Twelve synthetic people, and three rejected records.
fn small() -> Report {
    let months = [0, 24, 60, 99, 100, 250, 251, 300, 30, 700];
    let mut inspection = Inspection::default();
    inspection.begin_file("/home/somebody/people.jsonl", Format::Jsonl);
    for number in 0..12 {
        inspection.push(
            &Profile {
                id: format!("secret-id-{number}"),
                url: (number < 9).then(|| format!("https://profiles.example/secret-{number}")),
                position: Some(if number == 0 { " ".into() } else { "Secret Position".into() }),
                company: (number < 8).then(|| "Secret Employer".into()),
                experience_months: months.get(number).copied(),
                degree_fields: strings(if number < 4 {
                    &["Physics"]
                } else {
                    &["Computer Science", "Physics "]
                }),
                courses: Vec::new(),
                certifications: strings(if number == 3 { &["Only Mine"] } else { &["", "\t"] }),
                skills: match number {
                    0 => Vec::new(),
                    1..=5 => strings(&["Git", "Git", " Rust", "SQL"]),
                    _ => vec!["Git".into(), format!("Rare {number}")],
                },
            },
            &if number < 5 { strings(&["Learning Git"]) } else { Vec::new() },
        );
    }
    inspection.begin_file("more.jsonl", Format::Jsonl);
    inspection.reject(7, "experience_months: expected a whole number of months, found -3");
    inspection.reject(8, "not valid JSON at column 12");
    inspection.reject(90, "experience_months: expected a whole number of months, found -4.5");
    inspection.report()
}

#[test]
fn the_text_of_a_small_file() {
    let expected = "\
people.jsonl (jsonl): 12 profiles, 0 records rejected
more.jsonl (jsonl): 0 profiles, 3 records rejected
all files: 12 profiles, 3 records rejected

Filled in                 people   share
  id                          12    100%
  url                          9     75%
  position                    11     92%
  company                      8     67%
  experience months           10     83%
  degree fields               12    100%
  courses                      0      0%
  certifications               1      8%
  skills                      11     92%
  recommended courses          5     42%

Lists                    strings   distinct  seen once   median  longest
  degree fields               20          2         0%        2        2
  certifications               1          1       100%        1        1
  skills                      32          9        67%        2        4
  recommended courses          5          1         0%        1        1

Commonest degree fields, by people
      12  100%  Physics
       8   67%  Computer Science
  0 more that at least 5 people have; 0 that fewer people have are not shown

Commonest certifications, by people
  0 more that at least 5 people have; 1 that fewer people have is not shown

Commonest skills, by people
      11   92%  Git
       5   42%  Rust
       5   42%  SQL
  0 more that at least 5 people have; 6 that fewer people have are not shown

Commonest recommended courses, by people
       5   42%  Learning Git
  0 more that at least 5 people have; 0 that fewer people have are not shown

Experience in months, of 10 people: median 99.5, most 700
       5   50%  junior, below 100 months
       2   20%  senior, 100 to 250 months
       3   30%  expert, over 250 months

       0–24       2  ##################################################
      25–49       1  #########################
      50–74       1  #########################
      75–99       1  #########################
  ------------------- 100 months: senior from here
    100–124       1  #########################
    125–149       0
    150–174       0
    175–199       0
    200–224       0
    225–249       0
  ------------------- 250 months: expert after this month
    250–274       2  ##################################################
    275–299       0
    300–324       1  #########################
    325–349       0
    350–374       0
    375–399       0
    400–424       0
    425–449       0
    450–474       0
    475–499       0
    500–524       0
    525–549       0
    550–574       0
    575–599       0
       600+       1  #########################

Rejected records, by reason
       2  experience_months: expected a whole number of months, found #
          first: more.jsonl: line 7: experience_months: expected a whole number of months, found -3
       1  not valid JSON at column #
          first: more.jsonl: line 8: not valid JSON at column 12
";
    let text = small().to_text();
    assert_eq!(text, expected, "{text}");
}

/// The report as text, JSON and HTML.
fn all_forms(report: &Report) -> [String; 3] {
    [report.to_text(), serde_json::to_string_pretty(report).expect("JSON"), report.to_html().expect("HTML")]
}

#[test]
fn reports_identify_no_person() {
    for output in all_forms(&small()) {
        for secret in ["secret", "Secret", "profiles.example", "Rare", "Only Mine", "somebody"] {
            assert!(!output.contains(secret), "{secret} in {output}");
        }
        assert!(output.contains("Physics"));
    }
}

#[test]
fn a_file_without_people_has_a_report() {
    let mut inspection = Inspection::default();
    inspection.begin_file("empty.jsonl", Format::Jsonl);
    assert_eq!(inspection.report().to_text(), "empty.jsonl (jsonl): 0 profiles, 0 records rejected\n");
    assert!(inspection.report().to_html().unwrap().contains("No profile has months of experience."));
    inspection.reject(1, "not valid JSON at column 1");
    assert!(inspection.report().to_text().contains("first: empty.jsonl: line 1: not valid JSON at column 1"));
}

#[test]
fn the_page_has_accessible_charts_and_a_table() {
    let html = small().to_html().unwrap();
    assert!(html.starts_with("<!doctype html>"), "{}", &html[..40]);
    assert!(html.contains("role=\"img\" aria-labelledby=\"experience-title experience-text\""));
    assert!(html.contains("Senior, 100 to 250 months: 2 people, 20%."));
    assert_eq!(
        html.matches("<rect class=\"bar-fill\" x=").count(),
        25,
        "a bar for every 25 months, and one for more"
    );
    let (_, body) = html.split_once("</style>").unwrap();
    assert_eq!(body.matches("stroke-dasharray").count(), 2, "a line for each threshold");
    assert!(html.contains("<tr><th scope=\"row\">600+</th><td>1</td></tr>"));
    assert!(html.contains("Content-Security-Policy\" content=\"default-src &#39;none&#39;"));
    // The page loads nothing and links to nothing.
    for part in ["<script", "<link", "src=\"", "href=\"", "url(", "@import", "style=\""] {
        assert!(!html.contains(part), "{part}");
    }
}

const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{ chrome.policy }}{% for x in y %}",
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\0\r\n\u{85}",
    "abc\u{202e}gnp.exe\u{2066}\u{2069}\u{200f}\u{feff}",
    "</title></style></svg><svg onload=alert(1)>",
    "line\u{2028}separator\u{2029}\u{e0041}",
];

/// Five people with the same hostile strings, in files with hostile names, and hostile reasons.
fn hostile(text: &str, files: usize) -> Report {
    let long = text.repeat(10_000 / text.len() + 1);
    let list = vec![text.to_owned(), long.clone()];
    let mut inspection = Inspection::default();
    // A single file is in the title, several files are in a table.
    for name in [text, &long].into_iter().take(files) {
        inspection.begin_file(name, Format::Jsonl);
    }
    for _ in 0..MIN_PEOPLE_SHOWN {
        let profile = Profile {
            id: long.clone(),
            degree_fields: list.clone(),
            courses: list.clone(),
            certifications: list.clone(),
            skills: list.clone(),
            ..Profile::default()
        };
        inspection.push(&profile, &list);
        inspection.reject(u64::MAX, text);
        inspection.reject(u64::MAX, &long);
    }
    inspection.report()
}

/// Whether a terminal or a browser would interpret the character instead of showing it.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn hostile_profiles_are_shown_as_inert_text() {
    for (text, files) in HOSTILE.into_iter().flat_map(|text| [(text, 1), (text, 2)]) {
        let report = hostile(text, files);
        assert_eq!(report.lists[3].commonest.len(), 2, "both strings are shown");
        for output in all_forms(&report) {
            assert!(!output.chars().any(acts), "{text:?} in {output:?}");
            assert!(output.len() < 60_000, "{} bytes", output.len());
        }
        let html = report.to_html().unwrap();
        let plain = hostile("plain", files).to_html().unwrap();
        // The same elements as with harmless text.
        for bracket in ['<', '>'] {
            assert_eq!(html.matches(bracket).count(), plain.matches(bracket).count(), "{text:?}");
        }
    }
}

#[test]
fn long_strings_with_different_ends_are_distinct() {
    let mut inspection = Inspection::default();
    let long = |end: &str| vec![format!("{}{end}", "x".repeat(10_000))];
    for _ in 0..5 {
        inspection.push(&Profile { skills: long("a"), ..Profile::default() }, &[]);
    }
    inspection.push(&Profile { skills: long("b"), ..Profile::default() }, &[]);
    let skills = &inspection.report().lists[3];
    assert_eq!((skills.distinct, skills.seen_once, skills.common), (2, 1, 1));
    assert_eq!(skills.commonest[0].text, format!("{}…", "x".repeat(79)));
}

#[test]
fn a_selection_is_reported() {
    let rules = SelectionRules::from_toml("companies = [\"acme\"]").unwrap();
    let mut counts = SelectionCounts::new(&rules);
    for company in ["Acme", "Acme Ltd", "Other"] {
        let person = Profile { company: Some(company.into()), ..Profile::default() };
        counts.add(&rules.judge(&person));
    }
    let has_selection =
        |output: &String| output.contains("people selected") || output.contains("\"selection\"");
    assert!(!all_forms(&small()).iter().any(has_selection), "there were no rules");
    let [text, json, html] = all_forms(&Report { selection: Some(counts), ..small() });
    for output in [text, html] {
        assert!(output.contains("2 of 3 people selected: companies kept 2 of 3"), "{output}");
    }
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let expected = serde_json::json!([{"rule": "companies", "kept": 2, "dropped": 1}]);
    assert_eq!(json["selection"]["rules"], expected);
}

#[test]
fn ten_strings_are_shown_and_the_others_are_counted() {
    let mut inspection = Inspection::default();
    let skills: Vec<String> = (0..13).map(|number| format!("Skill {number:02}")).collect();
    for person in 0..6 {
        // Four people have the last skill, so it is rare; five have the one before it.
        let mine = skills[..if person < 4 {
            13
        } else if person < 5 {
            12
        } else {
            11
        }]
            .to_vec();
        inspection.push(&Profile { skills: mine, ..Profile::default() }, &[]);
    }
    let report = inspection.report();
    let shown: Vec<&str> = report.lists[3].commonest.iter().map(|common| common.text.as_str()).collect();
    assert_eq!(shown, skills[..10].iter().map(String::as_str).collect::<Vec<_>>());
    let left_out = "2 more that at least 5 people have; 1 that fewer people have is not shown";
    assert!(report.to_text().contains(left_out));
    assert!(report.to_html().unwrap().contains(left_out));
}

#[test]
fn the_limit_on_distinct_strings_is_reported() {
    let people = |limit| {
        let mut inspection = Inspection::with_limit(limit);
        for number in 0..20 {
            let skills = vec!["Git".into(), format!("Skill {number}")];
            inspection.push(&Profile { skills, ..Profile::default() }, &[]);
        }
        inspection.report()
    };
    let exact = people(21);
    assert_eq!((exact.lists[3].distinct, exact.lists[3].distinct_is_at_least), (21, false));
    assert!(!exact.to_text().contains("at least:"));

    let limited = people(8);
    let skills = &limited.lists[3];
    assert_eq!((skills.distinct, skills.distinct_is_at_least, skills.strings), (8, true, 40));
    assert_eq!(skills.commonest[0].people, 20, "kept strings are counted to the end");
    let text = limited.to_text();
    assert!(text.contains("         8+"), "{text}");
    assert!(text.contains("  + at least: counting new strings stopped at 8"), "{text}");
    assert!(limited.to_html().unwrap().contains("<dd>at least 8</dd>"));
}

/// People with shared, repeated and blank strings.
fn people() -> impl Strategy<Value = Vec<Profile>> {
    let item = prop_oneof![6 => "[a-c]", 2 => "[ab] [ab]{0,2}", 1 => " {0,2}", 1 => " [a-c]{1,3} "];
    let list = prop::collection::vec(item, 0..6);
    let months = proptest::option::of(prop_oneof![0_u32..400, 98_u32..103, 248_u32..253, 590_u32..2_401]);
    let person = (list, months, "[ x]{0,2}").prop_map(|(skills, experience_months, id)| Profile {
        id,
        skills,
        experience_months,
        ..Profile::default()
    });
    prop::collection::vec(person, 0..40)
}

proptest! {
    /// Compares every count with a direct computation of its definition.
    #[test]
    fn counts_equal_their_definitions(people in people()) {
        let mut inspection = Inspection::default();
        for person in &people {
            inspection.push(person, &[]);
        }
        let report = inspection.report();
        prop_assert_eq!(report.profiles, people.len() as u64);
        let ids = people.iter().filter(|person| person.id.contains('x')).count() as u64;
        prop_assert_eq!(report.fields[0].people, ids);

        let list = |person: &Profile| -> Vec<String> {
            let skills = person.skills.iter().map(|skill| skill.trim().to_owned());
            skills.filter(|skill| !skill.is_empty()).collect()
        };
        let lists: Vec<Vec<String>> = people.iter().map(list).filter(|list| !list.is_empty()).collect();
        let mut holders: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (person, list) in lists.iter().enumerate() {
            for skill in list {
                holders.entry(skill).or_default().insert(person);
            }
        }
        let skills = &report.lists[3];
        prop_assert_eq!(skills.people, lists.len() as u64);
        prop_assert_eq!(report.fields[8].people, lists.len() as u64);
        prop_assert_eq!(skills.strings, lists.iter().map(Vec::len).sum::<usize>() as u64);
        prop_assert_eq!(skills.distinct, holders.len() as u64);
        let once = holders.values().filter(|people| people.len() == 1).count();
        prop_assert_eq!(skills.seen_once, once as u64);
        let counts = holders.iter().map(|(skill, people)| (people.len(), *skill));
        let mut common: Vec<(usize, &str)> = counts.filter(|(people, _)| *people >= 5).collect();
        common.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        prop_assert_eq!(skills.common, common.len() as u64);
        prop_assert_eq!(skills.rare, (holders.len() - common.len()) as u64);
        common.truncate(10);
        let shown: Vec<(usize, &str)> =
            skills.commonest.iter().map(|common| (common.people as usize, common.text.as_str())).collect();
        prop_assert_eq!(shown, common);

        let mut lengths: Vec<u32> = lists.iter().map(|list| list.len() as u32).collect();
        prop_assert_eq!(skills.median_length, median(&mut lengths));
        prop_assert_eq!(skills.max_length, u64::from(lengths.last().copied().unwrap_or(0)));

        let mut months: Vec<u32> = people.iter().filter_map(|person| person.experience_months).collect();
        let experience = &report.experience;
        prop_assert_eq!(experience.people, months.len() as u64);
        prop_assert_eq!(experience.median_months, median(&mut months));
        prop_assert_eq!(experience.longest_months, months.last().copied().unwrap_or(0));
        let of = |level| months.iter().filter(|months| Level::from_months(**months) == level).count() as u64;
        let levels = experience.levels;
        prop_assert_eq!([levels.junior, levels.senior, levels.expert], Level::ALL.map(of));
        for bin in &experience.bins {
            let is_below = |months: u32| bin.below.is_none_or(|below| months < below);
            let inside = |months: &&u32| **months >= bin.from && is_below(**months);
            prop_assert_eq!(bin.people, months.iter().filter(inside).count() as u64);
        }
        prop_assert_eq!(experience.bins.iter().map(|bin| bin.people).sum::<u64>(), experience.people);
    }

    #[test]
    fn any_text_is_inert(text in any::<String>(), reason in any::<String>()) {
        let mut inspection = Inspection::default();
        inspection.begin_file(&text, Format::Jsonl);
        for _ in 0..MIN_PEOPLE_SHOWN {
            let person = Profile { skills: vec![text.clone()], ..Profile::default() };
            inspection.push(&person, std::slice::from_ref(&text));
        }
        inspection.reject(1, &reason);
        for output in all_forms(&inspection.report()) {
            prop_assert!(!output.chars().any(acts), "{:?}", output);
        }
    }
}

/// The median of numbers, which are sorted in place; 0 without numbers.
fn median(values: &mut [u32]) -> f64 {
    values.sort_unstable();
    match values.len() {
        0 => 0.0,
        n => (f64::from(values[(n - 1) / 2]) + f64::from(values[n / 2])) / 2.0,
    }
}
