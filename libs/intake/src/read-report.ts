import { createHash } from 'node:crypto';
import { type Change, checkField, type Source } from '#libs/sheet';
import { type Conflict, figureOf, type NotUnderstood } from './findings.js';
import { headOf, titleEnd } from './head.js';
import { narratives, printable } from './narrative.js';
import { normalise } from './normalise.js';
import { readFigures } from './read-figures.js';
import { refuseOtherTexts, refuseUnreadable } from './recognise.js';
import { linesOf } from './sections.js';
import { settleFunctions, settleNothing, settleQuota, settleShares } from './settle.js';

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
 * Reads a self-evaluation written as prose. Never guesses: what the rules do not resolve is listed. Pure; its work is
 * linear in the length of the text. Throws DomainError('invalid', 'intake.not-a-report', { why: […] }) for a text that
 * is longer than 1 MB, not text, or not such a report.
 */
export function readReport(text: string, { name }: { readonly name: string }): ReadReport {
  refuseUnreadable(text);
  const document = createHash('sha256').update(text).digest('hex');
  const normalised = normalise(text);
  const original = (start: number, end: number): Source => {
    return { document, start, end, text: printable(text.slice(start, end)) };
  };
  const cut = (start: number, end: number): Source => {
    const span = normalised.origin(start, end);
    return original(span.start, span.end);
  };
  const lines = linesOf(normalised.text);
  const head = headOf(normalised.text);
  const findings = readFigures(lines, { unitName: head.unitName, year: head.fiscalYear }, cut);
  settleNothing(findings, original);
  settleFunctions(findings);
  settleQuota(findings);
  refuseOtherTexts(normalised.text, findings);

  const stated = settleShares(findings);
  const sections = narratives(lines, titleEnd(normalised.text), text, normalised.origin);
  for (const { cut: rest } of sections)
    if (rest) findings.skip({ ...original(rest.start, rest.start + 200), end: rest.end }, 'too-long');
  const fields = [
    ...Object.entries(head).map(([key, after]) => [`/head/${key}`, after]),
    ...[...findings.figures].map(([id, reading]) => {
      const share = stated.get(id);
      return [`/figures/${id}`, { ...figureOf(reading), ...(share && { stated: share }) }];
    }),
    ...sections.map(({ section, text: words }) => [`/sections/${section}`, words]),
  ];
  return {
    document: { name, sha256: document, characters: text.length },
    changes: fields.map(([path, after]) => ({ path, before: null, after: checkField(path, after) })),
    conflicts: findings.conflicts,
    notUnderstood: findings.notUnderstood.sort((a, b) => a.start - b.start),
    legalBases: legalBases(normalised.text, cut),
  };
}

function legalBases(text: string, cut: (start: number, end: number) => Source): readonly LegalBasis[] {
  return [...text.matchAll(/\p{sc=Han}{1,12}\[(?:19|20)\d\d\]\d{1,4}号/gu)].map(({ index, 0: cited }) => {
    const { text: words, start, end } = cut(index, index + cited.length);
    return { text: words, start, end };
  });
}
