//! Objects in a bucket.
//!
//! The version of an object is its entity tag, as S3 sent it. Conditional writes are S3's own
//! (`If-None-Match: *`, `If-Match`), so they hold between any two machines. Every object that is written
//! carries its SHA-256 twice: as S3's checksum, which S3 verifies before it keeps the object, and as metadata
//! (`x-amz-meta-sha256`), which every read here verifies. Objects of other programs have no such metadata and
//! are not verified.

mod address;
mod failure;
mod settings;

use aws_sdk_s3::Client;
use aws_sdk_s3::operation::get_object::GetObjectOutput;
use aws_sdk_s3::primitives::ByteStream;
use base16ct::lower;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::backend::Backend;
use crate::error::{StoreError, UriError};
use crate::key::Key;
use crate::object::{Condition, ListedObject, Object, Put, Version};
use address::Address;
use failure::{Failure, Kind, Message};
use settings::Attempts;

/// The metadata (`x-amz-meta-…`) with the SHA-256 of the content in hexadecimal.
const SHA256: &str = "sha256";

/// A bucket, or a prefix in one. Clones share connections and credentials.
#[derive(Clone, Debug)]
pub struct S3Store {
    client: Client,
    address: Address,
}

impl S3Store {
    /// Takes what follows `s3://` (`bucket`, or `bucket/prefix` with or without a slash at its end) and the
    /// beginning of a configuration: another endpoint, other credentials. Connections, time-outs and retries
    /// are always this crate's.
    ///
    /// # Errors
    /// Text that is no bucket with a prefix.
    pub async fn open_with(rest: &str, config: aws_config::ConfigLoader) -> Result<S3Store, UriError> {
        let address = Address::parse(rest)?;
        Ok(S3Store { client: settings::client(config).await, address })
    }

    /// Reads an object unless it is `known`. A body that was cut off or damaged on the way is requested once
    /// more.
    async fn read(
        &self,
        key: &Key,
        max_len: usize,
        known: Option<&Version>,
    ) -> Result<Option<Object>, StoreError> {
        let mut first = true;
        loop {
            let request =
                self.client.get_object().bucket(&self.address.bucket).key(self.address.full(key.as_str()));
            let answer = request.set_if_none_match(known.map(|version| version.0.clone())).send().await;
            let output = match answer {
                Ok(output) => output,
                Err(error) => match Failure::of(&error) {
                    Failure { kind: Kind::NotModified, .. } if known.is_some() => return Ok(None),
                    failure => return Err(failure.into_read(self.location(key))),
                },
            };
            match self.take(key, output, max_len).await {
                Err(StoreError::Damaged { .. } | StoreError::Read { .. }) if first => first = false,
                taken => return taken.map(Some),
            }
        }
    }

    /// The object in an answer. Its size is checked before and during the read, its SHA-256 afterwards.
    async fn take(&self, key: &Key, output: GetObjectOutput, max_len: usize) -> Result<Object, StoreError> {
        let too_large = |len| StoreError::TooLarge { location: self.location(key), len, max_len };
        let len = output.content_length.and_then(|len| u64::try_from(len).ok()).unwrap_or_default();
        if len > max_len as u64 {
            return Err(too_large(len));
        }
        let failed = |message: String| StoreError::Read {
            location: self.location(key),
            source: Box::new(Message(message)),
        };
        let mut body = output.body;
        let reading = async {
            let mut bytes = Vec::with_capacity(len as usize);
            while let Some(chunk) =
                body.try_next().await.map_err(|error| failed(failure::innermost(&error)))?
            {
                if bytes.len() + chunk.len() > max_len {
                    return Err(too_large((bytes.len() + chunk.len()) as u64));
                }
                bytes.extend_from_slice(&chunk);
            }
            Ok(bytes)
        };
        let late = || {
            failed(format!(
                "the answer started, but did not end within {} s",
                settings::BODY_TIMEOUT.as_secs()
            ))
        };
        let bytes =
            tokio::time::timeout(settings::BODY_TIMEOUT, reading).await.unwrap_or_else(|_| Err(late()))?;
        let expected = output.metadata.as_ref().and_then(|metadata| metadata.get(SHA256));
        if expected.is_some_and(|expected| *expected != lower::encode_string(&Sha256::digest(&bytes))) {
            return Err(StoreError::Damaged { location: self.location(key) });
        }
        Ok(Object { bytes, version: self.version(key, output.e_tag)? })
    }

    /// The version of the stored object, if its content is what this write sent.
    async fn is_ours(&self, key: &Key, sha256: &str, len: usize) -> Result<Option<Version>, StoreError> {
        let request = self.client.head_object().bucket(&self.address.bucket);
        let head = match request.key(self.address.full(key.as_str())).send().await {
            Ok(head) => head,
            Err(error) => match Failure::of(&error) {
                Failure { kind: Kind::NotFound, .. } => return Ok(None),
                failure => return Err(failure.into_write(self.location(key))),
            },
        };
        let stored = head.metadata.as_ref().and_then(|metadata| metadata.get(SHA256));
        let same_len = head.content_length.is_some_and(|stored| usize::try_from(stored) == Ok(len));
        if same_len && stored.is_some_and(|stored| stored == sha256) {
            return self.version(key, head.e_tag).map(Some);
        }
        Ok(None)
    }

    fn version(&self, key: &Key, e_tag: Option<String>) -> Result<Version, StoreError> {
        let source = || Box::new(Message("the store sent no ETag; is it compatible with S3?".to_owned()));
        e_tag.map(Version).ok_or_else(|| StoreError::Read { location: self.location(key), source: source() })
    }
}

impl Backend for S3Store {
    const SCHEME: Option<&'static str> = Some("s3");

    /// Region, credentials and endpoint are found in the same way as by the AWS tools (environment, then
    /// `~/.aws`, then the machine's role).
    async fn open(rest: &str) -> Result<S3Store, UriError> {
        S3Store::open_with(rest, settings::loader()).await
    }

    fn location(&self, key: &Key) -> String {
        self.address.location(key.as_str())
    }

    async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
        let uninvited = || StoreError::Read {
            location: self.location(key),
            source: Box::new(Message(
                "the store answered `304 Not Modified` to an unconditional request".to_owned(),
            )),
        };
        self.read(key, max_len, None).await?.ok_or_else(uninvited)
    }

    async fn get_if_changed(
        &self,
        key: &Key,
        max_len: usize,
        known: &Version,
    ) -> Result<Option<Object>, StoreError> {
        self.read(key, max_len, Some(known)).await
    }

    /// Writes an object.
    ///
    /// The SDK repeats an attempt whose answer was lost. If the lost attempt succeeded, the repeated one
    /// finds the object that was just written, and its condition does not hold. So after more than one
    /// attempt, a conflict is checked: an object with our length and SHA-256 is our write, and this is a
    /// success. This needs content that differs between the writers of the pointer, so a claim has a random
    /// holder. Two writers of the same bytes (a manifest) may both succeed. After a single attempt, equal
    /// bytes are another writer's: of two writers that raise 1 to 2, only one may succeed.
    async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError> {
        let digest = Sha256::digest(put.bytes);
        let sha256 = lower::encode_string(&digest);
        let attempts = Attempts::default();
        let request = self
            .client
            .put_object()
            .bucket(&self.address.bucket)
            .key(self.address.full(key.as_str()))
            .content_type(put.content_type)
            .cache_control(put.cache_control)
            .metadata(SHA256, &sha256)
            .checksum_sha256(STANDARD.encode(digest))
            .body(ByteStream::from(put.bytes.to_vec()));
        let request = match put.condition {
            Condition::Always => request,
            Condition::IfAbsent => request.if_none_match("*"),
            Condition::IfMatch(version) => request.if_match(&version.0),
        };
        let request = request.customize().interceptor(attempts.clone());
        let answer = request.config_override(settings::for_upload(put.bytes.len())).send().await;
        let failure = match answer {
            Ok(output) => return self.version(key, output.e_tag),
            Err(error) => Failure::of(&error),
        };
        let conflict = match put.condition {
            Condition::Always => false,
            Condition::IfAbsent => failure.kind == Kind::Conflict,
            // `404`: the object to replace is gone.
            Condition::IfMatch(_) => matches!(failure.kind, Kind::Conflict | Kind::NotFound),
        };
        if !conflict {
            return Err(failure.into_write(self.location(key)));
        }
        if attempts.count() > 1
            && let Some(version) = self.is_ours(key, &sha256, put.bytes.len()).await?
        {
            return Ok(version);
        }
        Err(StoreError::Conflict { location: self.location(key) })
    }

    async fn list(&self, prefix: &str) -> Result<Vec<ListedObject>, StoreError> {
        let request = self.client.list_objects_v2().bucket(&self.address.bucket);
        let mut pages = request.prefix(self.address.full(prefix)).into_paginator().send();
        let mut found = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| Failure::of(&error).into_read(self.address.location(prefix)))?;
            for object in page.contents.unwrap_or_default() {
                let key = object.key.as_deref().and_then(|name| self.address.relative(name));
                let Some(key) = key.and_then(|name| Key::new(name).ok()) else { continue };
                let len = object.size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default();
                let version = self.version(&key, object.e_tag)?;
                found.push(ListedObject { key, len, version });
            }
        }
        // Every bucket but a directory bucket lists in this order already.
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        let request = self.client.delete_object().bucket(&self.address.bucket);
        match request.key(self.address.full(key.as_str())).send().await {
            Ok(_) => Ok(()),
            Err(error) => match Failure::of(&error) {
                Failure { kind: Kind::NotFound, .. } => Ok(()),
                failure => Err(failure.into_write(self.location(key))),
            },
        }
    }
}
