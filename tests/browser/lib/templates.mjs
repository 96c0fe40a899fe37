// One page of every template of a site: name → path. What a site does not have (yet) is left out.

/** `{ form: '/', roadmaps: '/roadmaps/', … }`; those of another language with `root` = '/de'. */
export async function templates(site, root = '') {
  const pages = await site.pages();
  const [roadmap] = await site.roadmaps('junior');
  const [top] = await site.roadmaps('expert');
  const first = (start) => pages.find((path) => path.startsWith(start) && path !== start);
  const live = new Set((await Promise.all(['junior', 'senior', 'expert'].map((level) => site.roadmaps(level)))).flat());
  const retired = pages.find((path) => /^\/roadmaps\/\w+\/.+\/$/.test(path) && !live.has(path));
  const wanted = {
    form: '/',
    roadmaps: '/roadmaps/',
    level: '/roadmaps/junior/',
    roadmap,
    'roadmap-top': top,
    compare: first('/compare/'),
    compares: '/compare/',
    skills: '/skills/',
    skill: first('/skills/'),
    search: '/search/',
    method: '/method/',
    changes: '/changes/',
    retired,
    missing: '/404.html',
    unavailable: '/503.html',
  };
  const found = Object.entries(wanted)
    .map(([name, path]) => [name, path && root + path])
    .filter(([, path]) => pages.includes(path));
  return Object.fromEntries(found);
}
