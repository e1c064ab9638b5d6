import type { Figure, Sheet } from '#libs/sheet';
import { evaluate, type Outcome, printed } from './evaluate.js';
import { Exact, exact, plain } from './exact.js';
import type { Facts } from './facts.js';
import { type Formula, namesIn } from './formula.js';
import type { Defaults, Name } from './scheme-file.js';
import type { Text } from './text.js';

/** A name with its formulas read: its own, or the one for when it is absent; `options` belong to a choice. */
export interface ReadName {
  readonly name: string;
  readonly is: Name;
  readonly formula?: Formula;
  readonly options?: ReadonlyMap<string, Formula>;
}

/** What a name came to for one sheet, and what it was made of. */
export interface Known {
  readonly outcome: Outcome;
  readonly input: Input;
  /** The names its formula reads. */
  readonly uses: readonly string[];
  readonly missing?: Missing;
}

/** One named value a score was computed from. */
export interface Input {
  readonly name: string;
  /** Decimal string; null when it is missing or not applicable. */
  readonly value: string | null;
  /** JSON pointer into the sheet. */
  readonly pointer?: string;
  readonly fact?: string;
  /** For a formula: the numbers it was computed from. */
  readonly worked?: string;
  readonly choice?: { readonly id: string; readonly option: string; readonly label: string };
  /** Said aloud because nobody gave the value. */
  readonly assumption?: string;
}

/** Something a score would need. */
export interface Missing {
  readonly what: string;
  readonly why: 'absent' | 'empty' | 'unreadable' | 'zero-base' | 'unanswered' | 'invalid' | 'unpublished';
  readonly pointer?: string;
  readonly fact?: string;
  readonly text: Text;
}

/** Every name's value for this sheet, in the order in which they depend on one another. */
export function knownNames(names: readonly ReadName[], sheet: Sheet, facts: Facts): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const name of names) known.set(name.name, know(name, sheet, facts, known));
  return known;
}

function know(read: ReadName, sheet: Sheet, facts: Facts, known: ReadonlyMap<string, Known>): Known {
  const { name, is } = read;
  if ('figure' in is) {
    const figure = own(sheet.figures, is.figure);
    const given = !figure ? undefined : figure.notApplicable ? 'not-applicable' : inTenThousands(figure);
    return base(read, given, is, { pointer: `/figures/${is.figure}` }, known);
  }
  if ('fact' in is) return base(read, own(facts.values ?? {}, is.fact), is, { fact: is.fact }, known);
  if ('formula' in is) return computed(name, read.formula!, known);
  const chosen = own(facts.choices ?? {}, is.choice) ?? is.default;
  const option = is.options.find(({ id }) => id === chosen);
  if (!option) return lacking({ name, value: null }, 'invalid');
  const result = computed(name, read.options!.get(option.id)!, known);
  const choice = { id: is.choice, option: option.id, label: option.label };
  return { ...result, input: { ...result.input, choice } };
}

function computed(name: string, formula: Formula, known: ReadonlyMap<string, Known>): Known {
  const outcome = evaluate(formula, (other) => known.get(other)!.outcome);
  const value = outcome.is === 'value' ? plain(outcome.value) : null;
  return { outcome, uses: namesIn(formula), input: { name, value, worked: workedOut(formula, known) } };
}

/** The formula with its numbers put in; `?` stands for what is missing, 不适用 for what does not apply. */
export function workedOut(formula: Formula, known: ReadonlyMap<string, Known>): string {
  return printed(formula, (name) => {
    const { outcome } = known.get(name)!;
    if (outcome.is === 'value') return plain(outcome.value.toSignificantDigits(20));
    return outcome.is === 'not-applicable' ? '不适用' : '?';
  });
}

type Given = string | Exact | null | undefined;

function base(
  { name, formula }: ReadName,
  given: Given,
  defaults: Defaults,
  at: { pointer?: string; fact?: string },
  known: ReadonlyMap<string, Known>,
): Known {
  const input = { name, value: null, ...at };
  if (given === undefined && defaults.ifAbsent) {
    const { assumption } = defaults.ifAbsent;
    if ('value' in defaults.ifAbsent) return settled(defaults.ifAbsent.value, defaults, { ...input, assumption });
    const result = computed(name, formula!, known);
    return { ...result, input: { ...result.input, ...at, assumption } };
  }
  if (given === undefined) return lacking(input, 'absent');
  if (given === null) return lacking(input, 'empty');
  return settled(given, defaults, input);
}

function settled(given: string | Exact, defaults: Defaults, input: Input): Known {
  const text = given === 'not-applicable' ? defaults.ifNotApplicable : given;
  if (text === undefined) return { outcome: { is: 'not-applicable' }, input, uses: [] };
  const value = typeof text === 'string' ? exact(text) : text;
  if (!value) return lacking(input, 'unreadable');
  return { outcome: { is: 'value', value }, input: { ...input, value: plain(value) }, uses: [] };
}

const WHY = {
  absent: { zh: '未提供', en: 'not given' },
  empty: { zh: '未填写', en: 'left empty' },
  unreadable: { zh: '不是可读的数字', en: 'not a readable number' },
  invalid: { zh: '所选口径不在方案之内', en: 'read in a way the scheme does not know' },
} as const;

function lacking(input: Input, why: keyof typeof WHY): Known {
  const { name, pointer, fact } = input;
  const text = { zh: `“${name}”${WHY[why].zh}`, en: `“${name}” is ${WHY[why].en}` };
  const at = { ...(pointer && { pointer }), ...(fact && { fact }) };
  return { outcome: { is: 'missing' }, input, uses: [], missing: { what: name, why, text, ...at } };
}

/** Money counts in 万元 everywhere; a figure kept in 元 is brought there exactly. */
function inTenThousands({ value, unit }: Figure): string | Exact | null {
  if (value === null || unit !== '元') return value;
  return exact(value)?.dividedBy(10_000) ?? value;
}

/** What was read, directly and through formulas, starting from some names: each once. */
export function readFrom(start: readonly string[], known: ReadonlyMap<string, Known>): readonly Known[] {
  const found = new Map<string, Known>();
  const pending = [...start];
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (found.has(name)) continue;
    const known_ = known.get(name)!;
    found.set(name, known_);
    pending.push(...known_.uses);
  }
  return [...found.values()];
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
