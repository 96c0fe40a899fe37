// Where things are, and the packages that live in .tools/browser (`cargo xtask browser` puts them there).
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The top of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where cargo puts what it builds. */
export const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');

/** Where pictures go that people look at. */
export const look = join(target, 'look');

/** The program under test. */
export const siteGen = process.env.SITE_GEN ?? join(target, 'debug/site-gen');

/** The machine's Chromium; none is ever downloaded. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const tools = process.env.BROWSER_TOOLS ?? join(root, '.tools/browser');
const require = createRequire(join(tools, 'package.json'));

/** One of the packages of package.json, in CommonJS or as a module. */
export async function fetched(name) {
  if (!existsSync(join(tools, 'node_modules'))) {
    throw new Error(`no packages in ${tools}; \`cargo xtask browser\` puts them there`);
  }
  const loaded = await import(pathToFileURL(require.resolve(name)));
  // A package in CommonJS whose names Node could not see has them under `default`.
  return loaded.default && typeof loaded.default === 'object' ? { ...loaded.default, ...loaded } : loaded;
}
