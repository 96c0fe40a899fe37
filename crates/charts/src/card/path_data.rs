//! SVG path data (SVG 2 §9.3) without arcs, which our drawings do not use.

use tiny_skia::{Path, PathBuilder};

/// Parses path data. `None` if it is malformed, has an arc, or draws nothing.
pub(super) fn path(data: &str) -> Option<Path> {
    let mut reader = Reader { rest: data };
    let mut path = PathBuilder::new();
    let (mut at, mut start) = ((0.0, 0.0), (0.0, 0.0));
    // The last control point, for `S`.
    let mut control = None;
    let mut command = reader.command()?;
    loop {
        let from = if command.is_ascii_lowercase() { at } else { (0.0, 0.0) };
        let mut next_control = None;
        match command.to_ascii_uppercase() {
            'M' => {
                at = reader.point(from)?;
                start = at;
                path.move_to(at.0, at.1);
                // More points after a move are lines.
                command = if command == 'm' { 'l' } else { 'L' };
            }
            'L' => {
                at = reader.point(from)?;
                path.line_to(at.0, at.1);
            }
            'H' => {
                at.0 = from.0 + reader.number()?;
                path.line_to(at.0, at.1);
            }
            'V' => {
                at.1 = from.1 + reader.number()?;
                path.line_to(at.0, at.1);
            }
            'Q' => {
                let control = reader.point(from)?;
                at = reader.point(from)?;
                path.quad_to(control.0, control.1, at.0, at.1);
            }
            curve @ ('C' | 'S') => {
                let first = match curve {
                    'C' => reader.point(from)?,
                    _ => control.map_or(at, |(x, y): (f32, f32)| (2.0 * at.0 - x, 2.0 * at.1 - y)),
                };
                let second = reader.point(from)?;
                at = reader.point(from)?;
                path.cubic_to(first.0, first.1, second.0, second.1, at.0, at.1);
                next_control = Some(second);
            }
            'Z' => {
                path.close();
                at = start;
            }
            _ => return None,
        }
        control = next_control;
        match reader.command() {
            Some(next) => command = next,
            None if reader.is_empty() => return path.finish(),
            None if command.eq_ignore_ascii_case(&'Z') => return None,
            // Numbers without a letter repeat the last command.
            None => {}
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip_gaps(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', ',', '\n']);
    }

    fn is_empty(&mut self) -> bool {
        self.skip_gaps();
        self.rest.is_empty()
    }

    fn command(&mut self) -> Option<char> {
        self.skip_gaps();
        let first = self.rest.chars().next().filter(char::is_ascii_alphabetic)?;
        self.rest = &self.rest[1..];
        Some(first)
    }

    fn number(&mut self) -> Option<f32> {
        self.skip_gaps();
        let mut has_dot = false;
        let is_part = |(index, byte): (usize, u8)| match byte {
            b'-' => index == 0,
            b'.' => !std::mem::replace(&mut has_dot, true),
            _ => byte.is_ascii_digit(),
        };
        let length = self.rest.bytes().enumerate().map(is_part).take_while(|&is_part| is_part).count();
        let (number, rest) = self.rest.split_at(length);
        self.rest = rest;
        number.parse().ok()
    }

    fn point(&mut self, from: (f32, f32)) -> Option<(f32, f32)> {
        Some((from.0 + self.number()?, from.1 + self.number()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_and_absolute_commands_give_the_same_path() {
        let absolute = path("M10 20L30 20L30 50Q40 60 50 50C50 40 60 40 60 50C60 60 70 60 70 50Z");
        assert!(absolute.is_some());
        assert_eq!(path("m10 20h20v30q10 10 20 0c0-10 10-10 10 0s10 10 10 0z"), absolute);
        assert_eq!(path("M 10,20 30,20 V50 Q40 60,50 50 C50 40 60 40 60 50 S70 60 70 50 Z"), absolute);
        assert_eq!(path("m1.5.5l-.5-1"), path("M1.5 0.5L1 -0.5"));
    }

    #[test]
    fn malformed_path_data_is_rejected() {
        for data in ["", "L", "M1", "M1 2A3 4", "M1 2L3 4Z5 6", "M1 2 three", "1 2", "M1 2L1e9999 3"] {
            assert!(path(data).is_none(), "{data}");
        }
    }
}
