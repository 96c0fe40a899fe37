//! Functions of templates, in the language of the page: `t`, `root`, `number` and `percent`.

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Error, Function, Kwargs, State, Tera, TeraResult, Value, escape_html};

use crate::words::Words;

/// Registers the functions:
///
/// * `t(key="people", people=12)`: a message; safe HTML, because the catalogue is ours and text arguments are
///   escaped.
/// * `root()`: the prefix of paths in this language, `""` or `"/de"`.
/// * `number(of=1234)`, `percent(part=1, whole=8)`: numbers as the language writes them.
pub(crate) fn register(tera: &mut Tera, words: &Words) {
    tera.register_function("t", Message(words.clone()));
    let root = words.language().root();
    tera.register_function("root", move |_: Kwargs, _: &State| root);
    let numbers = words.clone();
    tera.register_function("number", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(numbers.number(kwargs.must_get("of")?))
    });
    let shares = words.clone();
    tera.register_function("percent", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(shares.percent(kwargs.must_get("part")?, kwargs.must_get("whole")?))
    });
}

/// The function `t`.
struct Message(Words);

impl Function<TeraResult<String>> for Message {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let mut arguments = FluentArgs::new();
        for (name, value) in kwargs.iter() {
            let name = name.to_string();
            if name != "key" {
                arguments.set(name, argument(value)?);
            }
        }
        self.0.format(key, &arguments).map_err(Error::message)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// Numbers are passed as numbers, so that Fluent selects the plural form; text is escaped unless it is safe
/// HTML.
fn argument(value: &Value) -> TeraResult<FluentValue<'static>> {
    if let Some(number) = value.as_number() {
        return Ok(FluentValue::from(number.as_float()));
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if value.is_safe() {
        return Ok(FluentValue::from(text));
    }
    let mut escaped = Vec::with_capacity(text.len());
    escape_html(&text, &mut escaped).map_err(|error| Error::message(error.to_string()))?;
    // Escaping replaces ASCII by ASCII.
    Ok(FluentValue::from(String::from_utf8_lossy(&escaped).into_owned()))
}
