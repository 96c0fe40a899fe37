//! Scratch.
use std::time::Instant;
use career_training::interests::{InterestParams, held_out, search, table::{Columns, InterestTable}, fit_interests, ranking};
use career_training::{FitParams, ClusterCount, PeopleBuilder, TopicGuides, fit_topics, Observer, Stage};
struct Silent;
impl Observer for Silent { fn begin(&self,_:Stage,_:u64){} fn end(&self,_:Stage){} }
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let thorough = std::env::args().nth(2).is_some();
    let mut builder = PeopleBuilder::default();
    for line in std::fs::read_to_string(path).unwrap().lines() { builder.push(&serde_json::from_str(line).unwrap()); }
    let people = builder.finish();
    let topics = fit_topics(&people, &FitParams::seed_method(ClusterCount::Auto, 1), TopicGuides::default(), &Silent);
    let of = &topics.degree_fields.topic_of;
    let n = people.iter_leveled().count();
    let all: Vec<usize> = (0..n).collect();
    let everyone = InterestTable::of(&people, of, &Columns::of(&people, of, &all), &all);
    for seed in 1..3 {
    let (learn, asked) = held_out::split(n);
    let persons = |rows: &[usize]| rows.iter().map(|&r| everyone.person_of[r]).collect::<Vec<_>>();
    let (learn, asked) = (persons(&learn), persons(&asked));
    let t = Instant::now();
    let columns = Columns::of(&people, of, &learn);
    let table = InterestTable::of(&people, of, &columns, &learn);
    let held = held_out::hide(&people, of, &columns, &asked, seed);
    let params = InterestParams::new(seed);
    let i = fit_interests(&table, 3, &params);
    println!("items {} columns {} learn {} asked {} fit {:?}", columns.n_items, columns.values.len(), table.n_people(), held.shown.n_people(), t.elapsed());
    let shares = search::level_shares(&table, 3);
    let m = |f: &dyn Fn(usize) -> ndarray::Array1<f64>| (0..held.shown.n_people()).map(|r| search::recall_at(5, &f(r), &held.shown, r, &held.hidden[r])).sum::<f64>() / held.shown.n_people() as f64;
    let pl = m(&|r| shares[held.shown.level_of[r]].clone());
    let ease = m(&|r| { let mut s = ndarray::Array1::zeros(columns.n_items); for (x,_) in held.shown.items.row(r) { s += &i.ease.row(x); } s });
    let pers = m(&|r| ranking::personal_scores(&i, held.shown.items.row(r).map(|x| x.0), held.shown.context.row(r).map(|x| x.0), held.shown.level_of[r]));
    let t = Instant::now();
    let c = search::search(&table, &held, 3, &params, if thorough { search::Search::Thorough } else { search::Search::Quick }, 10, &|| ());
    println!("pop-level {pl:.3} ease {ease:.3} ({:.2}) personal {pers:.3} ({:.2}); search {:?}", ease/pl, pers/pl, t.elapsed());
    for x in &c { println!("  {:?} {} comps k {:2}: recall {:.3} = {:.2}x pages {} stable {:.2}", x.params.scope, x.params.n_components, x.params.n_clusters, x.recall, x.recall/pl, x.n_pages, x.stable); }
    println!("best {:?} {:.2}x", search::best(&c), search::best(&c).unwrap().recall/pl);
    }
}
