// Pages in Chromium, watched while they are open.
//
//   test('…', async (t) => {
//     const options = { width: 360, dark: true, js: false, reducedMotion: true };
//     const page = await open(t, site, '/method/', options);
//     …                                        // `page` is Playwright's Page
//   });
//
// When the test ends, the page is closed, and the test fails on a breach, which must never happen:
// - a request that leaves the origin, or one that is answered with 400 or more (the page itself may be);
// - a violation of the content security policy, an error or warning in the console, an uncaught error.
//
// `page.requests` are the URLs requested so far, `page.breaches` the breaches so far; a test that provokes
// one empties them.
import assert from 'node:assert/strict';
import { after } from 'node:test';

import { chromiumPath, fetched, look } from './paths.mjs';

const { chromium } = await fetched('playwright-core');

/** Widths of a phone, a tablet and a desktop, in CSS pixels. */
export const widths = [360, 768, 1440];

/** Every width in light and dark. */
export const looks = widths.flatMap((width) => [false, true].map((dark) => ({ width, dark })));

let launched;

/** The browser, one in a test process. It can reach nothing but this machine. */
export function browser() {
  launched ??= chromium.launch({ executablePath: chromiumPath, args: flags });
  return launched;
}

/** The flags of Chromium: headless, without GPU or sandbox, and without connections to other machines. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens a path of a site (or a whole URL) for the length of the test. */
export async function open(t, site, path, options = {}) {
  const page = await blank(t, site, options);
  await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
  return page;
}

/** An empty page. With a page as `session` it is another tab of the same browser, with the same storage. */
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
    // A request of the last moment, an icon say, may still be on its way through a test's own route.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (session) await page.close();
    else await context.close();
    assert.deepEqual(breaches, [], `what must never happen on ${page.url()}`);
  });
  return page;
}

async function watch(page, origin) {
  page.requests = [];
  page.breaches = [];
  const breach = (what) => page.breaches.includes(what) || page.breaches.push(what);
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
    // What failed to load is known from its response, and the page itself may be a 404.
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
  // Also where scripts do not run, and no page can hear of it.
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Audits.issueAdded', ({ issue }) => {
    const details = issue.details.contentSecurityPolicyIssueDetails;
    if (details) breach(`content security policy: ${details.violatedDirective} ${details.blockedURL ?? ''}`);
  });
  await devtools.send('Audits.enable');
}

/** Keeps a picture of the whole page in target/look. */
export async function picture(page, name) {
  const path = `${look}/${name}.png`;
  await page.screenshot({ path, fullPage: true });
  return path;
}

// A test file ends when its tests do.
after(async () => (await launched)?.close());
