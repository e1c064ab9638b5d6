import { material, placed } from './examples/material.js';
import { PERCENTAGES } from './examples/percentages.js';
import { PROCESS } from './examples/process.js';
import { RATIOS } from './examples/ratios.js';
import { SCORES } from './examples/scores.js';
import { SUMS } from './examples/sums.js';
import { TEXTS } from './examples/texts.js';
import { check, RULES } from './index.js';

const EVERY = ['save', 'submit', 'background', 'process'] as const;
const EXAMPLES = [...SUMS, ...PERCENTAGES, ...RATIOS, ...SCORES, ...TEXTS, ...PROCESS];

describe('Each cross-check', () => {
  it('has an example that fails it and one that passes', () => {
    expect([...new Set(EXAMPLES.map(({ rule }) => rule))].sort()).toEqual(
      [...new Set(RULES.map(({ id }) => id))].sort(),
    );
  });

  it.each(EXAMPLES)('$rule finds what breaks it, where, and says the numbers', ({ rule, fails, finds }) => {
    const broken = material(fails);
    const found = check(broken, EVERY).filter((one) => one.rule === rule);
    expect(
      found.map(({ message, at, severity }) => ({
        zh: message.zh,
        at: at.map((one) => placed(broken, one)),
        severity,
      })),
    ).toEqual(
      finds.map(({ zh, at, severity }) => ({
        zh: zh instanceof RegExp ? expect.stringMatching(zh) : zh,
        at,
        severity: severity ?? RULES.find(({ id }) => id === rule)?.severity,
      })),
    );
    for (const { message } of found) expect(message.en).not.toBe('');
  });

  it.each(EXAMPLES)('$rule leaves alone what keeps it', ({ rule, passes }) => {
    expect(check(material(passes), EVERY).filter((one) => one.rule === rule)).toEqual([]);
  });
});
