// LinkedIn's "Get a copy of your data": a few columns of six tables. It reads the same fields as the reader
// in the crate profile-data (linkedin/), and nothing else: no names, employers, schools or addresses.

import { job, titleInHeadline } from "./dates.js";
import { fieldOf } from "./degrees.js";
import { readTable } from "./tables.js";
import { fold } from "./words.js";

// For each table, the names of its file and of its columns in LinkedIn's languages, folded.
export const TABLES = {
  Profile: {
    files: "profile profil perfil profilo profiel",
    columns: {
      headline: "headline|kopfzeile|slogan|titre|titre du profil|titular|titulo|sommario|kop|profilslogan",
    },
  },
  Positions: {
    files: "positions positionen postes puestos cargos posizioni functies posities experience experiences " +
      "experiencia esperienze ervaring berufserfahrung stanowiska",
    columns: {
      title: "title|titel|position|positionsbezeichnung|poste|intitule du poste|titre|cargo|titulo|puesto|" +
        "titolo|qualifica|posizione|functie|functietitel|stanowisko",
      start: "started on|start date|started|begonnen am|beginn|startdatum|von|debut|date de debut|" +
        "commence le|fecha de inicio|inicio|data de inicio|iniciado em|comenzo el|data di inizio|inizio|" +
        "iniziato il|begindatum|gestart op",
      end: "finished on|end date|finished|ended on|beendet am|ende|enddatum|bis|fin|date de fin|termine le|" +
        "fecha de fin|fecha de finalizacion|data de termino|termino|finalizo el|concluido em|data di fine|" +
        "fine|terminato il|einddatum|beeindigd op",
    },
  },
  Education: {
    files: "education ausbildung bildung formation formations educacion formacion educacao formacao " +
      "formazione istruzione opleiding opleidingen",
    columns: {
      degree: "degree name|degree|abschluss|name des abschlusses|diplome|nom du diplome|titulo|" +
        "nombre del titulo|titulacion|diploma|grau|nome do grau|titolo di studio|titolo|graad|" +
        "naam van diploma",
      field: "field of study|studienfach|fachrichtung|domaine d'etudes|disciplina academica|" +
        "campo de estudio|area de estudo|campo di studi|studiegebied",
    },
  },
  Skills: {
    files: "skills kenntnisse fahigkeiten competences aptitudes competencias conocimientos competenze " +
      "vaardigheden umiejetnosci",
    columns: {
      name: "name|skill|skill name|nom|nombre|nome|naam|nazwa|kenntnis|competence|aptitud|competencia|" +
        "competenza|vaardigheid",
    },
  },
  Certifications: {
    files: "certifications certificates zertifikate zertifizierungen certificats certificaciones " +
      "certificados certificacoes certificazioni certificaten",
    columns: { name: "name|nom|nombre|nome|naam|nazwa|bezeichnung" },
  },
  Courses: {
    files: "courses kurse cours cursos corsi cursussen kursy",
    columns: { name: "name|nom|nombre|nome|naam|nazwa|bezeichnung" },
  },
};
for (const table of Object.values(TABLES)) {
  table.files = new Set(table.files.split(" "));
  for (const key of Object.keys(table.columns)) table.columns[key] = table.columns[key].split("|");
}

// The table that a file's name stands for, in any folder, with any capitals and with "(1)"; "" if none does.
export function tableOf(path) {
  const match = /^(.*?)(?:\s*\(\d+\))?\.(?:csv|tsv)$/i.exec(path.split(/[/\\]/).at(-1));
  const name = match ? fold(match[1]) : "";
  return Object.keys(TABLES).find((table) => TABLES[table].files.has(name)) ?? "";
}

// The table that a renamed file is by its header; "" if it is none. A list of names alone is a list of
// skills.
export function tableByHeader(text) {
  const readAs = (table) => readTable(text, TABLES[table].columns);
  const start = fold(text.slice(0, 2000));
  if (readAs("Positions")?.rows.some((row) => row.start !== "")) return "Positions";
  if (/degree name|abschluss/.test(start)) return "Education";
  if (/headline/.test(start)) return "Profile";
  if (/authority|license number/.test(start)) return "Certifications";
  if (readAs("Skills")) return /(^|[,;\t])"?number/i.test(text.slice(0, 2000)) ? "Courses" : "Skills";
  return "";
}

// Adds the fields of one table to what was found.
export function readLinkedIn(found, table, name, text) {
  const content = readTable(text, TABLES[table].columns);
  if (content === null) {
    if (text.trim() !== "") found.notes.push(["note-no-header", { file: name, column: headerOf(table) }]);
    return;
  }
  if (content.isCutOff) found.notes.push(["note-cut-off", { file: name }]);
  for (const row of content.rows) {
    if (table === "Positions") addPosition(found, row, name);
    else if (table === "Education") found.degree_fields.push(row.field || fieldOf(row.degree));
    else if (table === "Profile") found.headline ||= titleInHeadline(row.headline);
    else found[table.toLowerCase()].push(row.name);
  }
}

// Adds a job; `row` has texts for its title, start and end.
export function addPosition(found, row, name) {
  const one = job(row.title, row.start, row.end, found.today);
  const title = row.title || row.start || "?";
  if (one.span === null) found.notes.push(["note-dates", { file: name, title }]);
  found.jobs.push(one);
}

function headerOf(table) {
  return { Profile: "Headline", Positions: "Title", Education: "Degree Name" }[table] ?? "Name";
}
