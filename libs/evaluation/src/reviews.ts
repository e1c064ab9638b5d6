import type { Change } from '#libs/sheet';
import type { EnclosedFile, EvaluationEvent, EvaluationReturned, ReviewPassed } from './facts.js';

/** A fact with the moment it was recorded (ISO 8601). */
export type Dated = EvaluationEvent & { readonly recordedAt: string };

/** What one reviewer said about one version. */
export interface Review {
  readonly kind: 'first-pass' | 'second-pass' | 'recheck' | 'return';
  readonly version: number;
  readonly by: string;
  readonly at: string;
  /** Whether the pass was taken back since. */
  readonly revoked: boolean;
  /** Of a blind review that is not over: that there is an opinion, and nothing of it. */
  readonly sealed: boolean;
  readonly opinion:
    | (Pick<ReviewPassed, 'opinion' | 'gate' | 'remarks' | 'reviewerScore'> & { readonly recheckScore?: string })
    | null;
  readonly reason: string | null;
  readonly items: readonly AnsweredItem[];
}

/** An item of a return and what the unit did about it: its reply, and what changed at or below the place. */
export interface AnsweredItem {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly attachments?: readonly EnclosedFile[];
  readonly answer: string | null;
  readonly changes: readonly Change[];
}

/**
 * What reviewers said, the newest last, as the person may read it: a sealed opinion is its giver's alone until its version is
 * decided or returned. The items of a return stand together with their replies and changes.
 */
export function reviewsFor(reader: string, history: readonly Dated[]): readonly Review[] {
  return history.flatMap((event, n): Review[] => {
    const since = history.slice(n + 1);
    switch (event.type) {
      case 'FirstReviewPassed':
        return [passOf('first-pass', event.data, event.recordedAt, since, reader)];
      case 'SecondReviewPassed':
        return [passOf('second-pass', event.data, event.recordedAt, [event, ...since], reader)];
      case 'RecheckRecorded': {
        const { by, version, opinion, recheckScore } = event.data;
        return [{ ...OPEN, kind: 'recheck', version, by, at: event.recordedAt, opinion: { opinion, recheckScore } }];
      }
      case 'EvaluationReturned':
        return [returnOf(event.data, event.recordedAt, since)];
      default:
        return [];
    }
  });
}

const OPEN = { revoked: false, sealed: false, reason: null, items: [] } as const;

/** The files enclosed with what the person may read of the reviews; of a sealed opinion, none. */
export function enclosedFor(reader: string, history: readonly Dated[]): readonly EnclosedFile[] {
  return reviewsFor(reader, history).flatMap(({ opinion, items }) =>
    [...(opinion?.remarks ?? []), ...items].flatMap(({ attachments = [] }) => attachments),
  );
}

/** Whether what was sealed under the version may be read: it was decided, or a reviewer returned it. */
export function unseals(event: EvaluationEvent): boolean {
  if (event.type === 'SecondReviewPassed') return event.data.openGates === undefined;
  return event.type === 'EvaluationReturned' && !event.data.from.startsWith('unit-');
}

function passOf(
  kind: 'first-pass' | 'second-pass',
  { by, version, opinion, gate, remarks, reviewerScore, sealed }: ReviewPassed,
  at: string,
  since: readonly Dated[],
  reader: string,
): Review {
  const hidden = sealed === true && by !== reader && !since.some(unseals);
  const said = {
    opinion,
    ...(gate !== undefined && { gate }),
    ...(remarks !== undefined && { remarks }),
    ...(reviewerScore !== undefined && { reviewerScore }),
  };
  const revoked = since.some(
    (event) => event.type === 'PassRevoked' && event.data.by === by && event.data.version === version,
  );
  return { kind, version, by, at, revoked, sealed: hidden, opinion: hidden ? null : said, reason: null, items: [] };
}

function returnOf({ by, version, reason, items }: EvaluationReturned, at: string, since: readonly Dated[]): Review {
  const next = since.findIndex((event) => event.type === 'EvaluationReturned' && unseals(event));
  const until = next < 0 ? since : since.slice(0, next);
  const answered = items.map((item) => ({ ...item, ...settled(item.id, item.path, until) }));
  return {
    ...{ kind: 'return', version, by, at, revoked: false, sealed: false, opinion: null, reason },
    items: answered,
  } as const;
}

function settled(id: string, path: string, since: readonly Dated[]): Pick<AnsweredItem, 'answer' | 'changes'> {
  let answer: string | null = null;
  const changes = new Map<string, Change>();
  for (const event of since) {
    if (event.type === 'ItemAnswered' && event.data.itemId === id) answer = event.data.answer;
    if (event.type !== 'DraftEdited' && event.type !== 'DraftImported') continue;
    for (const change of event.data.changes.filter((one) => `${one.path}/`.startsWith(`${path}/`)))
      changes.set(change.path, { ...change, before: changes.get(change.path)?.before ?? change.before });
  }
  return { answer, changes: [...changes.values()] };
}
