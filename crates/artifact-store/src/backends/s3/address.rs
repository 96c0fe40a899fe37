//! `bucket/prefix`: parses it, and converts between keys and names of objects.

use crate::error::UriError;
use crate::key::Key;

/// For text that is no bucket with a prefix.
const BAD_BUCKET: UriError = UriError::BadLocation {
    expected: "an S3 location is s3://bucket or s3://bucket/prefix; a bucket's name has 3 to 63 \
               lower-case letters, digits, dots and hyphens",
};

/// A bucket, and the prefix of all keys of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) bucket: String,
    /// Empty, or a key and a slash.
    prefix: String,
}

impl Address {
    /// Takes what follows `s3://`.
    pub(super) fn parse(rest: &str) -> Result<Address, UriError> {
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if !is_bucket(bucket) {
            return Err(BAD_BUCKET);
        }
        let prefix = match prefix.strip_suffix('/').unwrap_or(prefix) {
            "" if prefix.is_empty() => String::new(),
            prefix => format!("{}/", Key::new(prefix).map_err(|_| BAD_BUCKET)?),
        };
        Ok(Address { bucket: bucket.to_owned(), prefix })
    }

    /// The name of an object in the bucket.
    pub(super) fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// The key of a name in the bucket.
    pub(super) fn relative<'a>(&self, name: &'a str) -> Option<&'a str> {
        name.strip_prefix(&self.prefix)
    }

    /// For people.
    pub(super) fn location(&self, key: &str) -> String {
        format!("s3://{}/{}{key}", self.bucket, self.prefix)
    }
}

/// The rules for general purpose buckets that exclude hosts, paths and IP addresses:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
fn is_bucket(name: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let label = |label: &str| {
        label.bytes().all(|b| letter(b) || b == b'-')
            && label.bytes().next().is_some_and(letter)
            && label.bytes().last().is_some_and(letter)
    };
    (3..=63).contains(&name.len())
        && name.split('.').all(label)
        && name.parse::<std::net::Ipv4Addr>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_are_buckets_and_prefixes() {
        for (rest, location) in [
            ("bucket", "s3://bucket/k"),
            ("bucket/", "s3://bucket/k"),
            ("my.bucket-1/a/b", "s3://my.bucket-1/a/b/k"),
            ("bucket/a/", "s3://bucket/a/k"),
        ] {
            assert_eq!(
                Address::parse(rest).map(|address| address.location("k")),
                Ok(location.to_owned()),
                "{rest}"
            );
        }
        let long = "a".repeat(64);
        for rest in [
            "",
            "/",
            "ab",
            "Bucket",
            "a_b",
            "-bucket",
            "bucket-",
            "a..b",
            ".abc",
            "abc.",
            "a.-b",
            "127.0.0.1",
            "user:pw@host",
            "bucket?x",
            "bücket",
            "bucket//",
            "bucket//a",
            "bucket/a//",
            "bucket/../a",
            "bucket/.hidden",
            "bucket/a\nb",
            &long,
        ] {
            assert_eq!(Address::parse(rest), Err(BAD_BUCKET), "{rest:?}");
        }
        assert!(Address::parse(&long[..63]).is_ok());
    }

    #[test]
    fn names_outside_the_prefix_have_no_key() {
        let address = Address::parse("bucket/mine").expect("an address");
        assert_eq!(address.full("k"), "mine/k");
        assert_eq!(address.relative("mine/k"), Some("k"));
        assert_eq!(address.relative("mineral"), None);
    }
}
