// Patterns of pasted texts, in several languages.

import { MONTHS } from "./dates.js";

export const BULLET = /^[\s•·▪▫◦‣●○■□*–—>-]+/u;

const MONTH_WORD = `(?:${MONTHS.flat().join("|")})\\p{L}*\\.?,?`;
export const DATE = `(?:${[
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}[./]\\d{1,2}[./]\\d{4}",
  "\\d{4}\\s*年\\s*\\d{1,2}\\s*月",
  "\\d{4}[-./](?:0?[1-9]|1[0-2])(?!\\d)",
  "\\d{1,2}[./-]\\d{4}",
  `(?:\\d{1,2}\\.?\\s+)?${MONTH_WORD}\\s+(?:de\\s+|del\\s+)?\\d{4}`,
  `${MONTH_WORD}[-'’]\\d{2}`,
  "\\d{4}",
].join("|")})`;
const FROM = "(?:from|von|de|du|desde|dal|van|от|с|od)";
const TO = "(?:to|bis|until|till|à|au|a|al|hasta|até|tot|do|по|до)";
// "2019 - 2021", "from May 2019 to today": the groups are the start and the end.
export const RANGE = new RegExp(
  `(?<![\\p{L}\\d])(?:${FROM}\\s+)?(${DATE})(?:\\s*г\\.?)?\\s*` +
    `(?:-|–|—|‒|−|→|(?<=\\s)${TO}(?=\\s))\\s*(${DATE}|\\p{L}[\\p{L}'’ ]*)`,
  "iu",
);
export const SINCE = new RegExp(`(?:since|seit|depuis|desde|dal|sinds|с|od)\\s+(${DATE})`, "iu");
export const DURATION = new RegExp(
  "\\d+\\+?\\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?|ans?|mois|años?|mes(?:es)?|anos?|anni|anno|" +
    "mesi|jaar|maanden?|mnd)\\b",
  "iu",
);

export const JOB_WORDS = new RegExp(
  "engineer|developer|manager|analyst|scientist|architect|consultant|designer|administrator|specialist|" +
    "lead\\b|head of|director|intern\\b|trainee|student|assistant|officer|tester|programmer|researcher|" +
    "teacher|lecturer|technician|coordinator|owner|master\\b|\\b(?:cto|ceo|cio|vp)\\b|entwickler|ingenieur|" +
    "berater|leiter|informatiker|techniker|praktikant|werkstudent|mitarbeiter|administrator|architekt|" +
    "d[ée]veloppeu|ing[ée]nieur|chef de|responsable|analyste|stagiaire|consultor|desarrollador|ingenier|" +
    "analista|jefe|gerente|desenvolvedor|engenheir|estagi[áa]ri|cientista|sviluppator|ingegner|" +
    "responsabile|tirocinante|ontwikkelaar|adviseur|beheerder|stagiair|programist|in[żz]ynier|" +
    "geli[şs]tirici|m[üu]hendis|разработчик|инженер|аналитик|розробник|інженер",
  "iu",
);

// What separates a title from an employer.
export const BEFORE_EMPLOYER = new RegExp(
  " [–—|·•-] |,\\s+|\\s+@\\s*| at | bei | chez | en la | presso | bij |(?<=\\S \\S+) en (?=\\p{Lu})",
  "u",
);

export const SCHOOL = new RegExp(
  "universi|hochschule|hogeschool|college|school|institut|école|ecole|academy|akademi|politecnic|polytechn|" +
    "facult|fakult|gymnasium|lyc[ée]e|^(?:tu|th|fh|eth|mit|epfl|hs|kit)\\b|университет|університет",
  "iu",
);

// Words before the date of a certificate.
export const ISSUED = new RegExp(
  "^(?:issued|ausgestellt|délivr|émise? |expedi[cd]|emitid|rilasciat|data di rilascio|uitgegeven|verleend)",
  "iu",
);

// Lines of LinkedIn's page and PDF without content: buttons, page numbers, endorsements.
export const NOISE = new RegExp(
  "^(?:show (?:all|more|credential)|see (?:more|less|credential)|\\.{3}|…|" +
    "\\d+ (?:endorsements?|experiences? (?:at|across)|kenntnisbest|educational)|endorsed by|" +
    "passed linkedin|page \\d+ of|seite \\d+ von|issued|ausgestellt|expedi[cd]|délivr|émise? |emitid|" +
    "rilasciat|data di rilascio|uitgegeven|verleend|identifiant|id de la|credential id|zertifikats-id|" +
    "grade:|note:|activities and soc|aktivitäten und|alle .* anzeigen|nachweis anzeigen|mehr anzeigen|" +
    "\\d+ person)",
  "iu",
);
