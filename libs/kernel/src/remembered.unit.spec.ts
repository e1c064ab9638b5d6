import { remembered } from './remembered.js';

describe('What is remembered', () => {
  it('is worked out once for each text, also when it is nothing', () => {
    const asked: string[] = [];
    const length = remembered((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect([length('ab'), length('ab'), length(''), length('')]).toEqual([2, 2, undefined, undefined]);
    expect(asked).toEqual(['ab', '']);
  });

  it('does not grow with what somebody sends', () => {
    const asked: string[] = [];
    const same = remembered((text) => {
      asked.push(text);
      return text;
    });
    const long = '9'.repeat(65);
    expect([same(long), same(long)]).toEqual([long, long]);
    expect(asked.length).toBe(2);
    for (let n = 0; n < 10_001; n += 1) same(String(n));
    asked.length = 0;
    same('0');
    expect(asked).toEqual(['0']);
  });
});
