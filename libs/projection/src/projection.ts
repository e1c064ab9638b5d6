import type { Statement } from '#libs/database';
import type { Recorded } from '#libs/event-store';

/**
 * Rows derived from events. `handlers` yield statements and never reject a fact; a type that is not named changes
 * nothing. Table names stay unqualified: the mechanism chooses the schema, the live one or one that is being rebuilt.
 */
export interface Projection {
  readonly name: string;
  readonly tables: readonly string[];
  statements(event: Recorded): readonly Statement[];
}

type Handler = (event: Recorded) => Statement | readonly Statement[];

/** `otherwise` handles the types that `handlers` does not name. */
export function projection(
  name: string,
  tables: readonly string[],
  handlers: Readonly<Record<string, Handler>>,
  otherwise: Handler = () => [],
): Projection {
  return {
    name,
    tables,
    statements: (event) => {
      const handler = Object.hasOwn(handlers, event.type) ? handlers[event.type] : otherwise;
      return [handler?.(event) ?? []].flat();
    },
  };
}
