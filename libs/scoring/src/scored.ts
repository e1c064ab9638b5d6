import { Exact, plain, type Rounding, rounded } from './exact.js';
import type { Missing } from './names.js';
import { shown } from './rules.js';
import type { ReadLeaf, Scheme } from './scheme.js';
import type { Leaf } from './scheme-file.js';
import type { Clause, Scored } from './score.js';
import { type Text, UNCONFIRMED } from './text.js';

/** An indicator about which nothing is known yet. */
export function blank({ leaf, path }: ReadLeaf): Scored {
  return {
    id: leaf.id,
    name: leaf.name,
    path,
    maxPoints: leaf.points,
    state: 'not-computable',
    points: null,
    atMost: leaf.points,
    value: null,
    unit: null,
    formula: null,
    worked: null,
    applied: null,
    clause: clauseOf(leaf),
    inputs: [],
    missing: [],
    alternatives: [],
    notes: [],
  };
}

export function clauseOf({ clause, source, sourceRead }: Pick<Leaf, 'clause' | 'source' | 'sourceRead'>): Clause {
  return { text: clause, source, mark: sourceRead ? null : UNCONFIRMED };
}

export function withPoints(base: Scored, points: Exact, applied: Text, scheme: Scheme): Scored {
  const given = plain(rounded(points, scheme.file.rounding?.points));
  return { ...base, state: 'computed', points: given, atMost: given, applied };
}

export function notComputable(base: Scored, missing: readonly Missing[]): Scored {
  return { ...base, state: 'not-computable', missing };
}

/** 不适用: full points where the scheme says so; otherwise left out, and the rest is rescaled. */
export function notApplicable(base: Scored, leaf: Pick<Leaf, 'notApplicable'>): Scored {
  const full = leaf.notApplicable === 'full';
  return {
    ...base,
    state: 'not-applicable',
    points: full ? base.maxPoints : null,
    atMost: full ? base.maxPoints : '0',
    applied: full ? { zh: '不适用，得满分', en: 'not applicable: full points' } : LEFT_OUT,
  };
}

export function rateOf({ file }: Scheme): Rounding | undefined {
  return file.rounding?.rate;
}

/** The least step in which points can be given. */
export function smallest({ file }: Scheme): Exact {
  return new Exact(10).pow(-(file.rounding?.points?.decimals ?? 2));
}

/** ` = 100 %`, or ` ≈ 144.15 %` where more decimals follow. */
export function equals(value: Exact, unit: string | undefined): string {
  const short = shown(value);
  return ` ${value.eq(short) ? '=' : '≈'} ${short}${unit ? ` ${unit}` : ''}`;
}

const LEFT_OUT: Text = {
  zh: '不适用，不计分，其余折算为 100 分',
  en: 'not applicable: left out, the rest is rescaled to 100',
};
