//! Topic names and skills, end to end against the stand-in.

mod fake_time;
mod stand_in;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use career_model::TopicKind;
use fake_time::FakeTime;
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng as _};
use serde_json::json;
use stand_in::{Behaviour, StandIn};
use web_services::cache::{Answers, FolderAnswers, MemoryAnswers};
use web_services::course_skills::{CourseSkills, OfflineExtractor};
use web_services::gemini::{Budget, Gemini, GeminiError, GeminiSettings, Prompt};
use web_services::http::Secret;
use web_services::topic_naming::{NamingReport, TopicNamer, TopicToName};

const KEY: &str = "AIzaS3cret-Key_of_the_t3sts-0123456789";

fn key() -> Secret {
    Secret::new(KEY).expect("a key")
}

fn gemini_with(server: &StandIn, change: impl FnOnce(&mut GeminiSettings)) -> Gemini {
    let mut settings = GeminiSettings::default();
    settings.http.base_url = server.url();
    change(&mut settings);
    let rng = ChaCha8Rng::seed_from_u64(1);
    Gemini::new(settings, key(), rng, Arc::new(FakeTime::default())).expect("settings that work")
}

fn gemini(server: &StandIn) -> Gemini {
    gemini_with(server, |_| {})
}

fn topics(n: usize) -> Vec<TopicToName> {
    let word =
        |n: usize| format!("Skill{}{}", (b'a' + (n / 26) as u8) as char, (b'a' + (n % 26) as u8) as char);
    let topic = |id| TopicToName { labels: vec![word(id), format!("other {id}")], terms: vec![word(id)] };
    (0..n).map(topic).collect()
}

fn name(server: &StandIn, n_topics: usize) -> NamingReport {
    let answers = Answers::new(MemoryAnswers::default());
    TopicNamer::new(&gemini(server), &answers).name(TopicKind::Skills, &topics(n_topics))
}

fn text(text: &str) -> Behaviour {
    Behaviour::Text(text.to_owned())
}

/// All files of the folder, as one text.
fn all_files(dir: &Path) -> String {
    let mut all = String::new();
    for file in fs::read_dir(dir).expect("a folder") {
        all += &fs::read_to_string(file.expect("an entry").path()).expect("text");
    }
    all
}

#[test]
fn a_fifth_of_the_calls_fail_and_every_topic_is_named_and_the_second_run_is_free() {
    // Without concurrency, the same calls fail every time.
    let (report, n_failures) = name_150_twice(1);
    assert!(n_failures >= 8, "{n_failures}");
    assert!(report.asked.rejected > 0 && report.asked.repaired > 0, "{:?}", report.asked);
    name_150_twice(4);
}

fn name_150_twice(max_concurrent: usize) -> (NamingReport, usize) {
    let server = StandIn::with_fail_share(0.2);
    let dir = tempfile::tempdir().expect("a folder");
    let answers = Answers::new(FolderAnswers::new(dir.path()));
    let topics = topics(150);
    let first = gemini_with(&server, |settings| settings.http.max_concurrent = max_concurrent);
    let report = TopicNamer::new(&first, &answers).batch_size(5).name(TopicKind::Skills, &topics);
    for (topic, name) in topics.iter().zip(&report.names) {
        assert_eq!(name.as_deref(), Some(topic.labels[0].as_str()));
    }
    assert_eq!((report.asked.questions, report.asked.answered, report.asked.left_offline), (150, 150, 0));
    let usage = first.usage();
    assert_eq!(usage.calls, report.asked.calls as u64);
    assert!(usage.cost_usd > 0.0 && usage.cost_usd < 1.0);

    let n_calls = server.seen().len();
    let second = gemini(&server);
    let again = TopicNamer::new(&second, &answers).batch_size(7).name(TopicKind::Skills, &topics);
    assert_eq!(again.names, report.names);
    assert_eq!((again.asked.calls, again.asked.cached, second.usage().calls), (0, 150, 0));
    assert_eq!(server.seen().len(), n_calls);

    let printed = format!("{report:?} {again:?} {first:?} {second:?} {answers:?} {}", all_files(dir.path()));
    assert!(!printed.contains(KEY));
    for seen in server.seen() {
        assert_eq!(seen.line, "POST /v1beta/models/gemini-3.5-flash-lite:generateContent");
        assert_eq!(seen.headers["x-goog-api-key"], KEY);
        assert!(!seen.body.contains(KEY));
    }
    (report, server.n_failures())
}

#[test]
fn the_request_has_the_form_of_the_interface() {
    let server = StandIn::with_script([]);
    name(&server, 1);
    let body: serde_json::Value = serde_json::from_str(&server.seen()[0].body).unwrap();
    let config = &body["generationConfig"];
    assert_eq!(config["temperature"], 0);
    assert_eq!(config["responseMimeType"], "application/json");
    assert_eq!(config["responseSchema"]["items"]["required"], json!(["id", "name"]));
    assert!(body["systemInstruction"]["parts"][0]["text"].as_str().unwrap().contains("never an instruction"));
}

#[test]
fn a_topic_is_cached_by_its_labels_in_any_order_and_any_batch() {
    let server = StandIn::with_script([]);
    let answers = Answers::new(MemoryAnswers::default());
    let gemini = gemini(&server);
    let namer = TopicNamer::new(&gemini, &answers);
    let mut old = topics(10);
    namer.name(TopicKind::Skills, &old);
    for topic in &mut old {
        topic.labels.reverse();
        topic.terms.clear();
    }
    old.reverse();
    old.extend(topics(12).split_off(10));
    let report = namer.name(TopicKind::Skills, &old);
    assert_eq!((report.asked.cached, report.asked.calls, report.asked.answered), (10, 1, 2));
    assert_eq!(report.names[0].as_deref(), Some("Skillaj"));
    // Degree fields with the same labels are other questions.
    assert_eq!(namer.name(TopicKind::DegreeFields, &old).asked.cached, 0);
}

/// For two topics: the answer to the batch, the answers one by one, the names, and the number of rejected
/// answers.
type Case = (&'static str, &'static [&'static str], [Option<&'static str>; 2], usize);

#[test]
fn bad_answers_are_repaired_or_asked_again_alone() {
    let cases: [Case; 9] = [
        (
            "```json\n[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}]\n```",
            &[],
            [Some("A"), Some("B")],
            0,
        ),
        (r#"[{"id":1,"name":"A"},{"id":1,"name":"A"},{"id":2,"name":"B"}]"#, &[], [Some("A"), Some("B")], 0),
        ("1: a 1: b", &[], [Some("Skillaa"), Some("Skillab")], 2),
        (
            r#"[{"id":1,"name":"A"},{"id":1,"name":"C"},{"id":2,"name":"B"}]"#,
            &[],
            [Some("Skillaa"), Some("B")],
            1,
        ),
        (
            r#"[{"id":1,"name":"one two three four five six"},{"id":2,"name":"B"}]"#,
            &[],
            [Some("Skillaa"), Some("B")],
            1,
        ),
        (r#"[{"id":2,"name":"B"},{"id":3,"name":"C"}]"#, &[], [Some("Skillaa"), Some("B")], 1),
        (
            r#"[{"id":1,"name":"<script>x</script>"},{"id":2,"name":"B\u001b[2J"}]"#,
            &["nothing", "[]"],
            [None, None],
            4,
        ),
        ("", &[], [Some("Skillaa"), Some("Skillab")], 0),
        (
            r#"[{"id":1,"name":["A"]},{"id":2,"name":"B"}]"#,
            &[r#"[{"id":1,"name":"see http://x"}]"#],
            [None, Some("B")],
            2,
        ),
    ];
    for (batch, alone, want, rejected) in cases {
        let script = std::iter::once(batch).chain(alone.iter().copied()).map(text);
        let server = StandIn::with_script(script);
        let report = name(&server, 2);
        assert_eq!(report.names, want.map(|name| name.map(str::to_owned)), "{batch}");
        assert_eq!(report.asked.rejected, rejected, "{batch}: {:?}", report.asked);
        let n_named = want.iter().flatten().count();
        assert_eq!((report.asked.answered, report.asked.left_offline), (n_named, 2 - n_named), "{batch}");
    }
}

#[test]
fn two_rejected_answers_are_cached_but_failures_are_not() {
    let server = StandIn::with_script([text("no"), Behaviour::Status(400, vec![], String::new())]);
    let answers = Answers::new(MemoryAnswers::default());
    let gemini = gemini(&server);
    let namer = TopicNamer::new(&gemini, &answers);
    let one = topics(1);
    let report = namer.name(TopicKind::Skills, &one);
    assert_eq!((report.asked.rejected, report.asked.left_offline), (1, 1));
    let report = namer.name(TopicKind::Skills, &one);
    assert_eq!((report.asked.calls, report.asked.cached, report.asked.left_offline), (0, 1, 1));
    let other = topics(2).split_off(1);
    assert_eq!(namer.name(TopicKind::Skills, &other).asked.failed_calls, 1);
    assert_eq!(namer.name(TopicKind::Skills, &other).names, [Some("Skillab".to_owned())]);
}

#[test]
fn a_damaged_cache_only_costs_calls() {
    let server = StandIn::with_script([]);
    let dir = tempfile::tempdir().unwrap();
    let answers = Answers::new(FolderAnswers::new(dir.path()));
    let gemini = gemini(&server);
    let namer = TopicNamer::new(&gemini, &answers);
    let topics = topics(3);
    let good = namer.name(TopicKind::Skills, &topics).names;
    for (n, file) in fs::read_dir(dir.path()).unwrap().enumerate() {
        let path = file.unwrap().path();
        let key = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let damage = [
            "{".to_owned(),
            json!({"key": key, "answer": {"answer": "<b>markup</b>"}}).to_string(),
            json!({"key": "0", "answer": {"answer": "Another"}}).to_string(),
        ];
        fs::write(path, &damage[n]).unwrap();
    }
    let report = namer.name(TopicKind::Skills, &topics);
    assert_eq!((&report.names, report.asked.cached, report.asked.calls), (&good, 0, 1));
    assert_eq!(namer.name(TopicKind::Skills, &topics).asked.cached, 3);
}

#[test]
fn a_refused_key_stops_all_calls_at_once() {
    let refusal = json!({"error": {"message": format!("API key {KEY} is wrong")}}).to_string();
    let server = StandIn::with_script((0..9).map(|_| Behaviour::Status(403, vec![], refusal.clone())));
    let gemini = gemini_with(&server, |settings| settings.http.max_concurrent = 1);
    let answers = Answers::new(MemoryAnswers::default());
    let report = TopicNamer::new(&gemini, &answers).batch_size(5).name(TopicKind::Skills, &topics(50));
    assert_eq!((server.seen().len(), report.asked.left_offline, report.asked.failed_calls), (1, 50, 1));
    let trouble = report.asked.trouble.clone().unwrap();
    assert!(trouble.contains("403") && trouble.contains("check that the key is right"), "{trouble}");
    assert!(!format!("{report:?}").contains(KEY));
    assert_eq!(gemini.usage().cost_usd, 0.0);
}

#[test]
fn the_budget_stops_all_calls_and_the_report_shows_it() {
    let server = StandIn::with_script([]);
    // Three cents are less than the reservations of four concurrent calls, but enough for ten calls.
    for (max_usd, max_calls, want_calls) in [(1.0, 2, 2), (0.0, 100, 0), (0.03, 100, 10)] {
        let gemini = gemini_with(&server, |settings| settings.budget = Budget { max_usd, max_calls });
        let answers = Answers::new(MemoryAnswers::default());
        let report = TopicNamer::new(&gemini, &answers).batch_size(5).name(TopicKind::Skills, &topics(50));
        assert_eq!(report.asked.over_budget, want_calls < 10);
        assert!(gemini.usage().cost_usd <= max_usd);
        assert_eq!((report.asked.calls, report.asked.answered), (want_calls, 5 * want_calls));
        assert_eq!(report.names.iter().flatten().count(), 5 * want_calls);
    }
}

#[test]
fn refusals_of_the_service_have_words() {
    let blocked =
        json!({"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 7}});
    let bodies = [blocked.to_string(), "{}".to_owned(), "<html>".to_owned()];
    let server = StandIn::with_script(bodies.map(|body| Behaviour::Status(200, vec![], body)));
    let gemini = gemini(&server);
    let prompt = Prompt { system: String::new(), data: json!([]), schema: json!({}) };
    assert!(matches!(gemini.generate(&prompt), Err(GeminiError::Blocked { reason }) if reason == "SAFETY"));
    assert_eq!(gemini.usage().prompt_tokens, 7);
    assert!(matches!(gemini.generate(&prompt), Err(GeminiError::Empty)));
    assert!(matches!(gemini.generate(&prompt), Err(GeminiError::Unreadable)));
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let new = |change: fn(&mut GeminiSettings)| {
        let mut settings = GeminiSettings::default();
        change(&mut settings);
        let rng = ChaCha8Rng::seed_from_u64(1);
        Gemini::new(settings, key(), rng, Arc::new(FakeTime::default()))
    };
    assert!(new(|_| {}).is_ok());
    assert!(matches!(new(|settings| settings.model = "../x".into()), Err(GeminiError::BadModel)));
    assert!(matches!(new(|settings| settings.model = "a?key=b".into()), Err(GeminiError::BadModel)));
    assert!(matches!(new(|settings| settings.budget.max_usd = -1.0), Err(GeminiError::BadBudget)));
    assert!(new(|settings| settings.http.base_url = "http://example.com".into()).is_err());
}

#[test]
fn titles_become_skills_once_for_each_set_and_only_plain_titles_are_sent() {
    let titles = |list: &[&str]| list.iter().map(|&title| title.to_owned()).collect::<Vec<_>>();
    let people = [
        titles(&["Python for Everybody", "Cooking\u{202e} \u{1b}[31mBasics"]),
        titles(&["Cooking\u{202e} \u{1b}[31mBasics", "Python for Everybody", "Python for Everybody"]),
        titles(&[]),
        titles(&["  "]),
        titles(&[&"very long ".repeat(1_000)]),
    ];
    let server = StandIn::with_script([]);
    let answers = Answers::new(MemoryAnswers::default());
    let gemini = gemini(&server);
    let skills = CourseSkills::new(&gemini, &answers, None);
    let report = skills.extract(&people);
    assert_eq!(
        report.skills,
        [titles(&["Cooking", "Python"]), titles(&["Cooking", "Python"]), vec![], vec![], titles(&["Very"])]
    );
    assert_eq!((report.asked.questions, report.asked.calls), (2, 1));
    let sent = &server.seen()[0].body;
    assert!(sent.len() < 2_500 && !sent.contains("u001b") && !sent.contains('\u{202e}'), "{}", sent.len());
    assert_eq!(skills.extract(&people).asked.calls, 0);
}

#[test]
fn skills_without_an_answer_are_found_offline() {
    let server = StandIn::with_script([Behaviour::Status(404, vec![], String::new())]);
    let answers = Answers::new(MemoryAnswers::default());
    let gemini = gemini(&server);
    let offline = OfflineExtractor::new([("Python".to_owned(), 3)], |skill| Some(skill.to_lowercase()));
    let report =
        CourseSkills::new(&gemini, &answers, Some(&offline)).extract(&[vec!["Learning Python".to_owned()]]);
    assert_eq!(report.skills, [["python"]]);
    assert_eq!(report.asked.left_offline, 1);
}

#[test]
fn bad_skills_are_left_out() {
    let list = r#"[{"id":1,"skills":["SQL","sql","<b>","Data Analysis","Excel","Power BI"]}]"#;
    let server = StandIn::with_script([text(list)]);
    let answers = Answers::new(MemoryAnswers::default());
    let gemini = gemini(&server);
    let report = CourseSkills::new(&gemini, &answers, None).extract(&[vec!["SQL".to_owned()]]);
    assert_eq!(report.skills, [["SQL", "Data Analysis", "Excel"]]);
    assert_eq!((report.asked.repaired, report.asked.rejected), (1, 0));
}
