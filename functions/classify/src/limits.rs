//! Limits on the size of requests, of redirects, and on the time to load a model.

use std::time::Duration;

/// The longest body, in bytes, after base64 is decoded.
pub const MAX_BODY_LEN: usize = 32 * 1024;

/// The most items in one list.
pub const MAX_ITEMS: usize = 200;

/// The longest item, in characters (Unicode scalar values).
pub const MAX_ITEM_CHARS: usize = 200;

/// The longest experience, in months: 200 years. When years and months are both given, each may be half of
/// it.
pub const MAX_MONTHS: u64 = 2_400;

/// The longest redirect, in bytes; the limits of its parts below add up to less.
pub const MAX_LOCATION_LEN: usize = 6 * 1024;

/// The longest `have=` part of a redirect, in bytes.
pub const MAX_HAVE_LEN: usize = 1_500;

/// The longest `next=` part of a redirect, in bytes.
pub const MAX_NEXT_LEN: usize = 1_300;

/// The longest `why=` part of a redirect, in bytes.
pub const MAX_WHY_LEN: usize = 1_300;

/// The longest `missed=` part of a redirect, in bytes.
pub const MAX_MISSED_LEN: usize = 1_700;

/// The most skills in `next`.
pub const MAX_NEXT_SKILLS: usize = 10;

/// The most courses in `next`, and the most certificates.
pub const MAX_NEXT: usize = 3;

/// The most reasons in `why`.
pub const MAX_WHY: usize = 6;

/// The most inputs in `missed`.
pub const MAX_MISSED: usize = 10;

/// The longest text of the visitor in a redirect, in characters.
pub const MAX_TEXT_CHARS: usize = 100;

/// The most unknown inputs for which a suggestion is searched: a bound on the work for one request.
pub const MAX_SUGGESTIONS: usize = 20;

/// Seconds a client should wait when there is no model.
pub const RETRY_AFTER_SECONDS: u32 = 30;

/// Without a model, every such request tries to load one again.
pub const RELOAD_EVERY: u32 = 8;

/// The time between two checks for a new release, when there are requests.
pub const CHECK_EVERY: Duration = Duration::from_secs(60);

/// The longest time that an operator may set instead: a day.
pub const MAX_CHECK_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// The time limit of a check. Lambda limits a start to 10 seconds; two are left for the bundled model.
pub const CHECK_LIMIT: Duration = Duration::from_secs(8);

/// The longest wait for a check between an answer and the next request. It counts towards Lambda's limit for
/// a request.
pub const SETTLE_LIMIT: Duration = Duration::from_secs(2);
