//! The preview server over a real socket.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use career_model::model::{LevelModel, ModelParts};
use classify::Classifier;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use super::headers::{EVERYWHERE, PAGE_POLICY, PERMISSIONS};
use super::serve_until;

/// An empty model: it assigns everyone to a level's overview.
fn classifier() -> Arc<Classifier> {
    let parts = ModelParts { levels: vec![LevelModel::default(); 3], ..ModelParts::default() };
    Arc::new(Classifier::new(Some(Arc::new(parts.checked().expect("consistent")))))
}

fn site(dir: &Path) {
    fs::create_dir_all(dir.join("roadmaps")).expect("a folder");
    fs::write(dir.join("index.html"), "<h1>The form</h1>").expect("written");
    fs::write(dir.join("roadmaps/index.html"), "<h1>All roadmaps</h1>").expect("written");
    fs::write(dir.join("style.css"), "p { color: red }").expect("written");
    fs::create_dir_all(dir.join("assets")).expect("a folder");
    fs::write(dir.join("assets/a-0123.js"), "'use strict';".repeat(100)).expect("written");
    fs::write(dir.join("404.html"), "<h1>Nothing here</h1>").expect("written");
    fs::write(dir.parent().expect("above").join("secret.txt"), "secret").expect("written");
}

/// Sends raw HTTP and returns everything up to the end of the connection.
async fn send(address: SocketAddr, request: String) -> String {
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("answered");
    // A compressed body is not UTF-8, but the head is.
    String::from_utf8_lossy(&answer).into_owned()
}

async fn get(address: SocketAddr, method: &str, path: &str, headers: &str) -> String {
    send(
        address,
        format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"),
    )
    .await
}

async fn post(address: SocketAddr, headers: &str, body: &str) -> String {
    let len = body.len();
    let head = format!(
        "POST /classify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {len}\r\n"
    );
    send(address, format!("{head}{headers}\r\n{body}")).await
}

/// Starts a server on a free port, runs `test` against it, and checks that the server stops.
fn with_server<F: Future<Output = ()>>(test: impl FnOnce(SocketAddr) -> F) {
    let dir = tempfile::tempdir().expect("a folder");
    let root = dir.path().join("site");
    site(&root);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (stop, stopped) = oneshot::channel::<()>();
        let (ready, address) = oneshot::channel();
        let server =
            tokio::spawn(serve_until(async { drop(stopped.await) }, root, classifier(), 0, |address| {
                ready.send(address).expect("someone waits");
            }));
        test(address.await.expect("ready")).await;
        stop.send(()).expect("still there");
        server.await.expect("no panic").expect("no error");
    });
}

#[test]
fn pages_have_types_and_head_and_conditional_requests_work() {
    with_server(|address| async move {
        assert!(address.ip().is_loopback());
        let page = get(address, "GET", "/", "").await;
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("The form"), "{page}");
        assert!(
            page.contains("content-type: text/html") && page.contains("x-content-type-options: nosniff"),
            "{page}"
        );
        assert!(get(address, "GET", "/roadmaps/", "").await.contains("All roadmaps"));
        assert!(get(address, "GET", "/roadmaps", "").await.contains("location: /roadmaps/"));
        let head = get(address, "HEAD", "/style.css", "").await;
        assert!(head.contains("content-type: text/css") && head.contains("content-length: 16"), "{head}");
        assert!(head.ends_with("\r\n\r\n"), "{head}");
        let modified = head.lines().find_map(|line| line.strip_prefix("last-modified: ")).expect("a date");
        let again = get(address, "GET", "/style.css", &format!("If-Modified-Since: {modified}\r\n")).await;
        assert!(again.starts_with("HTTP/1.1 304"), "{again}");
    });
}

/// The value of the header `name` in a raw response.
fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

#[test]
fn responses_have_the_headers_of_production() {
    with_server(|address| async move {
        let ages = [
            ("/", "no-cache"),
            ("/roadmaps/", "no-cache"),
            ("/assets/a-0123.js", "public, max-age=31536000, immutable"),
            ("/assets/nothing.js", "no-cache"),
            ("/nothing", "no-cache"),
        ];
        for (path, age) in ages {
            let answer = get(address, "GET", path, "").await;
            assert_eq!(header(&answer, "cache-control"), Some(age), "{path}");
            assert_eq!(header(&answer, "content-security-policy"), Some(PAGE_POLICY), "{path}");
        }
        for path in ["/", "/nothing", "/assets/a-0123.js", "/health", "/classify"] {
            let answer = get(address, "GET", path, "").await;
            for (name, value) in EVERYWHERE {
                assert_eq!(header(&answer, name.as_str()), Some(value), "{path}: {name}");
            }
        }
        for (path, kind) in [
            ("/", "text/html; charset=utf-8"),
            ("/nothing", "text/html; charset=utf-8"),
            ("/assets/a-0123.js", "text/javascript; charset=utf-8"),
        ] {
            assert_eq!(header(&get(address, "GET", path, "").await, "content-type"), Some(kind), "{path}");
        }
        // The function's own policy stays: its error page has inline styles.
        let wrong = post(address, "Content-Type: application/x-www-form-urlencoded\r\n", "skills=%ff").await;
        let own = header(&wrong, "content-security-policy").expect("a policy of its own");
        assert!(own.contains("style-src 'unsafe-inline'") && own != PAGE_POLICY, "{own}");
    });
}

#[test]
fn text_is_compressed_on_request() {
    with_server(|address| async move {
        let small = get(address, "GET", "/assets/a-0123.js", "Accept-Encoding: gzip, br\r\n").await;
        assert_eq!(header(&small, "content-encoding"), Some("gzip"), "{small}");
        assert_eq!(header(&small, "vary"), Some("accept-encoding"), "{small}");
        let body = small.split_once("\r\n\r\n").expect("a body").1;
        assert!(body.len() < 300, "{} bytes of 1300", body.len());
        let plain = get(address, "GET", "/assets/a-0123.js", "").await;
        assert_eq!(header(&plain, "content-encoding"), None);
    });
}

/// Compares with the text of Terraform's `locals` and policies: the lists, and the value of every header.
#[test]
fn headers_equal_those_of_cloudfront() {
    let terraform = include_str!("../../../infra/terraform/headers.tf");
    let list = |name: &str, separator: &str| {
        let start = terraform.find(&format!("{name} = join(")).expect("a list of that name");
        let list = &terraform[start..];
        let quoted = list[..list.find("])").expect("its end")].split('"').skip(1).step_by(2);
        // The first is the separator of `join`.
        quoted.skip(1).collect::<Vec<_>>().join(separator)
    };
    assert_eq!(list("page_policy", "; "), PAGE_POLICY);
    let features = list("permissions_policy", " ").replace("${feature}=()", "");
    let permissions: Vec<String> = features.split_whitespace().map(|name| format!("{name}=()")).collect();
    assert_eq!(permissions.join(", "), PERMISSIONS);
    // In both policies, of pages and of answers. A further `override` is a header that the preview does not
    // have.
    let set = |what: &str| terraform.matches(what).count();
    assert_eq!(set("referrer_policy = \"no-referrer\""), 2);
    assert_eq!(set("frame_option = \"DENY\""), 2);
    assert_eq!(set("content_type_options {"), 2);
    assert_eq!(set("header   = \"Permissions-Policy\""), 2);
    assert_eq!(set("override "), 11);
}

#[test]
fn pages_contain_the_same_policy() {
    let assets = templates::assets(None).expect("embedded");
    let in_page = templates::Chrome::linked(&assets).policy;
    // `frame-ancestors` works only in a header, not in a page.
    assert_eq!(format!("{in_page}; frame-ancestors 'none'"), PAGE_POLICY);
}

#[test]
fn a_missing_page_gets_the_sites_404_page() {
    with_server(|address| async move {
        for path in ["/nothing", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%00"] {
            let answer = get(address, "GET", path, "").await;
            assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("secret"), "{path}: {answer}");
        }
        assert!(get(address, "GET", "/nothing", "").await.contains("Nothing here"));
    });
}

#[test]
fn the_form_uses_the_functions_handler() {
    with_server(|address| async move {
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        let answer = post(address, form, "experience_years=9").await;
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        assert!(answer.contains("location: /roadmaps/senior/#you&notes=unknown"), "{answer}");
        assert!(answer.contains("cache-control: no-store"), "the handler's own header stays: {answer}");
        assert!(post(address, form, "experience_years=x").await.starts_with("HTTP/1.1 422"));
        assert!(post(address, form, &"x".repeat(32 * 1024 + 1)).await.starts_with("HTTP/1.1 413"));
        let chunked = "POST /classify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                       Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n8001\r\n";
        let chunked = format!("{chunked}{}\r\n0\r\n\r\n", "x".repeat(0x8001));
        assert!(send(address, chunked).await.starts_with("HTTP/1.1 413"));
        assert!(get(address, "GET", "/health", "").await.contains("\"model\":\"loaded\""));
        assert!(get(address, "GET", "/classify", "").await.contains("allow: POST"));
        assert!(get(address, "GET", "/openapi.json", "").await.contains("\"openapi\": \"3.1.0\""));
    });
}

#[test]
fn the_error_of_a_taken_port_names_the_port_and_the_option() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let served = super::serve("site".into(), classifier(), port, |_| panic!("it cannot be ready"));
    let error = runtime.block_on(served).expect_err("taken");
    let text = error.to_string();
    assert!(text.contains(&port.to_string()) && text.contains("--port"), "{text}");
}
