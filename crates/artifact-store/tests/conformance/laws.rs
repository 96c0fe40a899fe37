//! Reads, writes, conditions, listings and deletes.

use artifact_store::{ArtifactStore, Condition, StoreError};
use proptest::prelude::*;

use crate::stores::{get, is_conflict, key, names, put, put_when, stores, text, wait};

#[test]
fn a_missing_object_is_not_found() {
    let (_dir, stores) = stores();
    for store in &stores {
        let error = get(store, "releases/a/model.bin").expect_err("empty");
        assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
        assert!(error.to_string().contains("releases/a/model.bin"), "{error}");
        assert!(error.to_string().contains(&store.location(&key("releases/a/model.bin"))), "{error}");
    }
}

#[test]
fn the_size_cap_is_inclusive_and_named() {
    let (_dir, stores) = stores();
    for store in &stores {
        put(store, "k", "12345");
        assert_eq!(wait(store.get(&key("k"), 5)).expect("fits").bytes, b"12345");
        let error = wait(store.get(&key("k"), 4)).expect_err("too large");
        assert!(matches!(error, StoreError::TooLarge { len: 5, max_len: 4, .. }), "{error:?}");
        put(store, "empty", "");
        assert_eq!(wait(store.get(&key("empty"), 0)).expect("fits").bytes, b"");
    }
}

#[test]
fn a_write_replaces_everything() {
    let (_dir, stores) = stores();
    for store in &stores {
        put(store, "k", "something long");
        put(store, "k", "short");
        assert_eq!(text(store, "k"), "short");
    }
}

#[test]
fn a_version_is_the_same_in_all_calls_and_changes_with_the_content() {
    let (_dir, stores) = stores();
    for store in &stores {
        let one = put(store, "k", "one");
        assert_eq!(get(store, "k").expect("read").version, one);
        assert_eq!(wait(store.list("")).expect("listed")[0].version, one);
        let two = put(store, "k", "two");
        assert_ne!(one, two);
        assert_eq!(get(store, "k").expect("read").version, two);
    }
}

#[test]
fn if_absent_writes_once() {
    let (_dir, stores) = stores();
    for store in &stores {
        let first = put_when(store, "a/k", "first", Condition::IfAbsent).expect("nothing was there");
        assert!(is_conflict(&put_when(store, "a/k", "second", Condition::IfAbsent)));
        // Even with the same bytes, because the first attempt was answered.
        assert!(is_conflict(&put_when(store, "a/k", "first", Condition::IfAbsent)));
        assert_eq!(
            (text(store, "a/k"), get(store, "a/k").expect("read").version),
            ("first".to_owned(), first)
        );
        wait(store.delete(&key("a/k"))).expect("deleted");
        put_when(store, "a/k", "third", Condition::IfAbsent).expect("nothing is there again");
    }
}

#[test]
fn if_match_writes_over_that_version_only() {
    let (_dir, stores) = stores();
    for store in &stores {
        let one = put(store, "k", "one");
        assert!(is_conflict(&put_when(store, "absent", "x", Condition::IfMatch(&one))), "nothing is there");
        assert!(names(store, "absent").is_empty());
        let two = put_when(store, "k", "two", Condition::IfMatch(&one)).expect("it was `one`");
        let stale = put_when(store, "k", "three", Condition::IfMatch(&one));
        assert!(is_conflict(&stale), "{stale:?}");
        assert_eq!(text(store, "k"), "two");
        put_when(store, "k", "three", Condition::IfMatch(&two)).expect("it was `two`");
        assert_eq!(text(store, "k"), "three");
    }
}

#[test]
fn only_a_changed_object_is_read_again() {
    let (_dir, stores) = stores();
    for store in &stores {
        let ask = |known, max_len| wait(store.get_if_changed(&key("k"), max_len, known));
        let one = put(store, "k", "one");
        assert_eq!(ask(&one, 10).expect("asked"), None);
        let two = put(store, "k", "two2");
        let changed = ask(&one, 10).expect("asked").expect("changed");
        assert_eq!((changed.bytes.as_slice(), &changed.version), (b"two2".as_slice(), &two));
        assert!(matches!(ask(&one, 3), Err(StoreError::TooLarge { len: 4, max_len: 3, .. })));
        wait(store.delete(&key("k"))).expect("deleted");
        assert!(matches!(ask(&two, 10), Err(StoreError::NotFound { .. })));
    }
}

#[test]
fn a_list_has_all_objects_under_a_prefix_by_key() {
    let (_dir, stores) = stores();
    for store in &stores {
        assert!(names(store, "").is_empty() && names(store, "a/").is_empty(), "the store is empty");
        // `-` sorts before `/`, and `.` between them: folders must not be listed as folders.
        let all = ["a", "b-c", "b.c", "b/a", "b/b/c", "b/d", "b0", "c/e"];
        for name in all.iter().rev() {
            put(store, name, name);
        }
        assert_eq!(names(store, ""), all);
        assert_eq!(names(store, "b/"), ["b/a", "b/b/c", "b/d"]);
        assert_eq!(names(store, "b/b"), ["b/b/c"]);
        assert_eq!(names(store, "b"), ["b-c", "b.c", "b/a", "b/b/c", "b/d", "b0"]);
        assert!(names(store, "d").is_empty() && names(store, "a/").is_empty());
        for listed in wait(store.list("")).expect("listed") {
            assert_eq!(listed.len, listed.key.as_str().len() as u64);
        }
    }
}

#[test]
fn names_may_be_odd() {
    let (_dir, stores) = stores();
    for store in &stores {
        let mut odd = ["a b", "a+b", "a%20b", "a%2Fb", "ä/ö ü", "q?x=1&y#z", "'\"<>", "~*(),;=@:$!", "日本"];
        for name in odd {
            put(store, name, name);
        }
        for name in odd {
            assert_eq!(text(store, name), name);
        }
        odd.sort_unstable();
        assert_eq!(names(store, ""), odd);
        assert_eq!(names(store, "a+"), ["a+b"]);
        assert_eq!(names(store, "ä/ö "), ["ä/ö ü"]);
        for name in odd {
            wait(store.delete(&key(name))).expect("deleted");
        }
        assert!(names(store, "").is_empty());
    }
}

#[test]
fn only_the_deleted_object_is_gone() {
    let (_dir, stores) = stores();
    for store in &stores {
        wait(store.delete(&key("a/never/there"))).expect("gone already");
        put(store, "a/b/c", "x");
        put(store, "a/d", "y");
        for _ in 0..2 {
            wait(store.delete(&key("a/b/c"))).expect("deleted");
            assert_eq!(names(store, ""), ["a/d"]);
        }
        assert!(matches!(get(store, "a/b/c"), Err(StoreError::NotFound { .. })));
        wait(store.delete(&key("a/d/below"))).expect("below an object is nothing");
        assert_eq!(text(store, "a/d"), "y");
        put(store, "a/b", "a name that was a folder's");
        assert_eq!(names(store, ""), ["a/b", "a/d"]);
    }
}

#[test]
fn memory_keeps_type_and_cache_control() {
    let store = ArtifactStore::memory();
    put(&store, "k", "x");
    let ArtifactStore::Memory(memory) = store else { panic!("memory") };
    assert_eq!(memory.headers(&key("k")), Some(("text/plain".to_owned(), "no-cache".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_read_returns_the_written_bytes(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..3000), 1..4),
    ) {
        let (_dir, stores) = stores();
        for store in &stores {
            for bytes in &contents {
                put(store, "a/k", bytes);
                let object = wait(store.clone().get(&key("a/k"), bytes.len())).expect("read");
                prop_assert_eq!(&object.bytes, bytes);
            }
            prop_assert!(get(store, "a/l").is_err(), "keys are apart");
        }
    }
}
