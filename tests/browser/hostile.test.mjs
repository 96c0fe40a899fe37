// Hostile labels are text on every page, whether they come from the model, an address or a form.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { attacks } from './lib/hostile.mjs';
import { blank, hostile, open, picture, templates, widths } from './lib/index.mjs';

const site = await hostile();

/** What stands on a page that no template of ours puts there. Runs in the page. */
const foreign = () => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${element.tagName} has ${name}`);
      if (name === 'style') found.push(`${element.tagName} has a style`);
      if (
        ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name) &&
        !/^(\/|#|https?:\/\/127)/.test(value)
      ) {
        if (!(element.tagName === 'A' && value.startsWith('https://')))
          found.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      }
    }
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE'].includes(element.tagName)) found.push(element.tagName);
    if (element.tagName === 'SCRIPT' && !element.src && !element.type.includes('json'))
      found.push('SCRIPT inside the page');
    if (element.tagName === 'SCRIPT' && element.type.includes('json')) JSON.parse(element.textContent);
    if (element.tagName === 'META' && element.httpEquiv === 'refresh') found.push('META refresh');
    // Nobody's own words are links out: an address in a label is text.
    if (element.tagName === 'A' && /evil/.test(element.host ?? '')) found.push(`a link to ${element.href}`);
  }
  // Text that runs backwards must not take what stands beside it along.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (
      /[\u202A-\u202E\u2066-\u2069]/.test(node.data) &&
      !node.parentElement.closest('bdi, [dir], script, option, textarea')
    ) {
      found.push(`not isolated: ${JSON.stringify(node.data.slice(0, 60))} in ${node.parentElement.tagName}`);
    }
  }
  return found;
};

const wide = () => [document.documentElement.scrollWidth, document.documentElement.clientWidth];

async function inert(page, what) {
  assert.deepEqual(await page.evaluate(foreign), [], what);
  const [inner, outer] = await page.evaluate(wide);
  assert(inner <= outer, `${what} is ${inner} wide, the window ${outer}`);
}

test('every page is inert', async (t) => {
  const page = await blank(t, site, { width: 360 });
  const paths = await site.pages();
  for (const path of paths) {
    await page.goto(site.url + path);
    await inert(page, path);
  }
  // If the labels did not arrive, nothing was tested.
  const pages = await Promise.all(paths.map(async (path) => (await site.get(path)).text()));
  const all = pages.join('');
  for (const part of ['&lt;script&gt;', 'onerror=alert(2)', 'javascript:alert(6)', '🦀']) {
    assert(all.includes(part), `no page has ${part}`);
  }
});

test('every template is inert at every width and without JavaScript', async (t) => {
  for (const [name, path] of Object.entries(await templates(site))) {
    for (const width of widths) {
      const page = await open(t, site, path, { width, js: width !== 768 });
      await inert(page, `${path} at ${width}`);
      if (width === 360) await picture(page, `hostile-${name}`);
    }
  }
});

test('an address is inert', async (t) => {
  const [path] = await site.roadmaps('junior');
  const page = await blank(t, site, { width: 360 });
  const long = attacks.map((attack) => attack.slice(0, 200));
  const coded = long.map(encodeURIComponent);
  const fragments = [
    `you&have=${coded.join('|')}`,
    `you&next=${coded.map((label) => `skill,${label}`).join('|')}`,
    `you&next=${coded.map((label) => `${label},${label}`).join('|')}`,
    `you&why=${coded.map((label) => `skills,${label},40`).join('|')}`,
    `you&why=${coded.map((label) => `${label},${label},${label}`).join('|')}`,
    `you&missed=${coded.map((label) => `skills,${label},${label}`).join('|')}`,
    `you&notes=${coded.join('|')}`,
    `ticks=${coded.map((label) => `skill%3A${label}`).join('|')}`,
    `ticks=${coded.join('|')}`,
    // Never what our function sends: not encoded, cut off, wrongly encoded.
    `you&have=${long.join('|')}`,
    'you&have=%E0%A4%A&next=%&why=,,,&missed=||||&notes=%00',
    `you&have=${'%F0%9F%A6%80'.repeat(3000)}`,
    'you&__proto__=1&constructor=2&toString=3',
  ];
  for (const fragment of fragments) {
    await page.goto('about:blank');
    await page.goto(`${site.url}${path}#${fragment}`);
    await page.locator('h1').waitFor();
    await inert(page, `#${fragment.slice(0, 80)}`);
  }
});

test('what is typed into the form is inert', async (t) => {
  const page = await blank(t, site, { width: 360 });
  for (const fields of [{ experience_years: '1' }, { experience_years: 'x' }]) {
    await page.goto(site.url);
    await page.evaluate(([fields, lines]) => {
      const form = document.querySelector('main form');
      for (const control of form.elements) {
        if (control.tagName === 'TEXTAREA') control.value = lines;
        if (control.name in fields) control.value = fields[control.name];
      }
      form.noValidate = true;
      form.submit();
    }, [fields, attacks.map((attack) => attack.slice(0, 150)).join('\n')]);
    await page.waitForURL((url) => url.pathname !== '/');
    await page.locator('h1').waitFor();
    const url = new URL(page.url());
    assert.match(url.pathname, fields.experience_years === 'x' ? /^\/classify$/ : /^\/roadmaps\//);
    // The page of errors has its style inside, by its own policy.
    const found = (await page.evaluate(foreign)).filter(
      (what) => url.pathname !== '/classify' || what !== 'STYLE',
    );
    assert.deepEqual(found, []);
    const [inner, outer] = await page.evaluate(wide);
    assert(inner <= outer, `${url.pathname} is ${inner} wide, the window ${outer}`);
  }
});

test('what is stored is inert', async (t) => {
  const [path] = await site.roadmaps('junior');
  const page = await open(t, site, path);
  const stores = [
    JSON.stringify({ v: 1, have: Object.fromEntries(attacks.map((attack) => [`skill:${attack}`, attack])) }),
    JSON.stringify({ v: 1, have: attacks }),
    JSON.stringify({ v: 2, have: null }),
    '{"v":1,"have":{"__proto__":{"x":1},"skill:python":7}}',
    'null',
    '<script>alert(1)</script>',
  ];
  for (const stored of stores) {
    await page.evaluate((text) => localStorage.setItem('career-roadmap', text), stored);
    await page.reload();
    await inert(page, stored.slice(0, 60));
  }
});
