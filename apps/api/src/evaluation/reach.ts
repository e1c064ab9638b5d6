import { Injectable } from '@nestjs/common';
import type { TaskIssued } from '#libs/evaluation';
import type { Grant, Identity } from '#libs/identity';
import { Registry } from '#libs/registry';

/**
 * How far roles reach: a unit's role over that unit's evaluations; a reviewer's, manager's or auditor's over those of the
 * units below, and of the units the role's own unit supervises. The administrator's reaches no evaluation.
 */
@Injectable()
export class Reach {
  constructor(private readonly registry: Registry) {}

  /** The roles the person holds over the evaluation, through this account. */
  async rolesOver(task: Pick<TaskIssued, 'unitId' | 'departmentId'>, { grants }: Identity): Promise<readonly string[]> {
    const roles: string[] = [];
    for (const { role, unitId } of grants)
      if (unitId !== null && (await this.#reaches(role, unitId, task))) roles.push(role);
    return roles;
  }

  /** Whether one of the grants stands at the unit or above it. */
  async covers(grants: readonly Grant[], roles: readonly string[], unitId: string): Promise<boolean> {
    const above = await this.registry.units.andAbove(unitId);
    return grants.some((grant) => roles.includes(grant.role) && grant.unitId !== null && above.includes(grant.unitId));
  }

  async #reaches(role: string, unitId: string, task: Pick<TaskIssued, 'unitId' | 'departmentId'>): Promise<boolean> {
    if (role.startsWith('unit-')) return unitId === task.unitId;
    if (role === 'administrator') return false;
    return unitId === task.departmentId || (await this.registry.units.andAbove(task.unitId)).includes(unitId);
  }
}
