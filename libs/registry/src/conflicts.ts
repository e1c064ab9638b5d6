import { Repository } from 'typeorm';
import { asRefusal } from './refusals.js';
import { ConflictRow } from './rows.js';

/** A person's declared conflict of interest with a unit (回避申报). */
export interface Conflict {
  readonly personId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly declaredAt: Date;
}

/** Units in whose matters persons declared a conflict of interest. */
export class Conflicts {
  constructor(private readonly rows: Repository<ConflictRow>) {}

  /** What the person declared, in order of unit. */
  of(personId: string): Promise<readonly Conflict[]> {
    return this.rows.find({ where: { personId }, order: { unitId: 'ASC' } });
  }

  /** Declares it; one that is declared already stays as it is. Refuses a unit that does not exist. */
  async declare(personId: string, unitId: string, reason: string): Promise<readonly Conflict[]> {
    try {
      await this.rows.createQueryBuilder().insert().values({ personId, unitId, reason }).orIgnore().execute();
    } catch (error) {
      throw asRefusal(error);
    }
    return this.of(personId);
  }

  /** Takes it back; none is no fault. */
  async withdraw(personId: string, unitId: string): Promise<readonly Conflict[]> {
    await this.rows.delete({ personId, unitId });
    return this.of(personId);
  }
}
