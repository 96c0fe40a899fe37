// Ticks are stored in the visitor's browser, under ids that a refresh keeps. They are never sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { axe, blank, demo, open, people, start, widths } from '../lib/index.mjs';

const KEY = 'career-roadmap';
const storedTicks = (page) =>
  page.evaluate((key) => {
    const stored = localStorage.getItem(key) ?? '{"have":{}}';
    return Object.keys(JSON.parse(stored).have).sort();
  }, KEY);
const tickBox = (page, id) => page.locator(`[data-item="${id}"] > .tick`).first();
const itemIds = (page, selector = '.tick') =>
  page.evaluate(
    (selector) => Array.from(document.querySelectorAll(selector), (tick) => tick.parentElement.dataset.item),
    selector,
  );
const roadmapPath = async () => (await (await demo()).roadmaps('junior'))[0];

test('a tick is kept after a reload, on every roadmap with the item', async (t) => {
  const site = await demo();
  const [first, ...others] = await site.roadmaps('junior');
  const page = await open(t, site, first);
  const [id] = await itemIds(page);
  const requestCount = page.requests.length;
  await tickBox(page, id).check();
  assert.equal(page.requests.length, requestCount, 'ticking sends no request');
  await page.reload();
  assert(await tickBox(page, id).isChecked());
  assert.deepEqual(await storedTicks(page), [id]);

  let sharing = 0;
  for (const other of others) {
    await page.goto(site.url + other);
    if (!(await itemIds(page)).includes(id)) continue;
    assert(await tickBox(page, id).isChecked(), `${id} on ${other}`);
    sharing += 1;
  }
  assert(sharing > 0, `${id} is on one page only, so this test is void`);
  await tickBox(page, (await itemIds(page))[1]).check();
  await page.goto(site.url + first);
  await tickBox(page, id).uncheck();
  await page.reload();
  assert(!(await tickBox(page, id).isChecked()));
});

test('ticks are kept after a refresh that changes the order, counts and spelling of items', async (t) => {
  const groups = [
    ['Python', 'SQL', 'Statistics', 'Tableau', 'Pandas'],
    ['React', 'CSS', 'Git', 'Sass', 'HTML'],
  ];
  const profiles = (shift, spelling) =>
    [12, 150, 300].flatMap((months) =>
      groups.flatMap((skills, kind) =>
        people(40, {
          id: `${months}-${kind}`,
          months,
          position: kind ? 'Web developer' : 'Data analyst',
          degree_fields: [kind ? 'Media design' : 'Statistics'],
          courses: [kind ? 'Responsive design' : 'Machine learning'],
          skills: (index) =>
            skills
              .slice(0, 2 + ((index + shift) % 4))
              .map(spelling)
              .concat(shift ? ['Docker'] : []),
        }),
      ),
    );
  const before = await start('before-refresh', { profiles: profiles(0, (skill) => skill) });
  const after = await start('after-refresh', { profiles: profiles(2, (skill) => skill.toUpperCase()) });
  const page = await blank(t, before);
  let current = before;
  // As in production, the URL stays and the pages change.
  await page.route('**/*', async (route) => {
    const url = route.request().url().replace(before.url, current.url);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  const open = async (site) => {
    current = site;
    await page.goto(before.url + (await site.roadmaps('junior'))[0]);
  };
  await open(before);
  const ticked = (await itemIds(page)).slice(0, 2);
  for (const id of ticked) await tickBox(page, id).check();
  const names = await page.locator('.share.have .share-name').allTextContents();
  let found = 0;
  for (const path of await after.roadmaps('junior')) {
    current = after;
    await page.goto(before.url + path);
    if ((await page.locator('.tick:checked').count()) === 0) continue;
    found += 1;
    const tickedNow = await itemIds(page, '.tick:checked');
    assert.deepEqual([...new Set(tickedNow)].sort(), [...ticked].sort());
    const namesNow = await page.locator('.share.have .share-name').allTextContents();
    assert.notDeepEqual(namesNow, names, 'the spelling is the same');
  }
  assert.equal(found, 1);
});

test('an item that is on a page several times is ticked everywhere', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.route(`${site.url}/roadmaps/**`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const list = html.slice(html.indexOf('class="path"'));
    const [item] = /<li class="share" data-item="[^"]*">[^]*?<\/li>/.exec(list) ?? [];
    assert(item, 'a page has items');
    await route.fulfill({ response, body: html.replace('<section id="next"', `<ul>${item}${item}</ul>$&`) });
  });
  await page.goto(site.url + (await roadmapPath()));
  const id = await page.locator('#courses ~ ul [data-item]').first().getAttribute('data-item');
  const boxes = page.locator(`[data-item="${id}"] > .tick`);
  const count = await boxes.count();
  assert(count >= 3);
  await boxes.nth(count - 1).check();
  for (let at = 0; at < count; at += 1) assert(await boxes.nth(at).isChecked(), `box ${at}`);
  assert.match(await page.locator('#you-count').textContent(), /^You have 1 of /);
  await boxes.nth(0).uncheck();
  for (let at = 0; at < count; at += 1) assert(!(await boxes.nth(at).isChecked()), `box ${at}`);
});

test('two tabs agree, and neither undoes changes of the other', async (t) => {
  const site = await demo();
  const one = await open(t, site, await roadmapPath());
  const two = await open(t, site, await roadmapPath(), { session: one });
  const [a, b] = await itemIds(one);
  await tickBox(one, a).check();
  await two.waitForFunction((id) => document.querySelector(`[data-item="${id}"] > .tick`).checked, a);
  await tickBox(two, b).check();
  await one.waitForFunction((id) => document.querySelector(`[data-item="${id}"] > .tick`).checked, b);
  assert.deepEqual(await storedTicks(one), [a, b].sort());
  // A tab that gets no storage events.
  const [c, isolated] = [(await itemIds(one))[2], await blank(t, site, { session: one })];
  await isolated.addInitScript(() => {
    addEventListener('storage', (event) => event.stopImmediatePropagation());
  });
  await isolated.goto(site.url + (await roadmapPath()));
  await tickBox(one, a).uncheck();
  assert(await tickBox(isolated, a).isChecked(), 'this tab got an event');
  await tickBox(isolated, c).check();
  assert.deepEqual(await storedTicks(one), [b, c].sort());
  await two.locator('[data-you="clear"]').click();
  await one.waitForFunction(() => document.querySelectorAll('.tick:checked').length === 0);
});

test('the progress and the next items follow the ticks', async (t) => {
  const page = await open(t, await demo(), await roadmapPath());
  const next = page.locator('[data-you="next-list"] li bdi');
  const [first, second] = await next.allTextContents();
  const bar = page.locator('#you-panel progress');
  assert.equal(await bar.getAttribute('value'), '0');
  await page.getByRole('checkbox', { name: first, exact: true }).first().check();
  assert.equal(await bar.getAttribute('value'), '1');
  assert.match(await page.locator('#you-panel [data-you="live"]').textContent(), /^You have 1 of \d+/);
  assert.equal((await next.allTextContents())[0], second);
  // The row shows the item's share of people and links to the item.
  const row = page.locator('[data-you="next-list"] li').first();
  assert.match(await row.locator('.share-figure').textContent(), /\d+ of \d+/);
  await row.getByRole('link').click();
  const focused = await page.evaluate(() => {
    const item = document.activeElement.parentElement;
    return item.querySelector('.share-name')?.textContent.trim();
  });
  assert.equal(focused, second);
});

test('ticking with the keyboard, and by a click on the name', async (t) => {
  const page = await open(t, await demo(), await roadmapPath());
  const [id, other] = await itemIds(page);
  await page.locator('#you-title').focus();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await tickBox(page, id).evaluate((tick) => tick === document.activeElement)) break;
  }
  await page.keyboard.press('Space');
  assert.deepEqual(await storedTicks(page), [id]);
  const name = (await page.locator(`[data-item="${id}"] .share-name`).first().textContent()).trim();
  const label = await page.locator('.tick:focus').evaluate((tick) => {
    return document.getElementById(tick.getAttribute('aria-labelledby')).textContent.trim();
  });
  assert.equal(label, name);
  await page.locator(`.path [data-item="${other}"] .share-name`).first().click();
  assert.deepEqual(await storedTicks(page), [id, other].sort());
  const size = await tickBox(page, id).boundingBox();
  assert(size.width >= 44 && size.height >= 44, `a box of ${size.width} × ${size.height}`);
});

test('clearing removes the ticks and the fragment, and can be undone', async (t) => {
  const page = await open(t, await demo(), `${await roadmapPath()}#you&why=skills,SQL,40`);
  const [id] = await itemIds(page);
  await tickBox(page, id).check();
  const address = page.url();
  await page.locator('[data-you="clear"]').click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(page.url(), address.split('#')[0]);
  assert(await page.locator('[data-you="why"]').isHidden());
  assert(!(await tickBox(page, id).isChecked()));
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await storedTicks(page), [id]);
  assert.equal(page.url(), address);
  assert(await page.locator('[data-you="why"]').isVisible());
  assert(await page.locator('#ticks-panel [data-you="undo"]').isHidden());
});

test('without storage, ticks last as long as the page, and the page says so', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto(site.url + (await roadmapPath()));
  const [id] = await itemIds(page);
  await tickBox(page, id).check();
  assert(await page.locator('[data-you="unkept"]').isVisible());
  assert.match(await page.locator('#you-count').textContent(), /^You have 1 of /);

  const full = await blank(t, site);
  await full.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await full.goto(site.url + (await roadmapPath()));
  assert(await full.locator('[data-you="unkept"]').isHidden());
  await tickBox(full, id).check();
  assert(await full.locator('[data-you="unkept"]').isVisible());
  assert(await tickBox(full, id).isChecked());
});

test('invalid stored data is ignored', async (t) => {
  const page = await open(t, await demo(), await roadmapPath());
  for (const bad of [
    '{',
    'null',
    '[]',
    '{"v":1}',
    '{"v":1,"have":[1]}',
    '{"v":1,"have":{"x":"y"}}',
    '{"v":1,"have":{"skill:a":{"b":1}}}',
  ]) {
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, bad]);
    await page.reload();
    assert.equal(await page.locator('.tick:checked').count(), 0, bad);
    assert((await page.locator('.tick').count()) > 10, bad);
  }
  // Data of a later version is not overwritten.
  const later = '{"v":2,"ticks":["skill:sql"]}';
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, later]);
  await page.reload();
  await tickBox(page, (await itemIds(page))[0]).check();
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), later);
});

test('a level has ticks too, and a panel only for visitors from the form', async (t) => {
  const site = await demo();
  const page = await open(t, site, '/roadmaps/junior/');
  assert(await page.locator('#you-panel').isHidden());
  const [id] = await itemIds(page);
  await page.locator(`[data-item="${id}"] > .tick`).first().evaluate((tick) => tick.click());
  assert.deepEqual(await storedTicks(page), [id]);
  await page.goto('about:blank');
  await page.goto(`${site.url}/roadmaps/junior/#you&missed=skills,Xyz,&notes=unknown`);
  assert(await page.locator('[data-note="unknown"]').isVisible());
  assert(await page.locator('#you-panel progress').isHidden(), 'a level has no progress bar');
  await page.goto('about:blank');
  await page.goto(`${site.url}/roadmaps/junior/#ticks=${encodeURIComponent('skill:not here')}`);
  await page.locator('[data-you="add"]').click();
  assert.deepEqual(await storedTicks(page), [id, 'skill:not here'].sort());
});

test('ticks are on comparisons too', async (t) => {
  const site = await demo();
  const compared = (await site.pages()).find((page) => /^\/compare\/junior\/.+\/.+\/$/.test(page));
  const page = await open(t, site, compared);
  const [id] = await itemIds(page);
  await tickBox(page, id).check();
  await page.reload();
  assert(await tickBox(page, id).isChecked());
});

test('without scripts a page is complete, except for the ticks', async (t) => {
  const page = await open(t, await demo(), await roadmapPath(), { js: false });
  assert(await page.locator('#you-panel').isHidden());
  assert(await page.locator('#ticks-panel').isHidden());
  assert.equal(await page.locator('.tick').count(), 0);
  assert((await page.locator('[data-item]').count()) > 10);
});

test('nothing moves when the personal panel appears, even if its script is late', async (t) => {
  const site = await demo();
  const path = await roadmapPath();
  const answer = [
    '#you&have=SQL|Python',
    'next=skill,Docker|skill,Git|course,Nowhere',
    'why=skills,SQL,60|position,Analyst,40',
    'missed=skills,Pyton,Python',
    'notes=assumed-level',
  ].join('&');
  for (const width of widths) {
    for (const fragment of ['', answer, '#ticks=skill%3Asql|skill%3Apython']) {
      const page = await blank(t, site, { width, height: 4000 });
      await page.addInitScript(() => {
        window.shifts = [];
        const name = ({ node }) => node?.className || node?.textContent || node?.nodeName;
        const observer = new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            window.shifts.push(`${value}: ${sources.map(name).join(', ')}`);
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
      });
      await page.route('**/you-*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.goto(site.url + path + fragment);
      await page.locator('#you-panel').waitFor();
      await page.waitForTimeout(200);
      assert.deepEqual(await page.evaluate(() => window.shifts), [], `${width} px, ${fragment}`);
    }
  }
});

test('axe finds no violation, with an answer and with ticks', async (t) => {
  const site = await demo();
  for (const dark of [false, true]) {
    const answer = 'have=SQL&next=skill,Docker|skill,Git&why=skills,SQL,60&missed=skills,Pyton,Python';
    const page = await open(t, site, `${await roadmapPath()}#you&${answer}`, { width: 360, dark });
    await tickBox(page, (await itemIds(page))[0]).check();
    await page.locator('[data-you="why"] summary').click();
    await axe(page);
    await page.locator('[data-you="only"]').click();
    await axe(page);
  }
});

test('German has the same words with the same gaps, and the script is small', async (t) => {
  const site = await demo();
  const words = async (prefix) => {
    const page = await open(t, site, `${prefix}${await roadmapPath()}`);
    return page.evaluate(() => JSON.parse(document.getElementById('you-words').textContent));
  };
  const [en, de] = [await words(''), await words('/de')];
  // One template makes the keys of both languages, so a missing translation shows only in the words.
  assert.deepEqual(Object.keys(en).filter((key) => JSON.stringify(en[key]) === JSON.stringify(de[key])), []);
  for (const [key, word] of Object.entries(en)) {
    const gaps = (text) => [...JSON.stringify(text).matchAll(/\{\w+\}/g)].map(String).sort();
    assert.deepEqual(gaps(de[key]), gaps(word), key);
    for (const form of Object.values(typeof word === 'string' ? [word] : word)) {
      assert(form.trim(), `${key} is empty`);
    }
  }
  const page = await open(t, site, await roadmapPath());
  const src = await page.locator('script[src*="/you-"]').getAttribute('src');
  const source = await (await site.get(src)).text();
  assert(gzipSync(source, { level: 9 }).length <= 6 * 1024);
});
