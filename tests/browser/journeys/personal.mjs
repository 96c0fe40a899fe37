// The visitor's ticks: stored in this browser under ids that outlive a refresh, and never sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { axe, blank, demo, open, people, start, widths } from '../lib/index.mjs';

const KEY = 'career-roadmap';
const kept = (page) =>
  page.evaluate(
    (key) => Object.keys(JSON.parse(localStorage.getItem(key) ?? '{"have":{}}').have).sort(),
    KEY,
  );
const box = (page, id) => page.locator(`[data-item="${id}"] > .tick`).first();
const items = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.tick'), (tick) => tick.parentElement.dataset.item),
  );
const path = async (level = 'junior') => (await (await demo()).roadmaps(level))[0];

test('a tick outlives a reload, on every roadmap that has the item', async (t) => {
  const site = await demo();
  const [first, ...others] = await site.roadmaps('junior');
  const page = await open(t, site, first);
  const [id] = await items(page);
  const asked = page.requests.length;
  await box(page, id).check();
  assert.equal(page.requests.length, asked, 'ticking asks nobody for anything');
  await page.reload();
  assert(await box(page, id).isChecked());
  assert.deepEqual(await kept(page), [id]);

  let met = 0;
  for (const other of others) {
    await page.goto(site.url + other);
    if (!(await items(page)).includes(id)) continue;
    assert(await box(page, id).isChecked(), `${id} on ${other}`);
    met += 1;
  }
  assert(met > 0, `${id} is on one page only, so this test says nothing`);
  await box(page, (await items(page))[1]).check();
  await page.goto(site.url + first);
  await box(page, id).uncheck();
  await page.reload();
  assert(!(await box(page, id).isChecked()));
});

test('ticks outlive a refresh of the site, which orders, counts and spells otherwise', async (t) => {
  const kinds = [
    ['Python', 'SQL', 'Statistics', 'Tableau', 'Pandas'],
    ['React', 'CSS', 'Git', 'Sass', 'HTML'],
  ];
  const profiles = (turned, spelled) =>
    [12, 150, 300].flatMap((months) =>
      kinds.flatMap((skills, kind) =>
        people(40, {
          id: `${months}-${kind}`,
          months,
          position: kind ? 'Web developer' : 'Data analyst',
          degree_fields: [kind ? 'Media design' : 'Statistics'],
          courses: [kind ? 'Responsive design' : 'Machine learning'],
          skills: (index) =>
            skills
              .slice(0, 2 + ((index + turned) % 4))
              .map(spelled)
              .concat(turned ? ['Docker'] : []),
        }),
      ),
    );
  const before = await start('before-refresh', { profiles: profiles(0, (skill) => skill) });
  const after = await start('after-refresh', { profiles: profiles(2, (skill) => skill.toUpperCase()) });
  const page = await blank(t, before);
  let now = before;
  // One address, as in life: the pages behind it are others.
  await page.route('**/*', async (route) => {
    await route.fulfill({
      response: await route.fetch({ url: route.request().url().replace(before.url, now.url) }),
    });
  });
  const open = async (site) => {
    now = site;
    await page.goto(before.url + (await site.roadmaps('junior'))[0]);
  };
  await open(before);
  const chosen = (await items(page)).slice(0, 2);
  for (const id of chosen) await box(page, id).check();
  const spelled = await page.locator('.share.have .share-name').allTextContents();
  let found = 0;
  for (const path of await after.roadmaps('junior')) {
    now = after;
    await page.goto(before.url + path);
    if ((await page.locator('.tick:checked').count()) === 0) continue;
    found += 1;
    const ticked = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.tick:checked'), (tick) => tick.parentElement.dataset.item),
    );
    assert.deepEqual([...new Set(ticked)].sort(), [...chosen].sort());
    assert.notDeepEqual(
      await page.locator('.share.have .share-name').allTextContents(),
      spelled,
      'nothing was spelled otherwise',
    );
  }
  assert.equal(found, 1);
});

test('an item that is on a page several times is ticked in all its places', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.route(`${site.url}/roadmaps/**`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const [item] =
      /<li class="share" data-item="[^"]*">[^]*?<\/li>/.exec(html.slice(html.indexOf('class="path"'))) ?? [];
    assert(item, 'a page has items');
    await route.fulfill({ response, body: html.replace('<section id="next"', `<ul>${item}${item}</ul>$&`) });
  });
  await page.goto(site.url + (await path()));
  const id = await page.locator('#courses ~ ul [data-item]').first().getAttribute('data-item');
  const boxes = page.locator(`[data-item="${id}"] > .tick`);
  const count = await boxes.count();
  assert(count >= 3);
  await boxes.nth(count - 1).check();
  for (let at = 0; at < count; at += 1) assert(await boxes.nth(at).isChecked(), `place ${at}`);
  assert.match(await page.locator('#you-count').textContent(), /^You have 1 of /);
  await boxes.nth(0).uncheck();
  for (let at = 0; at < count; at += 1) assert(!(await boxes.nth(at).isChecked()), `place ${at}`);
});

test('two tabs agree, and neither undoes what the other did', async (t) => {
  const site = await demo();
  const one = await open(t, site, await path());
  const two = await open(t, site, await path(), { session: one });
  const [a, b] = await items(one);
  await box(one, a).check();
  await two.waitForFunction((id) => document.querySelector(`[data-item="${id}"] > .tick`).checked, a);
  await box(two, b).check();
  await one.waitForFunction((id) => document.querySelector(`[data-item="${id}"] > .tick`).checked, b);
  assert.deepEqual(await kept(one), [a, b].sort());
  // A tab that heard nothing of it.
  const [c, deaf] = [(await items(one))[2], await blank(t, site, { session: one })];
  await deaf.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation()));
  await deaf.goto(site.url + (await path()));
  await box(one, a).uncheck();
  assert(await box(deaf, a).isChecked(), 'this tab is not deaf');
  await box(deaf, c).check();
  assert.deepEqual(await kept(one), [b, c].sort());
  await two.locator('[data-you="clear"]').click();
  await one.waitForFunction(() => document.querySelectorAll('.tick:checked').length === 0);
});

test('progress and what is next follow the ticks', async (t) => {
  const page = await open(t, await demo(), await path());
  const next = page.locator('[data-you="next-list"] li bdi');
  const [first, second] = await next.allTextContents();
  const bar = page.locator('#you-panel progress');
  assert.equal(await bar.getAttribute('value'), '0');
  await page.getByRole('checkbox', { name: first, exact: true }).first().check();
  assert.equal(await bar.getAttribute('value'), '1');
  assert.match(await page.locator('#you-panel [data-you="live"]').textContent(), /^You have 1 of \d+/);
  assert.equal((await next.allTextContents())[0], second);
  // The row leads to its item, with the share of people that the item has.
  const row = page.locator('[data-you="next-list"] li').first();
  assert.match(await row.locator('.share-figure').textContent(), /\d+ of \d+/);
  await row.getByRole('link').click();
  const focused = await page.evaluate(() =>
    document.activeElement.parentElement.querySelector('.share-name')?.textContent.trim(),
  );
  assert.equal(focused, second);
});

test('with the keyboard alone, and by the name as well as by the box', async (t) => {
  const page = await open(t, await demo(), await path());
  const [id, other] = await items(page);
  await page.locator('#you-title').focus();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await box(page, id).evaluate((tick) => tick === document.activeElement)) break;
  }
  await page.keyboard.press('Space');
  assert.deepEqual(await kept(page), [id]);
  const name = (await page.locator(`[data-item="${id}"] .share-name`).first().textContent()).trim();
  assert.equal(
    await page
      .locator('.tick:focus')
      .evaluate((tick) => document.getElementById(tick.getAttribute('aria-labelledby')).textContent.trim()),
    name,
  );
  await page.locator(`.path [data-item="${other}"] .share-name`).first().click();
  assert.deepEqual(await kept(page), [id, other].sort());
  const size = await box(page, id).boundingBox();
  assert(size.width >= 44 && size.height >= 44, `a box of ${size.width} × ${size.height}`);
});

test('cleared is cleared, here and in the address, until it is undone', async (t) => {
  const page = await open(t, await demo(), `${await path()}#you&why=skills,SQL,40`);
  const [id] = await items(page);
  await box(page, id).check();
  const address = page.url();
  await page.locator('[data-you="clear"]').click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(page.url(), address.split('#')[0]);
  assert(await page.locator('[data-you="why"]').isHidden());
  assert(!(await box(page, id).isChecked()));
  await page.locator('#ticks-panel [data-you="undo"]').click();
  assert.deepEqual(await kept(page), [id]);
  assert.equal(page.url(), address);
  assert(await page.locator('[data-you="why"]').isVisible());
  assert(await page.locator('#ticks-panel [data-you="undo"]').isHidden());
});

test('a browser that keeps nothing: ticks last as long as the page, and it says so', async (t) => {
  const site = await demo();
  const page = await blank(t, site);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto(site.url + (await path()));
  const [id] = await items(page);
  await box(page, id).check();
  assert(await page.locator('[data-you="unkept"]').isVisible());
  assert.match(await page.locator('#you-count').textContent(), /^You have 1 of /);

  const full = await blank(t, site);
  await full.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await full.goto(site.url + (await path()));
  assert(await full.locator('[data-you="unkept"]').isHidden());
  await box(full, id).check();
  assert(await full.locator('[data-you="unkept"]').isVisible());
  assert(await box(full, id).isChecked());
});

test('what others wrote into the store is no set of ticks', async (t) => {
  const page = await open(t, await demo(), await path());
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
  // A later version of the site knows what this is.
  const later = '{"v":2,"ticks":["skill:sql"]}';
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, later]);
  await page.reload();
  await box(page, (await items(page))[0]).check();
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), later);
});

test('a level has ticks too, and a panel only for who was sent there', async (t) => {
  const site = await demo();
  const page = await open(t, site, '/roadmaps/junior/');
  assert(await page.locator('#you-panel').isHidden());
  const [id] = await items(page);
  await page.locator(`[data-item="${id}"] > .tick`).first().evaluate((tick) => tick.click());
  assert.deepEqual(await kept(page), [id]);
  await page.goto('about:blank');
  await page.goto(`${site.url}/roadmaps/junior/#you&missed=skills,Xyz,&notes=unknown`);
  assert(await page.locator('[data-note="unknown"]').isVisible());
  assert(await page.locator('#you-panel progress').isHidden(), 'nobody is to have all skills of a level');
  await page.goto('about:blank');
  await page.goto(`${site.url}/roadmaps/junior/#ticks=${encodeURIComponent('skill:not here')}`);
  await page.locator('[data-you="add"]').click();
  assert.deepEqual(await kept(page), [id, 'skill:not here'].sort());
});

test('ticks are on comparisons too', async (t) => {
  const site = await demo();
  const compared = (await site.pages()).find((page) => /^\/compare\/junior\/.+\/.+\/$/.test(page));
  const page = await open(t, site, compared);
  const [id] = await items(page);
  await box(page, id).check();
  await page.reload();
  assert(await box(page, id).isChecked());
});

test('without scripts a page is whole, minus the ticks', async (t) => {
  const page = await open(t, await demo(), await path(), { js: false });
  assert(await page.locator('#you-panel').isHidden());
  assert(await page.locator('#ticks-panel').isHidden());
  assert.equal(await page.locator('.tick').count(), 0);
  assert((await page.locator('[data-item]').count()) > 10);
});

test('nothing moves when the personal part comes, however late the script is', async (t) => {
  const site = await demo();
  const here = await path();
  const link =
    '#you&have=SQL|Python&next=skill,Docker|skill,Git|course,Nowhere' +
    '&why=skills,SQL,60|position,Analyst,40&missed=skills,Pyton,Python&notes=assumed-level';
  for (const width of widths) {
    for (const fragment of ['', link, '#ticks=skill%3Asql|skill%3Apython']) {
      const page = await blank(t, site, { width, height: 4000 });
      await page.addInitScript(() => {
        window.moved = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            const names = sources.map(({ node }) => node?.className || node?.textContent || node?.nodeName);
            window.moved.push(`${value}: ${names.join(', ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.route('**/you-*.js', async (route) => {
        await new Promise((done) => setTimeout(done, 400));
        await route.continue();
      });
      await page.goto(site.url + here + fragment);
      await page.locator('#you-panel').waitFor();
      await page.waitForTimeout(200);
      assert.deepEqual(await page.evaluate(() => window.moved), [], `${width} px, ${fragment}`);
    }
  }
});

test('axe has nothing against it, filled or not', async (t) => {
  const site = await demo();
  for (const dark of [false, true]) {
    const page = await open(
      t,
      site,
      `${await path()}#you&have=SQL&next=skill,Docker|skill,Git&why=skills,SQL,60&missed=skills,Pyton,Python`,
      { width: 360, dark },
    );
    await box(page, (await items(page))[0]).check();
    await page.locator('[data-you="why"] summary').click();
    await axe(page);
    await page.locator('[data-you="only"]').click();
    await axe(page);
  }
});

test('German is as complete, and the scripts are small', async (t) => {
  const site = await demo();
  const words = async (prefix) => {
    const page = await open(t, site, `${prefix}${await path()}`);
    return page.evaluate(() => JSON.parse(document.getElementById('you-words').textContent));
  };
  const [en, de] = [await words(''), await words('/de')];
  // One page makes the keys of both languages; that a word was translated shows in the word.
  assert.deepEqual(Object.keys(en).filter((key) => JSON.stringify(en[key]) === JSON.stringify(de[key])), []);
  for (const [key, word] of Object.entries(en)) {
    const gaps = (text) => [...JSON.stringify(text).matchAll(/\{\w+\}/g)].map(String).sort();
    assert.deepEqual(gaps(de[key]), gaps(word), key);
    for (const form of Object.values(typeof word === 'string' ? [word] : word))
      assert(form.trim(), `${key} is empty`);
  }
  const page = await open(t, site, await path());
  const source = await (
    await site.get(
      await page.evaluate(() => new URL(document.querySelector('script[src*="/you-"]').src).pathname),
    )
  ).text();
  assert(gzipSync(source, { level: 9 }).length <= 6 * 1024);
});
