#!/usr/bin/env python3
"""site-gen against scikit-learn, side by side on the same profiles. Run by `cargo xtask bench`.

  compare.py SITE_GEN PROFILES.jsonl SEED_PIPELINE.py [--runs 5]

The yardstick is the reference method in scikit-learn (SEED_PIPELINE.py), run in turns with `site-gen train`
on this machine. Both sides use the reference cleaning, so that they cluster the same strings. Label topics
are compared on these strings. PCA, k-means and silhouette are compared on the rows that `site-gen train
--export-tables` writes, one per person. Exits with 1 if a threshold of the project is missed.
"""

import argparse, json, pathlib, statistics, subprocess, sys, tempfile
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

missed = []


def bar(name, value, holds, shown):
    print(f"  {name:<46} {shown:<34} {'ok' if holds else 'MISSED'}")
    if not holds:
        missed.append(name)


def train(site_gen, profiles, out, *more):
    done = subprocess.run(
        [
            site_gen,
            "train",
            "--profiles",
            profiles,
            "--out",
            out,
            "--features",
            "seed",
            "--seed",
            "1",
            "--cleaning",
            "seed",
            "--json",
            *more,
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("site_gen")
    ap.add_argument("profiles")
    ap.add_argument("seed_pipeline")
    ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        tables = pathlib.Path(tmp, "tables.json")
        ours = train(a.site_gen, a.profiles, f"{tmp}/model", "--export-tables", str(tables))
        tables = json.loads(tables.read_text())
        our_seconds, their_seconds = [], []
        for _ in range(a.runs):
            done = subprocess.run(
                [sys.executable, a.seed_pipeline, a.profiles], check=True, capture_output=True, text=True
            )
            theirs = json.loads(done.stdout)
            their_seconds.append(sum(theirs["seconds"].values()))
            our_seconds.append(train(a.site_gen, a.profiles, f"{tmp}/model")["seconds"]["total"])

    print(
        f"{ours['people']} people, {a.runs} runs in turns; ratios are site-gen / scikit-learn\n\nlabel topics"
    )
    for kind, key in (("skills", "skills"), ("degree_fields", "degrees")):
        mine, other = ours["label_topics"][kind]["inertia"], theirs["label_inertia"][key]
        bar(f"{kind} inertia", mine, mine <= 1.02 * other, f"{mine:.1f} / {other:.1f} = {mine / other:.4f}")
    for level, table in tables.items():
        mine = ours["levels"][level]
        if not mine["n_clusters"]:
            print(f"\n{level}: {mine['note']}")
            continue
        print(
            f"\n{level}: {mine['people']} people, {len(table['rows'])} distinct rows, "
            f"{table['n_features']} columns, "
            f"{mine['n_clusters']} clusters"
        )
        X = np.zeros((len(table["rows"]), table["n_features"]))
        for i, row in enumerate(table["rows"]):
            for column, value in row:
                X[i, column] = value
        X = np.repeat(X, np.array(table["weights"], dtype=int), axis=0)
        pca = PCA(n_components=min(5, X.shape[1]), random_state=42)
        Z = pca.fit_transform(X)
        off = np.abs(pca.explained_variance_ratio_ - np.array(mine["explained_variance_ratio"])).max()
        bar("explained variance ratio, largest difference", off, off < 5e-4, f"{off:.1e}")
        km = KMeans(n_clusters=mine["n_clusters"], random_state=42, n_init="auto").fit(Z)
        bar(
            "k-means inertia at equal n_clusters",
            0,
            mine["inertia"] <= 1.02 * km.inertia_,
            f"{mine['inertia']:.4f} / {km.inertia_:.4f} = {mine['inertia'] / km.inertia_:.4f}",
        )
        s = silhouette_score(Z, km.labels_)
        bar(
            "silhouette at equal n_clusters",
            0,
            mine["silhouette"] >= s - 0.03,
            f"{mine['silhouette']:.4f} − {s:.4f} = {mine['silhouette'] - s:+.4f}",
        )
    mine, other = statistics.median(our_seconds), statistics.median(their_seconds)
    print("\ntime, all stages, reading included (interpreter start not counted)")
    bar("median seconds", 0, mine <= 0.1 * other, f"{mine:.3f} / {other:.3f} = 1/{other / mine:.1f}")
    if missed:
        sys.exit(f"\n{len(missed)} bars missed: {', '.join(missed)}")


main()
