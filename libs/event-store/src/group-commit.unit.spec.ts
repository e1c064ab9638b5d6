import { GroupCommit } from './group-commit.js';

/** Flights that land when told to. */
function airport(flights?: number) {
  const departed: number[][] = [];
  const landings: (() => void)[] = [];
  const commits = new GroupCommit<number>((items) => {
    departed.push([...items]);
    return new Promise((resolve) => landings.push(resolve));
  }, flights);
  const land = async () => {
    landings.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { commits, departed, land };
}

describe('A group commit', () => {
  it('sends a lone item at once', async () => {
    const { commits, departed } = airport();
    commits.add(1);
    await Promise.resolve();
    expect(departed).toEqual([[1]]);
  });

  it('sends together what one tick brings, and what comes while a flight is in the air', async () => {
    const { commits, departed, land } = airport();
    commits.add(1);
    commits.add(2);
    await Promise.resolve();
    commits.add(3);
    await Promise.resolve();
    commits.add(4);
    await Promise.resolve();
    expect(departed).toEqual([[1, 2]]);
    await land();
    expect(departed).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('bounds a flight and leaves nobody behind', async () => {
    const { commits, departed, land } = airport();
    for (let n = 0; n < 1_000; n += 1) commits.add(n);
    for (let n = 0; n < 10; n += 1) await land();
    expect(Math.max(...departed.map(({ length }) => length))).toBe(256);
    expect(departed.flat()).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  });

  it('goes on after a flight that failed', async () => {
    const departed: number[] = [];
    const commits = new GroupCommit<number>(async (items) => {
      departed.push(...items);
      throw new Error('lost');
    });
    commits.add(1);
    await new Promise((resolve) => setImmediate(resolve));
    commits.add(2);
    await new Promise((resolve) => setImmediate(resolve));
    expect(departed).toEqual([1, 2]);
  });
});
