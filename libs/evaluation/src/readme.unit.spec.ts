import { readFileSync } from 'node:fs';
import { REFUSALS } from './refusals.js';
import { COMMAND_ROLES, SYSTEM_COMMANDS } from './roles.js';
import { STAGES_OF } from './situation.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const row = (name: string) =>
  readme
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`))
    ?.split(' | ') ?? [];

describe('The README', () => {
  it.each(Object.keys(STAGES_OF) as (keyof typeof STAGES_OF)[])('tells when and by whom %s may be given', (type) => {
    const [, , stages, roles] = row(`\`${type}\``);
    const system = (SYSTEM_COMMANDS as readonly string[]).includes(type) ? ['system'] : [];
    expect(stages?.split(', ')).toEqual(STAGES_OF[type]);
    expect(roles?.split(', ')).toEqual([...COMMAND_ROLES[type], ...system]);
  });

  it('tells the codes of each rule', () => {
    const rules = Object.entries(REFUSALS).flatMap(([code, { rule }]) => (rule ? [[rule, code] as const] : []));
    expect(rules.filter(([rule, code]) => !row(rule)[2]?.includes(`\`${code}\``))).toEqual([]);
  });
});
