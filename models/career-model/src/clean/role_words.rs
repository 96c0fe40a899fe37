//! Words that mark a text as a job title. Maintained by hand.

/// Mostly English, and the other languages of the data; without endings, sorted.
#[rustfmt::skip]
const ROLES: [&str; 222] = [
    "accountant", "admin", "administrator", "adviser", "advisor", "advocate", "agent", "analista", "analyst",
    "animator", "apprentice", "architect", "architekt", "artist", "assistant", "assistent", "associate",
    "attorney", "auditor", "berater", "bioinformatician", "biologist", "biostatistician", "buyer", "cco",
    "cdo",
    "ceo", "cfo", "chair", "chairman", "chef", "chemist", "chercheur", "chercheuse", "cio", "ciso", "clerk",
    "cmo", "coach", "cofounder", "concepteur", "consultant", "consultante", "consultor", "consultora",
    "contractor", "contributor", "controller", "coo", "coordinator", "copywriter", "cpo", "cto", "curator",
    "dba", "dean", "desarrollador", "desarrolladora", "desenvolvedor", "desenvolvedora", "designer",
    "developer", "devops", "director", "diseñador", "diseñadora", "doctor", "dozent", "driver", "développeur",
    "développeuse", "economist", "editor", "electrician", "engenheira", "engenheiro", "engineer",
    "enseignant",
    "entrepreneur", "entwickler", "estudiante", "evangelist", "executive", "expert", "fellow", "forscher",
    "founder", "freelancer", "gerente", "geschäftsführer", "graduate", "hacker", "head", "informatiker",
    "ingeniera", "ingeniero", "ingenieur", "ingénieur", "inspector", "instructor", "integrator", "intern",
    "internship", "interpreter", "investigador", "investigadora", "investigator", "journalist", "lawyer",
    "lead", "leader", "lecturer", "lehrer", "leiter", "librarian", "machinist", "maintainer", "manager",
    "marketer", "mathematician", "mechanic", "mentor", "mitarbeiter", "nurse", "officer", "operator", "owner",
    "partner", "pentester", "pharmacist", "photographer", "physician", "physicist", "pilot", "planner",
    "postdoc", "practitioner", "praktikant", "president", "principal", "producer", "profesor", "profesora",
    "professor", "programador", "programadora", "programmer", "programmierer", "psychologist", "receptionist",
    "recruiter", "representative", "researcher", "responsable", "sales", "salesman", "scientist", "scrum",
    "secretary", "specialist", "spezialist", "sre", "stagiaire", "statistician", "strategist", "student",
    "supervisor", "teacher", "teamlead", "techlead", "technician", "techniker", "technologist", "tester",
    "therapist", "trainee", "translator", "tutor", "videographer", "vp", "welder", "wissenschaftler",
    "writer",
    "étudiant", "администратор", "аналитик", "архитектор", "аспирант", "ассистент", "бухгалтер", "дизайнер",
    "директор", "доцент", "заведующий", "инженер", "исследователь", "консультант", "координатор", "лаборант",
    "лидер", "маркетолог", "менеджер", "методист", "начальник", "основатель", "преподаватель", "программист",
    "профессор", "разработчик", "редактор", "репетитор", "руководитель", "сотрудник", "специалист", "стажер",
    "студент", "тестировщик", "технолог", "учитель", "экономист", "эксперт", "юрист",
];

/// Roles that also end other words: "Softwareentwickler", "Cofounder", "Werkstudent".
const MIN_ENDING: usize = 6;

/// Whether a word in lower case names a role.
pub(super) fn is_role(word: &str) -> bool {
    ["", "s", "in", "en", "innen"].into_iter().filter_map(|ending| word.strip_suffix(ending)).any(|stem| {
        let in_compound = || ROLES.iter().any(|role| role.len() >= MIN_ENDING && stem.ends_with(role));
        ROLES.binary_search(&stem).is_ok() || in_compound()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_sorted_and_endings_are_theirs() {
        assert!(ROLES.is_sorted());
        for word in ["engineer", "entwicklerin", "softwareentwickler", "cofounder", "ceo", "developers"] {
            assert!(is_role(word), "{word}");
        }
        for word in ["engineering", "google", "university", "data", "", "s", "misled"] {
            assert!(!is_role(word), "{word}");
        }
    }
}
