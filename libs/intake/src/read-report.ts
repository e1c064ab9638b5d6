import { createHash } from 'node:crypto';
import { type Change, checkField, type Source } from '#libs/sheet';
import { type Conflict, Findings, figureOf, type NotUnderstood } from './findings.js';
import { headOf, isProject, settleHead, titleEnd } from './head.js';
import { indicatorFields } from './indicator-fields.js';
import { narratives, printable } from './narrative.js';
import { normalise } from './normalise.js';
import { proseOf } from './prose-of.js';
import { readFigures } from './read-figures.js';
import { refuseEndlessTables, refuseOtherTexts, refuseUnreadable } from './recognise.js';
import { linesOf } from './sections.js';
import { settleFunctions, settleNothing, settleProject, settleQuota, settleShares } from './settle.js';
import { type LaidOut, layOut } from './table/lay-out.js';
import { readTables } from './table/read-tables.js';
import { SourceOfCell } from './table/source-of-cell.js';

/** A document of law or an order the report rests on, as it is cited: `湘办发[2019]10号`. */
export interface LegalBasis {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a report's text says. All positions are UTF-16 offsets into the text as it was given. */
export interface ReadReport {
  readonly document: { readonly name: string; readonly sha256: string; readonly characters: number };
  /** Changes of an empty sheet; every figure carries its source. */
  readonly changes: readonly Change[];
  /** Second values for a figure, for a person to settle; the first stands in `changes`. */
  readonly conflicts: readonly Conflict[];
  /** Amounts and percentages that are in no figure, and why. */
  readonly notUnderstood: readonly NotUnderstood[];
  readonly legalBases: readonly LegalBasis[];
}

/**
 * Reads a self-evaluation from its text. Never guesses: what the rules do not resolve is listed. Pure; its work is
 * linear in the length of the text. Throws DomainError('invalid', 'intake.not-a-report', { why: […] }) for a text that
 * is longer than 1 MB, not text, or not such a report.
 */
export function readReport(text: string, { name }: { readonly name: string }): ReadReport {
  return readLaidOut(layOut([{ text }]), name);
}

/** The same for a text and its tables: tables first take what stands in them, and the rest is read as prose. */
export function readLaidOut({ text, grids }: LaidOut, name: string): ReadReport {
  refuseUnreadable(text);
  refuseEndlessTables(grids.reduce((cells, grid) => cells + grid.cells.length, 0));
  const document = createHash('sha256').update(text).digest('hex');
  const original = (start: number, end: number): Source => {
    return { document, start, end, text: printable(text.slice(start, end)) };
  };
  const whole = normalise(text);
  const told = headOf(whole.text);
  const project = isProject(whole.text);
  const findings = new Findings();
  const inTables = readTables(grids, {
    names: { unitName: told.unitName, year: told.fiscalYear },
    project,
    findings,
    sources: new SourceOfCell(document),
  });
  const { text: prose, origin } = normalise(proseOf(text, grids, inTables.taken));
  const cut = (start: number, end: number): Source => {
    const span = origin(start, end);
    return original(span.start, span.end);
  };
  const head = settleHead({ ...told, ...headOf(prose) }, inTables.head, findings);
  const lines = linesOf(prose);
  readFigures(lines, { unitName: head.unitName, year: head.fiscalYear, project }, cut, findings);
  settleNothing(findings, original);
  settleFunctions(findings);
  settleQuota(findings);
  if (project) settleProject(findings);
  refuseOtherTexts(whole.text, findings, inTables.indicators.length);

  const stated = settleShares(findings);
  const sections = narratives(lines, titleEnd(prose), text, origin);
  for (const { cut: rest } of sections)
    if (rest) findings.skip({ ...original(rest.start, rest.start + 200), end: rest.end }, 'too-long');
  const fields = [
    ...Object.entries(head).map(([key, after]) => [`/head/${key}`, after]),
    ...[...findings.figures].map(([id, reading]) => {
      const share = stated.get(id);
      return [`/figures/${id}`, { ...figureOf(reading), ...(share && { stated: share }) }];
    }),
    ...indicatorFields(inTables.indicators, findings),
    ...sections.map(({ section, text: words }) => [`/sections/${section}`, words]),
  ] as const;
  return {
    document: { name, sha256: document, characters: text.length },
    changes: fields.map(([path, after]) => ({
      path: path as string,
      before: null,
      after: checkField(path as string, after),
    })),
    conflicts: findings.conflicts,
    notUnderstood: findings.notUnderstood.sort((a, b) => a.start - b.start),
    legalBases: legalBases(whole.text, (start, end) => {
      const span = whole.origin(start, end);
      return original(span.start, span.end);
    }),
  };
}

function legalBases(text: string, cut: (start: number, end: number) => Source): readonly LegalBasis[] {
  return [...text.matchAll(/\p{sc=Han}{1,12}\[(?:19|20)\d\d\]\d{1,4}号/gu)].map(({ index, 0: cited }) => {
    const { text: words, start, end } = cut(index, index + cited.length);
    return { text: words, start, end };
  });
}
