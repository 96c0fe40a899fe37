#!/usr/bin/env python3
"""site-gen's recommendations beside popularity and EASE, on held-out people. Run by `cargo xtask bench`.

  recommend.py SITE_GEN PROFILES.jsonl [--test-every 5] [--seed 0] [-- TRAIN OPTIONS]

Every Nth person with months of experience and at least five skills is a test person. 30% of each test
person's skills are hidden. A method sees the rest and recommends five skills that the person does not list.
`site-gen train` gets only the other people; `site-gen recommend` gets the test people without their hidden
skills, once with everything else and once with only position and degree fields. Skills are compared in lower
case and without brackets.

`--seed` changes only which skills are hidden: the same people are asked with every seed. So a mean over seeds
is a mean over hidings of the same fifth of people.

The 95% intervals are of the ratio to popularity within the level, by bootstrap over test people.
"""

import argparse, json, pathlib, re, subprocess, sys, tempfile
from collections import Counter
import numpy as np

norm = lambda s: re.sub(r"\s+", " ", re.sub(r"\s*\([^)]*\)", "", s.lower())).strip()
level = lambda months: "junior" if months < 100 else ("expert" if months > 250 else "senior")


def recall(lists, people, hidden, k=5):
    out = []
    for listed, person, hid in zip(lists, people, hidden):
        held = {norm(s) for s in person["skills"]}
        names = [s for s in dict.fromkeys(norm(s) for s in listed) if s not in held][:k]
        out.append(sum(s in hid for s in names) / min(len(hid), k))
    return np.array(out)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("site_gen")
    ap.add_argument("profiles")
    ap.add_argument("--test-every", type=int, default=5)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("more", nargs="*")
    a = ap.parse_args()
    rng = np.random.default_rng(a.seed)
    people, others = [], []
    for line in open(a.profiles, encoding="utf-8"):
        p = json.loads(line)
        p["skills"] = p.get("skills") or []
        if p.get("experience_months") is None or len(dict.fromkeys(norm(s) for s in p["skills"])) < 5:
            others.append(p)
            continue
        people.append(p)
    test = [p for i, p in enumerate(people) if i % a.test_every == 0]
    train = [p for i, p in enumerate(people) if i % a.test_every]
    shown, hidden, rest = [], [], []
    for p in test:
        skills = list(dict.fromkeys(norm(s) for s in p["skills"]))
        rng.shuffle(skills)
        h = max(1, int(round(0.3 * len(skills))))
        shown.append({**p, "skills": [s for s in p["skills"] if norm(s) in set(skills[h:])]})
        hidden.append(set(skills[:h]))
        rest.append(skills[h:])
    sup = Counter(s for p in train for s in dict.fromkeys(norm(s) for s in p["skills"]))
    V = [s for s, n in sup.items() if n >= 3]
    ix = {s: j for j, s in enumerate(V)}
    S = np.zeros((len(train), len(V)))
    T = np.zeros((len(test), len(V)))
    for M, rows in ((S, [[norm(s) for s in p["skills"]] for p in train]), (T, rest)):
        for n, skills in enumerate(rows):
            for s in skills:
                if s in ix:
                    M[n, ix[s]] = 1
    L = np.array([level(p["experience_months"]) for p in train])
    pops = {l: S[L == l].mean(axis=0) for l in set(L)}
    top = lambda score, n=40: [V[j] for j in np.argsort(-score, kind="stable")[:n]]
    popular = [top(np.where(T[n] > 0, -9, pops[level(p["experience_months"])])) for n, p in enumerate(test)]
    G = S.T @ S
    G[np.diag_indices_from(G)] += 50
    P = np.linalg.inv(G)
    W = -P / np.diag(P)
    np.fill_diagonal(W, 0)
    ease = [top(np.where(T[n] > 0, -9, T[n] @ W)) for n in range(len(test))]
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        bare = [{**p, "skills": [], "courses": [], "certifications": []} for p in shown]
        for name, rows in (("train", train + others), ("shown", shown), ("bare", bare)):
            (tmp / name).write_text(
                "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in rows), encoding="utf-8"
            )
        run = lambda *args: subprocess.run(
            [a.site_gen, *map(str, args)], check=True, capture_output=True, text=True
        ).stdout
        summary = json.loads(
            run("train", "--profiles", tmp / "train", "--out", tmp / "model", "--json", *a.more)
        )
        answers = {
            name: [
                json.loads(line)
                for line in run(
                    "recommend", "--model", tmp / "model", "--profiles", tmp / name, "--top", 20, "--json"
                ).splitlines()
            ]
            for name in ("shown", "bare")
        }
        size = (tmp / "model" / "model.bin").stat().st_size
    base = recall(popular, shown, hidden)
    draws = np.random.default_rng(1).integers(0, len(test), (2000, len(test)))
    print(
        f"{pathlib.Path(a.profiles).name}: {len(train)} to learn from, {len(test)} asked; train "
        f"{summary['seconds']['total']:.2f} s, "
        f"model {size / 1e6:.2f} MB, {sum(l['n_roadmaps'] for l in summary['levels'].values())} pages"
    )
    missed = []

    def show(name, lists, who, bar=None):
        r = recall(lists, who, hidden)
        ratios = r[draws].mean(axis=1) / base[draws].mean(axis=1)
        low, high = np.quantile(ratios, (0.025, 0.975))
        ok = bar is None or r.mean() >= bar
        print(
            f"  {name:<46} recall@5 {r.mean():.3f}   {r.mean() / base.mean():.2f} ({low:.2f} to "
            f"{high:.2f}) {'' if ok else 'MISSED'}"
        )
        if not ok:
            missed.append(name)
        return r.mean()

    popularity = show("popularity within level", popular, shown)
    best = show("EASE, λ 50, skills only", ease, shown)
    show("site-gen, the page", [x["cluster_skills"] for x in answers["shown"]], shown, 1.4 * popularity)
    show("site-gen, ranked for the person", [x["recommended_skills"] for x in answers["shown"]], shown, best)
    show(
        "site-gen, position and degree fields only",
        [x["recommended_skills"] for x in answers["bare"]],
        shown,
        1.2 * popularity,
    )
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


main()
