// Search over skills ("Who lists Kafka?"). Its index is loaded when the visitor begins to type.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, blank, demo, open } from '../lib/index.mjs';

const SKILLS = '/skills/';
const resultNames = (page) => page.locator('#search-results h2 bdi').allTextContents();
const status = (page) => page.locator('#search-results [role="status"]');

/** The index of a site, and a one-word skill of several roadmaps. */
async function index(site) {
  const [, path] = /data-index="([^"]+)"/.exec(await (await site.get(SKILLS)).text());
  const { roadmaps, skills } = await (await site.get(path)).json();
  const skill = skills.find(([name, , holders]) => /^[A-Z][a-z]{6,}$/.test(name) && holders.length > 3);
  assert(skill, 'a skill to search for');
  return { path, roadmaps, skills, skill };
}

async function search(page, query) {
  await page.locator('#q').fill(query);
  await page.waitForFunction(() => {
    const status = document.querySelector('#search-results [role="status"]');
    return !/^(Loading|Wird)/.test(status.textContent);
  });
  await page.waitForTimeout(50);
}

test('a search finds the roadmaps with the skill, the largest share first', async (t) => {
  const site = await demo();
  const { path, roadmaps, skill: [name, , holders] } = await index(site);
  const page = await open(t, site, SKILLS);
  assert(!page.requests.some((url) => url.endsWith(path)), 'the index is not loaded in advance');
  await page.locator('#q').focus();
  await search(page, `Who needs ${name.toLowerCase()}?`);
  assert(page.requests.some((url) => url.endsWith(path)));
  assert.equal((await resultNames(page))[0], name);
  const share = ([at, people]) => people / roadmaps[at][3];
  const best = [...holders].sort((a, b) => share(b) - share(a))[0];
  const row = page.locator('#search-results li').first();
  assert.match(await row.textContent(), new RegExp(`${best[1]} of ${roadmaps[best[0]][3]}`));
  await row.getByRole('link').click();
  assert.equal(new URL(page.url()).pathname, roadmaps[best[0]][0]);
  // The query has an entry of its own in the history, with its results.
  await page.goBack();
  await page.locator('#search-results h2').first().waitFor();
  assert.equal((await resultNames(page))[0], name);
});

test('parts of words, other languages, accents and typos', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, SKILLS);
  const typo = name.slice(0, 2) + name[3] + name[2] + name.slice(4);
  const accented = name.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`).toUpperCase();
  for (const query of [
    name.slice(0, 5),
    `Wer braucht ${name}?`,
    accented,
    ` ${name}!! `,
    typo,
    `${name.slice(0, -2)}${name.at(-1)}`,
  ]) {
    await search(page, query);
    assert((await resultNames(page)).includes(name), `${query}: ${await resultNames(page)}`);
  }
  await search(page, typo);
  assert.match(await status(page).textContent(), /Similar skills/);
});

test('a URL with a query shows its results, and the back button returns to the query before', async (t) => {
  const site = await demo();
  const { skills: [[first]], skill: [second] } = await index(site);
  const page = await open(t, site, `${SKILLS}#q=${encodeURIComponent(second)}`);
  await page.locator('#search-results h2').first().waitFor();
  assert.equal((await resultNames(page))[0], second);
  await search(page, first);
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, `#q=${encodeURIComponent(first)}`);
  await page.goBack();
  const isFirstResult = (name) => document.querySelector('#search-results h2')?.textContent === name;
  await page.waitForFunction(isFirstResult, second);
  assert.equal(await page.locator('#q').inputValue(), second);
});

test('with the keyboard: into the results, along them, and back', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, SKILLS);
  await page.locator('#q').focus();
  await search(page, name);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element.closest('#search-results li')?.textContent ?? element.id;
    });
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

test('without results the status says so, and the query stays text', async (t) => {
  const page = await open(t, await demo(), SKILLS);
  for (const query of [
    'qqqzzzx',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(2)</script>',
    'ẞ𝕏'.repeat(25),
  ]) {
    await search(page, query);
    assert.match(await status(page).textContent(), /^No roadmap has/, query);
    assert.deepEqual(await resultNames(page), []);
    assert.equal(await page.locator('#search-results img, #search-results script').count(), 0);
  }
  for (const query of [' ?! ', '\\', '('.repeat(90)]) {
    await search(page, query);
    assert.equal(await status(page).textContent(), '', 'an empty query has no status');
  }
  for (const hash of [
    '#q=%',
    '#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    `#q=${'a'.repeat(100_000)}`,
    '#q=',
    '#q=%E0%A4%A',
  ]) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await page.waitForTimeout(100);
    assert.equal(await page.locator('#search-results img').count(), 0, hash.slice(0, 40));
    assert((await page.locator('#q').inputValue()).length <= 100);
  }
});

test('an unusable index is reported, and hostile values in an index do nothing', async (t) => {
  const site = await demo();
  const { path } = await index(site);
  const page = await blank(t, site);
  let body = '<html>';
  await page.route(`**${path}`, (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.goto(site.url + SKILLS);
  for (body of [
    '<html>',
    '{"v":2}',
    '[]',
    '{"v":1,"roadmaps":[],"skills":5}',
    '{"v":1,"roadmaps":[1],"skills":[]}',
  ]) {
    await search(page, 'python');
    assert.match(await status(page).textContent(), /could not be loaded/, body);
    await search(page, '');
  }
  const holders = [
    [0, 5],
    [1, 6],
    [7, 1],
  ];
  body = JSON.stringify({
    v: 1,
    roadmaps: [
      ['javascript:alert(1)', '<b>x</b>', 'junior', 9],
      ['//evil.example/', 'y', '__proto__', 9],
    ],
    skills: [['Python<img>', 'python', holders]],
  });
  await search(page, 'python');
  assert.deepEqual(await resultNames(page), ['Python<img>']);
  const links = page.locator('#search-results a');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(targets, ['#', '#']);
});

test('in German, and without scripts', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  const page = await open(t, site, `/de${SKILLS}#q=${name}`);
  await page.locator('#search-results h2').first().waitFor();
  assert.match(await page.locator('#search-results li').first().textContent(), /\d+ von \d+/);
  assert.match(await page.locator('#search-results a').first().getAttribute('href'), /^\/de\/roadmaps\//);
  const plain = await open(t, site, SKILLS, { js: false });
  assert(await plain.locator('#search').isHidden());
  assert((await plain.locator('main a[href^="/skills/"]').count()) > 3, 'the list of skills');
});

test('axe finds no violation, and nothing moves while the page loads', async (t) => {
  const site = await demo();
  const { skill: [name] } = await index(site);
  for (const [width, dark] of [[360, false], [768, true], [1440, false]]) {
    const page = await blank(t, site, { width, dark });
    await page.addInitScript(() => {
      window.shift = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shift += value;
      });
      observer.observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url + SKILLS);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.shift), 0);
    await search(page, name);
    await axe(page);
  }
});
