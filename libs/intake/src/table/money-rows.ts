import { type Ground, isDecimal, type Sureness } from '#libs/sheet';
import { newCustom } from '../custom-figure.js';
import { meaningOf } from '../labels.js';
import { areaOf, Listing } from '../listing.js';
import type { Printed } from '../numbers.js';
import { cellNumber, isBlank, isNumber } from './cell-number.js';
import { type ColumnKind, columnKind } from './column-words.js';
import { type Chosen, figureIn, isMoneyColumn, isTotal } from './figure-in.js';
import type { Grid, GridCell } from './grid.js';
import type { Column, Header } from './headers.js';
import type { TableContext, TableReading } from './read-tables.js';
import { labelOf, type RowLabel, withoutMarks } from './rows.js';
import { type MoneyUnit, unitIn } from './units.js';

/** Rows of amounts under headed columns: 年初预算数, 全年预算数, 全年执行数, 上年决算数, 编制数 … */
export class MoneyRows {
  readonly listing = new Listing();
  /** Per area: figures whose parts may follow, outermost first, with their depth. */
  private readonly open = new Map<string, { level: number; id: string }[]>();
  private level = 0;

  constructor(
    private readonly grid: Grid,
    private readonly unit: MoneyUnit,
    private readonly context: TableContext,
    private readonly reading: TableReading,
  ) {}

  /** A cell over the whole width says what the rows below are about: `年度收入情况（万元）`. */
  title(row: number): boolean {
    const [cell, ...others] = this.grid.inRow(row);
    if (!cell || others.length > 0 || isNumber(cell.plain) || cell.plain.length > 30) return false;
    const meaning = meaningOf(withoutMarks(cell.plain), this.context.names);
    const topic = meaning && this.listing.choose(meaning);
    if (typeof topic !== 'string') return false;
    this.listing.topic = topic;
    this.listing.endParagraph();
    this.reading.taken.add(cell);
    return true;
  }

  /** Reads a row; answers whether its cells stand under this header at all. */
  read(row: number, header: Header): boolean {
    const valued = [...header.columns].flatMap(([at, column]) => {
      const cell = this.grid.at(row, at);
      return cell && cell.row === row && holdsValues(column) ? [{ cell, column }] : [];
    });
    const first = Math.min(...valued.map(({ cell }) => cell.column));
    const label = labelOf(this.grid, row, first) ?? subjectOf(header);
    if (valued.some(({ cell }) => namesSomething(cell))) return false;
    const numbers = valued.filter(({ cell }) => this.number(cell, undefined, label) !== undefined);
    if (numbers.length === 0)
      return this.opensList(label, valued.length > 0 && valued.every(({ cell }) => isBlank(cell.plain)));
    if (label) this.enter(label);
    const ids = numbers.map(({ cell, column }) => [column, this.value(cell, column, label, header)] as const);
    this.shares(row, header, ids, label);
    this.take(row);
    return true;
  }

  /** Records one amount with what is known of it. */
  record(
    cell: GridCell,
    number: Printed,
    chosen: Chosen,
    own: { label?: string; parent?: string },
    said: boolean,
  ): void {
    const money = number.kind === 'money';
    const because: Ground[] = [chosen.sure ? 'row-and-column' : 'context'];
    let sure: Sureness = chosen.sure ? 'certain' : 'likely';
    if (money && !said) {
      because.push(this.unit.because);
      sure = this.unit.sure === 'doubtful' ? 'doubtful' : this.unit.sure === 'likely' ? 'likely' : sure;
    }
    const { value, unit } = number;
    if (unit === '%') return;
    this.context.findings.add(chosen.id, {
      ...own,
      value,
      unit,
      source: this.context.sources.of(this.grid, cell, sure, because),
    });
    this.listing.mention(chosen.id, own.parent);
    const area = areaOf(chosen.id);
    if (area === 'BUD' || area === 'EXP') this.listing.cue = area;
    this.reading.taken.add(cell);
  }

  skip(cell: GridCell, why: Parameters<TableContext['findings']['skip']>[1]): void {
    this.context.findings.skip(this.context.sources.of(this.grid, cell, 'doubtful', []), why);
    this.reading.taken.add(cell);
  }

  /** The number of a cell, in the unit that cell, column, row or table say. */
  number(cell: GridCell, column: Column | undefined, label: RowLabel | undefined): Printed | undefined {
    return cellNumber(cell.plain, unitOfRow(label) ?? column?.unit ?? this.unit.unit);
  }

  private value(cell: GridCell, column: Column, label: RowLabel | undefined, header: Header): string | undefined {
    const counted = column.label ? this.figureOfColumn(column, label) : undefined;
    const unit = counted ? unitOfArea(counted) : undefined;
    const number = unit ? cellNumber(cell.plain, unit) : this.number(cell, column, label);
    if (!number || number.kind === 'percent') return undefined;
    if (!isDecimal(number.value)) {
      this.skip(cell, 'too-many-digits');
      return undefined;
    }
    const said = /元|万/.test(cell.plain) || unitOfRow(label) !== undefined || column.unit !== undefined;
    if (counted) {
      this.record(cell, number, { id: counted, sure: true }, {}, said);
      return counted;
    }
    const { kind } = column;
    const { topic } = this.listing;
    if (!label && kind === 'amount' && topic) {
      this.record(cell, number, { id: topic, sure: false }, {}, said);
      return topic;
    }
    if (!label) return undefined;
    const chosen = this.figureOf(label, column, header);
    const id = chosen?.id ?? this.custom(label, kind);
    if (id === undefined) {
      this.skip(cell, 'unknown-label');
      return undefined;
    }
    const custom = /\.X\d+$/.test(id) ? { label: label.words, parent: id.replace(/\.X\d+$/, '') } : {};
    this.record(cell, number, chosen ?? { id, sure: true }, custom, said);
    this.remember(label, id);
    return id;
  }

  private figureOf(label: RowLabel, column: Column, { subject }: Header): Chosen | undefined {
    const { names, project } = this.context;
    const { kind } = column;
    const about = subject && isTotal(label.words) ? withoutMarks(subject.plain) : '';
    if (kind !== undefined && isMoneyColumn(kind))
      return (
        (meaningOf(about, names) && figureIn(about, kind, names, this.listing, project)) ??
        figureIn(label.words, kind, names, this.listing, project)
      );
    const rowKind = columnKind(label.cell.plain, names.year);
    if (rowKind !== undefined && isMoneyColumn(rowKind))
      return figureIn(column.label ?? '合计', rowKind, names, this.listing, project);
    if (kind !== 'amount') return undefined;
    const meaning = meaningOf(label.words, names);
    const chosen = meaning && this.listing.choose(meaning);
    return typeof chosen === 'string' ? { id: chosen, sure: meaning?.ids.length === 1 } : undefined;
  }

  /** A column that is a figure of its own: `编制数`, `批复规模`. */
  private figureOfColumn({ label, kind }: Column, row: RowLabel | undefined): string | undefined {
    if (kind !== undefined) return undefined;
    const { names } = this.context;
    const ids = meaningOf(label!, names)?.ids ?? [];
    const counted = ids.find((id) => /^(?:STAFF|BUILD|ASSET)\./.test(id));
    if (counted || (row && isMoneyColumn(columnKind(row.cell.plain, names.year)))) return counted;
    const chosen = ids.length > 0 ? this.listing.choose({ ids, areas: [] }) : undefined;
    return typeof chosen === 'string' ? chosen : undefined;
  }

  /** A row the catalogue does not know is a part of the row above that is less deep. */
  private custom(label: RowLabel, kind: ColumnKind | undefined): string | undefined {
    if (kind === undefined || kind === 'PRIOR.BUD' || kind === 'PRIOR.EXP' || !isMoneyColumn(kind)) return undefined;
    if (label.words.length < 2 || label.words.length > 30 || !/^[\p{sc=Han}A-Za-z0-9、·（）“”-]+$/u.test(label.words))
      return undefined;
    const parent = (this.open.get(kind) ?? []).findLast(({ level }) => level < this.level)?.id;
    return parent && newCustom(parent, label.words, this.context.findings)?.id;
  }

  private enter({ level, ofWhich }: RowLabel): void {
    if (level !== undefined) this.level = level + (ofWhich ? 0.5 : 0);
    else if (ofWhich) this.level = Math.floor(this.level) + 0.5;
  }

  private remember({ words: _ }: RowLabel, id: string): void {
    if (/\.X\d+$/.test(id)) return;
    const area = areaOf(id);
    const above = (this.open.get(area) ?? []).filter(({ level }) => level < this.level);
    this.open.set(area, [...above, { level: this.level, id }]);
  }

  /** A row with a label and no amounts: what follows belongs to it. */
  private opensList(label: RowLabel | undefined, blank: boolean): boolean {
    if (!label || !blank) return false;
    this.enter(label);
    for (const kind of ['BUD', 'FULL', 'EXP'] as const) {
      const found = figureIn(label.words, kind, this.context.names, this.listing, this.context.project);
      if (!found) continue;
      this.listing.mention(found.id);
      this.remember(label, found.id);
    }
    return true;
  }

  /** `执行率`, `控制率` beside amounts: of the last of them, in the one before. */
  private shares(
    row: number,
    header: Header,
    ids: readonly (readonly [Column, string | undefined])[],
    label: RowLabel | undefined,
  ): void {
    for (const [at, column] of header.columns) {
      const cell = this.grid.at(row, at);
      if (column.kind === 'points' || column.kind === 'maxPoints') this.executionPoints(row, header, label);
      if (column.kind !== 'rate' || !cell || cell.row !== row) continue;
      const number = cellNumber(cell.plain, '%');
      if (number?.kind !== 'percent' || !isDecimal(number.value)) continue;
      const [base, part] = sidesOf(
        column.head,
        ids.flatMap(([, id]) => id ?? []),
      );
      const source = this.context.sources.of(this.grid, cell, 'certain', ['row-and-column']);
      if (base && part) this.context.findings.shares.push({ id: part, percent: number.value, base, source });
      else this.context.findings.skip(source, 'no-base');
      this.reading.taken.add(cell);
    }
  }

  /** 分值 and 得分 of the whole's row are those of 预算执行率. */
  private executionPoints(row: number, header: Header, label: RowLabel | undefined): void {
    const of = (kind: ColumnKind) => {
      const at = [...header.columns].find(([, column]) => column.kind === kind)?.[0];
      const cell = at === undefined ? undefined : this.grid.at(row, at);
      return cell && cell.row === row ? cell : undefined;
    };
    const [max, points, rate] = [of('maxPoints'), of('points'), of('rate')];
    const value = (cell: GridCell | undefined) =>
      (cell && cellNumber(cell.plain.replace(/分$/, ''), '元')?.value) ?? null;
    const whole = label && figureIn(label.words, 'EXP', this.context.names, this.listing, this.context.project)?.id;
    if (!max || value(max) === null || !['EXP.TOTAL', 'PROJECT.EXPENDITURE'].includes(whole ?? '')) return;
    if (this.reading.indicators.some(({ name }) => name === '预算执行率')) return;
    const percent = rate && cellNumber(rate.plain, '%')?.value;
    this.reading.indicators.push({
      ...{ level1: '预算执行', level2: '', name: '预算执行率', direction: 'GTE', unitOfMeasure: '%' },
      ...{ target: '100', actual: percent ?? null, maxPoints: value(max), points: value(points) },
      source: this.context.sources.of(this.grid, points ?? max, 'certain', ['row-and-column']),
    });
    for (const cell of [max, points]) if (cell) this.reading.taken.add(cell);
  }

  private take(row: number): void {
    for (const cell of this.grid.inRow(row)) if (cell.plain.length <= 30) this.reading.taken.add(cell);
  }
}

/** `财政供养人员情况 | 编制数 | …` and no label below: what stands left of the heads names the rows. */
function subjectOf({ subject }: Header): RowLabel | undefined {
  if (!subject) return undefined;
  return { words: withoutMarks(subject.plain), cell: subject, above: [], level: undefined, ofWhich: false };
}

/** The unit that a row's own label says, or a label that covers it with others. */
function unitOfRow(label: RowLabel | undefined): string | undefined {
  return (
    label &&
    [label.cell, ...[...label.above].reverse()].map(({ plain }) => unitIn(plain)).find((unit) => unit !== undefined)
  );
}

/** Words among the values: the row has labels of its own. */
function namesSomething({ plain }: GridCell): boolean {
  return /\p{sc=Han}/u.test(plain) && !isBlank(plain) && !isNumber(plain);
}

function holdsValues({ kind, label }: Column): boolean {
  return isMoneyColumn(kind) || kind === 'amount' || (kind === undefined && label !== undefined);
}

/** Base and part of a rate: 规模 and 投资 have their own; else the last two amounts of the row. */
function sidesOf(head: string, ids: readonly string[]): readonly [string | undefined, string | undefined] {
  const word = /规模|面积/.test(head) ? 'BUILD.AREA' : /投资|概算/.test(head) ? 'BUILD.COST' : '';
  const sides = ids.filter((id) => id.startsWith(word)).slice(-2);
  return [sides[0], sides[1]];
}

function unitOfArea(id: string): string | undefined {
  return id.startsWith('STAFF.') ? '人' : id.startsWith('BUILD.AREA') ? '㎡' : undefined;
}
