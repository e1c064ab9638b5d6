import type { PoolClient } from 'pg';
import type { Recorded } from '#libs/event-store';
import type { GlassBroken, RoleProposed } from '#libs/personnel';
import { ALARMS } from '#libs/sealing';

/** Who is told of a fact about a role, or about the seal of the log. A notice that is about no evaluation bears an empty one. */
const TOLD: Readonly<Record<string, { readonly kind: string; readonly roles: readonly string[] }>> = {
  GlassBroken: {
    kind: 'glass-broken',
    roles: ['auditor', 'administrator', 'security-administrator', 'audit-administrator'],
  },
  RoleProposed: { kind: 'grant-proposed', roles: ['administrator', 'security-administrator'] },
  SealingAlarmRaised: { kind: 'sealing-alarm', roles: ['auditor', 'administrator', 'audit-administrator'] },
};

/**
 * Tells the audit and the offices that one alone gave a role or that nothing more is sealed, and the other office that a role
 * waits for it; in the caller's transaction, so that each is told once. Nobody is told of what he did himself.
 */
export async function raiseAlarms(client: PoolClient, events: readonly Recorded[]): Promise<void> {
  for (const { stream, type, position, actor, data } of events) {
    const told = Object.hasOwn(TOLD, type) ? TOLD[type] : undefined;
    if (!told || !(stream.startsWith('person-') || stream === ALARMS) || data === null) continue;
    const { as } = data as Partial<RoleProposed> & Partial<GlassBroken>;
    await client.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
       select distinct g.person_id, $1::bigint, $2, '', coalesce(p.name, '')
         from identity.role_grant g
         join identity.account a on a.id = g.account_id and a.disabled_at is null
         left join registry.person p on p.id = $3
        where ($3::text is null or p.id is not null) and g.role = any($4) and g.role is distinct from $5 and g.person_id <> $6
       on conflict do nothing`,
      [
        position,
        told.kind,
        stream === ALARMS ? null : stream.slice('person-'.length),
        told.roles,
        as ?? null,
        actor.personId,
      ],
    );
  }
}
