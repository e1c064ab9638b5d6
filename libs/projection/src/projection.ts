import type { Statement } from '#libs/database';
import type { Recorded } from '#libs/event-store';

/**
 * Rows derived from events. `statements` never rejects a fact, and what it yields for a page is what it yields for the
 * page's halves one after the other: pages end anywhere. Table names stay unqualified: the mechanism chooses the
 * schema, the live one or one that is being rebuilt. Texts are few and constant, values are parameters.
 */
export interface Projection {
  readonly name: string;
  readonly tables: readonly string[];
  statements(page: readonly Recorded[]): readonly Statement[];
}

type Handler = (event: Recorded) => Statement | readonly Statement[];

/** Event by event, in order; a type that `handlers` does not name changes nothing. */
export function projection(
  name: string,
  tables: readonly string[],
  handlers: Readonly<Record<string, Handler>>,
): Projection {
  return {
    name,
    tables,
    statements: (page) =>
      page.flatMap((event) => (Object.hasOwn(handlers, event.type) ? (handlers[event.type]?.(event) ?? []) : [])),
  };
}
