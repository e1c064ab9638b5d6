import { DataSource } from 'typeorm';
import { Conflicts } from './conflicts.js';
import { Divisions } from './divisions.js';
import { Persons } from './persons.js';
import { Phrases } from './phrases.js';
import { ConflictRow, FiscalDivisionRow, PersonRow, PhraseRow, REGISTRY_ROWS, UnitRow } from './rows.js';
import { Units } from './units.js';

/** Divisions, units and persons: rows that administrators edit. */
export class Registry {
  readonly divisions: Divisions;
  readonly units: Units;
  readonly persons: Persons;
  readonly conflicts: Conflicts;
  readonly phrases: Phrases;

  constructor(private readonly source: DataSource) {
    this.divisions = new Divisions(source.getRepository(FiscalDivisionRow));
    this.units = new Units(source.getRepository(UnitRow));
    this.persons = new Persons(source.getRepository(PersonRow));
    this.conflicts = new Conflicts(source.getRepository(ConflictRow));
    this.phrases = new Phrases(source.getRepository(PhraseRow));
  }

  /** With connections of its own, few: administrators are few. TypeORM never changes the schema. */
  static async open(url: string): Promise<Registry> {
    const registry = Registry.unconnected(url);
    await registry.source.initialize();
    return registry;
  }

  /** Knows its rows but answers nothing: for what only describes the system. */
  static unconnected(url: string): Registry {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: REGISTRY_ROWS,
      synchronize: false,
      poolSize: 4,
      applicationName: 'shuangshen registry',
      connectTimeoutMS: 2_000,
      extra: { statement_timeout: 5_000, lock_timeout: 2_000 },
      poolErrorHandler: () => undefined, // the query that notices rejects
    });
    return new Registry(source);
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
