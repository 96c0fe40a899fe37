// Addresses and files with ticks: the form's answer, a friend's link, a file of ticks, and hostile
// imitations.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { blank, demo, hostile, open } from '../lib/index.mjs';

const kept = (page) =>
  page.evaluate(() =>
    Object.keys(JSON.parse(localStorage.getItem('career-roadmap') ?? '{"have":{}}').have).sort(),
  );
const ids = (page) =>
  page.evaluate(() => [
    ...new Set(Array.from(document.querySelectorAll('.tick'), (tick) => tick.parentElement.dataset.item)),
  ]);
const nameOf = (page, id) => page.locator(`[data-item="${id}"] .share-name`).first().textContent();
const box = (page, id) => page.locator(`[data-item="${id}"] > .tick`).first();
const button = (page, name) => page.locator(`[data-you="${name}"]`);
const said = (page, panel) => page.locator(`#${panel} [data-you="said"]`).textContent();
const path = async () => (await (await demo()).roadmaps('junior'))[0];
const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

/** A page and what of it a link would tick. */
async function withSkills(t, count) {
  const page = await open(t, await demo(), await path());
  const skills = (await ids(page)).filter((id) => id.startsWith('skill:')).slice(0, count);
  const names = await Promise.all(
    skills.map(async (id) => encodeURIComponent((await nameOf(page, id)).trim())),
  );
  return { page, skills, link: `${await path()}#you&have=${names.join('|')}` };
}

test('what the form was told is ticked, can be taken back, and is not forced on again', async (t) => {
  const site = await demo();
  const page = await open(t, site, '/');
  await page.locator('textarea[name="skills"]').fill('Python\nSQL\nDocker\nKubernets');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  // The function's own fragment: why, the ranking, and what it made nothing of.
  assert((await page.locator('[data-you="why-list"] li').count()) > 0, page.url());
  assert((await page.locator('[data-you="next-list"] a').count()) > 2, page.url());
  assert.match(
    await page.locator('[data-you="missed-list"]').textContent(),
    /Kubernets.*Did you mean Kubernetes\?/i,
  );
  const ticked = await kept(page);
  assert(ticked.length > 0, 'nothing was ticked');
  assert(await button(page, 'link').isHidden());
  assert.match(await said(page, 'you-panel'), /^We ticked \d+ skills? from your answers/);
  await box(page, ticked[0]).uncheck();
  await page.reload();
  assert.deepEqual(await kept(page), ticked.slice(1));
  assert(!(await box(page, ticked[0]).isChecked()));
  assert(await button(page, 'link').isHidden());

  await page.goto(`${site.url}/`);
  await page.evaluate(() => localStorage.clear());
  await page.locator('textarea[name="skills"]').fill('Python\nSQL\nDocker');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), []);
});

test('a link from a friend proposes, and changes nothing unasked', async (t) => {
  const { page, skills, link } = await withSkills(t, 4);
  const [mine, ...theirs] = [(await ids(page))[6], ...skills];
  await box(page, mine).check();
  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  assert.deepEqual(await kept(page), [mine]);
  assert.match(await page.locator('[data-you="link-text"]').textContent(), /4 ticks, 4 of them new/);

  await button(page, 'only').click();
  assert(!(await box(page, mine).isChecked()));
  for (const id of theirs) assert(await box(page, id).isChecked(), id);
  assert(await box(page, mine).isDisabled(), 'what is only looked at cannot be changed');
  await button(page, 'only').click();
  assert(await box(page, mine).isChecked());

  await button(page, 'add').click();
  assert.deepEqual(await kept(page), [mine, ...theirs].sort());
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), [mine]);

  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  await button(page, 'ignore').click();
  await page.reload();
  assert(await button(page, 'link').isHidden());
  assert.deepEqual(await kept(page), [mine]);
});

test('only an answer that was asked for in this tab ticks by itself, and only once', async (t) => {
  const site = await demo();
  const { page, skills, link } = await withSkills(t, 4);
  // A friend's link without the slash at its end: the site's own redirect keeps what stands after "#".
  const friend = link.replace('/#', '#');
  const bare = site.url + friend.split('#')[0];
  const redirected = async (route) => route.fulfill({ status: 301, headers: { location: `${bare}/` } });
  await page.route(bare, redirected);
  await page.goto('about:blank');
  await page.goto(site.url + friend);
  assert.equal(page.url(), site.url + link, 'nothing redirected');
  assert.equal(
    await page.evaluate(() => performance.getEntriesByType('navigation')[0].redirectCount),
    1,
    'nothing redirected',
  );
  assert(await button(page, 'link').isVisible());
  assert.deepEqual(await kept(page), []);

  // After a real answer, one that comes by the address alone.
  await page.goto(`${site.url}/`);
  await page.locator('textarea[name="skills"]').fill('Python\nSQL');
  await page.locator('form[action$="/classify"] button[type="submit"]').click();
  await page.waitForURL(/#you/);
  const mine = await kept(page);
  assert(mine.length > 0, 'nothing was ticked');
  const other = (await ids(page)).find((id) => id.startsWith('skill:') && !mine.includes(id));
  const name = encodeURIComponent((await nameOf(page, other)).trim());
  await page.evaluate((hash) => { location.hash = hash; }, `#you&have=${name}`);
  await button(page, 'link').waitFor();
  assert.deepEqual(await kept(page), mine);
  await page.goto('about:blank');
  await page.goto(site.url + friend);
  assert.deepEqual(await kept(page), mine);
  assert(skills.length > 0);
});

test('undo takes back the one change, not what came after it or from another tab', async (t) => {
  const { page, skills, link } = await withSkills(t, 4);
  const [later, elsewhere, before] = (await ids(page)).filter((id) => !skills.includes(id));
  await page.goto('about:blank');
  await page.goto((await demo()).url + link);
  await button(page, 'add').click();
  await box(page, later).check();
  const tab = await open(t, await demo(), await path(), { session: page });
  await box(tab, elsewhere).check();
  // localStorage reaches the other tab's process a moment later.
  await page.waitForFunction(
    (id) => document.querySelector(`[data-item="${id}"] > .tick`).checked,
    elsewhere,
  );
  await page.locator('#you-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), [later, elsewhere].sort());

  // What was cleared comes back beside what is new.
  await button(page, 'clear').click();
  await box(tab, before).check();
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), [before, later, elsewhere].sort());
});

test('ticks go along as a link to a browser that has none', async (t) => {
  const site = await demo();
  const page = await open(t, site, await path(), clipboard);
  const chosen = (await ids(page)).slice(0, 3);
  for (const id of chosen) await box(page, id).check();
  await button(page, 'share-ticks').click();
  await page.waitForFunction(
    () => document.querySelector('#ticks-panel [data-you="said"]').textContent !== '',
  );
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert(address.startsWith(`${site.url}${await path()}#ticks=`), address);

  const other = await blank(t, site);
  await other.goto(address);
  assert.deepEqual(await kept(other), []);
  await button(other, 'add').click();
  assert.deepEqual(await kept(other), [...chosen].sort());
  assert.equal(other.url(), site.url + (await path()), 'a link that is used up is gone from the address');
  await other.reload();
  for (const id of chosen) assert(await box(other, id).isChecked(), id);
});

test('this page is shared without its personal part; without a clipboard its address is shown', async (t) => {
  const site = await demo();
  const page = await open(t, site, `${await path()}#you&why=skills,SQL,40`, clipboard);
  await button(page, 'share-page').click();
  await page.waitForFunction(
    () => document.querySelector('#ticks-panel [data-you="said"]').textContent !== '',
  );
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), site.url + (await path()));

  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await button(page, 'share-page').click();
  await button(page, 'address').waitFor();
  assert.equal(await button(page, 'address').inputValue(), site.url + (await path()));
  assert.equal(
    await page.evaluate(() => getSelection().toString() || document.activeElement.value),
    site.url + (await path()),
  );
});

test('ticks go into a file and come back; other files are refused with the reason', async (t) => {
  const page = await open(t, await demo(), await path());
  const chosen = (await ids(page)).slice(0, 3);
  for (const id of chosen) await box(page, id).check();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'export').click()]);
  assert.equal(download.suggestedFilename(), 'career-roadmap-ticks.json');
  const text = await readFile(await download.path(), 'utf8');
  assert.deepEqual(Object.keys(JSON.parse(text).have).sort(), [...chosen].sort());

  const load = async (content) => {
    await button(page, 'file').setInputFiles({
      name: 'ticks.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await page.waitForFunction(() => document.querySelector('[data-you="file"]').files.length === 0);
    await page.waitForTimeout(50);
    return said(page, 'ticks-panel');
  };
  await button(page, 'clear').click();
  assert.match(await load(text), /^3 ticks added/);
  assert.deepEqual(await kept(page), [...chosen].sort());
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), []);

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
    assert.deepEqual(await kept(page), [], content.slice(0, 60));
  }
});

test('why, what is next and what was not understood are as the address says, as text', async (t) => {
  const page = await open(t, await demo(), await path());
  const [first, second] = (await ids(page)).filter((id) => id.startsWith('skill:'));
  const [a, b] = [(await nameOf(page, first)).trim(), (await nameOf(page, second)).trim()];
  const fragment =
    `#you&next=skill,${encodeURIComponent(b)}|skill,${encodeURIComponent(a)}|course,A%20course` +
    '&why=position,Data%20analyst,60|skills,%3Cb%3E%26%7C%2C,40|pets,Cat,90' +
    '&missed=skills,Pyton,Python|courses,Odd,&notes=assumed-level|x';
  await page.goto('about:blank');
  await page.goto((await demo()).url + (await path()) + fragment);
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
  // What is ticked meanwhile is not next.
  await box(page, second).check();
  assert.deepEqual(await page.locator('[data-you="next-list"] bdi').allTextContents(), [a, 'A course']);
});

test('going through the page keeps the address, and going back brings back what was', async (t) => {
  const site = await demo();
  const [here, there] = await site.roadmaps('junior');
  const page = await open(t, site, `${here}#you&why=skills,SQL,40`);
  const address = page.url();
  await page.locator('a[href="#courses"]').first().click();
  assert.equal(page.url(), address);
  assert(await page.locator('[data-you="why"]').isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), 'courses');

  await page.goto(site.url + there);
  const [id] = await ids(page);
  await box(page, id).check();
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

test('fragments that attack are text, or nothing', async (t) => {
  const site = await demo();
  const evil = encodeURIComponent('<img src=x onerror=alert(1)>');
  const attacks = [
    `#you&have=${evil}&next=skill,${evil}|${evil},x&why=skills,${evil},1e9|skills,x,-5|skills,y,NaN` +
      `&missed=skills,${evil},${evil}&notes=${evil}`,
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
    const begun = Date.now();
    await page.goto(site.url + (await path()) + fragment);
    assert((await page.locator('.tick').count()) > 10, fragment.slice(0, 60));
    assert.equal(
      await page.locator('#you-panel img, #you-panel svg:not(.bar)').count(),
      0,
      fragment.slice(0, 60),
    );
    assert((await page.locator('#you-panel').textContent()).length < 6000, fragment.slice(0, 60));
    if (await button(page, 'add').isVisible()) await button(page, 'add').click();
    assert((await kept(page)).length <= 2000, fragment.slice(0, 60));
    for (const width of await page
      .locator('#you-panel rect.bar-fill')
      .evaluateAll((bars) => bars.map((bar) => +bar.getAttribute('width')))) {
      assert(width >= 0 && width <= 100, `a bar of ${width}`);
    }
    assert(Date.now() - begun < 10_000, `${fragment.slice(0, 60)} took too long`);
    await page.context().close();
  }
});

test('labels that attack are ticked like others', async (t) => {
  const site = await hostile();
  for (const here of (await site.roadmaps('junior')).slice(0, 2)) {
    const page = await open(t, site, here);
    const all = await ids(page);
    for (const id of all.slice(0, 12)) {
      const tick = page.locator('.tick').nth(all.indexOf(id));
      await tick.evaluate((element) => element.click());
    }
    const ticked = await kept(page);
    assert(ticked.length > 5, ticked.join());
    await page.reload();
    assert.deepEqual(await kept(page), ticked);
  }
});
