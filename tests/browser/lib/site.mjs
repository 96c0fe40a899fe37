// A site on 127.0.0.1: profiles → model → pages → `site-gen serve`, with the headers of production.
//
//   const site = await demo();         // synthetic people, the same as in `site-gen demo`
//   const site = await hostile();      // people with hostile labels (hostile.mjs)
//   const site = await released();     // two releases at a base URL, with changes and retired roadmaps
//   const site = await addressed();    // the demo with its own URL as --base-url
//   const site = await start('name', { profiles, baseUrl, args });
//
//   site.url                     http://127.0.0.1:port, without a slash at the end
//   site.dir                     the folder of rendered files
//   site.pages()                 every page's path: ['/', '/404.html', '/method/', …]
//   site.roadmaps('junior')      paths of roadmap pages, the roadmap of most people first
//   site.get(path)               fetch, without following redirects
//   site.classify({ skills: 'Python\nGit' })   sends the form as a browser does; returns the Location
//
// The model and the pages are kept in target/browser until the program or the profiles change, so test files
// share them: the first file waits for them, the others start at once. A site stops with the process that
// started it.
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

/** A site of people whose every label attacks. */
export const hostile = () => start('hostile', { profiles: hostileProfiles() });

/** The demo at a base URL, so that its heads have absolute links: the canonical one and other languages. */
export async function addressed() {
  await demo();
  const at = join(target, 'browser/demo');
  const port = await freePort();
  const out = await mkdtemp(join(target, 'browser/addressed-'));
  after(() => rm(out, { recursive: true, force: true }));
  const dir = join(out, 'site');
  await run(['render', '--model', join(at, 'model'), '--out', dir, '--base-url', `http://127.0.0.1:${port}`]);
  return site(await serve(['serve', '--model', join(at, 'model'), '--site', dir, '--port', `${port}`]), dir);
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A site whose every list is as full as real people make it, and longer: budgets are held on this one. */
export const large = () => start('large', { profiles: largeProfiles() });

/** What two refreshes left behind: pages that say what changed and what was retired, a sitemap, a feed. */
export const released = () => start('released', { baseUrl: 'https://roadmap.example', releases: 2 });

/**
 * A site by name; asked for again in one process, it is the same server.
 *
 * `profiles`: an array of profiles, or JSON Lines as text; the default is synthetic people. `baseUrl`: the
 * option of `site-gen render`.
 * `args`: more arguments of `site-gen demo`.
 */
export function start(name, options = {}) {
  if (!started.has(name)) started.set(name, make(name, options));
  return started.get(name);
}

async function make(name, { profiles, baseUrl, releases = 0, args = [] }) {
  const lines = Array.isArray(profiles)
    ? profiles.map((one) => JSON.stringify(one)).join('\n')
    : (profiles ?? '');
  const program = await stat(siteGen).catch(() => {
    throw new Error(
      `${siteGen} is not there; SITE_GEN says which site-gen to test (cargo build -p site-gen)`,
    );
  });
  const key = createHash('sha256')
    .update(JSON.stringify([program.size, program.mtimeMs, lines, baseUrl, releases, args]))
    .digest('hex');
  const dir = join(target, 'browser', name);
  await locked(`${dir}.lock`, async () => {
    const kept = await readFile(join(dir, 'key'), 'utf8').catch(() => '');
    if (kept === key) return;
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    if (releases) await release(dir, baseUrl, releases);
    else await build(dir, lines, baseUrl, args);
    await writeFile(join(dir, 'key'), key);
  });
  const url = await serve([
    'serve',
    '--model',
    join(dir, 'model'),
    '--site',
    join(dir, 'site'),
    '--port',
    '0',
  ]);
  return site(url, join(dir, 'site'));
}

async function build(dir, lines, baseUrl, args) {
  const file = join(dir, 'people.jsonl');
  await writeFile(file, lines);
  const profiles = lines ? ['--profiles', file] : [];
  // The demo itself, so that it is what is tested; it is stopped when it serves.
  await serve(['demo', '--port', '0', '--keep', dir, ...profiles, ...args], { once: true });
  if (baseUrl)
    await run(['render', '--model', join(dir, 'model'), '--out', join(dir, 'site'), '--base-url', baseUrl]);
}

/** Refreshes over people who are all others each time. */
async function release(dir, baseUrl, count) {
  const people = join(dir, 'people.jsonl');
  for (let seed = 1; seed <= count; seed += 1) {
    await run(['sample', '--profiles', '600', '--seed', `${seed}`, '--out', people]);
    const forced = seed > 1 ? ['--fresh', '--force', 'a test'] : [];
    await run(['refresh', '--profiles', people, '--to', dir, '--base-url', baseUrl, ...forced]);
  }
  const { live } = JSON.parse(await readFile(join(dir, 'current.json'), 'utf8'));
  await symlink(join(dir, 'releases', live.release), join(dir, 'model'));
}

/** Holds a lock of the file system: test files are processes of their own. */
async function locked(lock, work) {
  await mkdir(join(target, 'browser'), { recursive: true });
  const begun = Date.now();
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // The owner died, or its lock would be younger than any build takes.
    const held = await stat(lock).catch(() => undefined);
    if (held && Date.now() - held.mtimeMs > 180_000) await rm(lock, { recursive: true, force: true });
    if (Date.now() - begun > 240_000) throw new Error(`${lock}: nobody lets go of it`);
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
  const told = [];
  child.stderr.on('data', (bytes) => told.push(bytes));
  const ended = new Promise((_, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => {
      running.delete(child);
      fail(new Error(`site-gen ${args.join(' ')} ended with ${code}\n${Buffer.concat(told)}`));
    });
  });
  // Whoever no longer waits for the URL does not care that it ends.
  ended.catch(() => {});
  const first = new Promise((done) => createInterface({ input: child.stdout }).once('line', done));
  const line = await Promise.race([first, ended]);
  if (!line.startsWith('http://127.0.0.1:')) throw new Error(`site-gen printed ${line} instead of a URL`);
  if (once) child.kill('SIGKILL');
  return line.trim().replace(/\/$/, '');
}

function run(args) {
  return new Promise((done, fail) => {
    const child = spawn(siteGen, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const told = [];
    child.stderr.on('data', (bytes) => told.push(bytes));
    child.once('error', fail);
    child.once('exit', (code) =>
      code === 0
        ? done()
        : fail(new Error(`site-gen ${args.join(' ')} ended with ${code}\n${Buffer.concat(told)}`)),
    );
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

/** In the order of the level's page, which is by people. */
async function roadmaps(dir, level) {
  const overview = await readFile(join(dir, 'roadmaps', level, 'index.html'), 'utf8');
  const links = [...overview.matchAll(new RegExp(`href="(/roadmaps/${level}/[^"#/]+/)"`, 'g'))].map(
    (match) => match[1],
  );
  return [...new Set(links)].filter((path) => existsSync(join(dir, path, 'index.html')));
}
