// People with hostile labels: markup, links that run scripts, foreign addresses, text that runs backwards or
// on and on.
import { people, picker } from './profiles.mjs';

/** Labels that each try something else. Real ones stand between them, so that a page looks like a page. */
export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'><svg onload=alert(3)>",
  '</title><script>alert(4)</script>',
  '</script><script>alert(5)</script>',
  'javascript:alert(6)',
  'https://evil.example/steal',
  '[click](javascript:alert(7))',
  '<a href="javascript:alert(8)">free certificate</a>',
  '<style>body{display:none}</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<iframe src="https://evil.example/"></iframe>',
  '<!-- and everything after this',
  ']]><script>alert(9)</script>',
  '{{ chrome }}{% raw %}',
  '\u202Egnirts sdrawkcab',
  '\u2067isolated, and never closed',
  'zero\u200Bwidth\u200D\u2060joined\uFEFF',
  '🦀🚀 Ferris 👩‍💻🏳️‍🌈',
  'تطوير البرمجيات',
  'Z̸̡̢a̵͓͝l̴͎͑g̷̱͂o̶̳̾',
  'a'.repeat(10_000),
  'two\nlines\tand\u0000a zero',
  '__proto__',
  'constructor',
  '%3Cscript%3Ealert(10)%3C/script%3E',
  '&lt;script&gt;alert(11)&lt;/script&gt;',
  'C++ & C# <3 "quotes" \'and\' `ticks` \\ | , ; = #',
];

const plain = ['Python', 'SQL', 'Git', 'Kubernetes', 'Java', 'Excel', 'Docker', 'Linux', 'React', 'Kafka'];

/** Two kinds of people at each level, enough of each that every label is on some page. */
export function hostileProfiles() {
  const half = Math.ceil(attacks.length / 2);
  const kinds = [attacks.slice(0, half), attacks.slice(half)];
  const pick = picker(1);
  return [12, 150, 300].flatMap((months) =>
    kinds.flatMap((labels, kind) =>
      people(60, {
        id: `<b>${months}-${kind}</b>`,
        months: (index) => months + (index % 7),
        position: (index) => labels[index % 4],
        degree_fields: (index) => [labels[index % 6], kind ? 'Statistics' : 'Computer Science'],
        courses: () => pick(labels, 8),
        certifications: () => pick(labels, 6),
        skills: () => [...pick(labels, 10), ...pick(plain, 4)],
      }),
    ),
  );
}
