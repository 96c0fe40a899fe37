// A site on 127.0.0.1: profiles → model → pages → `site-gen serve`, with the headers of production.
//
//   const site = await demo();          // synthetic people, as in `site-gen demo`
//   const site = await hostile();       // people whose labels are attacks (hostile.mjs)
//   const site = await released();      // two releases: pages with changes and retired roadmaps
//   const site = await withBaseUrl();   // the demo, rendered with its own URL as --base-url
//   const site = await start('name', { profiles, baseUrl, args });
//
//   site.url                     http://127.0.0.1:port, without a slash at the end
//   site.dir                     the folder of rendered files
//   site.pages()                 the paths of all pages: ['/', '/404.html', '/method/', …]
//   site.roadmaps('junior')      the paths of roadmap pages, sorted by people, most first
//   site.get(path)               fetch, without following redirects
//   site.classify({ skills: 'Python\nGit' })
//                                sends the form as a browser does, returns the Location of the answer
//
// Models and pages are kept in target/browser until the program or the profiles change. Test files share
// them: the first one builds, the others wait for it. A server stops with the process that started it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { hostileProfiles } from './hostile.mjs';
import { siteGen, target } from './paths.mjs';
import { largeProfiles } from './profiles.mjs';

const started = new Map();
const running = new Set();
const stop = () => running.forEach((child) => child.kill('SIGKILL'));
process.on('exit', stop);
process.once('SIGTERM', () => process.exit(143));
process.once('SIGINT', () => process.exit(130));
after(stop);

/** The site of `site-gen demo`. */
export const demo = () => start('demo');

/** A site of people whose labels are attacks. */
export const hostile = () => start('hostile', { profiles: hostileProfiles() });

/** The demo with its own URL as base URL: the head of a page links to it and its translations absolutely. */
export async function withBaseUrl() {
  await demo();
  const kept = join(target, 'browser/demo');
  const port = await freePort();
  const out = await mkdtemp(join(target, 'browser/with-base-url-'));
  after(() => rm(out, { recursive: true, force: true }));
  const dir = join(out, 'site');
  const model = join(kept, 'model');
  await run(['render', '--model', model, '--out', dir, '--base-url', `http://127.0.0.1:${port}`]);
  return site(await serve(['serve', '--model', model, '--site', dir, '--port', `${port}`]), dir);
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A site with longer lists than real profiles give: the site for budgets. */
export const large = () => start('large', { profiles: largeProfiles() });

/** A site after two refreshes, with pages of changes and retired roadmaps, a sitemap and a feed. */
export const released = () => start('released', { baseUrl: 'https://roadmap.example', releases: 2 });

/**
 * A site by name. Within a process, the same name is the same server.
 *
 * `profiles`: an array of profiles, or JSON Lines as text; by default, synthetic people. `baseUrl`: the
 * argument of `site-gen render`. `args`: more arguments of `site-gen demo`.
 */
export function start(name, options = {}) {
  if (!started.has(name)) started.set(name, buildAndServe(name, options));
  return started.get(name);
}

async function buildAndServe(name, { profiles, baseUrl, releases = 0, args = [] }) {
  const lines = Array.isArray(profiles)
    ? profiles.map((one) => JSON.stringify(one)).join('\n')
    : (profiles ?? '');
  const program = await stat(siteGen).catch(() => {
    throw new Error(`${siteGen} is missing; build it (cargo build -p site-gen) or set SITE_GEN`);
  });
  const key = createHash('sha256')
    .update(JSON.stringify([program.size, program.mtimeMs, lines, baseUrl, releases, args]))
    .digest('hex');
  const dir = join(target, 'browser', name);
  await locked(`${dir}.lock`, async () => {
    const keyOfDir = await readFile(join(dir, 'key'), 'utf8').catch(() => '');
    if (keyOfDir === key) return;
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    if (releases) await refreshTimes(dir, baseUrl, releases);
    else await build(dir, lines, baseUrl, args);
    await writeFile(join(dir, 'key'), key);
  });
  const pagesDir = join(dir, 'site');
  const url = await serve(['serve', '--model', join(dir, 'model'), '--site', pagesDir, '--port', '0']);
  return site(url, pagesDir);
}

async function build(dir, lines, baseUrl, args) {
  const file = join(dir, 'people.jsonl');
  await writeFile(file, lines);
  const profiles = lines ? ['--profiles', file] : [];
  // Tests run on what `site-gen demo` makes. Once it serves, it has built everything and is stopped.
  await serve(['demo', '--port', '0', '--keep', dir, ...profiles, ...args], { once: true });
  if (baseUrl) {
    await run(['render', '--model', join(dir, 'model'), '--out', join(dir, 'site'), '--base-url', baseUrl]);
  }
}

/** Refreshes a site `count` times, each time with other people. */
async function refreshTimes(dir, baseUrl, count) {
  const people = join(dir, 'people.jsonl');
  for (let seed = 1; seed <= count; seed += 1) {
    await run(['sample', '--profiles', '600', '--seed', `${seed}`, '--out', people]);
    const forced = seed > 1 ? ['--fresh', '--force', 'a test'] : [];
    await run(['refresh', '--profiles', people, '--to', dir, '--base-url', baseUrl, ...forced]);
  }
  const { live } = JSON.parse(await readFile(join(dir, 'current.json'), 'utf8'));
  await symlink(join(dir, 'releases', live.release), join(dir, 'model'));
}

/** Runs `work` under a lock in the file system, because each test file is a process of its own. */
async function locked(lock, work) {
  await mkdir(join(target, 'browser'), { recursive: true });
  const since = Date.now();
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // No build takes this long: the process that took the lock has died.
    const held = await stat(lock).catch(() => undefined);
    if (held && Date.now() - held.mtimeMs > 180_000) await rm(lock, { recursive: true, force: true });
    if (Date.now() - since > 240_000) throw new Error(`${lock} was not released in time`);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Starts the program and waits for the URL that it prints first on stdout. */
async function serve(args, { once = false } = {}) {
  const child = spawn(siteGen, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const stderr = [];
  child.stderr.on('data', (bytes) => stderr.push(bytes));
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`site-gen ${args.join(' ')} ended with ${code}\n${Buffer.concat(stderr)}`));
    });
  });
  // After the URL is known, the program may end, without an unhandled rejection.
  ended.catch(() => {});
  const firstLine = new Promise((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const line = await Promise.race([firstLine, ended]);
  if (!line.startsWith('http://127.0.0.1:')) throw new Error(`site-gen printed ${line} instead of a URL`);
  if (once) child.kill('SIGKILL');
  return line.trim().replace(/\/$/, '');
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(siteGen, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const stderr = [];
    child.stderr.on('data', (bytes) => stderr.push(bytes));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`site-gen ${args.join(' ')} ended with ${code}\n${Buffer.concat(stderr)}`));
    });
  });
}

function site(url, dir) {
  const get = (path, options) => fetch(`${url}${path}`, { redirect: 'manual', ...options });
  return {
    url,
    dir,
    get,
    pages: () => pages(dir),
    roadmaps: (level) => roadmaps(dir, level),
    async classify(fields) {
      const answer = await get('/classify', { method: 'POST', body: new URLSearchParams(fields) });
      if (answer.status !== 303) throw new Error(`/classify: ${answer.status} ${await answer.text()}`);
      return answer.headers.get('location');
    },
  };
}

async function pages(dir) {
  const found = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const path = relative(dir, join(entry.parentPath ?? entry.path, entry.name));
    found.push(`/${path.replace(/(^|\/)index\.html$/, '$1')}`);
  }
  return found.sort();
}

/** In the order of the level's page: most people first. */
async function roadmaps(dir, level) {
  const overview = await readFile(join(dir, 'roadmaps', level, 'index.html'), 'utf8');
  const links = overview.matchAll(new RegExp(`href="(/roadmaps/${level}/[^"#/]+/)"`, 'g'));
  const paths = new Set(Array.from(links, ([, path]) => path));
  return [...paths].filter((path) => existsSync(join(dir, path, 'index.html')));
}
