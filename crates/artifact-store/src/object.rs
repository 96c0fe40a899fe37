//! Objects: their bytes, versions, and conditions of writes.

/// The version of an object's content: an opaque entity tag (RFC 9110 §8.8.3).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub(crate) String);

/// An object that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its content, verified where the store keeps a checksum.
    pub bytes: Vec<u8>,
    /// The version of its content.
    pub version: Version,
}

/// An object in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedObject {
    /// Its key.
    pub key: crate::Key,
    /// Its length in bytes.
    pub len: u64,
    /// The version of its content.
    pub version: Version,
}

/// The condition of a write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition<'a> {
    /// None: the write always happens.
    #[default]
    Always,
    /// The object does not exist: `If-None-Match: *`.
    IfAbsent,
    /// The object has this version: `If-Match`.
    IfMatch(&'a Version),
}

/// An object to write.
#[derive(Clone, Copy, Debug)]
pub struct Put<'a> {
    /// Its content.
    pub bytes: &'a [u8],
    /// Its `Content-Type`.
    pub content_type: &'a str,
    /// Its `Cache-Control`; one of [`crate::cache_control`].
    pub cache_control: &'a str,
    /// The condition of the write.
    pub condition: Condition<'a>,
}

impl<'a> Put<'a> {
    /// Bytes for programs, not for visitors: never cached.
    pub fn private(bytes: &'a [u8], content_type: &'a str) -> Put<'a> {
        Put { bytes, content_type, cache_control: cache_control::NO_CACHE, condition: Condition::Always }
    }

    /// The same with a condition.
    #[must_use]
    pub fn when(self, condition: Condition<'a>) -> Put<'a> {
        Put { condition, ..self }
    }
}

/// How long copies may be kept (RFC 9111, RFC 5861).
pub mod cache_control {
    /// For files that programs read and a release changes: revalidate every time.
    pub const NO_CACHE: &str = "no-cache";
    /// For files that are named by their content.
    pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";
    /// For pages: a minute, then for at most a day an old copy while a new one is fetched.
    pub const PAGE: &str = "public, max-age=60, stale-while-revalidate=86400";

    /// For a public file: assets are named by their content, and a release changes all other files.
    pub fn for_path(path: &str) -> &'static str {
        if path.starts_with("assets/") { IMMUTABLE } else { PAGE }
    }
}

/// The `Content-Type` of a file by its ending.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" if path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
