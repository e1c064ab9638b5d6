import type { Pool } from 'pg';
import type { Projection } from '#libs/projection';
import { trailCsvOf } from './csv.js';
import { evaluations as evaluationsProjection } from './evaluations.projection.js';
import type { Reader } from './page.js';
import { reviews as reviewsProjection } from './reviews.projection.js';
import { type TrailFilter, trailPages } from './trail.js';
import { trail as trailProjection } from './trail.projection.js';

export { type Band, type CampaignFigures, campaignFigures, FUNNEL } from './campaign-figures.js';
export { candidatesFor, type NamedCandidate } from './candidates.js';
export { type CopiedRow, copied } from './copied.js';
export { type DeadlineFilter, type DeadlineRow, deadline, deadlines } from './deadlines.js';
export { type DepartmentDelegation, delegationsWithin } from './delegations.js';
export { type DualReviewYear, dualReview } from './dual-review.js';
export { type ErasureRow, trailOfErasures } from './erasures.js';
export {
  type ActedRow,
  done,
  type EvaluationFilter,
  type EvaluationRow,
  evaluations,
  initiated,
  todo,
} from './evaluations.js';
export { type FindingFilter, type FindingRow, findings } from './findings.js';
export {
  INDICATORS,
  type IndicatedEvaluation,
  type Indicator,
  type IndicatorFilter,
  type IndicatorKind,
  indicators,
  NO_ACCUSATION,
  THRESHOLDS,
} from './indicators.js';
export { markRead, type Notification, notifications } from './notifications.js';
export { freshness, type Page, type PageRequest, type Reader, waitFor } from './page.js';
export { type DepartmentProgress, progress } from './progress.js';
export { type ReadQuery, readAs } from './read-as.js';
export { FOUND, type Found, type FoundKind, type Kept, search } from './search.js';
export { type TrailFilter, type TrailRow, trailRows as trail } from './trail.js';

/** Everything that is derived from the log into rows. */
export const PROJECTIONS: readonly Projection[] = [evaluationsProjection, trailProjection, reviewsProjection];

/** The trail as CSV that no spreadsheet executes, in pieces. */
export function trailCsv(pool: Pool, reader: Reader, filter: TrailFilter = {}): AsyncIterable<string> {
  return trailCsvOf(trailPages(pool, reader, filter));
}
