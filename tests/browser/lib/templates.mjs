// One page of every template of a site: name → path. A page that every site has must be there, or tests
// of it would be left out unseen. Pages of errors are of no language.
import assert from 'node:assert/strict';

/** Only a site with a past has what changed and was retired, and not every one has experts. */
const sometimes = ['changes', 'retired', 'roadmap-top'];

/** `{ form: '/', roadmaps: '/roadmaps/', … }`; those of another language with `root` = '/de'. */
export async function templates(site, root = '') {
  const pages = await site.pages();
  const [roadmap] = await site.roadmaps('junior');
  const [top] = await site.roadmaps('expert');
  const first = (start) => pages.find((path) => path.startsWith(start) && path !== start);
  const live = new Set(
    (await Promise.all(['junior', 'senior', 'expert'].map((level) => site.roadmaps(level)))).flat(),
  );
  const retired = pages.find((path) => /^\/roadmaps\/\w+\/.+\/$/.test(path) && !live.has(path));
  const wanted = {
    form: '/',
    roadmaps: '/roadmaps/',
    level: '/roadmaps/junior/',
    roadmap,
    'roadmap-top': top,
    compare: pages.find((path) => /^\/compare\/\w+\/.+\/.+\/$/.test(path)),
    comparisons: '/compare/junior/',
    skills: '/skills/',
    skill: first('/skills/'),
    method: '/method/',
    changes: '/changes/',
    retired,
    missing: '/404.html',
    unavailable: '/503.html',
  };
  const paths = Object.entries(wanted).map(([name, path]) => [name, path && root + path]);
  const found = paths.filter(([, path]) => pages.includes(path));
  const placed = (path) => (path && /^\/\d+\.html$/.test(path) ? path : root + path);
  const missing = Object.entries(wanted).filter(
    ([name, path]) => !sometimes.includes(name) && !pages.includes(placed(path)),
  );
  assert.deepEqual(missing, [], 'templates without a page');
  return Object.fromEntries(found);
}
