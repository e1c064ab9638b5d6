import fc from 'fast-check';
import type { Json } from '#libs/kernel';
import { BLANK, isErasable, keptOf } from './redaction.js';

const ofEvaluation = (data: Json) => keptOf('evaluation-a', data);

describe('What is kept of an erased event', () => {
  it('is nothing of log-ins, refusals, accounts and the registry', () => {
    for (const stream of ['session-1', 'refusal-1', 'account-1', 'registry-1'])
      expect([isErasable(stream), keptOf(stream, { login: 'yang' })]).toEqual([true, null]);
  });

  it('is who, what and on which content, without a word of an opinion', () => {
    const pass = {
      by: 'chen',
      version: 2,
      contentHash: 'ab',
      opinion: '同意',
      remarks: [{ path: '/x', text: '电话' }],
    };
    expect(ofEvaluation(pass)).toEqual({ ...pass, opinion: BLANK, remarks: [{ path: '/x', text: BLANK }] });
  });

  it('is every figure, and none of the names, numbers and sections beside them', () => {
    const source = { document: 'ab', start: 3, end: 9, text: '张三垫付' };
    expect(
      ofEvaluation({
        by: 'li',
        changes: [
          {
            path: '/figures/EXP.BASIC',
            before: null,
            after: { value: '67.26', unit: '万元', label: '给张三', source },
          },
          { path: '/head/selfScore', before: '95', after: '96' },
          { path: '/head/phone', before: null, after: '13812345678' },
          { path: '/sections/problems', before: null, after: '张三未到岗' },
          { path: '/answers/Q', before: null, after: { choice: 'budgeted', items: { law: 'yes', other: '张三' } } },
        ],
      }),
    ).toEqual({
      by: 'li',
      changes: [
        {
          ...{ path: '/figures/EXP.BASIC', before: null },
          after: {
            ...{ value: '67.26', unit: '万元', label: BLANK },
            source: { document: BLANK, start: 3, end: 9, text: BLANK },
          },
        },
        { path: '/head/selfScore', before: '95', after: '96' },
        { path: '/head/phone', before: null, after: BLANK },
        { path: '/sections/problems', before: null, after: BLANK },
        { path: '/answers/Q', before: null, after: { choice: 'budgeted', items: { law: 'yes', other: BLANK } } },
      ],
    });
  });

  it('has the same shape, and blanks what is in a field that nobody knows yet', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kept = ofEvaluation({ unheardOf: value } as Json) as { unheardOf: unknown };
        const words = (one: unknown): unknown[] =>
          typeof one === 'string'
            ? [one]
            : typeof one === 'object' && one !== null
              ? Object.values(one).flatMap(words)
              : [];
        const shape = (one: unknown): unknown =>
          typeof one === 'string'
            ? ''
            : Array.isArray(one)
              ? one.map(shape)
              : typeof one === 'object' && one !== null
                ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, shape(inner)]))
                : one;
        expect(shape(kept.unheardOf)).toEqual(shape(value));
        if (typeof value === 'string') expect(words(kept)).toEqual([BLANK]);
      }),
    );
  });

  it('cannot be asked of rules, campaigns, orders of erasure and what auditors looked at', () => {
    for (const stream of ['campaign-1', 'scheme-1', 'calendar-1', 'erasure-1', 'access-1', 'reminder-1'])
      expect([stream, isErasable(stream)]).toEqual([stream, false]);
  });
});
