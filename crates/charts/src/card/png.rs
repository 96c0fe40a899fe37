//! Encodes images with few colours as PNG (W3C PNG, third edition).

use std::collections::HashMap;
use std::io::{self, Write};

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use tiny_skia::Pixmap;

/// Most colours of a palette.
const COLOURS: usize = 256;

/// Compression level: at 9 a card is 5% smaller and takes three times as long.
const LEVEL: u32 = 5;

/// An image with one byte per pixel: the index of its colour (RGBA) in the palette.
struct IndexedImage {
    palette: Vec<[u8; 4]>,
    indices: Vec<u8>,
}

/// Encodes an image as a PNG with a palette. If it has more than 256 colours (the edges of letters have
/// many), each of the rarest is replaced by the nearest of the others.
pub(super) fn encode(image: &Pixmap) -> io::Result<Vec<u8>> {
    let IndexedImage { palette, indices } = index_colours(image);
    let (width, height) = (image.width(), image.height());
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();

    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits, a palette, deflate, adaptive filters, not interlaced.
    header.extend([8, 3, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &header)?;
    chunk(&mut png, b"PLTE", &palette.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect::<Vec<u8>>())?;
    // Colours that are not opaque come first in the palette; `tRNS` ends with the last of them.
    let clear: Vec<u8> =
        palette.iter().map(|colour| colour[3]).take_while(|&alpha| alpha < u8::MAX).collect();
    if !clear.is_empty() {
        chunk(&mut png, b"tRNS", &clear)?;
    }
    let mut data = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    let mut above: &[u8] = &[];
    let same = vec![0; width as usize];
    for row in indices.chunks(width.max(1) as usize) {
        // Filters suit shades; rows of palette indices are smallest without a filter. But a row that equals
        // the one above becomes all zeros with the filter `Up`, which compresses quickly.
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

fn index_colours(image: &Pixmap) -> IndexedImage {
    let pixels = image.data().as_chunks::<4>().0;
    // Runs of equal pixels are long, so counting runs is faster than counting pixels.
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

    let mut index_of: HashMap<[u8; 4], u8> = HashMap::new();
    for (index, (colour, _)) in (0..=u8::MAX).zip(&colours) {
        index_of.insert(*colour, index);
    }
    for (colour, _) in rare {
        let distance = |other: [u8; 4]| -> u32 {
            colour.iter().zip(other).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let nearest = (0..=u8::MAX).zip(&colours).min_by_key(|(_, (other, _))| distance(*other));
        index_of.insert(colour, nearest.map_or(0, |(index, _)| index));
    }

    let mut indices = Vec::with_capacity(pixels.len());
    for run in runs {
        let index = index_of.get(&run[0]).copied().unwrap_or(0);
        indices.resize(indices.len() + run.len(), index);
    }
    let palette = colours.into_iter().map(|(colour, _)| unpremultiplied(colour)).collect();
    IndexedImage { palette, indices }
}

/// `tiny_skia` stores colours multiplied by their opacity; PNG stores them as they are.
fn unpremultiplied([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    let part = |part: u8| match a {
        0 => 0,
        a => (u32::from(part) * 255 / u32::from(a)).min(255) as u8,
    };
    [part(r), part(g), part(b), a]
}
