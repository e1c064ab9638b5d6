/**
 * What a person typed and no server has yet, kept in this browser: a closed window or a dead network loses nothing. Each
 * person's stands apart at a shared desk, and logging out takes it along.
 */
const own = (personId: string): string => `kept ${personId} `;

/** Keeps a value under a name; undefined forgets it. Where the browser keeps nothing, nothing is kept. */
export function keep(personId: string, name: string, value: unknown, storage: Storage = localStorage): void {
  try {
    if (value === undefined) storage.removeItem(own(personId) + name);
    else storage.setItem(own(personId) + name, JSON.stringify(value));
  } catch {
    // full, or forbidden in this browser
  }
}

/** What was kept under the name; undefined: nothing, or nothing that can be read. */
export function kept(personId: string, name: string, storage: Storage = localStorage): unknown {
  try {
    return JSON.parse(storage.getItem(own(personId) + name) ?? '') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets all that is this person's. */
export function forgetKept(personId: string, storage: Storage = localStorage): void {
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
  for (const name of names) if (name.startsWith(own(personId))) storage.removeItem(name);
}
