import type { Pool } from 'pg';
import { type Cadence, type Language, NOTICE_KINDS, type NoticeKind } from './kinds.js';
import { type QuietHours, USUAL_QUIET } from './timing.js';

/** How a person wants to be told outside the system. */
export interface Preference {
  /** null: no e-mail at all. */
  readonly email: string | null;
  readonly language: Language;
  readonly cadence: Readonly<Record<NoticeKind, Cadence>>;
  readonly quiet: QuietHours;
}

/** A preference, and whether the person has an open account: who left is not written to. */
export interface Recipient extends Preference {
  readonly active: boolean;
}

/** When a kind of notice is mailed to the person. */
export const cadenceOf = ({ cadence }: Preference, kind: string): Cadence =>
  Object.hasOwn(cadence, kind) ? cadence[kind as NoticeKind] : 'immediately';

const EVERYTHING = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, 'immediately'])) as Preference['cadence'];
const UNSAID: Preference = { email: null, language: 'zh-CN', cadence: EVERYTHING, quiet: USUAL_QUIET };

/** What the person chose; what holds without a choice when there is none. */
export async function preferenceOf(pool: Pool, personId: string): Promise<Recipient> {
  const { rows } = await pool.query<{
    email: string | null;
    language: Language;
    cadence: Partial<Record<NoticeKind, Cadence>>;
    from: string;
    to: string;
    active: boolean;
  }>(
    `select p.email, p.language, p.cadence, to_char(p.quiet_from, 'HH24:MI') as from, to_char(p.quiet_to, 'HH24:MI') as to,
            exists (select from identity.account a where a.person_id = p.person_id and a.disabled_at is null) as active
       from notice.preference p where p.person_id = $1`,
    [personId],
  );
  const row = rows[0];
  if (row === undefined) return { ...UNSAID, active: true };
  const { email, language, cadence, from, to, active } = row;
  return { email, language, cadence: { ...EVERYTHING, ...cadence }, quiet: { from, to }, active };
}

/** Keeps the person's choice. What is due already goes the new way: to the new address, or not at all. */
export async function savePreference(pool: Pool, personId: string, preference: Preference): Promise<void> {
  const { email, language, cadence, quiet } = preference;
  await pool.query(
    `insert into notice.preference (person_id, email, language, cadence, quiet_from, quiet_to)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (person_id) do update set email = excluded.email, language = excluded.language,
       cadence = excluded.cadence, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, changed_at = now()`,
    [personId, email, language, JSON.stringify(cadence), quiet.from, quiet.to],
  );
}
