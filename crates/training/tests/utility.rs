//! Disclosure control keeps the use of a page: its order and its shares.

use std::collections::HashMap;
use std::sync::Arc;

use career_model::clean::skill_identity;
use career_model::{Level, Profile};
use career_training::{ClusterCount, Features, Search};
use training::progress::Silent;
use training::topics::Steering;
use training::workflow::fit_exact;

/// `share · lift^¼` of exact counts, as the order of a page was made before counts were rounded.
fn exact_score(people: f64, of: f64, level_share: f64) -> f64 {
    let share = (people + 10.0 * level_share) / (of + 10.0);
    share * ((share + 0.02) / (level_share + 0.02)).powf(0.25)
}

/// Kendall's τ of a list against scores that should descend.
fn kendall_tau(scores: &[f64]) -> f64 {
    let (mut agree, mut pairs) = (0.0, 0.0);
    for (at, first) in scores.iter().enumerate() {
        for second in &scores[at + 1..] {
            agree += f64::from(first.total_cmp(second) as i8);
            pairs += 1.0;
        }
    }
    if pairs == 0.0 { 1.0 } else { agree / pairs }
}

#[test]
fn published_pages_keep_their_order_and_their_shares() {
    let people: Vec<Profile> = profile_data::sample(11).take(1_500).collect();
    let people: Vec<&Profile> = people.iter().collect();
    let (features, clusters) = (Features::Full(Search::Quick), ClusterCount::Fixed(8));
    let fitted = fit_exact(&people, &Steering::default(), features, clusters, 1, Arc::new(Silent))
        .expect("consistent");
    let published = fitted.published().expect("consistent");
    let (mut taus, mut shares, mut items, mut shown) = (Vec::new(), 0, 0, 0);
    for level in Level::ALL {
        let (own, public) = (fitted.model.level(level), published.level(level));
        let of_level: HashMap<String, u32> =
            own.overview.skills.iter().map(|skill| (skill_identity(&skill.name), skill.people)).collect();
        for (page, roadmap) in own.roadmaps.iter().zip(&public.roadmaps) {
            let score = |name: &str, people: u32| {
                let in_level = of_level.get(&skill_identity(name)).copied().unwrap_or(0);
                let level_share = f64::from(in_level) / own.overview.people as f64;
                exact_score(people.into(), page.has.people as f64, level_share)
            };
            let exact: HashMap<&str, u32> =
                page.has.skills.iter().map(|skill| (skill.name.as_str(), skill.people)).collect();
            let scores: Vec<f64> = roadmap
                .has
                .skills
                .iter()
                .map(|skill| score(&skill.name, exact[skill.name.as_str()]))
                .collect();
            taus.push(kendall_tau(&scores));
            items += page.has.skills.len();
            shown += roadmap.has.skills.len();
            for skill in roadmap.has.skills.iter().filter(|_| page.has.people >= 20) {
                let before = f64::from(exact[skill.name.as_str()]) / page.has.people as f64;
                let after = f64::from(skill.people) / roadmap.has.people as f64;
                assert!((before - after).abs() <= 0.05, "{}: {before} {after}", skill.name);
                shares += 1;
            }
        }
    }
    let mean = taus.iter().sum::<f64>() / taus.len() as f64;
    let least = taus.iter().copied().fold(1.0, f64::min);
    let pages = taus.len();
    eprintln!(
        "{pages} pages: τ {mean:.3} ({least:.3} at least), {shares} shares, {shown} of {items} items shown"
    );
    assert!(mean >= 0.9 && least >= 0.7, "{mean} {least}");
    assert!(shares > 200);
}
