#!/usr/bin/env python3
"""Compares site-gen with scikit-learn on the same profiles. Run by `cargo xtask bench`.

  compare.py SITE_GEN PROFILES.jsonl PIPELINE.py [--runs 5]

PIPELINE.py is the reference method in scikit-learn. It runs alternately with `site-gen train` on this
machine. Both use the reference method's cleaning, so that they cluster the same strings. PCA, k-means and
silhouette are compared on the same rows: those that `site-gen train --export-tables` writes, one per person.
Exits 1 when a bar of the project is missed.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

missed = []


def check(name, holds, shown):
    print(f"  {name:<46} {shown:<34} {'ok' if holds else 'MISSED'}")
    if not holds:
        missed.append(name)


def run(*command):
    """Runs a program that prints JSON."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def train(site_gen, profiles, out, *options):
    reference_method = ["--features", "seed", "--cleaning", "seed", "--seed", "1"]
    command = [site_gen, "train", "--profiles", profiles, "--out", out, "--json"]
    return run(*command, *reference_method, *options)


def compare_label_topics(ours, reference):
    print("\nlabel topics")
    for kind, key in (("skills", "skills"), ("degree_fields", "degrees")):
        our, their = ours["label_topics"][kind]["inertia"], reference["label_inertia"][key]
        check(f"{kind} inertia", our <= 1.02 * their, f"{our:.1f} / {their:.1f} = {our / their:.4f}")


def matrix(table):
    """The rows of an exported table, each as often as there are people with it."""
    rows = np.zeros((len(table["rows"]), table["n_features"]))
    for i, row in enumerate(table["rows"]):
        for column, value in row:
            rows[i, column] = value
    return np.repeat(rows, np.array(table["weights"], dtype=int), axis=0)


def compare_level(level, ours, table):
    if not ours["n_clusters"]:
        print(f"\n{level}: {ours['note']}")
        return
    print(
        f"\n{level}: {ours['people']} people, {len(table['rows'])} distinct rows, "
        f"{table['n_features']} columns, {ours['n_clusters']} clusters"
    )
    rows = matrix(table)
    pca = PCA(n_components=min(5, rows.shape[1]), random_state=42)
    points = pca.fit_transform(rows)
    off = np.abs(pca.explained_variance_ratio_ - np.array(ours["explained_variance_ratio"])).max()
    check("explained variance ratio, largest difference", off < 5e-4, f"{off:.1e}")

    k_means = KMeans(n_clusters=ours["n_clusters"], random_state=42, n_init="auto").fit(points)
    our, their = ours["inertia"], k_means.inertia_
    shown = f"{our:.4f} / {their:.4f} = {our / their:.4f}"
    check("k-means inertia at equal n_clusters", our <= 1.02 * their, shown)

    our, their = ours["silhouette"], silhouette_score(points, k_means.labels_)
    shown = f"{our:.4f} − {their:.4f} = {our - their:+.4f}"
    check("silhouette at equal n_clusters", our >= their - 0.03, shown)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site_gen")
    parser.add_argument("profiles")
    parser.add_argument("pipeline")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as tmp:
        export = pathlib.Path(tmp, "tables.json")
        ours = train(args.site_gen, args.profiles, f"{tmp}/model", "--export-tables", str(export))
        tables = json.loads(export.read_text())
        our_seconds, their_seconds = [], []
        for _ in range(args.runs):
            reference = run(sys.executable, args.pipeline, args.profiles)
            their_seconds.append(sum(reference["seconds"].values()))
            summary = train(args.site_gen, args.profiles, f"{tmp}/model")
            our_seconds.append(summary["seconds"]["total"])

    print(f"{ours['people']} people, {args.runs} runs in turns; ratios are site-gen / scikit-learn")
    compare_label_topics(ours, reference)
    for level, table in tables.items():
        compare_level(level, ours["levels"][level], table)

    our, their = statistics.median(our_seconds), statistics.median(their_seconds)
    print("\ntime of all stages with reading, without the start of the interpreter")
    check("median seconds", our <= 0.1 * their, f"{our:.3f} / {their:.3f} = 1/{their / our:.1f}")
    if missed:
        sys.exit(f"\n{len(missed)} bars missed: {', '.join(missed)}")


main()
