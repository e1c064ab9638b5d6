import { EventSchemas } from './schemas.js';

const schemas = new EventSchemas({
  Weighed: [
    (data) => ({ grams: `${(data as { kilos: number }).kilos}000` }),
    (data) => ({ weight: { amount: (data as { grams: string }).grams, unit: 'g' } }),
  ],
});

describe('An event of an older schema', () => {
  it.each([
    [1, { kilos: 3 }],
    [2, { grams: '3000' }],
    [3, { weight: { amount: '3000', unit: 'g' } }],
  ])('is read from schema %p in the shape of today', (schema, data) => {
    expect(schemas.upcast('Weighed', schema, data)).toEqual({ weight: { amount: '3000', unit: 'g' } });
  });

  it('is written with the schema number of today', () => {
    expect(schemas.current('Weighed')).toBe(3);
    expect(schemas.current('NeverChanged')).toBe(1);
    expect(schemas.current('constructor')).toBe(1);
  });

  it('passes unchanged when its type is not known', () => {
    expect(schemas.upcast('Unknown', 1, { any: 1 })).toEqual({ any: 1 });
  });

  it('is refused when a newer version of the product wrote it', () => {
    expect(() => schemas.upcast('Weighed', 4, {})).toThrow('schema 4');
  });
});
