/** How many evaluations stand side by side: at least two, and no more than a desk is wide. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 3;

const PLACES = ['a', 'b', 'c'];
const ID = /^[\w.-]{1,64}$/;

/** The evaluations an address names, each once, in their order; what is no id is left out. */
export function comparedIn(search: URLSearchParams): readonly string[] {
  return [...new Set(PLACES.map((place) => search.get(place) ?? '').filter((id) => ID.test(id)))];
}

/** Where these stand side by side. */
export function pathToComparison(ids: readonly string[]): string {
  return `/compare?${new URLSearchParams(ids.slice(0, MOST_COMPARED).map((id, n) => [PLACES[n] ?? '', id]))}`;
}
