#!/usr/bin/env python3
"""Compares our label topics and scikit-learn's with topics that people named.

  topic_quality.py LABEL_TOPICS --degrees REFERENCE.json --skills REFERENCE.json
                   [--degree-strings STRINGS.jsonl] [--profiles PROFILES.jsonl]

LABEL_TOPICS is the built example of career-training:
  cargo build -p career-training --example label_topics

REFERENCE: {"topic": ["string", ...], ...}; STRINGS: {"degree_field": str, "people": int} in each line.
Two baselines on the same strings: TF-IDF + KMeans(150), and the same with the strings of the largest cluster
moved to their nearest clusters, as in the reference method. The references were made that way, so they favour
it. The scores are the adjusted Rand index and the V-measure; strings without a topic count as one cluster.
Prints counts and shares only, no strings. Exits 1 when our topics are not better than plain scikit-learn on
both scores.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, v_measure_score

missed = []


def ours(program, kind, cleaning, strings, seed=1):
    """(label, topic name) of each string; strings are pairs (text, people)."""
    lines = "".join(f"{people}\t{' '.join(text.split())}\n" for text, people in strings)
    command = [program, kind, cleaning, str(seed)]
    done = subprocess.run(command, input=lines, check=True, capture_output=True, text=True)
    return [tuple(line.split("\t")) for line in done.stdout.removesuffix("\n").split("\n")]


def sklearn_topics(strings, stop_words, seed):
    """Clusters of the strings: of k-means, and with the largest cluster moved to the others."""
    x = TfidfVectorizer(max_df=0.4, min_df=2, stop_words=stop_words).fit_transform(strings)
    k = 150
    plain = KMeans(k, init="k-means++", max_iter=200, n_init=20, random_state=seed).fit(x).labels_
    largest = Counter(plain).most_common(1)[0][0]

    def mean(cluster):
        if cluster == largest:
            return np.full(x.shape[1], -1.0)
        return np.asarray(x[plain == cluster].mean(axis=0)).ravel()

    means = np.vstack([mean(cluster) for cluster in range(k)])
    moved = plain.copy()
    rows = plain == largest
    moved[rows] = np.asarray(x[rows] @ means.T).argmax(axis=1)
    return plain, moved


def show(name, truth, found):
    scores = adjusted_rand_score(truth, found), v_measure_score(truth, found)
    print(f"  {name:<44} adjusted Rand {scores[0]:.4f}   V-measure {scores[1]:.4f}")
    return scores


def compare_with_reference(program, kind, path, stop_words):
    reference = json.load(open(path, encoding="utf-8"))
    truth = {text: topic for topic, texts in reference.items() for text in texts}
    strings = sorted(truth)
    topics = [truth[text] for text in strings]
    print(f"\n{kind}: {len(strings)} strings in {len(reference)} reference topics")
    for seed in (42, 7):
        plain, moved = sklearn_topics(strings, stop_words, seed)
        baseline = show(f"scikit-learn, KMeans(150), seed {seed}", topics, plain)
        show(f"scikit-learn, largest moved, seed {seed}", topics, moved)
        for cleaning in ("seed", "canonical"):
            weighted = [(text, 5) for text in strings]
            found = [topic for _, topic in ours(program, kind, cleaning, weighted, seed)]
            scores = show(f"ours, {cleaning} cleaning, seed {seed}", topics, found)
            if cleaning == "canonical" and not (scores[0] > baseline[0] and scores[1] > baseline[1]):
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
        labels = {label for label, _ in found if label}
        accepted = total - refused
        print(
            f"  {cleaning:<10} labels {len(labels):5}   refused {refused / total:6.2%}   "
            f"in a named topic {named / total:6.2%} of all, {named / accepted:6.2%} of those not refused"
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
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--degrees")
    parser.add_argument("--skills")
    parser.add_argument("--degree-strings")
    parser.add_argument("--profiles")
    args = parser.parse_args()
    if args.degrees:
        compare_with_reference(args.program, "degree_fields", args.degrees, None)
    if args.skills:
        compare_with_reference(args.program, "skills", args.skills, "english")
    if args.degree_strings:
        named_share(args.program, args.degree_strings)
    if args.profiles:
        distinct(args.program, args.profiles)
    if missed:
        sys.exit(f"\nnot better than scikit-learn: {', '.join(missed)}")


main()
