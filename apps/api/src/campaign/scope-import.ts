import { Injectable } from '@nestjs/common';
import type { Identity } from '#libs/identity';
import { DomainError, type Text } from '#libs/kernel';
import { readTable } from '#libs/tables';
import { Campaigns } from './campaigns.js';
import { Scope } from './scope.js';

/** A line of the table that names a task. */
export interface ImportedTask {
  /** As a person counts: the header is line 1 where it stands first. */
  readonly row: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly project: string | null;
}

/** What is wrong with a line. */
export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly text: Text;
}

const BOUNDS = { mostRows: 20_001, mostColumns: 30 };
const HEADERS = {
  code: ['单位编码', '预算编码', '单位代码', '编码'],
  name: ['单位名称', '预算单位', '单位'],
  project: ['项目名称', '项目'],
} as const;
type Column = keyof typeof HEADERS;

interface Line {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly project: string;
}

/** Reads whom a campaign is for from the bureau's own list. Nothing is kept: what was read comes back to be ordered. */
@Injectable()
export class ScopeImport {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly scope: Scope,
  ) {}

  /** Every line is either a task or an error, told with its row; empty lines are neither. */
  async read(id: string, bytes: unknown, identity: Identity) {
    await this.campaigns.managed(id, identity);
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw new DomainError('invalid', 'table.unreadable');
    const lines = linesOf(await readTable(bytes, BOUNDS));
    const divisionCode = id.split('-', 1)[0];
    const within = (await this.scope.managed(identity.grants)).filter((unit) => unit.divisionCode === divisionCode);
    const units = new Map(within.map((unit) => [unit.code, unit]));
    const seen = new Map<string, number>();
    const items: ImportedTask[] = [];
    const errors: RowError[] = [];
    for (const line of lines) {
      const unit = units.get(line.code);
      const fault = faultOf(line, unit, seen);
      if (fault) errors.push({ row: line.row, ...fault });
      else if (unit)
        items.push({
          row: line.row,
          unitId: unit.id,
          unitCode: unit.code,
          unitName: unit.name,
          project: line.project === '' ? null : line.project,
        });
      const key = `${line.code}\n${line.project}`;
      if (!seen.has(key)) seen.set(key, line.row);
    }
    return { items, errors };
  }
}

/** The lines below the header; the header is the first line that names the codes. */
function linesOf(table: readonly (readonly string[])[]): readonly Line[] {
  const clean = table.map((cells) => cells.map((cell) => cell.normalize('NFKC').trim()));
  const at = clean.findIndex((cells) => columnOf(cells, 'code') >= 0);
  if (at < 0) throw new DomainError('invalid', 'table.no-header', { words: HEADERS.code });
  const header = clean[at]!;
  const cell = (cells: readonly string[], column: Column) => cells[columnOf(header, column)] ?? '';
  return clean.flatMap((cells, n) => {
    if (n <= at || cells.every((text) => text === '')) return [];
    return [{ row: n + 1, code: cell(cells, 'code'), name: cell(cells, 'name'), project: cell(cells, 'project') }];
  });
}

/** The column that is named by the first of its words that is there; −1 for none. */
function columnOf(header: readonly string[], column: Column): number {
  for (const word of HEADERS[column]) if (header.includes(word)) return header.indexOf(word);
  return -1;
}

function faultOf(
  { code, name, project }: Line,
  unit: { readonly name: string } | undefined,
  seen: ReadonlyMap<string, number>,
): Omit<RowError, 'row'> | null {
  if (code === '') return { column: '单位编码', text: { zh: '未填单位编码', en: 'The unit has no code' } };
  if (!unit)
    return {
      column: '单位编码',
      text: { zh: `没有编码为 ${code} 的单位，或不在您的范围内`, en: `No unit within your reach has the code ${code}` },
    };
  if (name !== '' && name !== unit.name)
    return {
      column: '单位名称',
      text: { zh: `编码 ${code} 是“${unit.name}”，不是“${name}”`, en: `The code ${code} is ${unit.name}, not ${name}` },
    };
  if (project.length > 100)
    return { column: '项目名称', text: { zh: '项目名称超过 100 字', en: 'The project’s name is longer than 100' } };
  const before = seen.get(`${code}\n${project}`);
  return before === undefined
    ? null
    : { column: '单位编码', text: { zh: `与第 ${before} 行重复`, en: `The same as line ${before}` } };
}
