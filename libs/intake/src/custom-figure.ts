import type { Figure } from '#libs/sheet';
import type { Findings } from './findings.js';
import type { Listing } from './listing.js';
import type { Words } from './mentions.js';
import { OPENS_LIST } from './words.js';

type Custom = { readonly id: string; readonly figure: { readonly label: string; readonly parent: string } };

/**
 * A figure that the catalogue does not know keeps the report's own label, under the figure whose parts are being
 * listed. Nothing when no list is open, or when the words are no label: then a person has to look.
 */
export function customFigure({ label, since }: Words, listing: Listing, findings: Findings): Custom | undefined {
  const latest = OPENS_LIST.test(since) ? listing.newest : listing.latest;
  const listed = listing.section === 'budget' || listing.section === 'execution';
  if (!latest || !listed || label.length > 30 || !/^[\p{sc=Han}A-Za-z0-9、·]{2,}$/u.test(label)) return undefined;
  const parent = OPENS_LIST.test(since) ? latest : listing.parentOf(latest);
  const open = parent !== undefined && (parent === latest || listing.talksOf(parent));
  return !open ? undefined : newCustom(parent, label, findings);
}

/** More parts than that no list of a report has. */
const MOST = 60;

/** The custom figure of this label under this parent: the one that is already there, or the next number. */
export function newCustom(parent: string, label: string, findings: Findings): Custom | undefined {
  for (let number = 1; number <= MOST; number++) {
    const id = `${parent}.X${number}`;
    const there: Figure | undefined = findings.figures.get(id);
    if (!there || there.label === label) return { id, figure: { label, parent } };
  }
  return undefined;
}
