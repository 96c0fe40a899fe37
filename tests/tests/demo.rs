//! `site-gen demo`, as for a new user.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tests::built;
use tests::http_client::send;

struct Demo {
    process: Child,
    url: String,
}

impl Demo {
    fn start() -> Demo {
        let mut process = Command::new(built::site_gen())
            .args(["demo", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("site-gen starts");
        let mut url = String::new();
        let stdout = process.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut url).expect("a line");
        Demo { process, url: url.trim().to_owned() }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn it_serves_a_site_whose_form_works() {
    let demo = Demo::start();
    assert!(demo.url.starts_with("http://127.0.0.1:"), "{}", demo.url);
    let home = send(&demo.url, "GET", "/", &[], "");
    assert_eq!(home.status, 200);
    assert!(home.body.contains("<form") && home.body.contains("action=\"/classify\""));
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let body = "experience_years=3&experience_months=2&degree_fields=Computer+Science&skills=Python%0D%0AGit";
    let answer = send(&demo.url, "POST", "/classify", &form, body);
    assert_eq!(answer.status, 303);
    let location = answer.header("location");
    let (path, fragment) = location.split_once('#').expect("a fragment");
    assert!(path.starts_with("/roadmaps/junior/") && path.len() > "/roadmaps/junior/".len(), "{location}");
    assert!(fragment.starts_with("you"));
    let page = send(&demo.url, "GET", path, &[], "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<h1"));
    assert_eq!(send(&demo.url, "GET", "/health", &[], "").status, 200);
    assert_eq!(send(&demo.url, "GET", "/roadmaps/nowhere/", &[], "").status, 404);
    assert_eq!(send(&demo.url, "GET", "/../Cargo.toml", &[], "").status, 404);
}
