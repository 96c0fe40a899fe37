// The import in the browser follows the same rules as the readers in Rust. The expected words and cases come
// from the source of the readers.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { root } from './lib/index.mjs';

const source = (path) => readFile(join(root, path), 'utf8');
const script = (name) => import(pathToFileURL(join(root, 'templates/static/scripts/import', name)));
const rules = { ...(await script('dates.js')), ...(await script('degrees.js')) };
const today = 2024 * 12 + 5;

/** The strings in a piece of Rust. */
const quoted = (source) => Array.from(source.matchAll(/"([^"]*)"/g), ([, text]) => text);

test('degrees have the same words', async () => {
  const words = await source('crates/profile-data/src/degree_name/words.rs');
  for (const [, name, list] of words.matchAll(/const (\w+): \[&str; \d+\] =\s*\[(.*?)\];/gs)) {
    assert.deepEqual([...rules[name]].sort(), quoted(list).sort(), name);
  }
});

test('degrees have the same fields', async () => {
  const degrees = await source('crates/profile-data/src/degree_name.rs');
  const cases = [...degrees.matchAll(/\(\s*"([^"]*)",\s*(?:None|Some\("([^"]*)"\)),?\s*\)/g)];
  assert(cases.length > 50, `${cases.length} cases`);
  for (const [, degree, field = ''] of cases) {
    assert.equal(rules.fieldOf(JSON.parse(`"${degree}"`)), field, degree);
  }
});

test('months have the same names', async () => {
  const months = await source('crates/profile-data/src/experience/month.rs');
  const rows = [...months.matchAll(/^ {4}&\[(.*)\],$/gm)].map(([, row]) => quoted(row));
  assert.equal(rows.length, 12);
  assert.deepEqual(rules.MONTHS, rows);
});

test('the words for the present include those of the readers', async () => {
  const job = await source('crates/profile-data/src/experience/job.rs');
  const list = /const PRESENT[^=]*= \[(.*?)\];/s.exec(job)[1];
  for (const word of quoted(list)) assert(rules.isPresent(`until ${word}`), word);
  for (const word of ['unknown', '2020', '']) assert(!rules.isPresent(word), word);
});

test('a month counts once, even if it was spent in several jobs', () => {
  const months = (...jobs) =>
    rules.experienceMonths(jobs.map(([start, end]) => rules.job('', start, end, today)));
  assert.equal(months(['2020-01', '2020-12']), 12, 'both ends count');
  assert.equal(months(['2020-01', '2020-12'], ['2020-06', '2021-02'], ['2020-03', '2020-04']), 14);
  assert.equal(months(['2024-05', '']), 2, 'a job without an end lasts until today');
  assert.equal(months(['2024-05', 'Present']), 2);
  assert.equal(months(['2024-01', '2030-01']), 6, 'months in the future do not count');
  assert.equal(months(['2020', '2019']), null, 'an end before the start is ignored');
  assert.equal(months(['soon', '2020'], ['', '']), null);
  assert.equal(rules.parseDuration('3 yrs 2 mos'), 38);
  assert.equal(rules.parseDuration('2 года 3 месяца'), 27);
  assert.equal(rules.parseDuration('a while'), null);
});
