/** One operation as its client saw it. Times are of one clock; `returned` is Infinity when the outcome is unknown. */
export type Operation = {
  readonly stream: string;
  readonly invoked: number;
  readonly returned: number;
} & (
  | { readonly did: 'appended'; readonly version: number; readonly mark: string }
  | { readonly did: 'lost a race'; readonly version: number; readonly mark: string }
  | { readonly did: 'read'; readonly version: number }
  | { readonly did: 'nobody knows'; readonly mark: string }
);

/**
 * Whether a history is linearizable, stream by stream (G-1). The version an append made tells its place in the order, so
 * it suffices to find an instant for each version: after its append was invoked and after every read that did not see it
 * was invoked, before its append returned and before every read that saw it returned, and not before the version below.
 * `stored` holds, for each stream, the mark of the append that made each version.
 */
export function faultsOf(
  history: readonly Operation[],
  stored: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const faults: string[] = [];
  for (const [stream, marks] of stored) {
    const operations = history.filter((operation) => operation.stream === stream);
    const earliest = new Array<number>(marks.length + 2).fill(Number.NEGATIVE_INFINITY);
    const latest = new Array<number>(marks.length + 2).fill(Number.POSITIVE_INFINITY);
    const after = (version: number, time: number) => {
      if (version < earliest.length) earliest[version] = Math.max(earliest[version]!, time);
    };
    const before = (version: number, time: number) => {
      if (version < latest.length) latest[version] = Math.min(latest[version]!, time);
    };
    for (const operation of operations) {
      if (operation.did === 'nobody knows') {
        const version = marks.indexOf(operation.mark) + 1;
        if (version > 0) after(version, operation.invoked);
        continue;
      }
      const { version, invoked, returned } = operation;
      if (version > marks.length) faults.push(`${stream}: version ${version} was told, ${marks.length} are stored`);
      if (operation.did === 'appended') {
        if (marks[version - 1] !== operation.mark) faults.push(`${stream}: version ${version} is not who was told so`);
        after(version, invoked);
      } else {
        after(version + 1, invoked);
        if (operation.did === 'lost a race' && marks.includes(operation.mark))
          faults.push(`${stream}: a refused append is stored`);
      }
      before(version, returned);
    }
    let instant = Number.NEGATIVE_INFINITY;
    for (let version = 1; version <= marks.length; version += 1) {
      instant = Math.max(instant, earliest[version]!);
      if (instant > latest[version]!) faults.push(`${stream}: no instant for version ${version}`);
    }
  }
  return faults;
}
