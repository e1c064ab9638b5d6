import type { Issued, ScoreRecomputed } from '#libs/evaluation';
import { canonicalJson } from '#libs/kernel';
import { compute, parseScheme, type Scheme, summary } from '#libs/scoring';
import type { SchemeText } from '../evidence.js';
import type { Faults } from './faults.js';

/** Computes recorded scores again, under the schemes that came with the product and those published in the log. */
export class ScoreCheck {
  readonly #schemes = new Map<string, Scheme>();
  #checked = 0;
  #unknown = 0;

  constructor(private readonly faults: Faults) {}

  /** Scores that were computed again, and scores whose scheme is not known here. */
  get counts(): { readonly checked: number; readonly schemeUnknown: number } {
    return { checked: this.#checked, schemeUnknown: this.#unknown };
  }

  /** A scheme becomes known; the first text of a version stays. */
  scheme({ id, version, hash, text }: SchemeText, position: number | null = null): void {
    const key = `${id} v${version}`;
    if (this.#schemes.has(key)) return;
    try {
      const scheme = parseScheme(text);
      this.#schemes.set(key, scheme);
      if (scheme.hash === hash) return;
    } catch {
      // told below: what does not read as a scheme has no hash of one
    }
    this.faults.add('score.scheme-differs', { position, scheme: key });
  }

  /** A score recorded for a sheet as it stands. */
  score(
    { scheme, inputHash, score }: ScoreRecomputed,
    { sheet }: Issued,
    where: { readonly position: number; readonly evaluation: string },
  ): void {
    const key = `${scheme.id} v${scheme.version}`;
    const known = this.#schemes.get(key);
    if (known === undefined) {
      this.#unknown += 1;
      return;
    }
    this.#checked += 1;
    if (scheme.hash !== undefined && scheme.hash !== known.hash)
      this.faults.add('score.scheme-differs', { ...where, scheme: key });
    const computed = compute(known, sheet);
    const again = summary(computed);
    if (canonicalJson(again) !== canonicalJson(score) || computed.inputHash !== inputHash)
      this.faults.add('score.differs', { ...where, scheme: key, recorded: score.total, computed: again.total });
  }
}
