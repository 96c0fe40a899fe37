//! Text of enums whose variants have names in files and on the command line.

/// The text is no name that this program writes into a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a name that this program writes into a model")]
pub struct UnknownName;

/// Implements [`Display`](std::fmt::Display) by the enum's `as_str`, and with an error type
/// [`FromStr`](std::str::FromStr) by its `ALL`.
macro_rules! impl_text {
    ($named:ty) => {
        impl std::fmt::Display for $named {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
    ($named:ty, $error:ident) => {
        impl_text!($named);

        impl std::str::FromStr for $named {
            type Err = $error;

            fn from_str(text: &str) -> Result<$named, $error> {
                <$named>::ALL.into_iter().find(|one| one.as_str() == text).ok_or($error)
            }
        }
    };
}

pub(crate) use impl_text;
