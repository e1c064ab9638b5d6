import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place with a budget of its own (区划). */
@Entity({ schema: 'registry', name: 'fiscal_division' })
export class FiscalDivisionRow {
  /** Six digits, GB/T 2260. */
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}

export const UNIT_KINDS = ['finance', 'department', 'unit'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A budget unit (预算单位); its parent supervises and reviews it. */
@Entity({ schema: 'registry', name: 'unit' })
export class UnitRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', name: 'division_code' }) divisionCode!: string;
  @Column({ type: 'text', name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column({ type: 'text' }) kind!: UnitKind;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}

/** A natural person. */
@Entity({ schema: 'registry', name: 'person' })
export class PersonRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}

export const MEMBERSHIP_KINDS = ['member', 'seconded'] as const;
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

/** Where a person belongs or is seconded to, from the first to the last day. */
@Entity({ schema: 'registry', name: 'membership' })
export class MembershipRow {
  @PrimaryColumn({ type: 'text', name: 'person_id' }) personId!: string;
  @PrimaryColumn({ type: 'text', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'text' }) kind!: MembershipKind;
  @PrimaryColumn({ type: 'date', name: 'from_date' }) fromDate!: string;
  @Column({ type: 'date', name: 'to_date', nullable: true }) toDate!: string | null;
}

/** A unit in whose matters a person declared a conflict of interest. */
@Entity({ schema: 'registry', name: 'conflict' })
export class ConflictRow {
  @PrimaryColumn({ type: 'text', name: 'person_id' }) personId!: string;
  @PrimaryColumn({ type: 'text', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'timestamptz', name: 'declared_at', default: () => 'now()' }) declaredAt!: Date;
}

/** What is said in opinions again and again: a person's own, or shared by a unit. */
@Entity({ schema: 'registry', name: 'phrase' })
export class PhraseRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'person_id', nullable: true }) personId!: string | null;
  @Column({ type: 'text', name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}

/** What a TypeORM data source over the registry is made of. */
export const REGISTRY_ROWS = [FiscalDivisionRow, UnitRow, PersonRow, MembershipRow, ConflictRow, PhraseRow];
