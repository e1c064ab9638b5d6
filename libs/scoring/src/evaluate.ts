import { Exact, plain, ZERO } from './exact.js';
import type { Formula, Sign } from './formula.js';

/**
 * What a formula comes to. `missing` and `not-applicable` come from the names it reads; a division by zero is its own
 * outcome, since 0/0 and x/0 mean different things to a scheme. Never Infinity, never NaN, never without bound.
 */
export type Outcome =
  | { readonly is: 'value'; readonly value: Exact }
  | { readonly is: 'missing' }
  | { readonly is: 'not-applicable' }
  | { readonly is: 'zero-over-zero' }
  | { readonly is: 'over-zero' }
  | { readonly is: 'too-large' };

/** Beyond this no amount and no rate makes sense; multiplied with itself it would grow without end. */
const LARGEST = new Exact('1e30');
/** Below this a value is 0: division could otherwise make numbers with millions of decimals. */
const SMALLEST = new Exact('1e-30');

/** How grave an outcome is where two meet in one formula: what is missing must be told first. */
const GRAVITY: Readonly<Record<Outcome['is'], number>> = {
  missing: 5,
  'not-applicable': 4,
  'too-large': 3,
  'over-zero': 2,
  'zero-over-zero': 1,
  value: 0,
};

/** Evaluates over exact decimals. `lookup` must know every name; a parsed scheme guarantees that. */
export function evaluate(formula: Formula, lookup: (name: string) => Outcome): Outcome {
  switch (formula.is) {
    case 'number':
      return { is: 'value', value: formula.value };
    case 'name':
      return lookup(formula.name);
    case 'negative':
      return combine([evaluate(formula.of, lookup)], ([of]) => valued(of!.negated()));
    case 'operation':
      return combine([evaluate(formula.left, lookup), evaluate(formula.right, lookup)], ([left, right]) =>
        operate(formula.sign, left!, right!),
      );
    case 'call':
      return combine(
        formula.of.map((part) => evaluate(part, lookup)),
        (values) => {
          if (formula.call === 'abs') return valued(values[0]!.abs());
          return valued(formula.call === 'min' ? Exact.min(...values) : Exact.max(...values));
        },
      );
  }
}

function combine(parts: readonly Outcome[], then: (values: readonly Exact[]) => Outcome): Outcome {
  const gravest = parts.reduce((worst, part) => (GRAVITY[part.is] > GRAVITY[worst.is] ? part : worst));
  if (gravest.is !== 'value') return gravest;
  return then(parts.flatMap((part) => (part.is === 'value' ? [part.value] : [])));
}

function operate(sign: Sign, left: Exact, right: Exact): Outcome {
  if (sign === '+') return valued(left.plus(right));
  if (sign === '-') return valued(left.minus(right));
  if (sign === '*') return valued(left.times(right));
  if (right.isZero()) return { is: left.isZero() ? 'zero-over-zero' : 'over-zero' };
  return valued(left.dividedBy(right));
}

function valued(value: Exact): Outcome {
  const size = value.abs();
  if (size.gt(LARGEST)) return { is: 'too-large' };
  return { is: 'value', value: size.lt(SMALLEST) ? ZERO : value };
}

const PRINTED: Readonly<Record<Sign, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const BINDS: Readonly<Record<Sign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** The formula as people print it, with `word` in place of each name: its own name, or its number. */
export function printed(formula: Formula, word: (name: string) => string): string {
  return print(formula, word, 0);
}

function print(formula: Formula, word: (name: string) => string, around: number): string {
  switch (formula.is) {
    case 'number':
      return plain(formula.value);
    case 'name': {
      const text = word(formula.name);
      return text.startsWith('-') && around > 0 ? `(${text})` : text;
    }
    case 'negative':
      return `−${print(formula.of, word, 3)}`;
    case 'call':
      return `${formula.call}(${formula.of.map((part) => print(part, word, 0)).join(', ')})`;
    case 'operation': {
      const binds = BINDS[formula.sign];
      const text = `${print(formula.left, word, binds)} ${PRINTED[formula.sign]} ${print(formula.right, word, binds + 0.5)}`;
      return around > binds ? `(${text})` : text;
    }
  }
}
