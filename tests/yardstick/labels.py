#!/usr/bin/env python3
"""Pages against roles from another source: do groups follow people's work? Run by `cargo xtask bench`.

  labels.py SITE_GEN PROFILES.jsonl LABELS.jsonl [-- TRAIN OPTIONS]

LABELS.jsonl has {"id", "label"} for the people of PROFILES.jsonl. `site-gen train` learns without labels, and
`site-gen recommend` assigns each person to a page. A person without a page counts as on the level's overview.

Homogeneity: a page holds people of one role. Completeness: a role is on one page. V-measure is their harmonic
mean (Rosenberg and Hirschberg 2007). The adjusted Rand index is 0 for random pages (Hubert and Arabie 1985).
The V-measure of many small pages is not, so the score of the same pages with shuffled labels is printed
beside it. Pages are made within levels, and a role is at every level: "within levels" are means over levels,
weighted by people.

First everybody is used for training and assigned. Then each of five parts is assigned by a model trained on
the other four, and the figures are means over the parts. Labels may come from the job title, so everything is
repeated without `position`. Prints only aggregate figures.
"""

import argparse, json, pathlib, subprocess, tempfile
import numpy as np
from sklearn.metrics import adjusted_rand_score, homogeneity_completeness_v_measure

FOLDS = 5


def pages(site_gen, learn, ask, features, more, tmp):
    for name, rows in (("learn", learn), ("ask", ask)):
        (tmp / name).write_text(
            "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in rows), encoding="utf-8"
        )
    run = lambda *args: subprocess.run(
        [site_gen, *map(str, args)], check=True, capture_output=True, text=True
    ).stdout
    run("train", "--profiles", tmp / "learn", "--out", tmp / "model", "--features", features, "--json", *more)
    lines = run("recommend", "--model", tmp / "model", "--profiles", tmp / "ask", "--json").splitlines()
    answers = {answer["id"]: answer for answer in map(json.loads, lines)}
    assert len(answers) == len(ask), "an answer for each person"
    return [answers[p["id"]] for p in ask]


def scores(labels, found):
    return np.array([*homogeneity_completeness_v_measure(labels, found), adjusted_rand_score(labels, found)])


def mean(parts):
    """The mean of (people, figures), weighted by people."""
    return sum(n * figures for n, figures in parts) / sum(n for n, _ in parts)


def show(name, parts):
    """`parts` are (labels, answers), one pair per model."""
    rng = np.random.default_rng(0)
    whole, levels, chance, n_pages, no_page = [], [], [], [], []
    for labels, answers in parts:
        n, found = len(labels), np.array([answer["roadmap"] for answer in answers])
        whole.append((n, scores(labels, found)))
        for level in sorted({answer["level"] for answer in answers}):
            here = np.array([answer["level"] == level for answer in answers])
            levels.append((here.sum(), scores(labels[here], found[here])))
        chance.append((n, np.mean([scores(rng.permutation(labels), found) for _ in range(50)], axis=0)))
        n_pages.append((n, len(set(found))))
        no_page.append((n, sum(answer["cluster"] is None for answer in answers) / n))
    for what, figures, more in (
        (name, whole, f"{mean(n_pages):>8.1f}{mean(no_page):>9.1%}"),
        ("  within levels", levels, ""),
        ("  labels shuffled", chance, ""),
    ):
        homogeneity, completeness, v, rand = mean(figures)
        print(
            f"  {what:<36}{v:>10.3f}{homogeneity:>13.3f}{completeness:>14.3f}{rand:>11.3f}{more}", flush=True
        )


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("site_gen")
    ap.add_argument("profiles")
    ap.add_argument("labels")
    ap.add_argument("more", nargs="*")
    a = ap.parse_args()
    people = [json.loads(line) for line in open(a.profiles, encoding="utf-8")]
    label_of = {row["id"]: row["label"] for row in map(json.loads, open(a.labels, encoding="utf-8"))}
    people = [p for p in people if p["id"] in label_of]
    labels = np.array([label_of[p["id"]] for p in people])
    fold = np.random.default_rng(0).permutation(np.arange(len(people)) % FOLDS)
    print(f"{pathlib.Path(a.profiles).name}: {len(people)} people of {len(set(labels))} roles")
    print(
        f"  "
        f"{'':<36}{'V-measure':>10}{'homogeneity':>13}{'completeness':>14}"
        f"{'adj. Rand':>11}{'pages':>8}{'no page':>9}"
    )
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        for features in ("full", "seed"):
            for titles, rows in (("", people), (", no position", [{**p, "position": None} for p in people])):
                placed = lambda learn, ask: pages(a.site_gen, learn, ask, features, a.more, tmp)
                show(f"{features}{titles}, learned from", [(labels, placed(rows, rows))])
                parts = []
                for n in range(FOLDS):
                    learn = [p for p, own in zip(rows, fold) if own != n]
                    ask = [p for p, own in zip(rows, fold) if own == n]
                    parts.append((labels[fold == n], placed(learn, ask)))
                show(f"{features}{titles}, not seen", parts)


main()
