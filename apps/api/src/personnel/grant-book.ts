import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { DomainError } from '#libs/kernel';
import type { BreakGlassAnswer, BreakGlassesAnswer, ProposalAnswer, ProposalsAnswer } from './personnel.dto.js';

/** Most rows that are shown; what is open comes first. */
const MOST = 200;

const PROPOSED = `
  select p.id, p.person_id as "personId", person.name as "personName", p.account_id as "accountId", a.login, p.role,
         p.unit_id as "unitId", u.name as "unitName", p.from_date::text as from, p.to_date::text as to,
         p.proposed_by as "proposedBy", proposer.name as "proposedByName", p.proposed_as as "proposedAs",
         p.proposed_at as "proposedAt", p.expires_at as "expiresAt", p.expires_at <= now() as expired
    from identity.grant_proposal p
    join registry.person person on person.id = p.person_id
    join identity.account a on a.id = p.account_id
    left join registry.unit u on u.id = p.unit_id
    left join registry.person proposer on proposer.id = p.proposed_by
   where p.outcome is null and p.expires_at > now() - interval '30 days'`;

const BROKEN = `
  select b.grant_id as id, b.person as "personId", person.name as "personName", a.login, fact ->> 'role' as role,
         u.name as "unitName", fact ->> 'from' as from, fact ->> 'to' as to, b.broken_by as "brokenBy",
         breaker.name as "brokenByName", e.recorded_at as at, fact ->> 'reason' as reason, r.justified,
         convert_from(re.payload, 'UTF8')::jsonb ->> 'opinion' as opinion, reviewer.name as "reviewerName"
    from control.broken_glass b
    join log.event e on e.id = b.event_id
    cross join lateral (select convert_from(e.payload, 'UTF8')::jsonb as fact) f
    join registry.person person on person.id = b.person
    left join identity.account a on a.id = fact ->> 'accountId'
    left join registry.unit u on u.id = fact ->> 'unitId'
    left join registry.person breaker on breaker.id = b.broken_by
    left join control.glass_review r on r.grant_id = b.grant_id
    left join log.event re on re.id = r.event_id
    left join registry.person reviewer on reviewer.id = r.reviewer
   order by r.grant_id is not null, e.recorded_at desc
   limit ${MOST}`;

/** What waits for the other office, and what one alone has done. */
@Injectable()
export class GrantBook {
  constructor(private readonly pool: Pool) {}

  async proposals(): Promise<ProposalsAnswer> {
    const [{ rows }, { rowCount }] = await Promise.all([
      this.pool.query(`${PROPOSED} order by p.proposed_at desc limit ${MOST}`),
      this.pool.query('select from control.bootstrap_end'),
    ]);
    return { bootstrap: rowCount === 0, items: rows.map(datesOf) };
  }

  /** Those of one account. */
  async proposalsFor(accountId: string): Promise<readonly ProposalAnswer[]> {
    const { rows } = await this.pool.query(
      `${PROPOSED} and p.account_id = $1 order by p.proposed_at desc limit ${MOST}`,
      [accountId],
    );
    return rows.map(datesOf);
  }

  /** Whose stream a proposal or a broken glass is in. */
  async personOf(id: string): Promise<string> {
    const { rows } = await this.pool.query<{ person: string }>(
      `select person_id as person from identity.grant_proposal where id = $1
       union all select person from control.broken_glass where grant_id = $1`,
      [id],
    );
    if (!rows[0]) throw new DomainError('not-found', 'registry.not-found');
    return rows[0].person;
  }

  async breakGlasses(): Promise<BreakGlassesAnswer> {
    const { rows } = await this.pool.query(BROKEN);
    const items: readonly BreakGlassAnswer[] = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    return { open: items.filter(({ justified }) => justified === null).length, items };
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the statement above names its columns
function datesOf({ proposedAt, expiresAt, ...row }: any): ProposalAnswer {
  return { ...row, proposedAt: proposedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
