import { comparedIn, pathToComparison } from './compared.js';

describe('The address of a comparison', () => {
  const read = (search: string) => comparedIn(new URLSearchParams(search));

  it('names two or three evaluations and is read again', () => {
    const ids = ['431225-117003-2021-unit', '431225-117004-2021-unit', '431225-118002-2021-p1'];
    for (const some of [ids.slice(0, 2), ids]) expect(read(pathToComparison(some).split('?')[1]!)).toEqual(some);
    expect(read(pathToComparison([...ids, 'a-fourth']).split('?')[1]!)).toEqual(ids);
  });

  it.each(['', 'a=', 'a=../x&b=%20', `a=${'x'.repeat(65)}`, 'd=e1', 'x'])('leaves out what is none: “%s”', (search) => {
    expect(read(search)).toEqual([]);
  });

  it('sets nothing beside itself', () => {
    expect(read('a=e1&b=e1&c=e2')).toEqual(['e1', 'e2']);
  });
});
