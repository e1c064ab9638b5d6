import { Pool } from 'pg';
import { identityRefusal } from './refusals.js';

/** What is signed for: a new key, or the holder's presence. */
export type Purpose = 'enrol' | 'confirm';

/** Milliseconds the browser is told to wait for a finger; the challenge itself ends with it. */
export const CHALLENGE_MS = 5 * 60_000;

/** What authenticators have to sign, kept here and not at the browser: one for each session and purpose, for one use. */
export class Challenges {
  constructor(private readonly pool: Pool) {}

  /** Keeps it in the place of an earlier one. */
  async keep(sessionId: string, purpose: Purpose, challenge: string): Promise<void> {
    await this.pool.query(
      `insert into identity.challenge (session_id, purpose, challenge, expires_at)
       values ($1, $2, $3, now() + make_interval(secs => $4))
       on conflict (session_id, purpose) do update set challenge = $3, expires_at = excluded.expires_at`,
      [sessionId, purpose, challenge, CHALLENGE_MS / 1000],
    );
  }

  /** Takes it away, whatever comes of it. Refuses when there is none, or not any more. */
  async take(sessionId: string, purpose: Purpose): Promise<string> {
    const { rows } = await this.pool.query<{ challenge: string; alive: boolean }>(
      `delete from identity.challenge where session_id = $1 and purpose = $2
       returning challenge, expires_at > now() as alive`,
      [sessionId, purpose],
    );
    if (!rows[0]?.alive) throw identityRefusal('factor.challenge-gone');
    return rows[0].challenge;
  }
}
