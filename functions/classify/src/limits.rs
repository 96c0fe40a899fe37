//! How much of a stranger's text is taken.

/// The longest body, in bytes, after base64 is taken off.
pub const MAX_BODY_LEN: usize = 32 * 1024;

/// The most items in one list.
pub const MAX_ITEMS: usize = 200;

/// The longest item, in characters (Unicode scalar values).
pub const MAX_ITEM_CHARS: usize = 200;

/// The longest experience, in months: 200 years. When years and months are both given, each may say half of it.
pub const MAX_MONTHS: u64 = 2_400;

/// The longest `have=` part of a redirect, in bytes.
pub const MAX_HAVE_LEN: usize = 1_500;

/// Seconds a client should wait when there is no model.
pub const RETRY_AFTER_SECONDS: u32 = 30;

/// A missing model is looked for again on every such request.
pub const RELOAD_EVERY: u32 = 8;
