// Paths, and the packages in .tools/browser (`cargo xtask browser` installs them).
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The top of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Cargo's target folder. */
export const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');

/** The folder of screenshots, which people look at. */
export const screenshots = join(target, 'look');

/** The program under test. */
export const siteGen = process.env.SITE_GEN ?? join(target, 'debug/site-gen');

/** The machine's Chromium. No browser is downloaded. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const tools = process.env.BROWSER_TOOLS ?? join(root, '.tools/browser');
const require = createRequire(join(tools, 'package.json'));

/** Imports a package of package.json, whether it is CommonJS or an ES module. */
export async function importPackage(name) {
  if (!existsSync(join(tools, 'node_modules'))) {
    throw new Error(`no packages in ${tools}; \`cargo xtask browser\` installs them`);
  }
  const loaded = await import(pathToFileURL(require.resolve(name)));
  // Node puts exports of a CommonJS package that it cannot detect under `default`.
  return loaded.default && typeof loaded.default === 'object' ? { ...loaded.default, ...loaded } : loaded;
}
