import { forgetKept, keep, kept } from './kept.js';

/** A browser's storage, as the standard says. */
class Shelf implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (n: number): string | null => [...this.#items.keys()][n] ?? null;
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
  clear = (): void => this.#items.clear();
}

describe('What is kept in a browser', () => {
  it('is one person’s under its name, until it is forgotten', () => {
    const shelf = new Shelf();
    keep('p1', 'draft a', { edits: [] }, shelf);
    expect(kept('p1', 'draft a', shelf)).toEqual({ edits: [] });
    expect(kept('p2', 'draft a', shelf)).toBeUndefined();
    keep('p1', 'draft a', undefined, shelf);
    expect(kept('p1', 'draft a', shelf)).toBeUndefined();
  });

  it('goes when the person logs out, and nobody else’s with it', () => {
    const shelf = new Shelf();
    for (const name of ['draft a', 'draft b']) keep('p1', name, 1, shelf);
    keep('p10', 'draft a', 2, shelf);
    shelf.setItem('language', 'en');
    forgetKept('p1', shelf);
    expect([shelf.length, kept('p10', 'draft a', shelf)]).toEqual([2, 2]);
  });

  it('is nothing where it cannot be read or the browser keeps nothing', () => {
    const shelf = new Shelf();
    shelf.setItem('kept p1 draft a', '{half');
    expect(kept('p1', 'draft a', shelf)).toBeUndefined();
    shelf.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    expect(() => keep('p1', 'draft b', 1, shelf)).not.toThrow();
  });
});
