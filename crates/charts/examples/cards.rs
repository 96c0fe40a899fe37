//! Draws cards with made-up and hostile names into a folder for review, and measures the drawing of 1000
//! cards: `cargo run --release -p charts --example cards -- /tmp/cards 1000`

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};
use charts::{Card, CardBar};
use rayon::prelude::*;

fn main() -> Result<()> {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "/tmp/cards".to_owned()));
    fs::create_dir_all(&dir)?;
    let titles = [
        "Data Engineer",
        "Machine Learning · Databases",
        "Electrical and Electronics Engineering · Project Management",
        "Ingeniería de Telecomunicación y Administración de Sistemas Informáticos en Red de la Universidad",
        "机器学习 · 数据库",
        "🚀 <script>alert(1)</script> \u{202e}gnp",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "🚀🎉",
        "Знання, Γνώση, Wiedza · Řízení",
    ];
    for (number, title) in titles.iter().enumerate() {
        let path = dir.join(format!("{number}.png"));
        fs::write(&path, card(title).png()?).with_context(|| path.display().to_string())?;
    }
    let wide = Card {
        bars: Vec::new(),
        signs: ["Junior", "Senior", "Expert"].map(str::to_owned).to_vec(),
        ..card("See the road that people like you have taken")
    };
    fs::write(dir.join("wide.png"), wide.png()?)?;

    // The background of all cards, without words.
    let scene = Card { bars: vec![CardBar::default(); Card::MAX_BARS], ..Card::default() };
    fs::write(dir.join("scene.png"), scene.png()?)?;

    let timed: usize = std::env::args().nth(2).map_or(Ok(0), |count| count.parse())?;
    let start = Instant::now();
    let numbered = |number: usize| card(&format!("{} {number}", titles[number % 4]));
    let bytes = (0..timed).into_par_iter().map(|number| numbered(number).png().map(|png| png.len()));
    let bytes: usize = bytes.collect::<Result<Vec<usize>, _>>()?.iter().sum();
    let seconds = start.elapsed().as_secs_f64();
    eprintln!(
        "{timed} cards in {seconds:.2} s: {:.0} a second, {} bytes each",
        timed as f64 / seconds,
        bytes / timed.max(1)
    );
    Ok(())
}

fn card(title: &str) -> Card {
    let skills = [
        "Python",
        "SQL",
        "Amazon Web Services (AWS)",
        "Continuous Integration and Continuous Delivery (CI/CD)",
        "Git",
    ];
    let bar = |(index, name): (usize, &&str)| {
        let people = 911 - 170 * index as u32;
        CardBar {
            name: (*name).to_owned(),
            figure: format!("{people} of 1,204"),
            thousandths: (1000 * people / 1204) as u16,
        }
    };
    Card {
        title: title.to_owned(),
        fallback_title: "Senior roadmap".to_owned(),
        figure: "1,204 people".to_owned(),
        signs: vec!["Senior".to_owned()],
        heading: "What most of them have".to_owned(),
        bars: skills.iter().enumerate().map(bar).collect(),
    }
}
