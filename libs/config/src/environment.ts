/**
 * The environment as it is: to hand on to a process we start, and for the switches of the tests. Everything else asks
 * `settings()`, which knows names, defaults and limits.
 */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
