#!/usr/bin/env python3
"""Compares site-gen's recommendations with popularity and EASE, on held-out people.

  recommend.py SITE_GEN PROFILES.jsonl [--test-every 5] [--seed 0] [-- TRAIN OPTIONS]

Run by `cargo xtask bench`.
The protocol of recommend_baselines.py: each Nth person with months and at least five skills is a test
person. 30% of a test person's skills are hidden. A method sees the other skills and recommends five that the
person does not list. `site-gen train` reads the other people only. `site-gen recommend` reads the test people
without their hidden skills: once with the rest of the profile, once with position and degree fields only.
Skills are compared in lower case, without parentheses. The 95% intervals are of the ratio to popularity
within the level, by bootstrap over test people.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter

import numpy as np


def normal(skill):
    return re.sub(r"\s+", " ", re.sub(r"\s*\([^)]*\)", "", skill.lower())).strip()


def normal_skills(person):
    """A person's skills without repetitions, in their order."""
    return list(dict.fromkeys(normal(skill) for skill in person["skills"]))


def level(months):
    return "junior" if months < 100 else ("expert" if months > 250 else "senior")


def level_of(person):
    return level(person["experience_months"])


def recall(lists, people, hidden, k=5):
    """Recall of each person's hidden skills among the first `k` that the person does not list."""
    recalls = []
    for recommended, person, hidden_skills in zip(lists, people, hidden):
        held = {normal(skill) for skill in person["skills"]}
        names = dict.fromkeys(normal(skill) for skill in recommended)
        first = [skill for skill in names if skill not in held][:k]
        found = sum(skill in hidden_skills for skill in first)
        recalls.append(found / min(len(hidden_skills), k))
    return np.array(recalls)


def read_people(path):
    """People to train on and to test with, and the others."""
    people, others = [], []
    for line in open(path, encoding="utf-8"):
        person = json.loads(line)
        person["skills"] = person.get("skills") or []
        usable = person.get("experience_months") is not None and len(normal_skills(person)) >= 5
        (people if usable else others).append(person)
    return people, others


def hide(test, rng):
    """The test people without their hidden skills, the hidden skills, and those left."""
    shown, hidden, left = [], [], []
    for person in test:
        skills = normal_skills(person)
        rng.shuffle(skills)
        n = max(1, int(round(0.3 * len(skills))))
        kept = set(skills[n:])
        shown.append({**person, "skills": [skill for skill in person["skills"] if normal(skill) in kept]})
        hidden.append(set(skills[:n]))
        left.append(skills[n:])
    return shown, hidden, left


def baselines(train, test, left):
    """Skills for each test person, best first: by popularity within the level, and by EASE (Steck 2019)."""
    support = Counter(skill for person in train for skill in normal_skills(person))
    vocabulary = [skill for skill, n in support.items() if n >= 3]
    index = {skill: j for j, skill in enumerate(vocabulary)}

    def indicators(lists):
        matrix = np.zeros((len(lists), len(vocabulary)))
        for n, skills in enumerate(lists):
            matrix[n, [index[skill] for skill in skills if skill in index]] = 1
        return matrix

    x = indicators([normal_skills(person) for person in train])
    known = indicators(left)
    levels = np.array([level_of(person) for person in train])
    popularity = {name: x[levels == name].mean(axis=0) for name in set(levels)}

    gram = x.T @ x
    gram[np.diag_indices_from(gram)] += 50
    inverse = np.linalg.inv(gram)
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)

    def top(scores, n=40):
        return [vocabulary[j] for j in np.argsort(-scores, kind="stable")[:n]]

    def unknown(n, scores):
        return np.where(known[n] > 0, -9, scores)

    popular = [top(unknown(n, popularity[level_of(person)])) for n, person in enumerate(test)]
    ease = [top(unknown(n, known[n] @ weights)) for n in range(len(test))]
    return popular, ease


def site_gen_answers(args, train, shown):
    """The summary of `train`, the answers of `recommend`, and the size of the model."""
    bare = [{**person, "skills": [], "courses": [], "certifications": []} for person in shown]
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        model = tmp / "model"

        def run(*arguments):
            command = [args.site_gen, *map(str, arguments)]
            return subprocess.run(command, check=True, capture_output=True, text=True).stdout

        def recommend(name):
            options = ("--model", model, "--profiles", tmp / name, "--top", 20, "--json")
            return [json.loads(line) for line in run("recommend", *options).splitlines()]

        for name, people in (("train", train), ("shown", shown), ("bare", bare)):
            lines = (json.dumps(person, ensure_ascii=False) + "\n" for person in people)
            (tmp / name).write_text("".join(lines), encoding="utf-8")
        summary = json.loads(
            run("train", "--profiles", tmp / "train", "--out", model, "--json", *args.options)
        )
        answers = {name: recommend(name) for name in ("shown", "bare")}
        return summary, answers, (model / "model.bin").stat().st_size


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site_gen")
    parser.add_argument("profiles")
    parser.add_argument("--test-every", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("options", nargs="*")
    args = parser.parse_args()

    people, others = read_people(args.profiles)
    test = [person for i, person in enumerate(people) if i % args.test_every == 0]
    train = [person for i, person in enumerate(people) if i % args.test_every]
    shown, hidden, left = hide(test, np.random.default_rng(args.seed))
    popular, ease = baselines(train, test, left)
    summary, answers, size = site_gen_answers(args, train + others, shown)

    base = recall(popular, shown, hidden)
    draws = np.random.default_rng(1).integers(0, len(test), (2000, len(test)))
    pages = sum(result["n_roadmaps"] for result in summary["levels"].values())
    print(
        f"{pathlib.Path(args.profiles).name}: {len(train)} training people, {len(test)} test people; "
        f"train {summary['seconds']['total']:.2f} s, model {size / 1e6:.2f} MB, {pages} pages"
    )
    missed = []

    def show(name, lists, bar=None):
        recalls = recall(lists, shown, hidden)
        ratios = recalls[draws].mean(axis=1) / base[draws].mean(axis=1)
        low, high = np.quantile(ratios, (0.025, 0.975))
        ok = bar is None or recalls.mean() >= bar
        ratio = f"{recalls.mean() / base.mean():.2f} ({low:.2f} to {high:.2f})"
        print(f"  {name:<46} recall@5 {recalls.mean():.3f}   {ratio} {'' if ok else 'MISSED'}")
        if not ok:
            missed.append(name)
        return recalls.mean()

    def ranked(name):
        return [answer["recommended_skills"] for answer in answers[name]]

    popularity = show("popularity within level", popular)
    best = show("EASE, λ 50, skills only", ease)
    show("site-gen, the page", [answer["cluster_skills"] for answer in answers["shown"]], 1.4 * popularity)
    show("site-gen, ranked for the person", ranked("shown"), best)
    show("site-gen, position and degree fields only", ranked("bare"), 1.2 * popularity)
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


main()
