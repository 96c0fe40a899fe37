// The form: with the mouse, with the keyboard only, without JavaScript, with mistakes; and its suggestions.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, blank, demo, hostile, look, looks, open, picture, start } from '../lib/index.mjs';

const shown = (page, field) => page.locator(`#${field}-suggestions:not([hidden]) [role=option]`);
const focused = (page) => page.evaluate(() => document.activeElement.id);

test('with the mouse', async (t) => {
  const page = await open(t, await demo(), '/');
  await page.locator('#skills').click();
  await page.keyboard.type('pyth');
  await shown(page, 'skills').first().click();
  assert.match(await page.locator('#skills').inputValue(), /^Python\n$/);
  assert.equal(await focused(page), 'skills', 'the focus stays');
  await page.locator('#experience_years').fill('3');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL('**/roadmaps/junior/**#you**');
});

test('with the keyboard only', async (t) => {
  const page = await open(t, await demo(), '/');
  const stops = [];
  for (let n = 0; n < 30 && stops.at(-1) !== 'certifications'; n += 1) {
    await page.keyboard.press('Tab');
    const id = await focused(page);
    stops.push(id);
    if (id === 'experience_years') await page.keyboard.type('12');
    if (id === 'skills') {
      await page.keyboard.type('Git, pyt');
      await shown(page, 'skills').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.type('sq');
      await shown(page, 'skills').first().waitFor();
    }
  }
  // Tab leaves a field with an open list, and chooses nothing.
  assert.equal(await page.locator('#skills').inputValue(), 'Git\nPython\nsq');
  assert.equal(await shown(page, 'skills').count(), 0);
  assert.deepEqual(
    stops
      .filter(Boolean)
      .filter((id) => id !== 'content')
      .slice(-8),
    [
      'import',
      'degree_fields',
      'experience_years',
      'experience_months',
      'position',
      'skills',
      'courses',
      'certifications',
    ],
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/roadmaps/senior/**');
});

test('what the arrows, Home, End and Escape do', async (t) => {
  const page = await open(t, await demo(), '/');
  const field = page.locator('#skills');
  await field.click();
  await page.keyboard.type('s');
  await shown(page, 'skills').first().waitFor();
  const count = await shown(page, 'skills').count();
  assert(count > 1 && count <= 8, `${count} suggestions`);
  assert.equal(
    await field.getAttribute('aria-activedescendant'),
    null,
    'nothing is chosen until it is asked for',
  );
  await page.keyboard.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), 'skills-suggestions-0');
  assert.equal(await page.locator('#skills-suggestions-0').getAttribute('aria-selected'), 'true');
  for (let n = 0; n < count; n += 1) await page.keyboard.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), null, 'past the last is the field again');
  await page.keyboard.press('Escape');
  assert.equal(await shown(page, 'skills').count(), 0);
  assert.equal(await field.inputValue(), 's', 'Escape keeps the text');
  await page.keyboard.press('Enter');
  assert.equal(await field.inputValue(), 's\n', 'Enter is a new line where nothing is chosen');
  await page.keyboard.type('sq');
  await shown(page, 'skills').first().waitFor();
  await page.keyboard.press('Home');
  assert.equal(await shown(page, 'skills').count(), 0);
  await page.keyboard.press('ArrowUp');
  assert.equal(await field.evaluate((element) => element.selectionStart), 0, 'the caret is free');
});

test('a suggestion goes to a line of its own, and can be undone', async (t) => {
  const page = await open(t, await demo(), '/');
  const field = page.locator('#skills');
  const choose = async (text, caret) => {
    await field.fill(text.replace('|', ''));
    await field.evaluate((element, at) => element.setSelectionRange(at, at), caret ?? text.indexOf('|'));
    await page.keyboard.type('y');
    await shown(page, 'skills').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    return field.inputValue();
  };
  assert.equal(await choose('• p|'), 'Python\n');
  assert.equal(await choose('Rust, p|, Go'), 'Rust\nPython\nGo');
  assert.equal(await choose('Rust\np|\nGo'), 'Rust\nPython\nGo');
  await page.keyboard.press('Control+z');
  assert.equal(await field.inputValue(), 'Rust\npy\nGo');
  await field.fill('Python\n');
  await page.keyboard.type('python');
  await page.waitForTimeout(200);
  assert(!(await shown(page, 'skills').allInnerTexts()).includes('Python'), 'what is there is not suggested');
});

test('keys that come before the list are about what was typed', async (t) => {
  const page = await open(t, await demo(), '/');
  const field = page.locator('#skills');
  await field.click();
  await page.keyboard.type('s');
  await shown(page, 'skills').first().waitFor();
  // All in one moment: no list of "pyth" has been drawn yet.
  await field.evaluate((element) => {
    element.value = 'pyth';
    element.setSelectionRange(4, 4);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (const key of ['ArrowDown', 'Enter'])
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  assert.equal(await field.inputValue(), 'Python\n');
});

test('with a finger', async (t) => {
  const page = await open(t, await demo(), '/', { width: 360, touch: true });
  await page.locator('#skills').tap();
  await page.keyboard.type('pyth');
  await shown(page, 'skills').first().tap();
  assert.equal(await page.locator('#skills').inputValue(), 'Python\n');
  assert.equal(await focused(page), 'skills', 'the keyboard of the phone stays');
});

test('commas are part of titles', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.route('**/vocabulary-*.json', (route) =>
    route.fulfill({ json: { courses: ['Algorithms, Part I', 'Part-time gardening'] } }),
  );
  await page.goto(site.url);
  await page.locator('#courses').click();
  await page.keyboard.type('algorithms, part');
  await shown(page, 'courses').first().waitFor();
  assert.deepEqual(await shown(page, 'courses').allInnerTexts(), ['Algorithms, Part I']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#courses').inputValue(), 'Algorithms, Part I\n');
});

test('what was chosen is said as it is written', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.route('**/vocabulary-*.json', (route) =>
    route.fulfill({ json: { skills: ['Cash $& carry {label}'] } }),
  );
  await page.goto(site.url);
  await page.locator('#skills').click();
  await page.keyboard.type('cash');
  await page.waitForFunction(() =>
    document.querySelector('form > [role=status]').textContent.startsWith('1 suggestion.'),
  );
  await shown(page, 'skills').first().click();
  await page.waitForFunction(() =>
    document.querySelector('form > [role=status]').textContent.endsWith(' added.'),
  );
  assert.equal(await page.locator('form > [role=status]').textContent(), 'Cash $& carry {label} added.');
});

test('accents and capitals do not matter, and words inside count', async (t) => {
  const people = (skills, n = 30) =>
    Array.from({ length: n }, (_, i) => ({
      id: `${skills[0]}-${i}`,
      url: null,
      position: null,
      company: null,
      experience_months: 12,
      degree_fields: ['Computer Science'],
      courses: [],
      certifications: [],
      // People who list the same would count as one person.
      skills: [...skills, `Other ${i % 7}`],
    }));
  const site = await start('accents', {
    profiles: [
      ...people(['Análisis de datos', 'Straßenbau', 'Big Data', 'Ökologie'], 40),
      ...people(['Data Mining', 'Python'], 60),
    ],
  });
  const page = await open(t, site, '/');
  const suggested = async (text) => {
    await page.locator('#skills').fill('');
    await page.locator('#skills').pressSequentially(text);
    await page.waitForTimeout(250);
    return shown(page, 'skills').allInnerTexts();
  };
  assert.deepEqual(await suggested('ANALISIS'), ['Análisis de datos']);
  assert.deepEqual(await suggested('strass'), ['Straßenbau']);
  assert.deepEqual(await suggested('oko'), ['Ökologie']);
  assert.deepEqual(
    await suggested('dat'),
    ['Data Mining', 'Análisis de datos', 'Big Data']
      .filter((label) => label.startsWith('Data'))
      .concat(['Análisis de datos', 'Big Data']),
  );
  assert.equal(await page.locator('#skills-suggestions b').last().textContent(), 'Dat');
  assert.deepEqual(await suggested('ata'), [], 'the middle of a word is no match');
});

test('suggestions say how many there are, and are loaded once, on focus', async (t) => {
  const page = await open(t, await demo(), '/');
  const loads = () => page.requests.filter((url) => url.includes('vocabulary')).length;
  assert.equal(loads(), 0);
  await page.locator('#position').focus();
  await page.locator('#skills').click();
  await page.keyboard.type('python');
  await page.locator('#skills').fill('');
  await page.keyboard.type('sql');
  await shown(page, 'skills').first().waitFor();
  await page.waitForFunction(() =>
    /\d suggestion/.test(document.querySelector('form > [role=status]').textContent),
  );
  assert.equal(loads(), 1);
});

test('5,000 labels are searched in a moment, and the page does not move', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  const skills = Array.from(
    { length: 5000 },
    (_, n) => `Skill ${n} of something ${n % 7 ? 'ordinary' : 'étrange'}`,
  );
  await page.route('**/vocabulary-*.json', (route) => route.fulfill({ json: { skills } }));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => {
        window.shift += entry.value;
      }),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.url);
  await page.locator('#skills').click();
  await page.keyboard.type('etrange', { delay: 5 });
  await shown(page, 'skills').first().waitFor();
  assert.equal(await shown(page, 'skills').count(), 8);
  assert.equal(await page.evaluate(() => window.shift), 0);
  // A key that comes before the list has it made at once. The fastest of five: other programs run here too.
  const fastest = await page.locator('#skills').evaluate((field) =>
    Math.min(
      ...['e', 'et', 'etr', 'o', 'so'].map((typed) => {
        field.value = typed;
        field.setSelectionRange(typed.length, typed.length);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const begun = performance.now();
        field.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
        );
        if (!field.hasAttribute('aria-activedescendant')) throw new Error(`no list for ${typed}`);
        return performance.now() - begun;
      }),
    ),
  );
  t.diagnostic(`${fastest} ms`);
  assert(fastest < 100, `${fastest} ms`);
});

test('a vocabulary that cannot be had disturbs nobody', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.route('**/vocabulary-*.json', (route) => route.fulfill({ status: 200, body: 'not JSON' }));
  await page.goto(site.url);
  await page.locator('#skills').click();
  await page.keyboard.type('python');
  await page.waitForTimeout(200);
  assert.equal(await shown(page, 'skills').count(), 0);
  assert.equal(await page.locator('#skills').inputValue(), 'python');
});

test('hostile labels are text', async (t) => {
  const page = await open(t, await hostile(), '/');
  const seen = [];
  await page.locator('#skills').click();
  for (const typed of ['<', '"', 'java', '&', 'z', '\u202e']) {
    await page.locator('#skills').fill('');
    await page.keyboard.insertText(typed);
    await page.waitForTimeout(150);
    assert.equal(
      await page.locator('.suggestions img, .suggestions script, .suggestions a, .suggestions svg').count(),
      0,
    );
    seen.push(...(await shown(page, 'skills').allTextContents()));
  }
  assert(
    seen.some((label) => /<script>|onerror=/.test(label)),
    `nothing hostile was suggested: ${seen.join(' · ')}`,
  );
});

for (const js of [true, false]) {
  test(`mistakes are said at the top and beside the field${js ? '' : ', without JavaScript'}`, async (t) => {
    const page = await open(t, await demo(), '/', { js });
    await page.locator('#experience_years').fill('ab');
    await page.locator('#skills').fill('Python\n<b>SQL</b>');
    await page.locator('form button[type=submit]').click();
    await page.locator('.problem').waitFor();
    assert.match(await page.title(), /^Error: /);
    const link = page.locator('.problem a').first();
    assert.equal(await link.getAttribute('href'), '#experience_years');
    assert.equal(await page.locator('#experience_years').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.locator('#experience_years').inputValue(), 'ab', 'what was typed is kept');
    assert.equal(await page.locator('#skills').inputValue(), 'Python\n<b>SQL</b>');
    const described = (await page.locator('#experience_years').getAttribute('aria-describedby')).split(' ');
    assert(described.includes('experience_years-error'));
    if (js) {
      assert.equal(
        await page.evaluate(() => document.activeElement.className),
        'problem',
        'the summary has the focus',
      );
      await link.click();
      assert.equal(await focused(page), 'experience_years');
      await axe(page);
    }
    await page.locator('#experience_years').fill('3');
    await page.locator('form button[type=submit]').click();
    await page.waitForURL('**/roadmaps/junior/**');
  });
}

test('a list as it was pasted, with commas and bullets, is understood', async (t) => {
  const page = await open(t, await demo(), '/');
  await page.locator('#skills').fill('• Python\n• SQL; Git\nLinux, Docker');
  await page.locator('#experience_years').fill('3');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL('**/roadmaps/junior/**');
  const have = /[#&]have=([^&]*)/.exec(page.url())[1].split('|').map(decodeURIComponent);
  assert(have.includes('Python') && have.includes('SQL'), have.join());
});

test('in German, the answer is German', async (t) => {
  const page = await open(t, await demo(), '/de/');
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await page.locator('#skills').fill('Python\nSQL');
  const [sent] = await Promise.all([
    page.waitForRequest('**/classify'),
    page.locator('form button[type=submit]').click(),
  ]);
  assert.equal(new URLSearchParams(sent.postData()).get('lang'), 'de');
  await page.waitForURL('**/de/roadmaps/**');
});

for (const { width, dark } of looks) {
  test(`looks at ${width}${dark ? ', dark' : ''}`, async (t) => {
    const page = await open(t, await demo(), dark ? '/de/' : '/', { width, dark });
    await axe(page);
    await picture(page, `form-${width}-${dark ? 'dark' : 'light'}`);
    await page.locator('#skills').click();
    await page.keyboard.type('s');
    await shown(page, 'skills').first().waitFor();
    await axe(page);
    await page.screenshot({ path: `${look}/form-${width}-${dark ? 'dark' : 'light'}-suggestions.png` });
    assert(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'no sideways scrolling',
    );
  });
}
