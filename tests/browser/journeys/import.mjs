// The import: forty exports of one person, requests, the parts of a file that are read, and errors.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { expected, otherFiles, tables, today } from '../import/person.mjs';
import { importOf } from '../import/run.mjs';
import { score, writeVariants } from '../import/variants.mjs';
import { writeZip } from '../import/zip.mjs';
import { axe, blank, demo, open, screenshots, viewports } from '../lib/index.mjs';

const dir = await mkdtemp(join(tmpdir(), 'import-'));
after(() => rm(dir, { recursive: true }));
const variants = await writeVariants(dir);
const complete = variants.find(({ name }) => name === 'ZIP, complete');

/* Opens the form on a fixed day. `page.posts` lists the URLs of requests other than GET. */
async function form(t, options) {
  const site = await demo();
  const page = await blank(t, site, options);
  page.posts = [];
  page.on('request', (request) => request.method() !== 'GET' && page.posts.push(request.url()));
  await page.clock.setFixedTime(today);
  await page.goto(site.url + (options?.path ?? '/'));
  return page;
}

test('at least 95% of all values are right', async (t) => {
  const page = await form(t);
  let [right, total] = [0, 0];
  for (const variant of variants) {
    await page.goto((await demo()).url);
    const { found, problem } = await importOf(page, variant);
    assert(found, `${variant.name}: ${problem}`);
    const scored = score(variant.expected, found);
    if (scored.wrong.length) t.diagnostic(`${variant.name}: ${scored.wrong.join(' · ')}`);
    right += scored.right;
    total += scored.total;
  }
  t.diagnostic(`${variants.length} exports: ${right} of ${total} values right`);
  assert(variants.length >= 30 && right / total >= 0.95, `${right} of ${total}`);
  // The page's own assets, and nothing else.
  const withoutHash = (url) => new URL(url).pathname.replace(/-[0-9a-f]{12}\./, '.');
  const requested = new Set(page.requests.map(withoutHash));
  requested.delete('/assets/vocabulary.json');
  assert.deepEqual([...requested].sort(), [
    '/',
    '/assets/form.js',
    '/assets/icon.svg',
    '/assets/import.js',
    '/assets/style.css',
    '/assets/unzip.js',
  ]);
  assert.deepEqual(page.posts, []);
});

test('its script is loaded on import, and the ZIP library only for an archive', async (t) => {
  const page = await form(t);
  const loaded = () => page.requests.flatMap((url) => /import|unzip/.exec(url)?.[0] ?? []);
  assert.deepEqual(loaded(), []);
  const skills = variants.find(({ name }) => name === 'one CSV: Skills');
  await importOf(page, skills);
  assert.deepEqual(loaded(), ['import']);
});

test('only the directory and the six files of an archive are read', async (t) => {
  const page = await blank(t, await demo());
  await page.addInitScript(() => {
    window.ranges = [];
    const slice = Blob.prototype.slice;
    Blob.prototype.slice = function (start, end, ...rest) {
      if (this instanceof File) window.ranges.push([start, end ?? this.size]);
      return slice.call(this, start, end, ...rest);
    };
    for (const method of ['arrayBuffer', 'text', 'stream', 'bytes']) {
      const read = Blob.prototype[method];
      if (read) {
        Blob.prototype[method] = function (...args) {
          if (this instanceof File) window.ranges.push([0, this.size]);
          return read.apply(this, args);
        };
      }
    }
    for (const method of ['readAsText', 'readAsArrayBuffer', 'readAsDataURL']) {
      FileReader.prototype[method] = () => {
        throw new Error('this test does not record reads by FileReader');
      };
    }
  });
  await page.goto((await demo()).url);
  const huge = join(dir, 'huge.zip');
  const secret = Buffer.from(otherFiles['messages.csv'].repeat(2000));
  await writeZip(huge, [
    { name: 'messages.csv', bytes: secret, stored: true },
    { name: 'Rich_Media/video.mp4', hole: 5e8 },
    ...Object.entries(tables()).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    { name: 'Connections.csv', bytes: Buffer.from(otherFiles['Connections.csv']), stored: true },
  ]);
  const { found } = await importOf(page, { files: [huge] });
  assert.equal(found.position, expected.position);
  const ranges = await page.evaluate(() => window.ranges);
  const read = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  t.diagnostic(`${read} bytes read of ${(5e8 + secret.length).toLocaleString('en')}`);
  assert(read < 200_000, `${read} bytes`);
  // The messages are the first file in the archive, after a header of 42 bytes.
  assert(!ranges.some(([start, end]) => start < secret.length && end > 42), JSON.stringify(ranges));
});

test('import, preview, accept, submit, roadmap', async (t) => {
  const page = await form(t);
  await page.locator('#position').fill('Baker');
  await page.locator('#skills').fill('Baking\npython');
  await importOf(page, complete);
  assert.match(await page.locator('dialog').innerText(), /Lists|lists/);
  await page.locator('#import-courses').fill('Algorithms, Part I');
  assert.deepEqual(page.posts, []);
  await page.locator('dialog .button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'import-done');
  const value = (field) => page.locator(`#${field}`).inputValue();
  assert.equal(await value('position'), expected.position);
  assert.deepEqual([await value('experience_years'), await value('experience_months')], ['8', '6']);
  assert.equal(await value('skills'), ['Baking', 'python', ...expected.skills.slice(1)].join('\n'));
  assert.equal(await value('courses'), 'Algorithms, Part I');
  assert.deepEqual(page.posts, []);
  const [sent] = await Promise.all([
    page.waitForRequest('**/classify'),
    page.locator('form button[type=submit]').click(),
  ]);
  const body = new URLSearchParams(sent.postData());
  assert.deepEqual([...body.keys()].sort(), [
    'certifications',
    'courses',
    'degree_fields',
    'experience_months',
    'experience_years',
    'lang',
    'position',
    'skills',
  ]);
  assert(!/secret|acme|beta|berlin/i.test(sent.postData()), sent.postData());
  await page.waitForURL('**/roadmaps/**');
});

test('Escape cancels: the form is unchanged and the focus returns', async (t) => {
  const page = await form(t);
  await importOf(page, complete);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'import');
  assert.equal(await page.locator('#skills').inputValue(), '');
});

test('with the keyboard alone', async (t) => {
  const page = await form(t);
  const onImport = () => page.evaluate(() => document.activeElement.id === 'import');
  for (let n = 0; n < 30 && !(await onImport()); n += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  assert.equal(await focused(), 'import-title');
  const stops = [];
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  assert.deepEqual(stops.slice(0, 3), ['import-file', 'import-folder', 'import-text']);
  await page.locator('#import-text').focus();
  await page.keyboard.insertText('Skills\nPython\nSQL\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#import-skills').waitFor();
  assert.equal(await focused(), 'import-title');
  const onButton = () => page.evaluate(() => document.activeElement.matches('dialog .button'));
  for (let n = 0; n < 12 && !(await onButton()); n += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#skills').inputValue(), 'Python\nSQL');
});

test('a file dropped on the page', async (t) => {
  const page = await form(t);
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'Skills.csv'));
    return transfer;
  }, 'Name\nPython\n');
  for (const kind of ['dragover', 'drop']) await page.dispatchEvent('main', kind, { dataTransfer: transfer });
  await page.locator('#import-skills').waitFor();
  assert.equal(await page.locator('#import-skills').inputValue(), 'Python');
});

test('a dropped file that has gone is reported, and another import works', async (t) => {
  const page = await form(t);
  await page.evaluate(() => {
    DataTransferItem.prototype.webkitGetAsEntry = () => ({
      isFile: true,
      name: 'Skills.csv',
      file: (_, fail) => fail(new DOMException('it was moved', 'NotFoundError')),
    });
  });
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Name'], 'Skills.csv'));
    return transfer;
  });
  // First on the page, then on the open dialog.
  for (const target of ['main', 'dialog']) {
    await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
    await page.locator('dialog .problem').waitFor();
    assert.match(await page.locator('dialog .problem').innerText(), /it was moved/);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'problem');
    await page.evaluate(() => document.querySelector('dialog .problem').remove());
  }
  await page.locator('#import-file').setInputFiles(complete.files);
  await page.locator('#import-skills').waitFor();
});

test('a URL that is not UTF-8 does not stop the import', async (t) => {
  const page = await form(t);
  const contact = 'Contact\nwww.linkedin.com/in/m%FCller-%zz\nTop Skills\nPython\nSQL\n';
  const text = `${contact}M Müller\nBaker\nBerlin\nExperience\nAcme\nData Analyst\nJanuary 2020 - Present\n`;
  const { found, problem } = await importOf(page, { text });
  assert(found, problem);
  assert.equal(found.position, 'Data Analyst');
  assert.match(found.skills, /^Python/);
});

const attack = '<img src=x onerror=alert(1)>';
test('hostile strings stay text', async (t) => {
  const page = await form(t);
  const path = join(dir, 'hostile.zip');
  const cell = `"${attack} ""\u202egnp.""=cmd|' /C calc'!A0"`;
  await writeZip(path, [
    {
      name: `${attack}/Skills.csv`,
      bytes: Buffer.from(`Name\n${cell}\n__proto__\n${'x'.repeat(10_000)}\n\u0000\u0007Bell\n`),
    },
    { name: 'Positions.csv', bytes: Buffer.from(`Title,Started On\n${cell},<script>alert(2)</script>\n`) },
    { name: '../../Courses.csv', bytes: Buffer.from('Name\n{{ t }}</textarea><script>alert(3)</script>\n') },
  ]);
  const { found } = await importOf(page, { files: [path] });
  assert.equal(found.skills.split('\n')[0], `${attack} "gnp."=cmd|' /C calc'!A0`);
  assert.deepEqual(found.skills.split('\n').slice(1), ['__proto__', 'Bell']);
  assert.equal(await page.locator('dialog img, dialog script').count(), 0);
  await page.locator('dialog .button').click();
  assert.equal(await page.locator('form img, form script').count(), 0);
});

const csv = (name, text) => ({ name, bytes: Buffer.from(text) });
const binary = Buffer.from([1, 0, 2, 0, 0, 0, 9, 7]);
const bomb = csv('Skills.csv', `Name\n${'a\n'.repeat(2e6)}`);
for (const [input, message, write] of [
  ['a truncated archive', /damaged/, async (path) => writeFile(path, 'PK\u0003\u0004 and then nothing')],
  ['an archive of something else', /none of Profile\.csv/, (path) => writeZip(path, [csv('photo.jpg', 'x')])],
  ['a ZIP bomb with its true size', /larger than 2 MB/, (path) => writeZip(path, [bomb])],
  ['a ZIP bomb with a false size', /damaged/, (path) => writeZip(path, [{ ...bomb, size: 100 }])],
  [
    'an archive with a password',
    /password/,
    (path) => writeZip(path, [{ ...csv('Skills.csv', 'Name\na'), encrypted: true }]),
  ],
  ['an archive in an archive', /another ZIP/, (path) => writeZip(path, [csv('export.zip', 'PK')])],
  ['a document', /word processor/, (path) => writeZip(path, [csv('word/document.xml', '<x/>')])],
  ['a PDF', /copy all of its text/, (path) => writeFile(path, '%PDF-1.7\n\u0000')],
  ['an empty file', /is empty/, (path) => writeFile(path, '')],
  ['messages.csv', /not one of the LinkedIn tables/, (path) => writeFile(path, otherFiles['messages.csv'])],
  ['broken JSON', /not valid JSON: line 3/, (path) => writeFile(path, '{\n "work": [],\n  work: []\n}\n')],
  ['truncated JSON', /not valid JSON/, (path) => writeFile(path, '{\n "work": [')],
  ['other JSON', /not a JSON Resume/, (path) => writeFile(path, '{"a": 1}')],
  ['a text without headings', /no heading/, (path) => writeFile(path, 'I bake bread.\n')],
  ['binary data', /not one of the LinkedIn tables/, (path) => writeFile(path, binary)],
  ['a huge file', /larger than 2 MB/, (path) => writeFile(path, 'Skills\n'.repeat(400_000))],
]) {
  test(`refused with a reason: ${input}`, async (t) => {
    const page = await form(t);
    const path = join(dir, input.endsWith('.csv') ? input : `${input.replace(/\W+/g, '-')}.file`);
    await write(path);
    const { problem } = await importOf(page, { files: [path] });
    assert.match(problem, message);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'problem');
    // Another import works.
    await page.locator('#import-file').setInputFiles(complete.files);
    await page.locator('#import-skills').waitFor();
  });
}

for (const { width, dark } of viewports) {
  test(`at ${width} pixels${dark ? ', dark' : ''}`, async (t) => {
    const page = await form(t, { width, dark, path: dark ? '/de/' : '/' });
    const name = `import-${width}-${dark ? 'dark' : 'light'}`;
    await page.locator('#import').click();
    await page.locator('dialog[open]').waitFor();
    await axe(page);
    await page.screenshot({ path: `${screenshots}/${name}-choose.png` });
    await page.locator('#import-file').setInputFiles([complete.files[0]]);
    await page.locator('#import-skills').waitFor();
    await axe(page);
    await page.screenshot({ path: `${screenshots}/${name}-preview.png` });
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert(fits, 'no horizontal scrolling');
  });
}

test('without JavaScript there is no button', async (t) => {
  const page = await open(t, await demo(), '/', { js: false });
  assert.equal(await page.locator('#import').isVisible(), false);
});
