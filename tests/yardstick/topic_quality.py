#!/usr/bin/env python3
"""Label topics beside scikit-learn's, compared with topics that people named.

  topic_quality.py LABEL_TOPICS --degrees REFERENCE.json --skills REFERENCE.json
                   [--degree-strings STRINGS.jsonl] [--profiles PROFILES.jsonl]

LABEL_TOPICS is the built example of career-training:
  cargo build -p career-training --example label_topics

REFERENCE: {"topic": ["string", ...], ...}; STRINGS: {"degree_field": str, "people": int} per line. There are
two yardsticks on the same strings: plain TF-IDF + KMeans(150), and the same with the largest cluster
distributed over its nearest clusters, as in the reference method (the references were made that way, so they
favour it). Measures: adjusted Rand index and V-measure; strings without a topic count as one cluster. Prints
only counts and shares, no strings. Exits with 1 if the topics are not better than plain scikit-learn on both
measures.
"""

import argparse, json, subprocess, sys
from collections import Counter
import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, v_measure_score

missed = []


def ours(program, kind, cleaning, strings, seed=1):
    """(label, topic name) for each string; strings are pairs (text, people)."""
    lines = "".join(f"{people}\t{' '.join(text.split())}\n" for text, people in strings)
    done = subprocess.run(
        [program, kind, cleaning, str(seed)], input=lines, check=True, capture_output=True, text=True
    )
    return [tuple(line.split("\t")) for line in done.stdout.removesuffix("\n").split("\n")]


def sklearn_topics(strings, stop_words, seed):
    X = TfidfVectorizer(max_df=0.4, min_df=2, stop_words=stop_words).fit_transform(strings)
    k = 150
    plain = KMeans(k, init="k-means++", max_iter=200, n_init=20, random_state=seed).fit(X).labels_
    big = Counter(plain).most_common(1)[0][0]
    means = np.vstack(
        [
            np.asarray(X[plain == c].mean(axis=0)).ravel() if c != big else np.full(X.shape[1], -1.0)
            for c in range(k)
        ]
    )
    moved = plain.copy()
    rows = plain == big
    moved[rows] = np.asarray(X[rows] @ means.T).argmax(axis=1)
    return plain, moved


def show(name, truth, found):
    scores = adjusted_rand_score(truth, found), v_measure_score(truth, found)
    print(f"  {name:<44} adjusted Rand {scores[0]:.4f}   V-measure {scores[1]:.4f}")
    return scores


def against_reference(program, kind, path, stop_words):
    reference = json.load(open(path, encoding="utf-8"))
    truth = {text: topic for topic, texts in reference.items() for text in texts}
    strings = sorted(truth)
    topics = [truth[text] for text in strings]
    print(f"\n{kind}: {len(strings)} strings in {len(reference)} reference topics")
    for seed in (42, 7):
        plain, moved = sklearn_topics(strings, stop_words, seed)
        first = show(f"scikit-learn, KMeans(150), seed {seed}", topics, plain)
        show(f"scikit-learn, largest moved, seed {seed}", topics, moved)
        for cleaning in ("seed", "canonical"):
            found = [
                topic for _, topic in ours(program, kind, cleaning, [(text, 5) for text in strings], seed)
            ]
            scores = show(f"ours, {cleaning} cleaning, seed {seed}", topics, found)
            if cleaning == "canonical" and not (scores[0] > first[0] and scores[1] > first[1]):
                missed.append(f"{kind}, seed {seed}")


def named_share(program, path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    strings = [(row["degree_field"], row["people"]) for row in rows]
    total = sum(people for _, people in strings)
    print(f"\ndegree fields of {total} people, {len(strings)} strings")
    for cleaning in ("seed", "canonical"):
        found = ours(program, "degree_fields", cleaning, strings)
        refused = sum(people for (_, people), (label, _) in zip(strings, found) if not label)
        named = sum(
            people
            for (_, people), (_, topic) in zip(strings, found)
            if topic and not topic.startswith("Topic ")
        )
        print(
            f"  {cleaning:<10} labels {len({label for label, _ in found if label}):5}   refused "
            f"{refused / total:6.2%}   "
            f"in a named topic {named / total:6.2%} of all, {named / (total - refused):6.2%} of those not "
            f"refused"
        )


def distinct(program, path):
    counts = Counter()
    for line in open(path, encoding="utf-8"):
        if line.strip():
            counts.update(set(json.loads(line).get("skills") or []))
    strings = sorted(counts.items())
    print(f"\nskills of a file of profiles: {len(strings)} distinct spellings")
    for cleaning in ("seed", "canonical"):
        labels = Counter()
        for (_, people), (label, _) in zip(strings, ours(program, "skills", cleaning, strings)):
            if label:
                labels[label] += people
        once = sum(1 for people in labels.values() if people == 1)
        print(f"  {cleaning:<10} {len(labels):5} distinct, {once / len(labels):6.2%} of them seen once")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("program")
    ap.add_argument("--degrees")
    ap.add_argument("--skills")
    ap.add_argument("--degree-strings")
    ap.add_argument("--profiles")
    a = ap.parse_args()
    if a.degrees:
        against_reference(a.program, "degree_fields", a.degrees, None)
    if a.skills:
        against_reference(a.program, "skills", a.skills, "english")
    if a.degree_strings:
        named_share(a.program, a.degree_strings)
    if a.profiles:
        distinct(a.program, a.profiles)
    if missed:
        sys.exit(f"\nnot better than scikit-learn: {', '.join(missed)}")


main()
