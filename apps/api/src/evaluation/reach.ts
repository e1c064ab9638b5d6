import { Injectable } from '@nestjs/common';
import { reaches, spanOf } from '#libs/authorization';
import type { TaskIssued } from '#libs/evaluation';
import type { Grant, Identity } from '#libs/identity';
import { Registry } from '#libs/registry';

/**
 * How far roles reach over evaluations, as `SPAN_OF` says (libs/authorization); who supervises a task reaches it as well.
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
    const andAbove = await this.registry.units.andAbove(task.unitId);
    // The task's department supervises it, also after the unit was moved below another.
    const supervised = spanOf(role) === 'units-below' && unitId === task.departmentId;
    return supervised || reaches(role, unitId, { unitId: task.unitId, andAbove });
  }
}
