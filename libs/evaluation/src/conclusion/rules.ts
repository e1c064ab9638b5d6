import { reviewerTookNoPart } from '../policies/e1-different-persons.js';
import { reviewerIsOfAnotherUnit } from '../policies/e8-own-unit.js';
import { firstRefusal, type Order, type Policy } from '../policies/policy.js';
import type { ConclusionCommand } from './orders.js';
import { archiveIsComplete, daysAreInOrder, noPersonalDataIsPublished, placeIsWorded } from './policies/publication.js';
import { readingIsCurrent, recheckerTookNoPart, recheckIsWorded, recheckScoreIsInRange } from './policies/recheck.js';
import {
  closerDidNotReply,
  findingHasAReply,
  findingIsOpen,
  findingsAreWorded,
  settlementIsWorded,
} from './policies/rectification.js';

/** Who rechecks: of another unit, and without any part in the matter in whatever role. */
export const RECHECKER = [recheckerTookNoPart, reviewerIsOfAnotherUnit];
/** Who speaks for the bureau: of another unit, and not for the unit in this matter. */
const BUREAU = [reviewerTookNoPart, reviewerIsOfAnotherUnit];

/** The rules of what follows on an approval, in the order in which they are asked. */
export const CONCLUSION_RULES: {
  readonly [Type in Exclude<ConclusionCommand['type'], 'SelectForRecheck'>]: readonly Policy<Order<Type>>[];
} = {
  RecordRecheck: [...RECHECKER, readingIsCurrent, recheckIsWorded, recheckScoreIsInRange],
  Finalize: [...BUREAU, readingIsCurrent, settlementIsWorded],
  OrderRectification: [...BUREAU, settlementIsWorded, findingsAreWorded],
  ReplyToRectification: [findingIsOpen, settlementIsWorded],
  RejectRectification: [...BUREAU, findingIsOpen, findingHasAReply, closerDidNotReply, settlementIsWorded],
  CloseRectification: [...BUREAU, findingIsOpen, findingHasAReply, closerDidNotReply, settlementIsWorded],
  Publish: [readingIsCurrent, daysAreInOrder, placeIsWorded, noPersonalDataIsPublished],
  CorrectPublication: [readingIsCurrent, daysAreInOrder, placeIsWorded, settlementIsWorded],
  Archive: [...BUREAU, readingIsCurrent, archiveIsComplete],
};

/** A return from a recheck is given by who may recheck. */
export const returnerMayRecheck: Policy<Order<'Return'>> = (command, state) => firstRefusal(RECHECKER, command, state);
