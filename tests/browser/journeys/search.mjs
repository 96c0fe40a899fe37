// "Who needs Kafka?": search over skills with an index that is loaded when somebody begins to type.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, blank, demo, open } from '../lib/index.mjs';

const HERE = '/skills/';
const hits = (page) => page.locator('#search-results h2 bdi').allTextContents();
const said = (page) => page.locator('#search-results [role="status"]');

/** The index of a site, and a skill of one word that several roadmaps have. */
async function index(site) {
  const [, path] = /data-index="([^"]+)"/.exec(await (await site.get(HERE)).text());
  const { roadmaps, skills } = await (await site.get(path)).json();
  const skill = skills.find(([name, , held]) => /^[A-Z][a-z]{6,}$/.test(name) && held.length > 3);
  assert(skill, 'a skill to search for');
  return { path, roadmaps, skills, skill };
}

async function ask(page, query) {
  await page.locator('#q').fill(query);
  await page.waitForFunction(
    () => !/^(Loading|Wird)/.test(document.querySelector('#search-results [role="status"]').textContent),
  );
  await page.waitForTimeout(50);
}

test('a question is answered with the roadmaps that have the skill, the largest share first', async (t) => {
  const site = await demo();
  const { path, roadmaps, skill: [name, , held] } = await index(site);
  const page = await open(t, site, HERE);
  assert(!page.requests.some((url) => url.endsWith(path)), 'the index is loaded only when it is asked for');
  await page.locator('#q').focus();
  await ask(page, `Who needs ${name.toLowerCase()}?`);
  assert(page.requests.some((url) => url.endsWith(path)));
  assert.equal((await hits(page))[0], name);
  const share = ([at, people]) => people / roadmaps[at][3];
  const best = [...held].sort((a, b) => share(b) - share(a))[0];
  const row = page.locator('#search-results li').first();
  assert.match(await row.textContent(), new RegExp(`${best[1]} of ${roadmaps[best[0]][3]}`));
  await row.getByRole('link').click();
  assert.equal(new URL(page.url()).pathname, roadmaps[best[0]][0]);
  // The query was an entry of its own, with its answer.
  await page.goBack();
  await page.locator('#search-results h2').first().waitFor();
  assert.equal((await hits(page))[0], name);
});

test('parts of words, other languages, accents and slips of the finger', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, HERE);
  const slip = name.slice(0, 2) + name[3] + name[2] + name.slice(4);
  const accented = name.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`).toUpperCase();
  for (const query of [
    name.slice(0, 5),
    `Wer braucht ${name}?`,
    accented,
    ` ${name}!! `,
    slip,
    `${name.slice(0, -2)}${name.at(-1)}`,
  ]) {
    await ask(page, query);
    assert((await hits(page)).includes(name), `${query}: ${await hits(page)}`);
  }
  await ask(page, slip);
  assert.match(await said(page).textContent(), /Similar skills/);
});

test('an address with a query is an answer to share, and going back is going back', async (t) => {
  const site = await demo();
  const { skills: [[first]], skill: [second] } = await index(site);
  const page = await open(t, site, `${HERE}#q=${encodeURIComponent(second)}`);
  await page.locator('#search-results h2').first().waitFor();
  assert.equal((await hits(page))[0], second);
  await ask(page, first);
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, `#q=${encodeURIComponent(first)}`);
  await page.goBack();
  await page.waitForFunction(
    (name) => document.querySelector('#search-results h2')?.textContent === name,
    second,
  );
  assert.equal(await page.locator('#q').inputValue(), second);
});

test('with the keyboard: down into the answer, along it, and back', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, HERE);
  await page.locator('#q').focus();
  await ask(page, name);
  const focused = () =>
    page.evaluate(
      () => document.activeElement.closest('#search-results li')?.textContent ?? document.activeElement.id,
    );
  await page.keyboard.press('ArrowDown');
  const first = await focused();
  assert.match(first, /\d+ of \d+/);
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), first);
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'q');
});

test('nothing found says what to try; what is typed is text', async (t) => {
  const page = await open(t, await demo(), HERE);
  for (const query of [
    'qqqzzzx',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(2)</script>',
    'ẞ𝕏'.repeat(25),
  ]) {
    await ask(page, query);
    assert.match(await said(page).textContent(), /^No roadmap has/, query);
    assert.deepEqual(await hits(page), []);
    assert.equal(await page.locator('#search-results img, #search-results script').count(), 0);
  }
  for (const query of [' ?! ', '\\', '('.repeat(90)]) {
    await ask(page, query);
    assert.equal(await said(page).textContent(), '', 'nothing was asked');
  }
  for (const hash of [
    '#q=%',
    '#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    `#q=${'a'.repeat(100_000)}`,
    '#q=',
    '#q=%E0%A4%A',
  ]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForTimeout(100);
    assert.equal(await page.locator('#search-results img').count(), 0, hash.slice(0, 40));
    assert((await page.locator('#q').inputValue()).length <= 100);
  }
});

test('an index that is not there or not ours: it says so, and runs nothing', async (t) => {
  const site = await demo();
  const { path } = await index(site);
  const page = await blank(t, site);
  let body = '<html>';
  await page.route(`**${path}`, (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.goto(site.url + HERE);
  for (body of [
    '<html>',
    '{"v":2}',
    '[]',
    '{"v":1,"roadmaps":[],"skills":5}',
    '{"v":1,"roadmaps":[1],"skills":[]}',
  ]) {
    await ask(page, 'python');
    assert.match(await said(page).textContent(), /could not be loaded/, body);
    await ask(page, '');
  }
  body = JSON.stringify({
    v: 1,
    roadmaps: [
      ['javascript:alert(1)', '<b>x</b>', 'junior', 9],
      ['//evil.example/', 'y', '__proto__', 9],
    ],
    skills: [
      [
        'Python<img>',
        'python',
        [
          [0, 5],
          [1, 6],
          [7, 1],
        ],
      ],
    ],
  });
  await ask(page, 'python');
  assert.deepEqual(await hits(page), ['Python<img>']);
  const links = await page
    .locator('#search-results a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(links, ['#', '#']);
});

test('in German, and without scripts', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, `/de${HERE}#q=${name}`);
  await page.locator('#search-results h2').first().waitFor();
  assert.match(await page.locator('#search-results li').first().textContent(), /\d+ von \d+/);
  assert.match(await page.locator('#search-results a').first().getAttribute('href'), /^\/de\/roadmaps\//);
  const plain = await open(t, site, HERE, { js: false });
  assert(await plain.locator('#search').isHidden());
  assert((await plain.locator('main a[href^="/skills/"]').count()) > 3, 'the list is there');
});

test('axe has nothing against it, and nothing moves at the start', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  for (const [width, dark] of [[360, false], [768, true], [1440, false]]) {
    const page = await blank(t, site, { width, dark });
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ value }) => (window.moved += value)),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url + HERE);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.moved), 0);
    await ask(page, name);
    await axe(page);
  }
});
