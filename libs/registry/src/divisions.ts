import { Repository } from 'typeorm';
import { keysOf, type PageRequest, pageOf, type RegistryPage } from './paging.js';
import { asRefusal, registryRefusal } from './refusals.js';
import { FiscalDivisionRow } from './rows.js';

/** The places whose budgets are looked after here. */
export class Divisions {
  constructor(private readonly rows: Repository<FiscalDivisionRow>) {}

  /** In order of code. */
  async page({ limit, after }: PageRequest): Promise<RegistryPage<FiscalDivisionRow>> {
    const query = this.rows
      .createQueryBuilder('division')
      .orderBy('division.code')
      .take(limit + 1);
    if (after !== undefined) query.where('division.code > :code', { code: keysOf(after, 1)[0] });
    return pageOf(await query.getMany(), limit, ({ code }) => [code]);
  }

  async find(code: string): Promise<FiscalDivisionRow> {
    const row = await this.rows.findOneBy({ code });
    if (!row) throw registryRefusal('registry.not-found');
    return row;
  }

  /** Adds a division; the same code and name once more changes nothing. Refuses a code or a name that is taken. */
  async add(division: { readonly code: string; readonly name: string }): Promise<FiscalDivisionRow> {
    try {
      await this.rows.insert({ ...division });
    } catch (error) {
      const there = await this.rows.findOneBy({ code: division.code });
      if (there?.name !== division.name) throw asRefusal(error);
    }
    return this.find(division.code);
  }

  async rename(code: string, name: string): Promise<FiscalDivisionRow> {
    try {
      await this.rows.update({ code }, { name });
    } catch (error) {
      throw asRefusal(error);
    }
    return this.find(code);
  }
}
