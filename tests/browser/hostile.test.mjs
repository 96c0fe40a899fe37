// Hostile labels stay text on every page, whether they come from the model, from a URL or from the form.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { attacks } from './lib/hostile.mjs';
import { blank, hostile, open, picture, templates, widths } from './lib/index.mjs';

const site = await hostile();

/** Runs in the page. Elements and attributes that our templates never write. */
const foreign = () => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${element.tagName} has ${name}`);
      if (name === 'style') found.push(`${element.tagName} has a style`);
      const isUrl = ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name);
      const isLink = element.tagName === 'A' && value.startsWith('https://');
      if (isUrl && !isLink && !/^(\/|#|https?:\/\/127)/.test(value)) {
        found.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      }
    }
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE'].includes(element.tagName)) found.push(element.tagName);
    const isJson = element.tagName === 'SCRIPT' && element.type.includes('json');
    if (element.tagName === 'SCRIPT' && !element.src && !isJson) found.push('SCRIPT inside the page');
    if (isJson) JSON.parse(element.textContent);
    if (element.tagName === 'META' && element.httpEquiv === 'refresh') found.push('META refresh');
    // A URL in a label stays text.
    if (element.tagName === 'A' && /evil/.test(element.host ?? '')) found.push(`a link to ${element.href}`);
  }
  // Bidirectional controls must not affect the text around them.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isolated = node.parentElement.closest('bdi, [dir], script, option, textarea');
    if (/[\u202A-\u202E\u2066-\u2069]/.test(node.data) && !isolated) {
      found.push(`not isolated: ${JSON.stringify(node.data.slice(0, 60))} in ${node.parentElement.tagName}`);
    }
  }
  return found;
};

const widthsOfPage = () => [document.documentElement.scrollWidth, document.documentElement.clientWidth];

async function assertInert(page, name) {
  assert.deepEqual(await page.evaluate(foreign), [], name);
  const [inner, outer] = await page.evaluate(widthsOfPage);
  assert(inner <= outer, `${name} is ${inner} wide, the window ${outer}`);
}

test('every page is inert', async (t) => {
  const page = await blank(t, site, { width: 360 });
  const paths = await site.pages();
  for (const path of paths) {
    await page.goto(site.url + path);
    await assertInert(page, path);
  }
  // The test is void if the labels are not on the pages.
  const pages = await Promise.all(paths.map(async (path) => (await site.get(path)).text()));
  const all = pages.join('');
  for (const part of ['&lt;script&gt;', 'onerror=alert(2)', 'javascript:alert(6)', '🦀']) {
    assert(all.includes(part), `no page has ${part}`);
  }
});

test('every template is inert at every width, and without JavaScript', async (t) => {
  for (const [name, path] of Object.entries(await templates(site))) {
    for (const width of widths) {
      const page = await open(t, site, path, { width, js: width !== 768 });
      await assertInert(page, `${path} at ${width}`);
      if (width === 360) await picture(page, `hostile-${name}`);
    }
  }
});

test('fragments of URLs are inert', async (t) => {
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
    // The function never sends these: not encoded, cut off, wrongly encoded.
    `you&have=${long.join('|')}`,
    'you&have=%E0%A4%A&next=%&why=,,,&missed=||||&notes=%00',
    `you&have=${'%F0%9F%A6%80'.repeat(3000)}`,
    'you&__proto__=1&constructor=2&toString=3',
  ];
  for (const fragment of fragments) {
    await page.goto('about:blank');
    await page.goto(`${site.url}${path}#${fragment}`);
    await page.locator('h1').waitFor();
    await assertInert(page, `#${fragment.slice(0, 80)}`);
  }
});

test('answers of the form are inert', async (t) => {
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
    // The error page contains its style; its policy allows that.
    const allowed = url.pathname === '/classify' ? ['STYLE'] : [];
    const found = (await page.evaluate(foreign)).filter((finding) => !allowed.includes(finding));
    assert.deepEqual(found, []);
    const [inner, outer] = await page.evaluate(widthsOfPage);
    assert(inner <= outer, `${url.pathname} is ${inner} wide, the window ${outer}`);
  }
});

test('stored ticks are inert', async (t) => {
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
    await assertInert(page, stored.slice(0, 60));
  }
});
