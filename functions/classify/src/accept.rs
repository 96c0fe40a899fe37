//! The `Accept` header: does the client prefer HTML or JSON? See RFC 9110 §12.5.1.

use lambda_http::http::HeaderMap;
use lambda_http::http::header::ACCEPT;

/// Which of the two formats that we write the client prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preference {
    /// HTML rather than JSON: browsers.
    Html,
    /// JSON rather than HTML: programs.
    Json,
    /// No preference, or neither format.
    Either,
}

/// The preference for a media type: its quality in thousandths, then how exactly the client named it (`a/b`
/// over `a/*` over `*/*`), so that `application/json, */*` prefers JSON.
type Weight = (u16, u8);

impl Preference {
    /// For answers: `application/json` against `text/html`.
    pub(crate) fn for_answer(headers: &HeaderMap) -> Preference {
        Preference::between(headers, &["json"])
    }

    /// For errors, where `application/problem+json` is JSON too.
    pub(crate) fn for_error(headers: &HeaderMap) -> Preference {
        Preference::between(headers, &["json", "problem+json"])
    }

    fn between(headers: &HeaderMap, json_subtypes: &[&str]) -> Preference {
        let html = weight(headers, "text", "html");
        let json = json_subtypes.iter().map(|subtype| weight(headers, "application", subtype)).max();
        let json = json.unwrap_or_default();
        if json.0 > 0 && json > html {
            Preference::Json
        } else if html.0 > 0 && html > json {
            Preference::Html
        } else {
            Preference::Either
        }
    }
}

/// The weight of the most exact range that covers a media type; zero if none does.
fn weight(headers: &HeaderMap, kind: &str, subtype: &str) -> Weight {
    let values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .filter_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let (range_kind, range_subtype) = parts.next()?.split_once('/')?;
            let exactness = match (range_kind, range_subtype) {
                ("*", "*") => 1,
                (k, "*") if k.eq_ignore_ascii_case(kind) => 2,
                (k, s) if k.eq_ignore_ascii_case(kind) && s.eq_ignore_ascii_case(subtype) => 3,
                _ => return None,
            };
            Some((exactness, quality(parts)?))
        })
        .max()
        .map_or((0, 0), |(exactness, quality)| (quality, exactness))
}

/// `q` in thousandths, 1000 when absent; `None` when it is invalid, and then the range is ignored.
fn quality<'a>(mut parameters: impl Iterator<Item = &'a str>) -> Option<u16> {
    let q = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then_some(value.trim())
    });
    let Some(q) = q else { return Some(1000) };
    let (whole, decimals) = q.split_once('.').unwrap_or((q, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Preference::{self, Either, Html, Json};
    use lambda_http::http::{HeaderMap, HeaderValue, header::ACCEPT};

    fn headers(values: &[&'static str]) -> HeaderMap {
        values.iter().map(|value| (ACCEPT, HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn preferences() {
        let firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        let cases: [(&[&'static str], Preference); 17] = [
            (&[], Either),
            (&["*/*"], Either),
            (&[firefox], Html),
            (&["application/json"], Json),
            (&["APPLICATION/JSON ; Q=0.1"], Json),
            (&["application/*"], Json),
            (&["application/json, text/plain, */*"], Json),
            (&["text/html, */*"], Html),
            (&["application/json, text/html"], Either),
            (&["application/json;q=0.9, text/html"], Html),
            (&["application/json;q=0.9", "text/html;q=0.89"], Json),
            (&["application/json;q=0"], Either),
            (&["*/*, application/json;q=0"], Html),
            (&["application/json;q=0, text/html;q=0"], Either),
            (&["application/json;q=2"], Either),
            (&["application/json;q=0.1234, text/html;q=0.1"], Html),
            (&["image/png, ,;, a/b/c, =, q=1"], Either),
        ];
        for (values, expected) in cases {
            assert_eq!(Preference::for_answer(&headers(values)), expected, "{values:?}");
        }
    }

    #[test]
    fn problems_are_json_too() {
        let problem = headers(&["application/problem+json"]);
        assert_eq!(Preference::for_error(&problem), Json);
        assert_eq!(Preference::for_answer(&problem), Either);
    }
}
