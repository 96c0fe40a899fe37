//! PNG (W3C PNG, third edition) of pictures with few colours.

use std::collections::HashMap;
use std::io::{self, Write};

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use tiny_skia::Pixmap;

/// The most colours that a palette has.
const COLOURS: usize = 256;

/// How hard it is compressed: at 9 a card is 5% smaller and takes three times as long.
const LEVEL: u32 = 5;

/// One byte a pixel, and what the bytes stand for.
struct Indexed {
    palette: Vec<[u8; 4]>,
    places: Vec<u8>,
}

/// The picture as a PNG with a palette. Where it has more than 256 colours (edges of letters have many), the rarest become the
/// nearest of the others.
pub(super) fn encode(picture: &Pixmap) -> io::Result<Vec<u8>> {
    let Indexed { palette, places } = indexed(picture);
    let (width, height) = (picture.width(), picture.height());
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();

    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits, a palette, and the only compression, filters and order that every reader has.
    header.extend([8, 3, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &header)?;
    chunk(&mut png, b"PLTE", &palette.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect::<Vec<u8>>())?;
    // Colours that are not opaque come first; the others need not be named.
    let clear: Vec<u8> =
        palette.iter().map(|colour| colour[3]).take_while(|&alpha| alpha < u8::MAX).collect();
    if !clear.is_empty() {
        chunk(&mut png, b"tRNS", &clear)?;
    }
    let mut data = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    let mut above: &[u8] = &[];
    let same = vec![0; width as usize];
    for row in places.chunks(width.max(1) as usize) {
        // Filters are for shades; rows of places in a palette are smallest as they are. But one that is like the row above is
        // nothing but zeros with the filter `Up`, and is passed over quickly.
        let (filter, row_data) = if row == above { (2, same.as_slice()) } else { (0, row) };
        data.write_all(&[filter])?;
        data.write_all(row_data)?;
        above = row;
    }
    chunk(&mut png, b"IDAT", &data.finish()?)?;
    chunk(&mut png, b"IEND", &[])?;
    Ok(png)
}

fn chunk(png: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) -> io::Result<()> {
    let length = u32::try_from(data.len()).map_err(io::Error::other)?;
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(data);
    for part in [&length.to_be_bytes(), name.as_slice(), data, &crc.sum().to_be_bytes()] {
        png.extend_from_slice(part);
    }
    Ok(())
}

fn indexed(picture: &Pixmap) -> Indexed {
    let pixels = picture.data().as_chunks::<4>().0;
    // Most pixels are like the one before.
    let runs: Vec<&[[u8; 4]]> = pixels.chunk_by(|a, b| a == b).collect();
    let mut counts: HashMap<[u8; 4], usize> = HashMap::new();
    for run in &runs {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut colours: Vec<([u8; 4], usize)> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
    let rare = colours.split_off(colours.len().min(COLOURS));
    // See `tRNS`.
    colours.sort_by_key(|(colour, _)| colour[3] == u8::MAX);

    let mut place_of: HashMap<[u8; 4], u8> = HashMap::new();
    for (place, (colour, _)) in (0..=u8::MAX).zip(&colours) {
        place_of.insert(*colour, place);
    }
    for (colour, _) in rare {
        let distance = |other: [u8; 4]| -> u32 {
            colour.iter().zip(other).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let nearest = (0..=u8::MAX).zip(&colours).min_by_key(|(_, (other, _))| distance(*other));
        place_of.insert(colour, nearest.map_or(0, |(place, _)| place));
    }

    let mut places = Vec::with_capacity(pixels.len());
    for run in runs {
        let place = place_of.get(&run[0]).copied().unwrap_or(0);
        places.resize(places.len() + run.len(), place);
    }
    let palette = colours.into_iter().map(|(colour, _)| straight(colour)).collect();
    Indexed { palette, places }
}

/// What `tiny_skia` keeps multiplied by its opacity, PNG keeps as it is.
fn straight([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    let part = |part: u8| match a {
        0 => 0,
        a => (u32::from(part) * 255 / u32::from(a)).min(255) as u8,
    };
    [part(r), part(g), part(b), a]
}
