/** Most texts that are remembered; then all are forgotten, and it begins anew. */
const MOST = 10_000;
/** A longer text is no number and no name, and would only fill the memory. */
const LONGEST = 64;

/** The same function, which works out each text once: for results that never change, and of which the same are asked again and again. */
export function remembered<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return workOut(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MOST) known.clear();
    const is = workOut(text);
    known.set(text, is);
    return is;
  };
}
