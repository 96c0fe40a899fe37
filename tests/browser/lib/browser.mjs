// Pages in Chromium, watched while they are open.
//
//   test('…', async (t) => {
//     const options = { width: 360, dark: true, js: false, reducedMotion: true };
//     const page = await open(t, site, '/method/', options); // Playwright's Page
//     …
//   });
//
// When the test ends, the page is closed. The test fails if one of these happened, which are never allowed:
//   - a request to another origin, or one with a status of 400 or more (except for the page itself);
//   - a violation of the content security policy;
//   - an error or warning in the console, or an uncaught error.
// `page.requests` lists the URLs requested so far, `page.breaches` what has gone wrong so far. A test that
// provokes a breach removes it from the list.
import assert from 'node:assert/strict';
import { after } from 'node:test';

import { chromiumPath, importPackage, screenshots } from './paths.mjs';

const { chromium } = await importPackage('playwright-core');

/** Widths of a phone, a tablet and a desktop, in CSS pixels. */
export const widths = [360, 768, 1440];

/** Every width in light and dark. */
export const viewports = widths.flatMap((width) => [false, true].map((dark) => ({ width, dark })));

let launched;

/** The browser of this test process. It can connect to this machine only. */
export function browser() {
  launched ??= chromium.launch({ executablePath: chromiumPath, args: flags });
  return launched;
}

/** Arguments of Chromium: no GPU, no sandbox, and no connections to other machines. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens a path of a site (or a whole URL) until the test ends. */
export async function open(t, site, path, options = {}) {
  const page = await blank(t, site, options);
  await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
  return page;
}

/** Opens an empty page. `session`: another page, with which it shares storage, as two tabs do. */
export async function blank(t, site, options = {}) {
  const {
    width = 1440,
    height = width < 600 ? 740 : 900,
    dark = false,
    js = true,
    reducedMotion = false,
    session,
  } = options;
  const context =
    session?.context() ??
    (await (await browser()).newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: js,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      locale: options.locale ?? 'en-GB',
      acceptDownloads: true,
      ...(options.touch ? { hasTouch: true, isMobile: true } : {}),
      ...(options.context ?? {}),
    }));
  const page = await context.newPage();
  await watch(page, new URL(site.url).origin);
  page.setDefaultTimeout(10_000);
  t.after(async () => {
    const breaches = [...page.breaches];
    // A late request, for an icon say, may still be in a route of the test.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (session) await page.close();
    else await context.close();
    assert.deepEqual(breaches, [], `breaches on ${page.url()}`);
  });
  return page;
}

async function watch(page, origin) {
  page.requests = [];
  page.breaches = [];
  const breach = (message) => page.breaches.includes(message) || page.breaches.push(message);
  page.on('request', (request) => {
    const url = request.url();
    page.requests.push(url);
    const inside = url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`) || url === 'about:blank';
    if (!inside) breach(`request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      breach(`${response.status()} for ${response.url()}`);
    }
  });
  page.on('pageerror', (error) => breach(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // The handler of responses reports failed requests, and the page itself may be a 404.
    if (
      ['error', 'warning'].includes(message.type()) &&
      !message.text().startsWith('Failed to load resource')
    ) {
      breach(`console: ${message.text()}`);
    }
  });
  page.on('dialog', async (dialog) => {
    breach(`dialog: ${dialog.message()}`);
    await dialog.dismiss().catch(() => {});
  });
  // DevTools reports violations of the policy also where scripts are off and the page gets no event.
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Audits.issueAdded', ({ issue }) => {
    const details = issue.details.contentSecurityPolicyIssueDetails;
    if (details) breach(`content security policy: ${details.violatedDirective} ${details.blockedURL ?? ''}`);
  });
  await devtools.send('Audits.enable');
}

/** Saves a screenshot of the whole page in target/look. */
export async function picture(page, name) {
  const path = `${screenshots}/${name}.png`;
  await page.screenshot({ path, fullPage: true });
  return path;
}

// Without this, the process would not end after its tests.
after(async () => (await launched)?.close());
