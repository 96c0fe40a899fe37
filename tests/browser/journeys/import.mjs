// The import: forty exports of one person, the requests it makes, the parts of files it reads, and its
// problems.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { day, expected, others, tables } from '../import/person.mjs';
import { importOf } from '../import/run.mjs';
import { make, score } from '../import/variants.mjs';
import { writeZip } from '../import/zip.mjs';
import { axe, blank, demo, look, looks, open } from '../lib/index.mjs';

const dir = await mkdtemp(join(tmpdir(), 'import-'));
after(() => rm(dir, { recursive: true }));
const variants = await make(dir);
const complete = variants.find(({ name }) => name === 'ZIP, complete');

/* The form on a fixed day; `posts` are what was sent. */
async function form(t, options) {
  const site = await demo();
  const page = await blank(t, site, options);
  page.posts = [];
  page.on('request', (request) => request.method() !== 'GET' && page.posts.push(request.url()));
  await page.clock.setFixedTime(day);
  await page.goto(site.url + (options?.path ?? '/'));
  return page;
}

test('of every export at least 95 of 100 values are right', async (t) => {
  const page = await form(t);
  let [right, of] = [0, 0];
  for (const variant of variants) {
    await page.goto((await demo()).url);
    const { found, problem } = await importOf(page, variant);
    assert(found, `${variant.name}: ${problem}`);
    const scored = score(variant.expected, found);
    if (scored.wrong.length) t.diagnostic(`${variant.name}: ${scored.wrong.join(' · ')}`);
    [right, of] = [right + scored.right, of + scored.of];
  }
  t.diagnostic(`${variants.length} exports: ${right} of ${of} values right`);
  assert(variants.length >= 30 && right / of >= 0.95, `${right} of ${of}`);
  // The pages' own parts and nothing else, and never more than asked for.
  const asked = new Set(page.requests.map((url) => new URL(url).pathname.replace(/-[0-9a-f]{12}\./, '.')));
  asked.delete('/assets/vocabulary.json');
  assert.deepEqual([...asked].sort(), [
    '/',
    '/assets/form.js',
    '/assets/icon.svg',
    '/assets/import.js',
    '/assets/style.css',
    '/assets/unzip.js',
  ]);
  assert.deepEqual(page.posts, []);
});

test('nothing of it is loaded before somebody imports, and the library only for an archive', async (t) => {
  const page = await form(t);
  const asked = () =>
    page.requests.filter((url) => /import|unzip/.test(url)).map((url) => /import|unzip/.exec(url)[0]);
  assert.deepEqual(asked(), []);
  await importOf(page, variants.find(({ name }) => name === 'one CSV: Skills'));
  assert.deepEqual(asked(), ['import']);
});

test('of an archive only its list and the six files are read', async (t) => {
  const page = await blank(t, await demo());
  await page.addInitScript(() => {
    window.ranges = [];
    const slice = Blob.prototype.slice;
    Blob.prototype.slice = function (start, end, ...rest) {
      if (this instanceof File) window.ranges.push([start, end ?? this.size]);
      return slice.call(this, start, end, ...rest);
    };
    for (const whole of ['arrayBuffer', 'text', 'stream', 'bytes']) {
      const read = Blob.prototype[whole];
      if (read) Blob.prototype[whole] = function (...given) {
        if (this instanceof File) window.ranges.push([0, this.size]);
        return read.apply(this, given);
      };
    }
    for (const way of ['readAsText', 'readAsArrayBuffer', 'readAsDataURL']) {
      FileReader.prototype[way] = () => { throw new Error('not this way'); };
    }
  });
  await page.goto((await demo()).url);
  const huge = join(dir, 'huge.zip');
  const secret = Buffer.from(others['messages.csv'].repeat(2000));
  await writeZip(huge, [
    { name: 'messages.csv', bytes: secret, stored: true },
    { name: 'Rich_Media/video.mp4', hole: 5e8 },
    ...Object.entries(tables()).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    { name: 'Connections.csv', bytes: Buffer.from(others['Connections.csv']), stored: true },
  ]);
  const { found } = await importOf(page, { files: [huge] });
  assert.equal(found.position, expected.position);
  const ranges = await page.evaluate(() => window.ranges);
  const read = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  t.diagnostic(`${read} bytes read of ${(5e8 + secret.length).toLocaleString('en')}`);
  assert(read < 200_000, `${read} bytes`);
  // The messages come first in the file, after a header of 42 bytes.
  assert(!ranges.some(([start, end]) => start < secret.length && end > 42), JSON.stringify(ranges));
});

test('import, preview, accept, send, roadmap', async (t) => {
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

test('cancelled, nothing has changed and the focus is back', async (t) => {
  const page = await form(t);
  await importOf(page, complete);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'import');
  assert.equal(await page.locator('#skills').inputValue(), '');
});

test('with the keyboard alone', async (t) => {
  const page = await form(t);
  for (let n = 0; n < 30 && (await page.evaluate(() => document.activeElement.id)) !== 'import'; n += 1)
    await page.keyboard.press('Tab');
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
  for (
    let n = 0;
    n < 12 && !(await page.evaluate(() => document.activeElement.matches('dialog .button')));
    n += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#skills').inputValue(), 'Python\nSQL');
});

test('dropped on the page', async (t) => {
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

test('what was dropped and is gone: said in words, and another try works', async (t) => {
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
  // On the page, then on the dialog that is open by then.
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

test('an address that is no UTF-8 stops no reading', async (t) => {
  const page = await form(t);
  const text =
    'Contact\nwww.linkedin.com/in/m%FCller-%zz\nTop Skills\nPython\nSQL\nM Müller\nBaker\nBerlin\n' +
    'Experience\nAcme\nData Analyst\nJanuary 2020 - Present\n';
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
for (const [what, told, write] of [
  ['an archive cut off', /damaged/, async (path) => writeFile(path, 'PK\u0003\u0004 and then nothing')],
  ['an archive of something else', /none of Profile\.csv/, (path) => writeZip(path, [csv('photo.jpg', 'x')])],
  [
    'a bomb that says what it is',
    /larger than 2 MB/,
    (path) => writeZip(path, [csv('Skills.csv', `Name\n${'a\n'.repeat(2e6)}`)]),
  ],
  [
    'a bomb that lies',
    /damaged/,
    (path) => writeZip(path, [{ ...csv('Skills.csv', `Name\n${'a\n'.repeat(2e6)}`), size: 100 }]),
  ],
  [
    'an archive with a password',
    /password/,
    (path) => writeZip(path, [{ ...csv('Skills.csv', 'Name\na'), encrypted: true }]),
  ],
  ['an archive in an archive', /another ZIP/, (path) => writeZip(path, [csv('export.zip', 'PK')])],
  ['a document', /word processor/, (path) => writeZip(path, [csv('word/document.xml', '<x/>')])],
  ['a PDF', /copy all of its text/, (path) => writeFile(path, '%PDF-1.7\n\u0000')],
  ['nothing', /is empty/, (path) => writeFile(path, '')],
  [
    'somebody’s messages',
    /not one of the LinkedIn tables/,
    (path) => writeFile(path, others['messages.csv']),
    'messages.csv',
  ],
  ['broken JSON', /not valid JSON: line 3/, (path) => writeFile(path, '{\n "work": [],\n  work: []\n}\n')],
  ['JSON that ends', /not valid JSON/, (path) => writeFile(path, '{\n "work": [')],
  ['other JSON', /not a JSON Resume/, (path) => writeFile(path, '{"a": 1}')],
  ['a text without headings', /no heading/, (path) => writeFile(path, 'I bake bread.\n')],
  [
    'bytes',
    /not one of the LinkedIn tables/,
    (path) => writeFile(path, Buffer.from([1, 0, 2, 0, 0, 0, 9, 7])),
  ],
  ['a huge file', /larger than 2 MB/, (path) => writeFile(path, 'Skills\n'.repeat(400_000))],
]) {
  test(`refused in words: ${what}`, async (t) => {
    const page = await form(t);
    const path = join(
      dir,
      what === 'somebody’s messages' ? 'messages.csv' : `${what.replace(/\W+/g, '-')}.file`,
    );
    await write(path);
    const { problem } = await importOf(page, { files: [path] });
    assert.match(problem, told);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'problem');
    // Another try works.
    await page.locator('#import-file').setInputFiles(complete.files);
    await page.locator('#import-skills').waitFor();
  });
}

for (const { width, dark } of looks) {
  test(`looks at ${width}${dark ? ', dark' : ''}`, async (t) => {
    const page = await form(t, { width, dark, path: dark ? '/de/' : '/' });
    const name = `import-${width}-${dark ? 'dark' : 'light'}`;
    await page.locator('#import').click();
    await page.locator('dialog[open]').waitFor();
    await axe(page);
    await page.screenshot({ path: `${look}/${name}-choose.png` });
    await page.locator('#import-file').setInputFiles([complete.files[0]]);
    await page.locator('#import-skills').waitFor();
    await axe(page);
    await page.screenshot({ path: `${look}/${name}-preview.png` });
    assert(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'no sideways scrolling',
    );
  });
}

test('without JavaScript there is no offer', async (t) => {
  const page = await open(t, await demo(), '/', { js: false });
  assert.equal(await page.locator('#import').isVisible(), false);
});
