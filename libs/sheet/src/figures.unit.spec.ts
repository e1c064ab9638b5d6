import { isFigureId } from './field-path.js';
import { childrenOf, FIGURES } from './figures.js';

describe('The catalogue of figures', () => {
  const entries = Object.entries(FIGURES);

  it('has only ids a sheet accepts, and parents that exist and lead to a root', () => {
    for (const [id, figure] of entries) {
      expect(isFigureId(id)).toBe(true);
      let steps = 0;
      for (let at = figure.parent; at !== undefined; at = FIGURES[at]?.parent) {
        expect(Object.hasOwn(FIGURES, at)).toBe(true);
        expect(++steps).toBeLessThan(6);
      }
    }
  });

  it('never words two figures of one parent and one area alike', () => {
    const seen = new Map<string, string>();
    for (const [id, { label, aliases, parent }] of entries) {
      for (const word of new Set([label, ...aliases])) {
        const key = `${parent ?? id.split('.')[0]} ${word}`;
        expect(`${key}: ${seen.get(key) ?? id}`).toBe(`${key}: ${id}`);
        seen.set(key, id);
      }
    }
  });

  it('writes aliases without spaces, quotation marks or brackets, as a reader compares them', () => {
    for (const [, { aliases }] of entries) for (const alias of aliases) expect(alias).toMatch(/^[\p{sc=Han}、]+$/u);
  });

  it('knows the children of a split', () => {
    expect(childrenOf('EXP.TOTAL', 'nature')).toEqual(['EXP.BASIC', 'EXP.PROJECT', 'EXP.OPERATING', 'EXP.REMITTED']);
    expect(childrenOf('ADJ.TOTAL', 'reason')).toEqual(['ADJ.RELIEF', 'ADJ.TRANSFER_IN']);
    expect(childrenOf('nothing')).toEqual([]);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(FIGURES) && Object.isFrozen(FIGURES['BUD.TOTAL'])).toBe(true);
  });
});
