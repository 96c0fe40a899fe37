// The headings of profiles and CVs in several languages.

import { fold } from "./words.js";

// Sections by folded heading.
const HEADINGS = new Map();
for (const [section, headings] of Object.entries({
  experience: "experience|experiences|work experience|professional experience|relevant experience|" +
    "employment|employment history|work history|career|career history|positions|berufserfahrung|" +
    "berufliche erfahrung|beruflicher werdegang|werdegang|erfahrung|erfahrungen|praxiserfahrung|" +
    "experience professionnelle|experiences professionnelles|parcours professionnel|parcours|experiencia|" +
    "experiencia laboral|experiencia profesional|trayectoria profesional|experiencia profissional|" +
    "experiencias profissionais|esperienza|esperienze|esperienza professionale|esperienza lavorativa|" +
    "esperienze lavorative|esperienze professionali|ervaring|werkervaring|loopbaan|doswiadczenie|" +
    "doswiadczenie zawodowe|deneyim|is deneyimi|опыт|опыт работы|досвід|досвід роботи",
  skills: "skills|top skills|technical skills|key skills|core skills|professional skills|" +
    "skills & endorsements|skills and endorsements|skills & tools|skills & technologies|" +
    "skills and technologies|digital skills|computer skills|it skills|hard skills|core competencies|" +
    "competencies|technologies|tech stack|expertise|kenntnisse|top-kenntnisse|fahigkeiten|fachkenntnisse|" +
    "it-kenntnisse|edv-kenntnisse|technische kenntnisse|kompetenzen|kenntnisse und fahigkeiten|" +
    "fahigkeiten und kenntnisse|kenntnisse & fahigkeiten|competences|competences techniques|" +
    "competences cles|principales competences|competences principales|aptitudes|principales aptitudes|" +
    "aptitudes principales|habilidades|habilidades tecnicas|conocimientos|conocimientos tecnicos|" +
    "competencias|competencias tecnicas|principais competencias|competenze|competenze tecniche|" +
    "competenze principali|capacita|vaardigheden|competenties|belangrijkste vaardigheden|umiejetnosci|" +
    "yetenekler|навыки|ключевые навыки|навички",
  education: "education|academic background|education and training|education & training|studies|ausbildung|" +
    "bildung|studium|bildungsweg|akademische ausbildung|akademischer werdegang|hochschulbildung|" +
    "ausbildung und studium|formation|formations|etudes|formation academique|diplomes|parcours academique|" +
    "educacion|formacion|formacion academica|estudios|educacao|formacao|formacao academica|escolaridade|" +
    "istruzione|formazione|istruzione e formazione|formazione scolastica|titoli di studio|studi|opleiding|" +
    "opleidingen|onderwijs|wyksztalcenie|egitim|образование|освіта",
  certifications: "certifications|licenses & certifications|licenses and certifications|licenses|" +
    "certificates|certificates & licenses|zertifikate|zertifizierungen|bescheinigungen|" +
    "bescheinigungen und zertifikate|lizenzen und zertifikate|lizenzen & zertifikate|" +
    "zertifikate und lizenzen|licences et certifications|certificats|licencias y certificaciones|" +
    "certificaciones|certificados|licencas e certificados|licencas e certificacoes|certificacoes|" +
    "licenze e certificazioni|certificazioni|certificati|licenties en certificaten|certificaten|" +
    "certificeringen|licencje i certyfikaty|certyfikaty|lisanslar ve sertifikalar|сертификаты|" +
    "лицензии и сертификаты|сертифікати",
  courses: "courses|coursework|relevant coursework|trainings|training|courses & training|kurse|" +
    "weiterbildung|weiterbildungen|fortbildungen|kurse und weiterbildungen|cours|" +
    "formations complementaires|cursos|cursos complementarios|cursos complementares|corsi|" +
    "corsi di formazione|cursussen|kursy|kurslar|курсы|курси",
  other: "summary|about|about me|language skills|soft skills|profile|professional summary|objective|" +
    "contact|contact information|languages|interests|hobbies|projects|personal projects|publications|" +
    "honors & awards|honors-awards|honors and awards|awards|volunteer experience|volunteering|" +
    "recommendations|organizations|references|patents|test scores|activity|featured|services|causes|" +
    "people also viewed|info|zusammenfassung|uber mich|profil|kontakt|sprachen|sprachkenntnisse|interessen|" +
    "projekte|veroffentlichungen|auszeichnungen|auszeichnungen und preise|ehrenamt|" +
    "ehrenamtliches engagement|empfehlungen|aktivitaten|im fokus|personliche daten|resume|a propos|infos|" +
    "coordonnees|langues|centres d'interet|loisirs|projets|distinctions|benevolat|recommandations|activite|" +
    "extracto|acerca de|contacto|contactar|idiomas|intereses|proyectos|publicaciones|" +
    "reconocimientos y premios|voluntariado|recomendaciones|actividad|resumo|sobre|contato|interesses|" +
    "projetos|publicacoes|premios|recomendacoes|atividades|riepilogo|informazioni|contatti|lingue|" +
    "interessi|progetti|pubblicazioni|riconoscimenti e premi|volontariato|attivita|samenvatting|over|" +
    "over mij|talen|interesses|projecten|publicaties|prijzen|vrijwilligerswerk|aanbevelingen|activiteit|" +
    "podsumowanie|jezyki|ozet|diller|языки|обо мне|мови|про мене",
})) {
  for (const heading of headings.split("|")) HEADINGS.set(fold(heading), section);
}

// The section that a line begins, and the rest of the line; null if the line is not a heading. Reads "Skills
// (12)", "## Skills", "SKILLS:" and "Skills: SQL".
export function headingOf(line) {
  const bareLine = line.replace(/^[#=*_\s]+|[#=*_\s]+$/g, "");
  const whole = fold(bareLine.replace(/\s*[([]?\d*[)\]]?\s*:?$/, ""));
  const half = whole.slice(0, whole.length / 2);
  const section = HEADINGS.get(whole) ?? (half + half === whole ? HEADINGS.get(half) : undefined);
  if (section) return { section, rest: "" };
  const colon = bareLine.indexOf(":");
  if (colon < 2 || colon > 40) return null;
  const inline = HEADINGS.get(fold(bareLine.slice(0, colon)));
  return inline ? { section: inline, rest: bareLine.slice(colon + 1).trim() } : null;
}
