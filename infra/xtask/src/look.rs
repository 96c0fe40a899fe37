//! Pages in a real browser: they arrive, have a heading, and are kept as pictures to look at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{output, target};
use crate::site::DemoSite;
use crate::tools::chromium;

/// Pages that every site has.
const PAGES: [(&str, &str); 4] =
    [("form", "/"), ("roadmaps", "/roadmaps/"), ("junior", "/roadmaps/junior/"), ("method", "/method/")];

/// Widths of a phone and of a desktop, in CSS pixels.
const WIDTHS: [(&str, u32); 2] = [("phone", 500), ("desktop", 1280)];

/// Takes a picture of every page at every width into `target/look`. Returns why not, if there is no browser.
pub(crate) fn run() -> Result<Option<String>> {
    let browser = match chromium() {
        Ok(browser) => browser,
        Err(error) => return Ok(Some(format!("pages were not opened in a browser: {error:#}"))),
    };
    let site = DemoSite::start()?;
    let pictures = target().join("look");
    fs::create_dir_all(&pictures)?;
    for (name, path) in PAGES {
        let url = format!("{}{path}", site.url);
        let document = headless(&browser, &["--dump-dom".to_owned(), url.clone()])?;
        ensure!(document.contains("<h1"), "{path} has no heading in the browser");
        ensure!(document.contains("</html>"), "{path} does not arrive whole");
        for (device, width) in WIDTHS {
            let picture = pictures.join(format!("{name}-{device}.png"));
            screenshot(&browser, &url, width, &picture)?;
        }
    }
    println!("{} pictures in {}", PAGES.len() * WIDTHS.len(), pictures.display());
    Ok(None)
}

fn screenshot(browser: &Path, url: &str, width: u32, picture: &PathBuf) -> Result<()> {
    if picture.exists() {
        fs::remove_file(picture)?;
    }
    let args = [
        format!("--screenshot={}", picture.display()),
        format!("--window-size={width},1400"),
        url.to_owned(),
    ];
    headless(browser, &args)?;
    let bytes = fs::read(picture)?;
    ensure!(
        bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000,
        "{url} at {width} pixels gives an empty picture"
    );
    Ok(())
}

/// Runs the browser once, with a profile of its own and nothing that phones home.
fn headless(browser: &Path, args: &[String]) -> Result<String> {
    let profile = target().join("look/profile");
    if profile.exists() {
        fs::remove_dir_all(&profile)?;
    }
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--virtual-time-budget=2000",
    ];
    output(
        Command::new("timeout")
            .arg("60")
            .arg(browser)
            .args(flags)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(args),
    )
}
