//! Makes a model with many roadmaps for `tests/yardstick/pages_speed.py`, copies of those of a trained model:
//! `cargo run --release -p site --example many_roadmaps -- model/model.bin 1000 many`

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use career_model::{Level, RoadmapSlug, artifact};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, count, out] = arguments.as_slice() else {
        anyhow::bail!("arguments: a model.bin, a number of roadmaps, and a folder for the new model")
    };
    let count: usize = count.parse().context("the number of roadmaps")?;
    let mut parts = artifact::decode(&fs::read(model).context("the model")?)?.parts().clone();
    for (index, level) in parts.levels.iter_mut().enumerate() {
        let first = std::mem::take(&mut level.roadmaps);
        ensure!(!first.is_empty(), "{}: the level has no roadmap to copy", Level::ALL[index]);
        let wanted = count / 3 + usize::from(index < count % 3);
        for number in 0..wanted {
            let mut roadmap = first[number % first.len()].clone();
            roadmap.slug = RoadmapSlug::new(&format!("roadmap-{number}")).context("a slug")?;
            roadmap.name = format!("{} {number}", roadmap.name);
            // Different numbers of people, so that every page and every card is different.
            roadmap.has.people += number as u64;
            level.roadmaps.push(roadmap);
        }
        // Pages are made from counts alone; people are not assigned to roadmaps.
        level.clusters = None;
    }
    let model = parts.checked()?;
    fs::create_dir_all(out)?;
    fs::write(Path::new(out).join("model.bin"), artifact::encode(&model)?)?;
    eprintln!("{} roadmaps in {out}/model.bin", model.roadmaps().count());
    Ok(())
}
