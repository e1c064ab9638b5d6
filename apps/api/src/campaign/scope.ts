import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { TaskIssued } from '#libs/evaluation';
import type { Grant } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { MANAGER } from './campaigns.js';

/** A task to be issued: all that its event will say, and the evaluation it begins. */
export interface ScopedTask {
  readonly evaluationId: string;
  readonly task: Omit<TaskIssued, 'dueAt'>;
}

/** What is asked for: a unit as a whole, or one of its projects. */
export interface Wanted {
  readonly unitId: string;
  readonly project: string | null;
}

interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly divisionCode: string;
  readonly kind: string;
}

const BELOW = `with recursive below as (
    select u.* from registry.unit u where u.id = any($1)
    union
    select u.* from registry.unit u join below b on u.parent_id = b.id
  )
  select id, code, name, parent_id as "parentId", division_code as "divisionCode", kind from below`;

/** Which units a campaign's tasks go to. */
@Injectable()
export class Scope {
  constructor(private readonly pool: Pool) {}

  /** Every unit below the one named, as a whole, in order of code. Bureaus and departments report themselves only by name. */
  async below(unitId: string): Promise<readonly Wanted[]> {
    const units = (await this.#units([unitId])).filter((unit) => unit.kind === 'unit');
    return units.sort((a, b) => a.code.localeCompare(b.code)).map(({ id }) => ({ unitId: id, project: null }));
  }

  /** The tasks that are wanted. Refuses a unit that is not of the division or not within the manager's reach. */
  async tasks(
    wanted: readonly Wanted[],
    { campaignId, fiscalYear, grants }: { campaignId: string; fiscalYear: number; grants: readonly Grant[] },
  ): Promise<readonly ScopedTask[]> {
    const units = new Map((await this.managed(grants)).map((unit) => [unit.id, unit]));
    const divisionCode = campaignId.split('-', 1)[0];
    const projects = new Map<string, number>();
    return wanted.map(({ unitId, project }, n) => {
      const unit = units.get(unitId);
      if (unit === undefined || unit.divisionCode !== divisionCode)
        throw new DomainError('not-found', 'campaign.unit-out-of-reach', { pointer: `/tasks/${n}/unitId` });
      const number = (projects.get(unitId) ?? 0) + 1;
      if (project !== null) projects.set(unitId, number);
      const kind = project === null ? 'unit' : `p${String(number).padStart(2, '0')}`;
      return {
        evaluationId: `${divisionCode}-${unit.code}-${fiscalYear}-${kind}`,
        task: {
          campaignId,
          unitId,
          unitName: unit.name,
          departmentId: unit.parentId ?? unit.id,
          fiscalYear,
          ...(project === null
            ? { kind: 'whole-unit' as const }
            : { kind: 'project' as const, project: { number, name: project } }),
        },
      };
    });
  }

  /** The units at and below those whose campaigns the person manages. */
  managed(grants: readonly Grant[]): Promise<readonly Unit[]> {
    return this.#units(grants.flatMap(({ role, unitId }) => (role === MANAGER && unitId ? [unitId] : [])));
  }

  async #units(from: readonly string[]): Promise<readonly Unit[]> {
    return (await this.pool.query<Unit>({ name: 'api.units_below', text: BELOW, values: [from] })).rows;
  }
}
