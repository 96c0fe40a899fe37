//! Cards decoded from PNG: compared with a reviewed card, and drawn with arbitrary names.

use std::io::Read;

use flate2::read::ZlibDecoder;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;

fn card(title: &str, name: &str) -> Card {
    let bar = |thousandths| CardBar { name: name.to_owned(), figure: "911 of 1,204".to_owned(), thousandths };
    Card {
        title: title.to_owned(),
        fallback_title: "Senior roadmap".to_owned(),
        figure: "1,204 people".to_owned(),
        signs: vec!["Senior".to_owned()],
        heading: "What most of them have".to_owned(),
        bars: vec![bar(1000), bar(757), bar(0)],
    }
}

/// Names and data of a PNG's chunks, in file order.
fn chunks(png: &[u8]) -> Vec<(String, &[u8])> {
    let mut rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n").expect("a PNG");
    let mut chunks = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let (named, after) = after.split_at(4 + length);
        let (crc, after) = after.split_first_chunk::<4>().expect("a checksum");
        let mut expected = flate2::Crc::new();
        expected.update(named);
        assert_eq!(u32::from_be_bytes(*crc), expected.sum());
        chunks.push((String::from_utf8_lossy(&named[..4]).into_owned(), &named[4..]));
        rest = after;
    }
    chunks
}

/// Palette, and rows after decompression and unfiltering.
fn pixels(png: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let chunks = chunks(png);
    let names: Vec<&str> = chunks.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["IHDR", "PLTE", "IDAT", "IEND"]);
    assert_eq!(chunks[0].1, [0, 0, 4, 176, 0, 0, 2, 118, 8, 3, 0, 0, 0], "1200 × 630, a palette");
    let mut rows = Vec::new();
    ZlibDecoder::new(chunks[2].1).read_to_end(&mut rows).expect("deflate");
    assert_eq!(rows.len(), 630 * 1201);
    for row in 0..630 {
        let (above, rest) = rows.split_at_mut(row * 1201);
        match rest[0] {
            0 => {}
            // The filter `Up`: differences to the row above.
            2 => {
                rest[0] = 0;
                let above = above[above.len() - 1201..].iter().skip(1);
                rest[1..1201]
                    .iter_mut()
                    .zip(above)
                    .for_each(|(index, above)| *index = index.wrapping_add(*above));
            }
            filter => panic!("filter {filter}"),
        }
    }
    assert!(rows.iter().all(|&index| usize::from(index) * 3 < chunks[1].1.len()), "indices in the palette");
    (chunks[1].1.to_vec(), rows)
}

fn digest((palette, rows): &(Vec<u8>, Vec<u8>)) -> String {
    let hash = Sha256::new().chain_update(palette).chain_update(rows).finalize();
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// If this fails, cards look different, or this machine draws them differently. Look at one
/// (`cargo run -p charts --example cards`), then raise [`Card::DESIGN`] and write the new digest here.
#[test]
fn a_card_has_the_pixels_of_the_reviewed_card() {
    let pixels = pixels(&card("Data · Řízení", "Знання <b>").png().expect("drawn"));
    assert_eq!((Card::DESIGN, digest(&pixels).as_str()), (2, "b496c8c90959c090"));
}

#[test]
fn only_equal_cards_have_equal_bytes() {
    let draw = |title: &str, name: &str| card(title, name).draw().expect("drawn");
    assert_eq!(draw("Data", "SQL"), draw("Data", "SQL"));
    assert_ne!(draw("Data", "SQL"), draw("Date", "SQL"));
    assert_ne!(draw("Data", "SQL"), draw("Data", "SQM"));
    // A title without letters is replaced by the fallback title.
    let nameless = Card { title: "Senior roadmap".to_owned(), ..card("", "SQL") };
    assert_eq!(draw("🚀", "SQL"), nameless.draw().expect("drawn"));
    // A cached card has the bytes of a drawn one.
    let cached = card("Data", "SQL");
    assert_eq!(*cached.png().expect("drawn"), *cached.draw().expect("drawn"));
    assert_eq!(*cached.png().expect("cached"), *cached.draw().expect("drawn"));
}

#[test]
fn the_text_alternative_has_all_texts_of_the_card() {
    let alt = card("Data", "SQL").alt();
    assert_eq!(alt, "Data; 1,204 people; SQL: 911 of 1,204; SQL: 911 of 1,204; SQL: 911 of 1,204");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Nothing is drawn into the margins, whatever the names are.
    #[test]
    fn any_name_is_drawn_within_the_margins(title in ".{0,400}", name in "\\PC{0,400}") {
        let drawn = pixels(&card(&title, &name).draw().expect("drawn"));
        let plain = pixels(&Card { bars: vec![], signs: vec![], ..card("A", "") }.draw().expect("drawn"));
        for y in 0..400 {
            let colour = |(palette, rows): &(Vec<u8>, Vec<u8>), x: usize| {
                let index = usize::from(rows[y * 1201 + 1 + x]);
                palette[3 * index..3 * index + 3].to_vec()
            };
            for x in (0..60).chain(532..560) {
                let is_scene = (0..40).contains(&x) || y < 120;
                prop_assert!(is_scene || colour(&drawn, x) == [0xfb, 0xf8, 0xf1], "{x}, {y}");
                prop_assert!(x >= 60 || colour(&drawn, x) == colour(&plain, x), "{x}, {y}");
            }
        }
    }
}
