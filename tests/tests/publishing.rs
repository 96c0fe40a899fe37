//! Publishing like an operator: the release build, a bucket of moto, and a network with faults between them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;
use std::time::Duration;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tests::built;
use tests::faulty_proxy::{Fault, FaultyProxy};
use tests::function::Environment;
use tests::gateway::Request;
use tests::http_client::send_bytes;
use tests::moto::Moto;
use tests::program::{RunOutput, site_gen, site_gen_with_env};
use tests::site::{read_profiles, real_profiles, sample};
use tests::visitor::Visitor;

fn moto() -> Option<&'static Moto> {
    static MOTO: OnceLock<Option<Moto>> = OnceLock::new();
    let moto = MOTO.get_or_init(|| Moto::program().map(|program| Moto::start(program.as_os_str())));
    if moto.is_none() {
        eprintln!("skipped: buckets; MOTO_SERVER names no moto_server");
    }
    moto.as_ref()
}

/// Two models of synthetic people with different roadmaps.
struct Models {
    folder: TempDir,
}

impl Models {
    fn get() -> &'static Models {
        static MODELS: OnceLock<Models> = OnceLock::new();
        MODELS.get_or_init(|| {
            let models = Models { folder: tempfile::tempdir().expect("a folder") };
            let profiles = models.folder.path().join("people.jsonl");
            sample(500, 1, &profiles);
            for (model, clusters) in [("one", "2"), ("two", "3")] {
                let out = models.path(model);
                let args =
                    ["train", "--features", "seed", "--clusters", clusters, "--profiles"].map(Path::new);
                site_gen(&[&args, [profiles.as_path(), Path::new("--out"), &out].as_slice()].concat()).ok();
            }
            models
        })
    }

    fn path(&self, model: &str) -> PathBuf {
        self.folder.path().join(model)
    }
}

/// An operator with a bucket, and a network between them.
struct Operator {
    moto: &'static Moto,
    proxy: FaultyProxy,
    bucket: &'static str,
}

impl Operator {
    fn new(moto: &'static Moto, bucket: &'static str) -> Operator {
        moto.create_bucket(bucket);
        Operator { moto, proxy: FaultyProxy::start(moto.url()), bucket }
    }

    fn location(&self) -> String {
        format!("s3://{}/live", self.bucket)
    }

    fn env(&self) -> [(&'static str, String); 4] {
        [
            ("AWS_ENDPOINT_URL", self.proxy.url()),
            ("AWS_ACCESS_KEY_ID", "testing".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "testing".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
        ]
    }

    fn run(&self, args: &[&str]) -> RunOutput {
        let env = self.env();
        let env: Vec<(&str, &str)> = env.iter().map(|(name, value)| (*name, value.as_str())).collect();
        site_gen_with_env(&env, args)
    }

    /// The arguments of a publish of one of the models.
    fn publish(&self, model: &str) -> Vec<String> {
        let model = Models::get().path(model);
        let model = model.to_str().expect("UTF-8");
        let location = self.location();
        [
            "publish",
            "--json",
            "--force",
            "a test",
            "--lease-seconds",
            "0.5",
            "--base-url",
            "https://example.org",
            // A second language would only double the files.
            "--languages",
            "en",
        ]
        .into_iter()
        .chain(["--model", model, "--to", &location])
        .map(str::to_owned)
        .collect()
    }

    fn published(&self, model: &str) -> Value {
        let args = self.publish(model);
        self.run(&args.iter().map(String::as_str).collect::<Vec<_>>()).ok().json()
    }

    fn start(&self, args: &[String]) -> Child {
        let mut command = Command::new(built::site_gen());
        command
            .args(args)
            .envs(self.env())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.spawn().expect("site-gen starts")
    }

    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let reply = self.moto.send("GET", &format!("/{}/live/{key}", self.bucket), &[], "");
        (reply.status == 200).then(|| reply.body.into_bytes())
    }

    fn visitor(&self) -> Visitor<'_> {
        Visitor::new(|key| self.get(key))
    }
}

#[test]
fn real_people_are_published_once_and_sent_to_existing_pages() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "people");
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = real_profiles().unwrap_or_else(|| {
        let made_up = folder.path().join("people.jsonl");
        sample(1000, 3, &made_up);
        made_up
    });
    let bytes = fs::read(&profiles).expect("profiles");
    let key = "/people/profiles/people%20of%20today.jsonl";
    assert_eq!(send_bytes(moto.url(), "PUT", key, &[], &bytes).status, 200);
    let location = operator.location();
    let address = "https://example.org";
    let refresh = [
        "refresh",
        "--json",
        "--profiles",
        "s3://people/profiles/",
        "--to",
        &location,
        "--base-url",
        address,
    ];
    let first = operator.run(&refresh).ok().json();
    assert_eq!(first["outcome"], "published");
    assert!(first["pages_written"].as_u64() > Some(10), "{first}");
    let writes = |operator: &Operator| {
        operator.proxy.requests().iter().filter(|request| !request.starts_with("GET ")).count()
    };
    let before = writes(&operator);
    let second = operator.run(&refresh).ok().json();
    assert_eq!((&second["outcome"], &second["pages_written"]), (&"unchanged".into(), &0.into()), "{second}");
    assert_eq!(writes(&operator), before, "nothing was written");
    let roadmaps = operator.visitor().roadmaps();
    operator.visitor().walk(&roadmaps);

    let mut environment = Environment::default().set("RELEASES_URI", &location);
    for (name, value) in operator.env() {
        environment = environment.set(name, value);
    }
    let function = environment.start();
    let health = function.send(&Request::new("GET", "/health")).json();
    assert_eq!((&health["release"], &health["source"]), (&first["release"], &"releases".into()));
    let visitor = operator.visitor();
    let mut to_roadmaps = BTreeSet::new();
    for profile in read_profiles(&profiles).iter().take(100) {
        let answer = function.send(&Request::json(profile));
        // Some real people exceed the function's limits.
        if answer.status == 303 {
            assert!(visitor.visit(answer.location_path()).is_some(), "{}", answer.location_path());
            to_roadmaps.insert(answer.location_path().to_owned());
        }
    }
    assert!(to_roadmaps.intersection(&roadmaps).count() > 3, "{to_roadmaps:?}");
}

#[test]
fn a_bucket_is_accepted_wherever_a_path_is() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "anywhere");
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("people.jsonl");
    sample(300, 2, &profiles);
    let bytes = fs::read(&profiles).expect("profiles");
    assert_eq!(send_bytes(moto.url(), "PUT", "/anywhere/in/people.jsonl", &[], &bytes).status, 200);
    let run = |args: &[&str]| operator.run(args).ok();
    let in_bucket = ["--profiles", "s3://anywhere/in/people.jsonl", "--features", "seed", "--clusters", "3"];
    let model = ["--model", "s3://anywhere/model"];
    run(&[&["train", "--out", "s3://anywhere/model"], &in_bucket[..]].concat());
    let here = folder.path().join("model");
    let (from, to) = (profiles.to_str().expect("UTF-8"), here.to_str().expect("UTF-8"));
    run(&["train", "--profiles", from, "--out", to, "--features", "seed", "--clusters", "3"]);
    let stored = moto.send("HEAD", "/anywhere/model/model.bin", &[], "");
    let expected = Sha256::digest(fs::read(here.join("model.bin")).expect("a model"));
    let expected: String = expected.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(stored.header("x-amz-meta-sha256"), expected, "the same to the byte");

    let advice = run(&[&["recommend", "--json"], &model[..], &in_bucket[..2]].concat());
    assert_eq!(advice.json_lines().len(), 300);
    let inspected = run(&["inspect", "--json", "s3://anywhere/in/"]).json();
    assert_eq!(inspected["profiles"], 300, "{inspected}");
    run(&[&["render", "--out", "s3://anywhere/site"], &model[..]].concat());
    let page = moto.send("GET", "/anywhere/site/index.html", &[], "");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(page.header("cache-control").contains("stale-while-revalidate"), "{}", page.head);

    let nothing = operator.run(&["inspect", "s3://anywhere/out/"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.stderr.contains("s3://anywhere/out/: no object there"), "{}", nothing.stderr);
}

#[test]
fn a_process_killed_after_any_write_leaves_a_complete_site() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "killed");
    operator.published("one");
    let mut ever = operator.visitor().roadmaps();
    let mut killed = 0;
    // Every write at the beginning, with the claim and the release, then a few: each starts the real program
    // twice. The tests in memory stop after every write (crates/releases/tests/releases/crashes.rs).
    for writes in (0..12).chain((12..).step_by(7)) {
        // The two models take turns, so that every publish has something to do.
        let model = if killed % 2 == 0 { "two" } else { "one" };
        let live = operator.visitor().roadmaps();
        let (done, after) = channel();
        operator.proxy.fail_write_after(writes, Fault::Hold(done));
        let mut child = operator.start(&operator.publish(model));
        let reached = loop {
            if after.recv_timeout(Duration::from_millis(20)).is_ok() {
                break true;
            }
            if child.try_wait().expect("a child").is_some() {
                break false;
            }
        };
        if reached {
            child.kill().expect("killed");
            killed += 1;
        }
        child.wait().expect("ended");
        operator.proxy.heal();
        let visitor = operator.visitor();
        visitor.walk(&ever);
        if !reached {
            break;
        }
        // The last write changes the pointer, so the publish was complete.
        let now = visitor.roadmaps();
        assert!(now == live || visitor.pointer()["claim"].is_null(), "after {writes} writes");
        operator.published(model);
        ever.extend(operator.visitor().roadmaps());
        operator.visitor().walk(&ever);
    }
    assert!(killed > 16, "the process was killed at too few writes: {killed}");
}

/// All kinds of writes of a publish, by the beginning of the key and, after a `*`, a later part of it.
const WRITES: [(&str, &str); 8] = [
    ("the claim", "current.json"),
    ("a model", "releases/*/model.bin"),
    ("a page of the release", "releases/*/site/"),
    ("the manifest", "releases/*/release.json"),
    ("the permalinks", "permalinks.json"),
    ("a new page", "site/roadmaps/"),
    ("the feed", "site/feed.xml"),
    ("the move", "current.json"),
];

/// Accepts the first write of a kind, or the one after `before` others of the kind. It selects by the key,
/// because the number and order of other writes differ from publish to publish.
fn nth_of_kind(pattern: &'static str, mut before: usize) -> impl FnMut(&str) -> bool {
    let (start, rest) = pattern.split_once('*').unwrap_or((pattern, ""));
    move |target| {
        let key = target.split_once("/live/").map_or("", |(_, key)| key);
        let is_of_kind = key.strip_prefix(start).is_some_and(|tail| tail.contains(rest));
        let is_it = is_of_kind && before == 0;
        before -= usize::from(is_of_kind && before > 0);
        is_it
    }
}

#[test]
fn any_kind_of_write_may_fail_in_any_way() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "faults");
    operator.published("one");
    let ever_one = operator.visitor().roadmaps();
    operator.published("two");
    let ever: BTreeSet<String> = &ever_one | &operator.visitor().roadmaps();
    let code = |code: &str| format!("<Error><Code>{code}</Code><Message>canned</Message></Error>");
    let faults = [
        ("403", Fault::Answer(403, code("AccessDenied")), "access is denied"),
        ("412", Fault::Answer(412, code("PreconditionFailed")), ""),
        ("500", Fault::Answer(500, code("InternalError")), "cannot be written"),
        ("503", Fault::Answer(503, code("SlowDown")), "cannot be written"),
        ("a torn body", Fault::Tear, "cannot be written"),
        ("a lost answer", Fault::LoseAnswer, ""),
    ];
    let mut published = "two";
    for (what, pattern) in WRITES {
        let nth = usize::from(what == "the move");
        for (how, fault, message) in &faults {
            let model = if published == "one" { "two" } else { "one" };
            let live = operator.visitor().roadmaps();
            operator.proxy.fail_write(nth_of_kind(pattern, nth), fault.clone());
            let args = operator.publish(model);
            let ran = operator.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(operator.proxy.heal(), "{what} met {how}");
            let visitor = operator.visitor();
            visitor.walk(&ever);
            if ran.code == 0 {
                // The request was repeated, or the write succeeded although its answer was lost.
                assert_eq!(*how, "a lost answer", "{what} met {how}");
                published = model;
                continue;
            }
            assert_eq!(ran.code, 1, "{}", ran.stderr);
            assert!(ran.stderr.starts_with("error: ") || ran.stderr.contains("\nerror: "), "{}", ran.stderr);
            assert!(ran.stderr.contains(message), "{what} met {how}: {}", ran.stderr);
            assert!(
                visitor.roadmaps() == live || *how == "a lost answer",
                "{what} met {how}: the old release stays live"
            );
            operator.published(model);
            published = model;
            operator.visitor().walk(&ever);
        }
    }
}

#[test]
fn a_request_to_a_silent_store_is_repeated() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "silence");
    // The first attempt exceeds its time limit; the second does not.
    operator.proxy.next([Fault::Silence(Duration::from_secs(8))]);
    let report = operator.published("one");
    assert_eq!(report["outcome"], "published");
    operator.visitor().walk(&operator.visitor().roadmaps());
}

#[test]
fn of_sixteen_concurrent_refreshes_one_changes_the_pointer() {
    let Some(moto) = moto() else { return };
    let operator = Operator::new(moto, "sixteen");
    operator.published("one");
    let mut ever = operator.visitor().roadmaps();
    for round in 1..=2 {
        let requests = operator.proxy.requests().len();
        let children: Vec<Child> = (0..16)
            .map(|n| {
                let mut args = operator.publish(if (n + round) % 2 == 0 { "one" } else { "two" });
                // Another address makes another release.
                args.extend(["--base-url".to_owned(), format!("https://example-{n}.org")]);
                let at = args.iter().position(|arg| arg == "https://example.org").expect("given");
                args.drain(at - 1..=at);
                // No process crashes here, so no claim may be taken over, even on a slow machine.
                let at = args.iter().position(|arg| arg == "--lease-seconds").expect("given");
                args.drain(at..=at + 1);
                operator.start(&args)
            })
            .collect();
        let (mut won, mut lost) = (Vec::new(), 0);
        for child in children {
            let output = child.wait_with_output().expect("it ends");
            let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
            if output.status.success() {
                let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
                assert_eq!(report["outcome"], "published", "{report}");
                won.push(report["release"].as_str().expect("a name").to_owned());
            } else {
                assert!(stderr.contains("nothing was written"), "{stderr}");
                lost += 1;
            }
        }
        // A refresh that starts after another has published builds on it, so several may win, one after the
        // other.
        assert!(!won.is_empty() && won.len() + lost == 16, "{won:?}");
        let moves = operator.proxy.requests().split_off(requests);
        let moves =
            moves.iter().filter(|request| request.contains("current.json") && request.starts_with("PUT"));
        assert!(moves.count() >= 2 * won.len());
        let manifest = operator.visitor().manifest();
        let known: BTreeSet<&str> = manifest["changes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|c| c["release"].as_str())
            .collect();
        assert!(won.iter().all(|release| known.contains(release.as_str())), "no release was lost: {won:?}");
        let releases = operator.run(&["releases", "--json", "--at", &operator.location()]).ok().json();
        let all: BTreeSet<&str> =
            releases.as_array().into_iter().flatten().filter_map(|line| line["release"].as_str()).collect();
        assert_eq!(all, known, "the others left nothing");
        ever.extend(operator.visitor().roadmaps());
        let address = manifest["base_url"].as_str().expect("an address").to_owned();
        assert!(mixture(&operator, &address).is_none(), "{:?}", mixture(&operator, &address));
    }
}

/// A public page of another release than the live one.
fn mixture(operator: &Operator, address: &str) -> Option<String> {
    let manifest = operator.visitor().manifest();
    let files = manifest["files"].as_object().expect("files").keys();
    files.filter(|path| path.ends_with("index.html")).find_map(|path| {
        let html = operator.get(&format!("site/{path}"))?;
        let html = String::from_utf8_lossy(&html).into_owned();
        let canonical = format!("<link rel=\"canonical\" href=\"{address}/");
        (!html.contains(&canonical)).then(|| path.clone())
    })
}

#[test]
fn a_rollback_is_one_command_also_in_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("public");
    let location = path.to_str().expect("UTF-8");
    let models = Models::get();
    let publish = |model: &str| {
        let model = models.path(model);
        let model = model.to_str().expect("UTF-8");
        let args = [
            "publish",
            "--force",
            "a test",
            "--base-url",
            "https://example.org",
            "--model",
            model,
            "--to",
            location,
        ];
        site_gen(&args).ok()
    };
    let get = |key: &str| fs::read(Path::new(location).join(key)).ok();
    let visitor = Visitor::new(get);
    publish("one");
    let one = visitor.roadmaps();
    publish("two");
    let ever: BTreeSet<String> = &one | &visitor.roadmaps();
    let ran = site_gen(&["rollback", "--at", location]).ok();
    assert!(ran.stdout.contains("is live"), "{}", ran.stdout);
    assert_eq!(visitor.roadmaps(), one);
    visitor.walk(&ever);
    let list = site_gen(&["releases", "--at", location]).ok();
    assert_eq!(list.stdout.matches("\nlive").count(), 1, "{}", list.stdout);
    assert!(list.stdout.contains("back to "), "{}", list.stdout);
    let pruned = site_gen(&["releases", "--at", location, "--keep", "1"]).ok();
    assert!(
        pruned.stderr.contains("1 releases deleted") || pruned.stderr.contains("0 releases deleted"),
        "{}",
        pruned.stderr
    );
    visitor.walk(&ever);
}

#[test]
fn errors_name_the_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let location = folder.path().to_str().expect("UTF-8");
    let ran = site_gen(&["rollback", "--at", location]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("nothing is published here"), "{}", ran.stderr);
    fs::write(folder.path().join("current.json"), "{\"live\": 7}").expect("written");
    let ran = site_gen(&["releases", "--at", location]);
    assert!(ran.stderr.contains("current.json: not a pointer to a release"), "{}", ran.stderr);
    let ran = site_gen(&["rollback", "--at", location, "--release", "../../etc"]);
    assert_eq!(ran.code, 2, "wrong usage: {}", ran.stderr);
    assert!(ran.stderr.contains("16 hexadecimal digits"), "{}", ran.stderr);
}
