// The field of study in the name of a degree. The rules and words are those of the crate profile-data
// (degree_name/).

// Words that name a degree; lower case, without dots.
export const LEVELS = new Set(("a-level a-levels aa aas abitur as asc associate associate's associates b " +
  "ba bac baccalauréat bachelor bachelor's bachelors bacharelado bas bba bca bcom bcs be beng bfa bs bsc " +
  "bse btech bts ca cert certificate certification d'ingénieur degree dipl diplom diploma diplomado " +
  "diplôme doctor doctoral doctorado doctorat doctorate dottorato dphil dr dut edd fachabitur foundation " +
  "ged grado graduação hnc hnd hons ing ingenieur inż inżynier jd laurea licence licencjat licenciatura " +
  "lisans llb llm ma magister magistrale master master's masters maestría maîtrise mba mbbs mca md meng " +
  "mestrado mfa mgr mphil mres ms msc mse mtech máster pgd pgdm phd pós-graduação specialist technikum " +
  "triennale tecnólogo yüksek önlisans бакалавр бакалавра бакалавриат магистр магистра магистратура " +
  "магістр специалист специалитет спеціаліст аспирантура степень ступінь").split(" "));
// Words between the name of a degree and its field.
export const FILLERS = new Set(("of in with a the de des du en em di der im na w major majoring honours " +
  "honors по з с направлению специальности specialization ön").split(" "));
// Fillers before the title of a degree ("Bachelor of Arts"). The title may be the field if nothing else is.
export const OF = new Set("of de des du di der".split(" "));
// Titles of degrees that do not name a field.
export const CALLED = new Set(("applied science sciences arts technology philosophy professional " +
  "studies fine").split(" "));
// Fillers before the field.
export const IN = new Set("in en em im по w".split(" "));
// Words that name neither a degree nor a field.
export const EMPTY = new Set(("2:1 2:2 and completed class cgpa cum diploma distinction division education " +
  "equivalent first general gpa grade graduate graduated graduation high higher honors honours laude level " +
  "lower magna merit n/a na no none of other post postgraduate pre-university school second secondary " +
  "senior student studies summa undergraduate upper university with year высшее наук образование среднее " +
  "степень —").split(" "));
// The field of a degree's name, or "". In order of preference: fields outside brackets, fields in brackets,
// the title of the degree, abbreviations in brackets. A text without the name of a degree is a field as a
// whole.
export function fieldOf(degree) {
  const text = Array.from(degree).slice(0, 300).join("");
  const parts = degreeParts(text);
  if (!parts.some((part) => part.hasLevel)) {
    const whole = joined(spaced(text));
    return isEmptyText(whole) ? "" : whole;
  }
  const fields = (isBracketed, allowsAbbreviations) => {
    const isField = ({ bracketed, field }) =>
      bracketed === isBracketed && field && (allowsAbbreviations || !isAbbreviation(field));
    return parts.filter(isField).map((part) => part.field).join(", ");
  };
  const title = parts.find((part) => part.called)?.called ?? "";
  return fields(false, true) || fields(true, false) || title || fields(true, true);
}

// The parts of a degree's name between commas, dashes and brackets.
export function degreeParts(text) {
  const plain = text.replaceAll(" - ", ",").replace(/[–—;|]/g, ",");
  const pieces = plain.match(/[^,()[\]]*[,()[\]]|[^,()[\]]+$/g) ?? [];
  let depth = 0;
  return pieces.map((piece) => {
    const part = degreePart(spaced(piece.replace(/[,()[\]]$/, "")), depth > 0);
    if (/[([]$/.test(piece)) depth += 1;
    else if (/[)\]]$/.test(piece)) depth = Math.max(0, depth - 1);
    return part;
  });
}

function degreePart(words, bracketed) {
  let rest = words;
  let hasLevel = false;
  let isAfterOf = false;
  while (rest.length > 0) {
    const word = bare(rest[0]);
    // "B. Tech", "Ph. D."
    if (rest[0].endsWith(".") && rest.length > 1 && LEVELS.has(word + bare(rest[1]))) {
      [hasLevel, isAfterOf] = [true, false];
      rest = rest.slice(2);
      continue;
    }
    if (isLevel(word)) [hasLevel, isAfterOf] = [true, false];
    else if (hasLevel && FILLERS.has(word)) isAfterOf = OF.has(word);
    else if (!(isAfterOf && CALLED.has(word))) break;
    rest = rest.slice(1);
  }
  while (rest.length > 0 && isLevel(bare(rest.at(-1)))) {
    hasLevel = true;
    rest = rest.slice(0, -1);
  }
  const nameOf = (list) => {
    const text = joined(list);
    return isEmptyText(text) ? "" : text;
  };
  const at = hasLevel ? rest.findIndex((word) => IN.has(bare(word))) : -1;
  if (at >= 0) {
    return { bracketed, hasLevel, called: nameOf(rest.slice(0, at)), field: nameOf(rest.slice(at + 1)) };
  }
  return { bracketed, hasLevel, called: isAfterOf ? nameOf(rest) : "", field: isAfterOf ? "" : nameOf(rest) };
}

function spaced(text) {
  return text.split(/\s+/).filter(Boolean);
}

// A word as the lists above have it.
function bare(word) {
  return word.toLowerCase().replaceAll("’", "'").replaceAll(".", "").replace(/^[:"*•]+|[:"*•]+$/g, "");
}

function isLevel(word) {
  return LEVELS.has(word) || (/[/-]/.test(word) && word.split(/[/-]/).every((level) => LEVELS.has(level)));
}

function isAbbreviation(text) {
  const characters = Array.from(text);
  return characters.length <= 6 && characters.every((c) => c === "." || /\p{Uppercase}/u.test(c));
}

// Whether a text names no field: only numbers, signs, and words such as "degree" or "completed".
function isEmptyText(text) {
  const words = spaced(text).map(bare);
  const isEmpty = (word) => !/\p{Alphabetic}/u.test(word) || EMPTY.has(word)
    || (/\d/.test(word) && new TextEncoder().encode(word).length <= 3);
  return words[0] === "minor" || words.every(isEmpty);
}

function joined(words) {
  return words.join(" ").replace(/^[:\-"\s]+|[:\-"\s]+$/g, "");
}
