import fc from 'fast-check';
import { sheets } from './arbitraries.spec.js';
import { applyChanges, diff, fieldAt } from './changes.js';
import { checkChanges } from './check-field.js';
import { contentHash } from './content-hash.js';
import { type Change, EMPTY_SHEET, type Sheet } from './sheet.js';

const total = { value: '40.77', unit: '万元' } as const;
const set = (path: string, after: Change['after']): Change => ({ path, before: null, after });

describe('Changes of a sheet', () => {
  it('lead from one sheet to any other, back again, and are accepted by the checks', () => {
    fc.assert(
      fc.property(sheets, sheets, (from, to) => {
        const changes = diff(from, to);
        expect(applyChanges(from, changes)).toEqual(to);
        expect(checkChanges(JSON.parse(JSON.stringify(changes)))).toEqual(changes);
        const back = changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
        expect(contentHash(applyChanges(to, back))).toBe(contentHash(from));
      }),
    );
  });

  it('are none between equal sheets, whatever the order of their fields', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const reversed = Object.fromEntries(
          Object.entries(sheet).map(([map, fields]) => [map, Object.fromEntries(Object.entries(fields).reverse())]),
        ) as unknown as Sheet;
        expect(diff(sheet, reversed)).toEqual([]);
        expect(contentHash(reversed)).toBe(contentHash(sheet));
      }),
    );
  });

  it('never change the sheet they are applied to', () => {
    const sheet: Sheet = { ...EMPTY_SHEET, figures: Object.freeze({ 'BUD.TOTAL': total }) };
    expect(applyChanges(Object.freeze(sheet), [set('/figures/BUD.TOTAL', null)])).toEqual(EMPTY_SHEET);
    expect(fieldAt(sheet, '/figures/BUD.TOTAL')).toEqual(total);
  });

  it.each([
    '/figures/__proto__',
    '/figures/constructor',
    '/indicators/constructor',
    '/indicators/__proto__',
    '/__proto__/head',
    '/sections/toString',
    '',
    'figures/BUD.TOTAL',
    '/figures/BUD.TOTAL/value',
    '/figures/BUD~1TOTAL',
  ])('that name no field (%s) change nothing and find nothing', (path) => {
    expect(applyChanges(EMPTY_SHEET, [set(path, total)])).toEqual(EMPTY_SHEET);
    expect(fieldAt(EMPTY_SHEET, path)).toBeNull();
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });

  it('do not throw on what history may hold by mistake', () => {
    const broken = [{ path: 7 }, { path: '/head/unitName', after: undefined }, { path: null, after: 'x' }];
    expect(applyChanges(EMPTY_SHEET, broken as unknown as Change[])).toEqual(EMPTY_SHEET);
  });
});

describe('The content hash', () => {
  it('differs as soon as one field differs', () => {
    fc.assert(
      fc.property(sheets, sheets, (a, b) => {
        expect(contentHash(a) === contentHash(b)).toBe(diff(a, b).length === 0);
      }),
    );
  });

  it('tells empty, 0, not applicable and absent apart', () => {
    const figures = [{ value: null }, { value: '0' }, { value: null, notApplicable: true }, undefined];
    const hashes = figures.map((figure) =>
      contentHash(
        figure ? applyChanges(EMPTY_SHEET, [set('/figures/BUD.TOTAL', { ...figure, unit: '万元' })]) : EMPTY_SHEET,
      ),
    );
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
