import { environment } from '#libs/config';

/** How many times longer than in an ordinary run: `SOAK=50 npm test -- --testPathPatterns test/ordering`. */
export function soak(): number {
  return Math.max(1, Number(environment().SOAK ?? 1) || 1);
}
