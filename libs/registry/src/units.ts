import { Repository } from 'typeorm';
import { violationOf } from '#libs/database';
import { keysOf, type PageRequest, pageOf, type RegistryPage } from './paging.js';
import { asRefusal, registryRefusal } from './refusals.js';
import { type UnitKind, UnitRow } from './rows.js';

export interface UnitDraft {
  /** Given by the caller, so that a repeated order makes the same unit. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly parentId?: string | undefined;
  readonly kind: UnitKind;
}

export type UnitChange = Partial<Pick<UnitRow, 'name' | 'kind' | 'parentId'>>;

/** How long what stands above a unit is believed, in ms; a unit that moves is rare. */
const BELIEVED = 5_000;
const REMEMBERED = 10_000;

/** The budget units of all divisions and who supervises whom. */
export class Units {
  readonly #above = new Map<string, { readonly ids: readonly string[]; readonly until: number }>();

  constructor(private readonly rows: Repository<UnitRow>) {}

  /** In order of division and code; of one division, or of the units directly below one. */
  async page(
    filter: { readonly divisionCode?: string | undefined; readonly parentId?: string | undefined },
    { limit, after }: PageRequest,
  ): Promise<RegistryPage<UnitRow>> {
    const query = this.rows
      .createQueryBuilder('unit')
      .orderBy('unit.divisionCode')
      .addOrderBy('unit.code')
      .take(limit + 1);
    if (filter.divisionCode !== undefined) query.andWhere('unit.divisionCode = :divisionCode', filter);
    if (filter.parentId !== undefined) query.andWhere('unit.parentId = :parentId', filter);
    if (after !== undefined) {
      const [division, code] = keysOf(after, 2);
      query.andWhere('(unit.divisionCode, unit.code) > (:division, :code)', { division, code });
    }
    return pageOf(await query.getMany(), limit, ({ divisionCode, code }) => [divisionCode, code]);
  }

  async find(id: string): Promise<UnitRow> {
    const row = await this.rows.findOneBy({ id });
    if (!row) throw registryRefusal('registry.not-found');
    return row;
  }

  /** Adds a unit; one with this id that exists is answered as it is. Refuses a code or name its division has already. */
  async add({ parentId, ...draft }: UnitDraft): Promise<UnitRow> {
    try {
      await this.rows.insert({ ...draft, parentId: parentId ?? null });
    } catch (error) {
      if (violationOf(error)?.kind !== 'unique' || !(await this.rows.existsBy({ id: draft.id })))
        throw asRefusal(error);
    }
    return this.find(draft.id);
  }

  /** Refuses to put a unit below itself. */
  async change(id: string, change: UnitChange): Promise<UnitRow> {
    await this.find(id);
    try {
      if (Object.keys(change).length > 0) await this.rows.update({ id }, change);
    } catch (error) {
      throw asRefusal(error);
    }
    this.#above.clear();
    return this.find(id);
  }

  /** The unit and everything above it, nearest first; empty when there is no such unit. At most 5 s old. */
  async andAbove(id: string): Promise<readonly string[]> {
    const known = this.#above.get(id);
    if (known && known.until > performance.now()) return known.ids;
    const rows: { id: string }[] = await this.rows.query('select id from registry.unit_and_above($1) order by depth', [
      id,
    ]);
    const ids = rows.map((row) => row.id);
    if (this.#above.size >= REMEMBERED) this.#above.clear();
    if (ids.length > 0) this.#above.set(id, { ids, until: performance.now() + BELIEVED });
    return ids;
  }
}
