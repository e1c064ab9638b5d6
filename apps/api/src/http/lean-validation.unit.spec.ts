import 'reflect-metadata';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { PassDto, ReturnDto } from '../evaluation/evaluation.dto.js';
import { TrailQuery } from '../lists/lists.dto.js';
import { UnitDto, UnitsQuery } from '../registry/registry.dto.js';
import { LeanValidation } from './lean-validation.js';

const pipe = new LeanValidation();

function faultsOf(metatype: new () => object, value: unknown, type: 'body' | 'query' = 'body'): string[] {
  try {
    pipe.transform(value, { type, metatype });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return (error.details.errors as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
}

describe('The lean validation', () => {
  it('names every fault with its place', () => {
    expect(
      faultsOf(ReturnDto, {
        reason: 7,
        items: [{ path: '/head' }, 'x', { path: '/head', text: 'ok', more: 1 }],
        'a/b': 1,
      }),
    ).toEqual([
      '/a~1b field.unknown',
      '/reason field.isString',
      '/items/0/text field.isDefined',
      '/items/1 field.isObject',
      '/items/2/more field.unknown',
    ]);
  });

  it('reads numbers of a query from their digits, also in a class that extends another', () => {
    const query = { limit: '20', divisionCode: '431225' };
    expect(pipe.transform(query, { type: 'query', metatype: UnitsQuery })).toEqual({
      limit: 20,
      divisionCode: '431225',
    });
    expect(faultsOf(UnitsQuery, { limit: '1e3' }, 'query')).toEqual(['/limit field.isInt']);
    expect(faultsOf(TrailQuery, { from: '2022-02-30T00:00:00Z' }, 'query')).toEqual(['/from field.isIso8601']);
    expect(faultsOf(TrailQuery, { from: 'yesterday', refused: 'maybe' }, 'query').sort()).toEqual([
      '/from field.isIso8601',
      '/refused field.isIn',
    ]);
  });

  it('does not take what an object inherits for what was sent', () => {
    expect(faultsOf(UnitDto, Object.create({ code: '1', name: 'x', divisionCode: '431225', kind: 'unit' }))).toContain(
      '/code field.isDefined',
    );
  });

  it('judges as class-validator does', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(fc.string()),
      fc.constantFrom('first', 'second', 'a'.repeat(64), '同意。', 1, 2),
    );
    const body = fc.record(
      { step: anything, version: anything, contentHash: anything, opinion: anything, extra: anything },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, (value) => {
        const theirs = validateSync(Object.assign(new PassDto(), value), {
          whitelist: true,
          forbidNonWhitelisted: true,
        });
        // They pass a key that is undefined; JSON has none.
        fc.pre(!('extra' in value && value.extra === undefined));
        expect(faultsOf(PassDto, value).length === 0).toBe(theirs.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
