// The import in the browser follows the same rules as the readers in Rust. Their words and cases are read
// from their sources.
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

test('the words of degrees are the same', async () => {
  const words = await source('crates/profile-data/src/degree_name/words.rs');
  for (const [, name, list] of words.matchAll(/const (\w+): \[&str; \d+\] =\s*\[(.*?)\];/gs)) {
    assert.deepEqual(
      [...rules[name]].sort(),
      [...list.matchAll(/"([^"]*)"/g)].map((match) => match[1]).sort(),
      name,
    );
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
  const rows = [...months.matchAll(/^ {4}&\[(.*)\],$/gm)].map((row) =>
    [...row[1].matchAll(/"([^"]*)"/g)].map((match) => match[1]),
  );
  assert.equal(rows.length, 12);
  assert.deepEqual(rules.MONTHS, rows);
});

test('the present has at least the same names', async () => {
  const job = await source('crates/profile-data/src/experience/job.rs');
  const list = /const PRESENT[^=]*= \[(.*?)\];/s.exec(job)[1];
  for (const [, word] of list.matchAll(/"([^"]*)"/g)) assert(rules.isPresent(`until ${word}`), word);
  for (const word of ['unknown', '2020', '']) assert(!rules.isPresent(word), word);
});

test('months are counted once', () => {
  const months = (...jobs) =>
    rules.experienceMonths(jobs.map(([start, end]) => rules.job('', start, end, today)));
  assert.equal(months(['2020-01', '2020-12']), 12, 'both ends count');
  assert.equal(months(['2020-01', '2020-12'], ['2020-06', '2021-02'], ['2020-03', '2020-04']), 14);
  assert.equal(months(['2024-05', '']), 2, 'without an end until today');
  assert.equal(months(['2024-05', 'Present']), 2);
  assert.equal(months(['2024-01', '2030-01']), 6, 'nobody has worked in the future');
  assert.equal(months(['2020', '2019']), null, 'an end before the beginning says nothing');
  assert.equal(months(['soon', '2020'], ['', '']), null);
  assert.equal(rules.parseDuration('3 yrs 2 mos'), 38);
  assert.equal(rules.parseDuration('2 года 3 месяца'), 27);
  assert.equal(rules.parseDuration('a while'), null);
});
