//! Finds known skills, as whole words, in titles.

use std::collections::BTreeMap;

use super::limits::{MAX_SKILLS, MAX_TITLE_CHARS, MAX_TITLES};
use crate::asking::plain_input;

/// Words of titles that are no skill by themselves, even if people list them as skills.
const FILLER: [&str; 62] = [
    "a",
    "advanced",
    "an",
    "and",
    "applied",
    "basic",
    "basics",
    "beginner",
    "beginners",
    "best",
    "bootcamp",
    "certificate",
    "certification",
    "complete",
    "concepts",
    "course",
    "crash",
    "deep",
    "dive",
    "essential",
    "essentials",
    "exam",
    "expert",
    "first",
    "for",
    "foundation",
    "foundations",
    "from",
    "fundamental",
    "fundamentals",
    "getting",
    "guide",
    "hands-on",
    "how",
    "in",
    "intermediate",
    "into",
    "intro",
    "introduction",
    "learn",
    "learning",
    "masterclass",
    "mastering",
    "new",
    "of",
    "on",
    "part",
    "practical",
    "practice",
    "practices",
    "prep",
    "skills",
    "started",
    "the",
    "tips",
    "to",
    "training",
    "tricks",
    "tutorial",
    "with",
    "workshop",
    "your",
];
/// Longer phrases of the vocabulary are sentences, not skills.
const MAX_PHRASE_WORDS: usize = 6;

/// Finds the skills of a vocabulary in course titles.
#[derive(Debug)]
pub struct OfflineExtractor {
    /// Phrase, as words joined by spaces → skill.
    phrases: BTreeMap<String, usize>,
    /// Canonical key and people.
    skills: Vec<(String, u64)>,
    longest: usize,
}

impl OfflineExtractor {
    /// A vocabulary of skills, with the number of people who list each. `canonical` returns the key of a
    /// skill (`None` for junk). Spellings with the same key are one skill, and the key is found in titles
    /// too.
    pub fn new(
        vocabulary: impl IntoIterator<Item = (String, u64)>,
        canonical: impl Fn(&str) -> Option<String>,
    ) -> OfflineExtractor {
        let mut spellings: BTreeMap<String, (u64, Vec<String>)> = BTreeMap::new();
        for (spelling, people) in vocabulary {
            if let Some(key) = canonical(&spelling).filter(|key| !key.is_empty()) {
                let skill = spellings.entry(key).or_default();
                skill.0 = skill.0.saturating_add(people);
                skill.1.push(spelling);
            }
        }
        let mut extractor = OfflineExtractor { phrases: BTreeMap::new(), skills: Vec::new(), longest: 0 };
        for (key, (people, list)) in spellings {
            let skill = extractor.skills.len();
            for spelling in list.iter().chain([&key]) {
                let words = words(spelling);
                let is_filler = words.iter().all(|word| FILLER.contains(&word.as_str()));
                if is_filler || words.len() > MAX_PHRASE_WORDS {
                    continue;
                }
                extractor.longest = extractor.longest.max(words.len());
                // The same words with two keys belong to the skill of more people.
                let owner = extractor.phrases.entry(words.join(" ")).or_insert(skill);
                if extractor.skills.get(*owner).is_some_and(|(_, others)| *others < people) {
                    *owner = skill;
                }
            }
            extractor.skills.push((key, people));
        }
        extractor
    }

    /// Up to three canonical keys: the longest phrases first, then those of more people, then by key.
    pub fn extract(&self, titles: &[String]) -> Vec<String> {
        // Skill → number of words of its longest phrase.
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for title in titles.iter().take(MAX_TITLES) {
            self.find(&words(&plain_input(title, MAX_TITLE_CHARS)), &mut found);
        }
        let mut found: Vec<(usize, usize)> = found.into_iter().collect();
        found.sort_by_key(|&(skill, n_words)| {
            let (key, people) = &self.skills[skill];
            (std::cmp::Reverse((n_words, *people)), key)
        });
        found.into_iter().take(MAX_SKILLS).map(|(skill, _)| self.skills[skill].0.clone()).collect()
    }

    /// Longest phrases first; a word belongs to one phrase only.
    fn find(&self, words: &[String], found: &mut BTreeMap<usize, usize>) {
        let mut taken = vec![false; words.len()];
        for n_words in (1..=self.longest.min(words.len())).rev() {
            for start in 0..=words.len() - n_words {
                let range = start..start + n_words;
                if taken[range.clone()].contains(&true) {
                    continue;
                }
                if let Some(&skill) = self.phrases.get(&words[range.clone()].join(" ")) {
                    taken[range].fill(true);
                    let longest = found.entry(skill).or_default();
                    *longest = n_words.max(*longest);
                }
            }
        }
    }
}

/// Lower-case words. Signs that belong to names stay ("c++", "c#", ".net", "node.js", "r&d", "hands-on"), so
/// that "c" is not found in "c++", nor "r" in "r&d".
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let is_word = |c: char| c.is_alphanumeric() || "+#.&'’-".contains(c);
    let trimmed = lower.split(|c| !is_word(c)).map(|word| {
        let word = word.trim_end_matches(['.', '&', '\'', '’', '-']);
        word.trim_start_matches(['+', '#', '&', '\'', '’', '-'])
    });
    trimmed.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn extractor(vocabulary: &[(&str, u64)]) -> OfflineExtractor {
        let canonical = |spelling: &str| {
            let key = spelling.split('(').next()?.trim().to_lowercase();
            (key != "junk").then_some(key)
        };
        OfflineExtractor::new(vocabulary.iter().map(|&(skill, people)| (skill.to_owned(), people)), canonical)
    }

    fn skills(extractor: &OfflineExtractor, titles: &[&str]) -> Vec<String> {
        extractor.extract(&titles.iter().map(|&title| title.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn whole_words_longest_first_then_people() {
        let known = extractor(&[
            ("Python (Programming Language)", 50),
            ("Machine Learning", 40),
            ("Java", 60),
            ("JavaScript", 70),
            ("C", 5),
            ("C++", 9),
            ("R", 3),
            ("Training", 99),
            ("Learning", 99),
            ("Node.js", 8),
            ("Data", 500),
            ("Data Science", 10),
            ("junk", 1000),
        ]);
        assert_eq!(skills(&known, &["Learning Python"]), ["python"]);
        assert_eq!(
            skills(&known, &["Java Essential Training", "Machine Learning with Python: Foundations"]),
            ["machine learning", "java", "python"]
        );
        assert_eq!(skills(&known, &["JavaScript: The Complete Guide"]), ["javascript"]);
        assert_eq!(skills(&known, &["C++ Templates"]), ["c++"]);
        assert_eq!(skills(&known, &["Data Science"]), ["data science"]);
        assert_eq!(skills(&known, &["Leading R&D teams"]), Vec::<String>::new());
        assert_eq!(skills(&known, &["R for Data, in C.", "junk"]), ["data", "c", "r"]);
        assert_eq!(skills(&known, &["Node.js, C++, Java, and JavaScript"]), ["javascript", "java", "c++"]);
        assert_eq!(skills(&known, &[]), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn the_order_of_titles_does_not_matter_and_all_skills_are_known(
            vocabulary in prop::collection::btree_map("[abc]( [abc]){0,2}", 0_u64..5, 0..12),
            mut titles in prop::collection::vec("[abc ]{0,12}", 0..6),
        ) {
            let known = OfflineExtractor::new(vocabulary.clone(), |skill| Some(skill.to_owned()));
            let found = known.extract(&titles);
            prop_assert!(found.len() <= MAX_SKILLS);
            for skill in &found {
                prop_assert!(vocabulary.contains_key(skill));
                let phrase = format!(" {skill} ");
                let has = |title: &String| format!(" {} ", words(title).join(" ")).contains(&phrase);
                prop_assert!(titles.iter().any(has));
            }
            titles.reverse();
            prop_assert_eq!(known.extract(&titles), found);
        }

        #[test]
        fn no_title_panics(titles in prop::collection::vec(any::<String>(), 0..4), skill in any::<String>()) {
            let known = OfflineExtractor::new([(skill, 1)], |skill| Some(skill.to_owned()));
            known.extract(&titles);
        }
    }
}
