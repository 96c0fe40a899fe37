//! `application/x-www-form-urlencoded`, strictly: invalid input is an error, never a guess.

use career_model::Profile;
use templates::{FormValues, Language};

use crate::detail::Detail;
use crate::experience::{self, MONTHS, YEARS, not_a_number};
use crate::list_items::{Commas, items};
use crate::submission::{FieldError, LISTS, Rejection, Submission, check_list};

/// The meaning of commas in each list.
const COMMAS: [Commas; 4] =
    [Commas::BetweenFields, Commas::InTitles, Commas::InTitles, Commas::BetweenSkills];

/// The language in a form's hidden field `lang`, also when the rest of the form is invalid. The last field
/// counts, and a code that is not a language of the site is ignored.
pub(crate) fn language(body: &[u8]) -> Language {
    let mut codes = body.split(|&b| b == b'&').filter_map(|pair| pair.strip_prefix(b"lang="));
    codes
        .next_back()
        .and_then(|code| Language::from_code(std::str::from_utf8(code).ok()?))
        .unwrap_or_default()
}

/// Reads a form. A list is a repeated field, a field of several items (see [`items`]), or both; blank items
/// are dropped. Of any other repeated field the last counts. Unknown fields are ignored.
pub(crate) fn parse(body: &[u8]) -> Result<Submission, Rejection> {
    let (mut years, mut months) = (None, None);
    let mut values = Box::<FormValues>::default();
    let mut lists: [Vec<String>; 4] = Default::default();
    let mut typed: [Vec<String>; 4] = Default::default();
    let mut fields = [0; 4];
    for pair in body.split(|&b| b == b'&').filter(|pair| !pair.is_empty()) {
        let at = pair.iter().position(|&b| b == b'=').unwrap_or(pair.len());
        let name = decode(&pair[..at])?;
        let value = decode(pair.get(at + 1..).unwrap_or_default())?;
        if name == YEARS {
            years = Some(value);
        } else if name == MONTHS {
            months = Some(value);
        } else if name == "position" {
            values.position = value;
        } else if let Some(list) = LISTS.iter().position(|list| *list == name) {
            lists[list].extend(items(&value, COMMAS[list]).into_iter().map(str::to_owned));
            fields[list] += 1;
            typed[list].push(value);
        }
    }

    let mut errors = Vec::new();
    values.experience_years = years.unwrap_or_default();
    values.experience_months = months.unwrap_or_default();
    let mut number = |field, text: &str| {
        whole_number(text).unwrap_or_else(|| {
            errors.push(FieldError::new(field, not_a_number()));
            None
        })
    };
    let years = number(YEARS, &values.experience_years);
    let months = number(MONTHS, &values.experience_months);
    let mut experience_months = None;
    if errors.is_empty() {
        match experience::in_months(years, months) {
            Ok(total) => experience_months = total,
            Err(error) => errors.push(error),
        }
    }
    let texts =
        [&mut values.degree_fields, &mut values.courses, &mut values.certifications, &mut values.skills];
    for (text, typed) in texts.into_iter().zip(typed) {
        *text = typed.join("\n");
    }
    for ((field, items), fields) in LISTS.into_iter().zip(&lists).zip(fields) {
        // A field that is repeated too often makes the list too long, even if every item is blank.
        check_list(field, items, items.len().max(fields), &mut errors);
    }
    if !errors.is_empty() {
        return Err(Rejection::Invalid { errors, values });
    }
    let [degree_fields, courses, certifications, skills] = lists;
    let position = Some(values.position.clone()).filter(|text| !text.trim().is_empty());
    let profile = Profile {
        position,
        experience_months,
        degree_fields,
        courses,
        certifications,
        skills,
        ..Profile::default()
    };
    Ok(Submission { profile, values })
}

/// Percent-decoding that rejects what browsers never send: half an escape, or bytes that are not UTF-8.
fn decode(raw: &[u8]) -> Result<String, Rejection> {
    let malformed = |problem: &str, key| {
        let detail = format!("{problem}; encode the form as UTF-8 with %XX escapes");
        Rejection::Malformed(Detail::new(detail, key))
    };
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.iter();
    while let Some(&byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|&b| char::from(b).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => (high << 4 | low) as u8,
                    _ => {
                        let problem = "a % in the form is not followed by two hexadecimal digits";
                        return Err(malformed(problem, "error-half-escape"));
                    }
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| malformed("the form is not valid UTF-8", "error-not-utf-8"))
}

/// Digits only; blank text is `Some(None)`, other text is `None`. A number that does not fit becomes the
/// largest one.
fn whole_number(text: &str) -> Option<Option<u64>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    text.bytes().all(|b| b.is_ascii_digit()).then(|| Some(text.parse().unwrap_or(u64::MAX)))
}
