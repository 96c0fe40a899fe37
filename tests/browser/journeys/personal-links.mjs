// Personal data in a URL or a file: the form's answer, a friend's link, exported ticks, and hostile data.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { blank, demo, hostile, open } from '../lib/index.mjs';

const storedTicks = (page) =>
  page.evaluate(() => {
    const stored = localStorage.getItem('career-roadmap') ?? '{"have":{}}';
    return Object.keys(JSON.parse(stored).have).sort();
  });
const itemIds = (page) =>
  page.evaluate(() => [
    ...new Set(Array.from(document.querySelectorAll('.tick'), (tick) => tick.parentElement.dataset.item)),
  ]);
const nameOf = (page, id) => page.locator(`[data-item="${id}"] .share-name`).first().textContent();
const tickBox = (page, id) => page.locator(`[data-item="${id}"] > .tick`).first();
const control = (page, name) => page.locator(`[data-you="${name}"]`);
const status = (page, panel) => page.locator(`#${panel} [data-you="said"]`).textContent();
const roadmapPath = async () => (await (await demo()).roadmaps('junior'))[0];
const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

/** A page, the ids of some of its skills, and a link that ticks these. */
async function withSkills(t, count) {
  const page = await open(t, await demo(), await roadmapPath());
  const skills = (await itemIds(page)).filter((id) => id.startsWith('skill:')).slice(0, count);
  const names = await Promise.all(
    skills.map(async (id) => encodeURIComponent((await nameOf(page, id)).trim())),
  );
  return { page, skills, link: `${await roadmapPath()}#you&have=${names.join('|')}` };
}

test('skills from the form are ticked once, and can be undone', async (t) => {
  const site = await demo();
  const page = await open(t, site, '/');
  await page.locator('textarea[name="skills"]').fill('Python\nSQL\nDocker\nKubernets');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  // The fragment has the reasons, the ranking, and the labels that are not in the data.
  assert((await page.locator('[data-you="why-list"] li').count()) > 0, page.url());
  assert((await page.locator('[data-you="next-list"] a').count()) > 2, page.url());
  assert.match(
    await page.locator('[data-you="missed-list"]').textContent(),
    /Kubernets.*Did you mean Kubernetes\?/i,
  );
  const ticked = await storedTicks(page);
  assert(ticked.length > 0, 'nothing was ticked');
  assert(await control(page, 'link').isHidden());
  assert.match(await status(page, 'you-panel'), /^\d+ skills? from your answers/);
  await tickBox(page, ticked[0]).uncheck();
  await page.reload();
  assert.deepEqual(await storedTicks(page), ticked.slice(1));
  assert(!(await tickBox(page, ticked[0]).isChecked()));
  assert(await control(page, 'link').isHidden());

  await page.goto(`${site.url}/`);
  await page.evaluate(() => localStorage.clear());
  await page.locator('textarea[name="skills"]').fill('Python\nSQL\nDocker');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), []);
});

test('a link from a friend offers its ticks and changes nothing by itself', async (t) => {
  const { page, skills, link } = await withSkills(t, 4);
  const [own, ...linked] = [(await itemIds(page))[6], ...skills];
  await tickBox(page, own).check();
  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  assert.deepEqual(await storedTicks(page), [own]);
  assert.match(await page.locator('[data-you="link-text"]').textContent(), /4 ticks, 4 of them new/);

  await control(page, 'only').click();
  assert(!(await tickBox(page, own).isChecked()));
  for (const id of linked) assert(await tickBox(page, id).isChecked(), id);
  assert(await tickBox(page, own).isDisabled(), 'the preview cannot be changed');
  await control(page, 'only').click();
  assert(await tickBox(page, own).isChecked());

  await control(page, 'add').click();
  assert.deepEqual(await storedTicks(page), [own, ...linked].sort());
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), [own]);

  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  await control(page, 'ignore').click();
  await page.reload();
  assert(await control(page, 'link').isHidden());
  assert.deepEqual(await storedTicks(page), [own]);
});

test('only an answer to the form of this tab ticks by itself, and only once', async (t) => {
  const site = await demo();
  const { page, skills, link } = await withSkills(t, 4);
  // A friend's link without the slash at its end. The site's redirect keeps the fragment.
  const friend = link.replace('/#', '#');
  const bare = site.url + friend.split('#')[0];
  const redirected = async (route) => route.fulfill({ status: 301, headers: { location: `${bare}/` } });
  await page.route(bare, redirected);
  await page.goto('about:blank');
  await page.goto(site.url + friend);
  assert.equal(page.url(), site.url + link, 'redirected');
  const redirects = () => performance.getEntriesByType('navigation')[0].redirectCount;
  assert.equal(await page.evaluate(redirects), 1, 'one redirect');
  assert(await control(page, 'link').isVisible());
  assert.deepEqual(await storedTicks(page), []);

  // After a real answer, a fragment that comes by the URL alone.
  await page.goto(`${site.url}/`);
  await page.locator('textarea[name="skills"]').fill('Python\nSQL');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  const own = await storedTicks(page);
  assert(own.length > 0, 'nothing was ticked');
  const other = (await itemIds(page)).find((id) => id.startsWith('skill:') && !own.includes(id));
  const name = encodeURIComponent((await nameOf(page, other)).trim());
  await page.evaluate((hash) => { location.hash = hash; }, `#you&have=${name}`);
  await control(page, 'link').waitFor();
  assert.deepEqual(await storedTicks(page), own);
  await page.goto('about:blank');
  await page.goto(site.url + friend);
  assert.deepEqual(await storedTicks(page), own);
  assert(skills.length > 0);
});

test('undo reverts one change, but not later ones or those of another tab', async (t) => {
  const { page, skills, link } = await withSkills(t, 4);
  const [later, elsewhere, before] = (await itemIds(page)).filter((id) => !skills.includes(id));
  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  await control(page, 'add').click();
  await tickBox(page, later).check();
  const tab = await open(t, await demo(), await roadmapPath(), { session: page });
  await tickBox(tab, elsewhere).check();
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), [later, elsewhere].sort());

  // Cleared ticks return beside new ones.
  await control(page, 'clear').click();
  await tickBox(tab, before).check();
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), [before, later, elsewhere].sort());
});

test('a link brings ticks to another browser', async (t) => {
  const site = await demo();
  const page = await open(t, site, await roadmapPath(), clipboard);
  const chosen = (await itemIds(page)).slice(0, 3);
  for (const id of chosen) await tickBox(page, id).check();
  await control(page, 'share-ticks').click();
  await page.waitForFunction(
    () => document.querySelector('#ticks-panel [data-you="said"]').textContent !== '',
  );
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert(address.startsWith(`${site.url}${await roadmapPath()}#ticks=`), address);

  const other = await blank(t, site);
  await other.goto(address);
  assert.deepEqual(await storedTicks(other), []);
  await control(other, 'add').click();
  assert.deepEqual(await storedTicks(other), [...chosen].sort());
  assert.equal(other.url(), site.url + (await roadmapPath()), 'the fragment is removed after use');
  await other.reload();
  for (const id of chosen) assert(await tickBox(other, id).isChecked(), id);
});

test('sharing leaves out personal data; without a clipboard the URL can be copied by hand', async (t) => {
  const site = await demo();
  const page = await open(t, site, `${await roadmapPath()}#you&why=skills,SQL,40`, clipboard);
  await control(page, 'share-page').click();
  await page.waitForFunction(
    () => document.querySelector('#ticks-panel [data-you="said"]').textContent !== '',
  );
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), site.url + (await roadmapPath()));

  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await control(page, 'share-page').click();
  await control(page, 'address').waitFor();
  assert.equal(await control(page, 'address').inputValue(), site.url + (await roadmapPath()));
  assert.equal(
    await page.evaluate(() => getSelection().toString() || document.activeElement.value),
    site.url + (await roadmapPath()),
  );
});

test('ticks are exported and imported as a file; other files are refused with a reason', async (t) => {
  const page = await open(t, await demo(), await roadmapPath());
  const chosen = (await itemIds(page)).slice(0, 3);
  for (const id of chosen) await tickBox(page, id).check();
  const [download] = await Promise.all([page.waitForEvent('download'), control(page, 'export').click()]);
  assert.equal(download.suggestedFilename(), 'career-roadmap-ticks.json');
  const text = await readFile(await download.path(), 'utf8');
  assert.deepEqual(Object.keys(JSON.parse(text).have).sort(), [...chosen].sort());

  const load = async (content) => {
    await control(page, 'file').setInputFiles({
      name: 'ticks.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await page.waitForFunction(() => document.querySelector('[data-you="file"]').files.length === 0);
    await page.waitForTimeout(50);
    return status(page, 'ticks-panel');
  };
  await control(page, 'clear').click();
  assert.match(await load(text), /^3 ticks added/);
  assert.deepEqual(await storedTicks(page), [...chosen].sort());
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), []);

  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`skill:${at}`, '']));
  for (const [content, reason] of [
    ['', /contains no ticks/],
    ['not json', /contains no ticks/],
    ['[1, 2]', /contains no ticks/],
    ['{"v":2,"have":{}}', /another version/],
    [JSON.stringify({ v: 1, have: many }), /not a tick/],
    ['{"v":1,"have":{"skill:a":1}}', /not a tick/],
    ['{"v":1,"have":{"boss:a":"A"}}', /not a tick/],
    ['{"v":1,"have":{"__proto__":"A"}}', /not a tick/],
    [JSON.stringify({ v: 1, have: { 'skill:a': 'A'.repeat(201) } }), /not a tick/],
    [' '.repeat(65537), /larger than 64/],
  ]) {
    assert.match(await load(content), reason, content.slice(0, 60));
    assert.deepEqual(await storedTicks(page), [], content.slice(0, 60));
  }
});

test('the panel shows reasons, next items and unknown labels of the URL as text', async (t) => {
  const page = await open(t, await demo(), await roadmapPath());
  const [first, second] = (await itemIds(page)).filter((id) => id.startsWith('skill:'));
  const [a, b] = [(await nameOf(page, first)).trim(), (await nameOf(page, second)).trim()];
  const fragment =
    `#you&next=skill,${encodeURIComponent(b)}|skill,${encodeURIComponent(a)}|course,A%20course` +
    '&why=position,Data%20analyst,60|skills,%3Cb%3E%26%7C%2C,40|pets,Cat,90' +
    '&missed=skills,Pyton,Python|courses,Odd,&notes=assumed-level|x';
  await page.goto('about:blank');
  await page.goto((await demo()).url + (await roadmapPath()) + fragment);
  assert.deepEqual(await page.locator('[data-you="next-list"] bdi').allTextContents(), [b, a, 'A course']);
  assert.deepEqual(await page.locator('[data-you="why-list"] bdi').allTextContents(), [
    'Data analyst',
    '<b>&|,',
  ]);
  assert.deepEqual(await page.locator('[data-you="why-list"] b').allTextContents(), ['60%', '40%']);
  assert.match(
    await page.locator('[data-you="missed-list"] li').first().textContent(),
    /Pyton.*Did you mean Python\?/,
  );
  assert.equal(await page.locator('[data-you="missed"] a').getAttribute('href'), '/');
  assert(await page.locator('[data-note="assumed-level"]').isVisible());
  // A ticked item is not among the next ones.
  await tickBox(page, second).check();
  assert.deepEqual(await page.locator('[data-you="next-list"] bdi').allTextContents(), [a, 'A course']);
});

test('links within the page keep the URL, and the back button restores the panel', async (t) => {
  const site = await demo();
  const [here, there] = await site.roadmaps('junior');
  const page = await open(t, site, `${here}#you&why=skills,SQL,40`);
  const address = page.url();
  await page.locator('a[href="#courses"]').first().click();
  assert.equal(page.url(), address);
  assert(await page.locator('[data-you="why"]').isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), 'courses');

  await page.goto(site.url + there);
  const [id] = await itemIds(page);
  await tickBox(page, id).check();
  await page.goBack();
  assert.equal(page.url(), address);
  await page.locator('[data-you="why"]').waitFor();
  assert.equal(await page.locator('[data-you="total"]').textContent(), '1 tick on all pages together.');
  // The same page with another fragment, and back.
  await page.evaluate(() => {
    location.hash = '#you&why=skills,Rust,70';
  });
  await page.waitForFunction(() =>
    document.querySelector('[data-you="why-first"]').textContent.includes('Rust'),
  );
  await page.goBack();
  await page.waitForFunction(() =>
    document.querySelector('[data-you="why-first"]').textContent.includes('SQL'),
  );
});

test('hostile fragments are text, or ignored', async (t) => {
  const site = await demo();
  const evil = encodeURIComponent('<img src=x onerror=alert(1)>');
  const attacks = [
    [
      `#you&have=${evil}&next=skill,${evil}|${evil},x&why=skills,${evil},1e9|skills,x,-5|skills,y,NaN`,
      `missed=skills,${evil},${evil}&notes=${evil}`,
    ].join('&'),
    '#you&have=<img src=x onerror=alert(2)>&next=skill,<svg onload=alert(3)>',
    '#you&have=%E0%A4%A|%|%zz|%00&next=skill,%E0%A4%A&why=skills,%,50&missed=skills,%F,',
    `#you&have=${'Python|'.repeat(20_000)}&why=${'skills,a,1|'.repeat(5000)}`,
    `#you&missed=skills,${'x'.repeat(100_000)},`,
    `#ticks=${'skill%3A'.repeat(2000)}|__proto__|skill%3A|constructor|skill%3A${evil}|%zz`,
    `#ticks=${Array.from({ length: 9000 }, (_, at) => `skill%3A${at}`).join('|')}`,
    '#you&you&you&have&next&why=&missed=|||&notes=,,,',
    '#you&next=__proto__,x|constructor,y|toString,z&why=__proto__,x,5',
    '#' + '&'.repeat(50_000),
    '#you-panel', '#', '#ticks=', '#%', '#:~:text=SQL',
  ];
  for (const fragment of attacks) {
    const page = await blank(t, site);
    const start = Date.now();
    await page.goto(site.url + (await roadmapPath()) + fragment);
    assert((await page.locator('.tick').count()) > 10, fragment.slice(0, 60));
    assert.equal(
      await page.locator('#you-panel img, #you-panel svg:not(.bar)').count(),
      0,
      fragment.slice(0, 60),
    );
    assert((await page.locator('#you-panel').textContent()).length < 6000, fragment.slice(0, 60));
    if (await control(page, 'add').isVisible()) await control(page, 'add').click();
    assert((await storedTicks(page)).length <= 2000, fragment.slice(0, 60));
    const bars = page.locator('#you-panel rect.bar-fill');
    for (const width of await bars.evaluateAll((all) => all.map((bar) => +bar.getAttribute('width')))) {
      assert(width >= 0 && width <= 100, `a bar of ${width}`);
    }
    assert(Date.now() - start < 10_000, `${fragment.slice(0, 60)} took too long`);
    await page.context().close();
  }
});

test('hostile labels are ticked like others', async (t) => {
  const site = await hostile();
  for (const here of (await site.roadmaps('junior')).slice(0, 2)) {
    const page = await open(t, site, here);
    const all = await itemIds(page);
    for (const id of all.slice(0, 12)) {
      const tick = page.locator('.tick').nth(all.indexOf(id));
      await tick.evaluate((element) => element.click());
    }
    const ticked = await storedTicks(page);
    assert(ticked.length > 5, ticked.join());
    await page.reload();
    assert.deepEqual(await storedTicks(page), ticked);
  }
});
