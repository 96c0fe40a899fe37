//! Reads files so that every person is passed on once.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use base16ct::lower;
use profile_data::{Record, SelectionCounts, expand_paths, is_synthetic};
use sha2::{Digest, Sha256};

use super::content::Content;
use super::groups::Days;
use super::identities::Identities;
use super::record_set::{RecordNumber, RecordSet};
use super::rejects::Rejects;
use super::{Consumer, FileCounts, Person, ReadReport, ReadSettings};
use crate::location::{self, LocalFiles};
use crate::progress::{Progress, Task};

/// The most records: their numbers have 31 bits.
const MAX_RECORDS: u64 = 1 << 31;

/// Files of profiles, in which a person may have several records.
///
/// The first reading passes records on and remembers the keys of their people. If a person has two records,
/// the consumer takes back all but the newest. If it cannot, or if duplicates are many, the first reading
/// only collects the keys of the rest, and a second reading passes on the newest record of each person.
pub struct Files<'a> {
    contents: Vec<Content>,
    settings: &'a ReadSettings,
    progress: &'a dyn Progress,
    rejects: Rejects,
    found: Option<Found>,
    /// The last reading.
    pass: Pass,
    reading: Duration,
    accepting: Duration,
    _copies: LocalFiles,
}

/// The result of the first reading.
struct Found {
    /// SHA-256 of each file.
    hashes: Vec<[u8; 32]>,
    files: Vec<FileCounts>,
    days: Days,
    /// Records that are not passed on: those of forgotten people, and all but the newest of the others.
    left_out: RecordSet,
    duplicates: u64,
    near_equal: u64,
    /// The number of forgotten people, and of their records.
    forgotten: (u64, u64),
}

/// What happens to a record.
enum Fate {
    PassOn,
    LeaveOut,
    /// The consumer has too much to take back, and is of no use.
    GiveUp,
}

/// A consumer takes back this many duplicates, and one in [`ONE_IN`] records more: so it holds little more
/// than the people.
const MAX_TAKEN_BACK: u64 = 1_000;
const ONE_IN: u64 = 8;

/// The counts of one reading.
#[derive(Default)]
struct Pass {
    hashes: Vec<[u8; 32]>,
    records: u64,
    rejected: u64,
    people: u64,
    /// The people among the records who are made up.
    synthetic: RecordSet,
    selection: Option<SelectionCounts>,
}

impl<'a> Files<'a> {
    /// The files of `paths` (also globs and `-`); copies those in buckets. Records that cannot be read are
    /// treated as `rejects` says.
    ///
    /// # Errors
    /// A bucket that cannot be read, or a pattern that matches no file.
    pub fn open(
        paths: &[PathBuf],
        settings: &'a ReadSettings,
        progress: &'a dyn Progress,
        rejects: Rejects,
    ) -> Result<Files<'a>> {
        let copies = location::local(paths)?;
        let contents: Result<Vec<Content>> =
            expand_paths(&copies.paths)?.into_iter().map(Content::new).collect();
        Ok(Files {
            contents: contents?,
            settings,
            progress,
            rejects,
            found: None,
            pass: Pass::default(),
            reading: Duration::ZERO,
            accepting: Duration::ZERO,
            _copies: copies,
        })
    }

    /// Passes every person to a consumer. `make` makes a consumer for each attempt.
    ///
    /// # Errors
    /// A file that cannot be read or that changes between two readings, or a record that is an error.
    pub fn read<C: Consumer>(&mut self, mut make: impl FnMut() -> C) -> Result<(C, ReadReport)> {
        if self.found.is_none() {
            let mut consumer = Some(make());
            let to_take_back = self.first_pass(&mut consumer)?;
            if let Some(mut consumer) = consumer {
                self.take_back(&mut consumer, &to_take_back);
                return Ok((consumer, self.report()));
            }
        }
        let consumer = self.further_pass(make())?;
        Ok((consumer, self.report()))
    }

    /// Makes a consumer take records back that were passed on to it.
    fn take_back<C: Consumer>(&mut self, consumer: &mut C, records: &[RecordNumber]) {
        if !records.is_empty() {
            let start = Instant::now();
            consumer.take_back(records);
            self.accepting += start.elapsed();
            self.pass.take_back(records);
        }
    }

    /// Finds the newest record of each person, for a consumer that cannot begin again.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub fn find_people(&mut self) -> Result<()> {
        struct Nobody;
        impl Consumer for Nobody {
            fn person(&mut self, _: Person<'_>) {}
        }
        if self.found.is_none() {
            self.first_pass::<Nobody>(&mut None)?;
        }
        Ok(())
    }

    /// Leaves out all records but the newest of each group of near-equal people, whom the consumer of the
    /// last reading has. The consumer takes them back if it can. Returns whether there were any.
    pub fn leave_out_all_but_newest<C: Consumer>(
        &mut self,
        groups: &[Vec<RecordNumber>],
        consumer: &mut C,
    ) -> bool {
        let Some(found) = &mut self.found else { return false };
        let mut left_out = Vec::new();
        for group in groups {
            let newest = group.iter().copied().max_by_key(|&record| (found.days.get(record), record));
            left_out.extend(group.iter().copied().filter(|&record| Some(record) != newest));
        }
        left_out.sort_unstable();
        left_out.iter().for_each(|&record| {
            found.left_out.insert(record);
        });
        found.near_equal += left_out.len() as u64;
        if C::TAKES_BACK {
            self.take_back(consumer, &left_out);
        }
        !left_out.is_empty()
    }

    /// Reads everything once. Returns the records that the consumer must take back, or drops it if they are
    /// many. A person is forgotten with all their records if one of them is listed.
    fn first_pass<C: Consumer>(&mut self, consumer: &mut Option<C>) -> Result<Vec<RecordNumber>> {
        let mut identities = Identities::new(self.contents.len());
        let mut days = Days::default();
        // The number of records at the end of each file so far.
        let mut ends: Vec<RecordNumber> = vec![0; self.contents.len()];
        let list = &self.settings.forgotten;
        let mut listed: Vec<RecordNumber> = Vec::new();
        let mut known = 0;
        // Rules would have to judge those again who are taken back.
        let takes_back = C::TAKES_BACK && self.settings.select.is_none();
        let pass = self.pass(consumer, true, |file, record| {
            if let Record::Accepted { profile, snapshot_day, .. } = record {
                ensure!(identities.records() < MAX_RECORDS, "more than {MAX_RECORDS} records");
                let number = identities.records() as RecordNumber;
                days.set(number, *snapshot_day);
                let is_listed = list.has(profile);
                if is_listed {
                    listed.push(number);
                }
                known += u64::from(identities.add(profile, file));
                ends[file] = identities.records() as RecordNumber;
                let is_too_much = known > MAX_TAKEN_BACK + u64::from(number) / ONE_IN;
                return Ok(match known > 0 && (!takes_back || is_too_much) {
                    true => Fate::GiveUp,
                    false if is_listed => Fate::LeaveOut,
                    false => Fate::PassOn,
                });
            }
            Ok(Fate::PassOn)
        })?;
        let mut groups = identities.into_groups();
        let (forgotten, people) = groups.records_of(&listed);
        let mut left_out = groups.superseded(&days);
        left_out.extend(&forgotten);
        let to_take_back: Vec<RecordNumber> = match consumer {
            Some(_) => left_out.iter().filter(|record| listed.binary_search(record).is_err()).collect(),
            None => Vec::new(),
        };
        let mut from = 0;
        let files = ends.into_iter().map(|end| {
            let to = end.max(from);
            let counts = FileCounts { records: u64::from(to - from), people: groups.people_among(from, to) };
            from = to;
            counts
        });
        self.found = Some(Found {
            files: files.collect(),
            hashes: pass.hashes.clone(),
            duplicates: left_out.len() - forgotten.len(),
            near_equal: 0,
            forgotten: (people, forgotten.len()),
            days,
            left_out,
        });
        self.pass = pass;
        Ok(to_take_back)
    }

    /// Passes on the records that are not superseded.
    fn further_pass<C: Consumer>(&mut self, consumer: C) -> Result<C> {
        let Some(found) = self.found.take() else { bail!("the files were not read before") };
        let mut next: RecordNumber = 0;
        let mut consumer = Some(consumer);
        let pass = self.pass(&mut consumer, false, |_, record| {
            if matches!(record, Record::Rejected(_)) {
                return Ok(Fate::PassOn);
            }
            let number = next;
            next += 1;
            Ok(if found.left_out.contains(number) { Fate::LeaveOut } else { Fate::PassOn })
        })?;
        for ((content, before), now) in self.contents.iter().zip(&found.hashes).zip(&pass.hashes) {
            ensure!(
                content.is_copy() || before == now,
                "{}: the file changed while it was read; run again when it is complete",
                content.path().display()
            );
        }
        self.found = Some(found);
        self.pass = pass;
        let Some(consumer) = consumer else { unreachable!("a further reading never gives up") };
        Ok(consumer)
    }

    /// Reads all files. `fate` decides about each record, with the position of its file.
    fn pass<C: Consumer>(
        &mut self,
        consumer: &mut Option<C>,
        is_first: bool,
        mut fate: impl FnMut(usize, &Record) -> Result<Fate>,
    ) -> Result<Pass> {
        let (settings, progress, rejects) = (self.settings, self.progress, self.rejects);
        let mut pass =
            Pass { selection: settings.select.as_ref().map(SelectionCounts::new), ..Pass::default() };
        for (file, content) in self.contents.iter_mut().enumerate() {
            let mut source = content.open(&settings.options)?;
            progress.begin(Task::Reading, source.size_bytes().unwrap_or(0));
            if let Some(consumer) = consumer {
                consumer.begin_file(source.name(), source.format());
            }
            let start = Instant::now();
            let mut accepting = Duration::ZERO;
            while let Some(record) = source.next() {
                let record = record?;
                let fate = fate(file, &record)?;
                if matches!(fate, Fate::GiveUp) {
                    *consumer = None;
                }
                match record {
                    Record::Accepted { profile, recommended_courses, .. } => {
                        let number = pass.records as RecordNumber;
                        pass.records += 1;
                        if let (Some(consumer), Fate::PassOn) = (&mut *consumer, fate) {
                            let begin = Instant::now();
                            let is_selected = match (&settings.select, &mut pass.selection) {
                                (Some(rules), Some(counts)) => counts.add(&rules.judge(&profile)),
                                _ => true,
                            };
                            if is_selected {
                                let recommended_courses = &recommended_courses;
                                consumer.person(Person {
                                    profile: &profile,
                                    recommended_courses,
                                    record: number,
                                });
                                pass.people += 1;
                                if is_synthetic(&profile) {
                                    pass.synthetic.insert(number);
                                }
                            }
                            accepting += begin.elapsed();
                        }
                    }
                    Record::Rejected(rejection) => {
                        if is_first {
                            rejects.add(
                                content.path(),
                                &rejection,
                                pass.rejected,
                                settings.strict,
                                progress,
                            )?;
                        }
                        pass.rejected += 1;
                        if let Some(consumer) = consumer {
                            consumer.rejected(&rejection);
                        }
                    }
                }
                // An update costs some time, and more of them are not visible.
                if source.counts().records().is_multiple_of(1024) {
                    progress.set_position(source.bytes_read());
                }
            }
            progress.end();
            self.accepting += accepting;
            self.reading += start.elapsed().saturating_sub(accepting);
            pass.hashes.push(source.data_sha256());
        }
        if is_first {
            rejects.end(pass.rejected, pass.records + pass.rejected, progress);
        }
        Ok(pass)
    }

    /// The report of the last reading, without those who were left out after it.
    pub fn report(&self) -> ReadReport {
        let pass = &self.pass;
        let mut hash = Sha256::new();
        pass.hashes.iter().for_each(|file| hash.update(file));
        let found = self.found.as_ref();
        let (duplicates, near_equal) = found.map_or((0, 0), |found| (found.duplicates, found.near_equal));
        let (forgotten, their_records) = found.map_or((0, 0), |found| found.forgotten);
        ReadReport {
            records: pass.records - their_records,
            people: pass.people,
            synthetic: pass.synthetic.len(),
            duplicates,
            near_equal,
            forgotten,
            files: found.map(|found| found.files.clone()).unwrap_or_default(),
            rejected: pass.rejected,
            selection: pass.selection.clone(),
            data_sha256: lower::encode_string(&hash.finalize()),
            reading: self.reading,
            accepting: self.accepting,
        }
    }
}

impl Pass {
    /// Takes back people who were passed on.
    fn take_back(&mut self, records: &[RecordNumber]) {
        self.people -= records.len() as u64;
        records.iter().for_each(|&record| self.synthetic.remove(record));
        if let Some(counts) = &mut self.selection {
            counts.take_back_kept(records.len() as u64);
        }
    }
}
