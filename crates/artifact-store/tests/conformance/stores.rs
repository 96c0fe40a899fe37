//! The stores under test.

use std::future::Future;
use std::sync::OnceLock;

use artifact_store::{ArtifactStore, Condition, Key, Object, Put, StoreError, Version};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// Runs a future to its end.
pub(crate) fn wait<T>(future: impl Future<Output = T>) -> T {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime = || Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    RUNTIME.get_or_init(runtime).block_on(future)
}

/// An empty store of each available kind, and the temporary folder of one.
pub(crate) fn stores() -> (TempDir, Vec<ArtifactStore>) {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = ArtifactStore::folder(dir.path().join("made/by/the/first/write"));
    let stores = [folder, ArtifactStore::memory()].into_iter();
    #[cfg(feature = "s3")]
    let stores = stores.chain(s3::Bucket::new().map(|bucket| bucket.store("some/prefix")));
    (dir, stores.collect())
}

pub(crate) fn key(text: &str) -> Key {
    Key::new(text).expect("a key")
}

pub(crate) fn get(store: &ArtifactStore, name: &str) -> Result<Object, StoreError> {
    wait(store.get(&key(name), 10_000_000))
}

/// The content as text.
pub(crate) fn text(store: &ArtifactStore, name: &str) -> String {
    String::from_utf8(get(store, name).expect("it is there").bytes).expect("text")
}

pub(crate) fn put(store: &ArtifactStore, name: &str, bytes: impl AsRef<[u8]>) -> Version {
    put_when(store, name, bytes, Condition::Always).expect("written")
}

pub(crate) fn put_when(
    store: &ArtifactStore,
    name: &str,
    bytes: impl AsRef<[u8]>,
    condition: Condition<'_>,
) -> Result<Version, StoreError> {
    wait(store.put(&key(name), Put::private(bytes.as_ref(), "text/plain").when(condition)))
}

pub(crate) fn names(store: &ArtifactStore, prefix: &str) -> Vec<String> {
    wait(store.list(prefix)).expect("listed").iter().map(|listed| listed.key.to_string()).collect()
}

pub(crate) fn is_conflict<T>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::Conflict { .. }))
}

/// An error with its causes, as an operator reads it in a log. It contains no secret.
#[cfg(feature = "s3")]
pub(crate) fn message(error: &StoreError) -> String {
    let causes = std::iter::successors(std::error::Error::source(error), |error| error.source());
    let message = causes.fold(error.to_string(), |message, cause| format!("{message}: {cause}"));
    for secret in [s3::ACCESS_KEY, s3::SECRET_KEY, "AWS4-HMAC"] {
        assert!(!message.contains(secret) && !format!("{error:?}").contains(secret), "{error:?}");
    }
    message
}

#[cfg(feature = "s3")]
pub(crate) mod s3 {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    use artifact_store::{ArtifactStore, S3Store};
    use aws_config::{BehaviorVersion, ConfigLoader, Region};
    use aws_sdk_s3::config::Credentials;
    use tests::faulty_proxy::FaultyProxy;
    use tests::moto::Moto;

    use super::wait;

    pub(crate) const ACCESS_KEY: &str = "AKIDTHATNOBODYMAYSEE";
    pub(crate) const SECRET_KEY: &str = "a-secret-that-nobody-may-see";

    /// A bucket for one test, and a proxy in front of it.
    pub(crate) struct Bucket {
        pub(crate) name: String,
        pub(crate) network: FaultyProxy,
    }

    impl Bucket {
        /// An empty bucket; none, with a line on standard error, without moto.
        pub(crate) fn new() -> Option<Bucket> {
            static BUCKETS: AtomicU32 = AtomicU32::new(0);
            let moto = moto()?;
            let name = format!("bucket-{}", BUCKETS.fetch_add(1, Ordering::Relaxed));
            moto.create_bucket(&name);
            // moto compares and writes in two steps, S3 in one. So the proxy passes on one request at a time.
            Some(Bucket { name, network: FaultyProxy::start(moto.url()) })
        }

        /// A new client of this bucket.
        pub(crate) fn store(&self, prefix: &str) -> ArtifactStore {
            store(&format!("{}/{prefix}", self.name), config(&self.network.url()))
        }

        /// The moto server.
        pub(crate) fn server(&self) -> &'static Moto {
            moto().expect("it was there a moment ago")
        }
    }

    pub(crate) fn moto() -> Option<&'static Moto> {
        static MOTO: OnceLock<Option<Moto>> = OnceLock::new();
        let start = || Moto::program().map(|program| Moto::start(program.as_os_str()));
        let moto = MOTO.get_or_init(start).as_ref();
        if moto.is_none() {
            eprintln!("skipped: buckets; MOTO_SERVER names no moto_server");
        }
        moto
    }

    pub(crate) fn store(rest: &str, config: ConfigLoader) -> ArtifactStore {
        ArtifactStore::S3(wait(S3Store::open_with(rest, config)).expect("an address"))
    }

    pub(crate) fn config(endpoint: &str) -> ConfigLoader {
        aws_config::defaults(BehaviorVersion::v2026_01_12())
            .endpoint_url(endpoint)
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new(ACCESS_KEY, SECRET_KEY, None, None, "test"))
    }
}
