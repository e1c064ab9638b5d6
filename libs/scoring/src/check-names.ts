import { FIGURES } from '#libs/sheet';
import type { Faults } from './faults.js';
import { type Formula, namesIn } from './formula.js';
import { escaped } from './located-json.js';
import type { ReadName } from './names.js';
import type { ChoiceName, Name, SchemeFile } from './scheme-file.js';
import { LIMITS } from './scheme-schema.js';

type Read = (formula: string, pointer: string) => Formula | undefined;

/** Reads the names of a scheme: figures must be in the catalogue, and no name may need itself. Dependencies first. */
export function readNames(file: SchemeFile, faults: Faults, read: Read): readonly ReadName[] {
  const names = new Map<string, ReadName>();
  const choices = new Set<string>();
  for (const [name, is] of Object.entries(file.names)) {
    const pointer = `/names/${escaped(name)}`;
    if (!/^\p{L}[\p{L}\p{N}_]{0,63}$/u.test(name)) faults.add('scheme.name', pointer, { name: name.slice(0, 64) });
    if ('figure' in is && !Object.hasOwn(FIGURES, is.figure)) {
      faults.add('scheme.unknown-figure', `${pointer}/figure`, { figure: is.figure });
    }
    const formula = readOwn(is, pointer, read);
    if ('choice' in is && choices.has(is.choice))
      faults.add('scheme.repeated-id', `${pointer}/choice`, { id: is.choice });
    if ('choice' in is) choices.add(is.choice);
    if (choices.size > LIMITS.choices) faults.add('scheme.too-many-choices', pointer, { limit: LIMITS.choices });
    const options = 'choice' in is ? readOptions(is, pointer, faults, read) : undefined;
    names.set(name, { name, is, ...(formula && { formula }), ...(options && { options }) });
  }
  return ordered(names, faults);
}

/** A name's own formula, or the one that stands in while its figure or fact is absent. */
function readOwn(is: Name, pointer: string, read: Read): Formula | undefined {
  if ('formula' in is) return read(is.formula, `${pointer}/formula`);
  if ('choice' in is || !is.ifAbsent || !('formula' in is.ifAbsent)) return undefined;
  return read(is.ifAbsent.formula, `${pointer}/ifAbsent/formula`);
}

function readOptions(is: ChoiceName, pointer: string, faults: Faults, read: Read): ReadonlyMap<string, Formula> {
  const options = new Map<string, Formula>();
  const ids = new Set<string>();
  for (const [index, { id, formula }] of is.options.entries()) {
    const here = `${pointer}/options/${index}`;
    if (ids.has(id)) faults.add('scheme.repeated-id', `${here}/id`, { id });
    ids.add(id);
    const parsed = read(formula, `${here}/formula`);
    if (parsed) options.set(id, parsed);
  }
  if (!ids.has(is.default)) faults.add('scheme.unknown-option', `${pointer}/default`, { option: is.default });
  return options;
}

/** Depth first; a name met again while it is still being visited closes a circle. */
function ordered(names: ReadonlyMap<string, ReadName>, faults: Faults): readonly ReadName[] {
  const done = new Map<string, ReadName>();
  const path: string[] = [];
  const visit = (name: string): void => {
    const read = names.get(name);
    if (!read || done.has(name)) return;
    if (path.includes(name)) {
      const circle = [...path.slice(path.indexOf(name)), name];
      faults.add('scheme.cycle', `/names/${escaped(name)}`, { cycle: circle });
      return;
    }
    path.push(name);
    for (const formula of [read.formula, ...(read.options?.values() ?? [])]) {
      if (formula) namesIn(formula).forEach(visit);
    }
    path.pop();
    done.set(name, read);
  };
  for (const name of names.keys()) visit(name);
  return [...done.values()];
}
