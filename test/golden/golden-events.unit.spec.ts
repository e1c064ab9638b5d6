import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarEvent } from '#libs/calendar';
import { projectRoot } from '#libs/config';
import type { BackupEvent } from '#libs/custody';
import type { ErasureEvent } from '#libs/erasure';
import {
  type CampaignEvent,
  type DelegationEvent,
  type EvaluationEvent,
  type ReminderEvent,
  UPCASTERS,
} from '#libs/evaluation';
import { EventSchemas, unseal } from '#libs/event-store';
import type { AccessEvent, AccountEvent, AdministrationEvent, RefusalEvent, SessionEvent } from '#libs/identity';
import { canonicalJson } from '#libs/kernel';
import type { PersonEvent } from '#libs/personnel';
import type { SchemeEvent } from '#libs/scoring';
import type { SealerEvent, SealingAlarmEvent } from '#libs/sealing';

interface Golden {
  readonly envelope: string;
  readonly payload: string;
  readonly salt: string;
  readonly reads: unknown;
}

type Written =
  | EvaluationEvent
  | DelegationEvent
  | CampaignEvent
  | CalendarEvent
  | ReminderEvent
  | SchemeEvent
  | SessionEvent
  | RefusalEvent
  | AdministrationEvent
  | AccountEvent
  | AccessEvent
  | ErasureEvent
  | SealerEvent
  | SealingAlarmEvent
  | BackupEvent
  | PersonEvent;

/** Every type of event that the product writes: a new one does not compile until it stands here. */
const TYPES: Readonly<Record<Written['type'], true>> = {
  ...{ TaskIssued: true, DraftImported: true, DraftEdited: true, ItemAnswered: true, FindingAnswered: true },
  ...{ UnitChecked: true, UnitSigned: true, EvaluationSubmitted: true, ChecksRun: true, FindingWaived: true },
  ...{ SubmissionWithdrawn: true, FirstReviewPassed: true, SecondReviewPassed: true, PassRevoked: true },
  ...{ ReviewerAssigned: true, ReviewerMissing: true, ReviewerRecused: true },
  ...{ ExpertAsked: true, ExpertAnswered: true },
  ...{ DelegationGranted: true, DelegationEnded: true },
  ...{ EvaluationReturned: true, ScoreRecomputed: true },
  ...{ CampaignCreated: true, CampaignEdited: true, CampaignOpened: true, CampaignExtended: true },
  ...{ SampledForRecheck: true, RecheckRecorded: true, EvaluationFinalized: true, EvaluationArchived: true },
  ...{ RectificationOrdered: true, RectificationReplied: true, RectificationRejected: true, RectificationClosed: true },
  ...{ EvaluationPublished: true, PublicationCorrected: true, SampleDrawn: true },
  ...{ CampaignSchemeChanged: true, TasksOrdered: true, RecomputeOrdered: true, CampaignClosed: true },
  ...{ ReadingOrdered: true },
  ...{ SchemePublished: true, SealerKeyRotated: true },
  ...{ SealingAlarmRaised: true, SealingAlarmEnded: true, BackupMade: true },
  ...{ DayCorrected: true, ReminderSent: true },
  ...{ LoggedIn: true, LoggedOut: true, LogInRefused: true, CommandRefused: true, RecordChanged: true },
  ...{ SecondFactorEnrolled: true, SecondFactorRemoved: true, RecoveryCodesIssued: true },
  ...{ IdentityConfirmed: true, ConfirmationRefused: true, PasswordChanged: true },
  ...{ ExternalIdentityLinked: true, ExternalIdentityUnlinked: true },
  ...{ ErasureOrdered: true, ErasureConfirmed: true, ErasureDeclined: true },
  ...{ RecordsRead: true, RecordsSearched: true, RecordsExported: true },
  ...{ PersonRegistered: true, PersonAdopted: true, PersonRenamed: true },
  ...{ MembershipBegun: true, MembershipEnded: true, MembershipStruck: true },
  ...{ RoleProposed: true, RoleDeclined: true, RoleGranted: true, RoleRevoked: true },
  ...{ GlassBroken: true, BreakGlassReviewed: true },
};

const folder = join(projectRoot(), 'test/golden/events');
const golden = readdirSync(folder).map((file): [string, Golden] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
]);
const schemas = new EventSchemas(UPCASTERS);

/** G-7. One stored event of every schema ever written. Files are added here, never changed and never removed. */
describe('What was once written', () => {
  it('is kept here: one of each type, in each schema it ever had', () => {
    const kept = golden.map(([, { envelope }]) => {
      const { type, schema } = JSON.parse(envelope);
      return `${type} ${schema}`;
    });
    const known = Object.keys(TYPES).flatMap((type) =>
      Array.from({ length: schemas.current(type) }, (_, n) => `${type} ${n + 1}`),
    );
    expect(known.filter((one) => !kept.includes(one))).toEqual([]);
  });

  it.each(golden)('stays readable: %s', (_file, { envelope, payload, reads }) => {
    expect(unseal(0, envelope, payload, schemas).data).toEqual(reads);
    expect(unseal(0, envelope, null, schemas).data).toBeNull();
  });

  it.each(golden)('keeps its bytes and its hash: %s', (_file, { envelope, payload, salt }) => {
    expect(canonicalJson(JSON.parse(envelope))).toBe(envelope);
    expect(canonicalJson(JSON.parse(payload))).toBe(payload);
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(payload).digest('hex');
    expect(JSON.parse(envelope).payloadHash).toBe(hash);
  });
});
