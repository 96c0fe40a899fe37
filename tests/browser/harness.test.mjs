// The helpers report every breach that they promise to report.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import { axe, blank, demo, open } from './lib/index.mjs';

const policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src *; img-src 'self'";
const pages = {
  '/leaves': '<script>fetch("https://evil.example/x").catch(() => {})</script>',
  '/image': '<img src="https://evil.example/x.png">',
  '/missing': '<img src="/nothing.png">',
  '/throws': '<script>setTimeout(() => { throw new Error("oh") })</script>',
  '/alerts': '<script>alert(1)</script>',
  '/grey': '<!doctype html><html lang="en"><title>x</title><main><h1>Grey</h1><img src="/ok.png"></main>',
};
const server = createServer((request, response) => {
  const page = pages[request.url];
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html', 'content-security-policy': policy });
  response.end(page);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
server.unref();
after(() => server.closeAllConnections());
const site = { url: `http://127.0.0.1:${server.address().port}` };

for (const [path, js, expected] of [
  ['/leaves', true, /request to https:\/\/evil.example\/x/],
  ['/image', true, /content security policy: img-src/],
  ['/image', false, /content security policy: img-src/],
  ['/missing', true, /404 for/],
  ['/throws', true, /uncaught: oh/],
  ['/alerts', true, /dialog: 1/],
]) {
  test(`${path} is reported${js ? '' : ' without JavaScript'}`, async (t) => {
    const page = await blank(t, site, { js });
    await page.goto(site.url + path);
    await page.waitForTimeout(100);
    const breaches = page.breaches.splice(0);
    assert.match(breaches.join('\n'), expected);
  });
}

test('axe reports a violation', async (t) => {
  const page = await open(t, site, '/grey');
  await assert.rejects(axe(page), /image-alt/);
  page.breaches.splice(0);
});

test('the demo has pages and answers the form', async (t) => {
  const demoSite = await demo();
  const paths = await demoSite.pages();
  assert(paths.includes('/') && paths.includes('/method/'), paths.join(' '));
  for (const level of ['junior', 'senior', 'expert']) {
    const [first] = await demoSite.roadmaps(level);
    assert.match(first, new RegExp(`^/roadmaps/${level}/.+/$`));
  }
  const location = await demoSite.classify({ experience_years: '3', skills: 'Python\nGit' });
  assert.match(location, /^\/roadmaps\/junior\/[^#]+#you/);
  const page = await open(t, demoSite, location, { width: 360, dark: true });
  assert.equal(await page.locator('h1').count(), 1);
});
