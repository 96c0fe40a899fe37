#!/usr/bin/env python3
"""Compares pages with roles that others gave to people: do pages follow roles? Run by `cargo xtask bench`.

  labels.py SITE_GEN PROFILES.jsonl LABELS.jsonl [-- TRAIN OPTIONS]

LABELS.jsonl has {"id", "label"} for the people of PROFILES.jsonl. `site-gen train` does not read labels.
`site-gen recommend` names each person's page; people without a page of their own are on the level's page.

Homogeneity: the people of a page have one role. Completeness: the people of a role are on one page.
V-measure: their harmonic mean (Rosenberg and Hirschberg 2007). The adjusted Rand index of random pages is 0
(Hubert and Arabie 1985). The V-measure of many small pages is not, so it is shown with shuffled labels too.
Each level has its own pages, but roles exist at every level: "within levels" are means of the levels,
weighted by people.

First, one model is trained on everyone, who are then assigned to pages. Then each of five parts is assigned
by a model of the other four, and the scores are means of the parts. Labels may come from the job title, so
the same follows without `position`. Prints aggregate figures only.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy as np
from sklearn.metrics import adjusted_rand_score, homogeneity_completeness_v_measure

FOLDS = 5


def write_profiles(path, people):
    lines = (json.dumps(person, ensure_ascii=False) + "\n" for person in people)
    path.write_text("".join(lines), encoding="utf-8")


def recommendations(site_gen, train, test, features, options, tmp):
    """What `site-gen recommend` says of the test people, with a model of the training people."""

    def run(*args):
        command = [site_gen, *map(str, args)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    write_profiles(tmp / "train", train)
    write_profiles(tmp / "test", test)
    model = tmp / "model"
    run("train", "--profiles", tmp / "train", "--out", model, "--features", features, "--json", *options)
    lines = run("recommend", "--model", model, "--profiles", tmp / "test", "--json").splitlines()
    answers = {answer["id"]: answer for answer in map(json.loads, lines)}
    assert len(answers) == len(test), "an answer for each person"
    return [answers[person["id"]] for person in test]


def scores(labels, pages):
    return np.array([*homogeneity_completeness_v_measure(labels, pages), adjusted_rand_score(labels, pages)])


def mean(parts):
    """The mean of (people, figures), weighted by people."""
    return sum(n * figures for n, figures in parts) / sum(n for n, _ in parts)


def show_row(name, parts, more=""):
    homogeneity, completeness, v, rand = mean(parts)
    print(f"  {name:<36}{v:>10.3f}{homogeneity:>13.3f}{completeness:>14.3f}{rand:>11.3f}{more}", flush=True)


def show(name, parts):
    """`parts` are (labels, answers), each of one model."""
    rng = np.random.default_rng(0)
    whole, levels, shuffled, n_pages, no_page = [], [], [], [], []
    for labels, answers in parts:
        n, pages = len(labels), np.array([answer["roadmap"] for answer in answers])
        whole.append((n, scores(labels, pages)))
        for level in sorted({answer["level"] for answer in answers}):
            at_level = np.array([answer["level"] == level for answer in answers])
            levels.append((at_level.sum(), scores(labels[at_level], pages[at_level])))
        of_shuffled = [scores(rng.permutation(labels), pages) for _ in range(50)]
        shuffled.append((n, np.mean(of_shuffled, axis=0)))
        n_pages.append((n, len(set(pages))))
        no_page.append((n, sum(answer["cluster"] is None for answer in answers) / n))
    show_row(name, whole, f"{mean(n_pages):>8.1f}{mean(no_page):>9.1%}")
    show_row("  within levels", levels)
    show_row("  labels shuffled", shuffled)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site_gen")
    parser.add_argument("profiles")
    parser.add_argument("labels")
    parser.add_argument("options", nargs="*")
    args = parser.parse_args()
    people = [json.loads(line) for line in open(args.profiles, encoding="utf-8")]
    label_of = {row["id"]: row["label"] for row in map(json.loads, open(args.labels, encoding="utf-8"))}
    people = [person for person in people if person["id"] in label_of]
    labels = np.array([label_of[person["id"]] for person in people])
    fold = np.random.default_rng(0).permutation(np.arange(len(people)) % FOLDS)
    print(f"{pathlib.Path(args.profiles).name}: {len(people)} people of {len(set(labels))} roles")
    names = f"{'V-measure':>10}{'homogeneity':>13}{'completeness':>14}{'adj. Rand':>11}"
    print(f"  {'':<36}{names}{'pages':>8}{'no page':>9}")
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        for features in ("full", "seed"):
            for titles, rows in (
                ("", people),
                (", no position", [{**person, "position": None} for person in people]),
            ):

                def recommend(train, test):
                    return recommendations(args.site_gen, train, test, features, args.options, tmp)

                show(f"{features}{titles}, seen", [(labels, recommend(rows, rows))])
                parts = []
                for n in range(FOLDS):
                    train = [person for person, own in zip(rows, fold) if own != n]
                    test = [person for person, own in zip(rows, fold) if own == n]
                    parts.append((labels[fold == n], recommend(train, test)))
                show(f"{features}{titles}, not seen", parts)


main()
