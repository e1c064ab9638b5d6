import type { WhyUnmatched } from '#libs/intake';
import type { Text } from '#libs/kernel';
import type { RunItem } from '#libs/runs';
import { textOf } from '../http/messages/language.js';

/** What came of one file of those that came together. */
export interface ReadFile {
  readonly number: number;
  readonly name: string;
  readonly outcome: 'waiting' | 'read' | 'unmatched' | 'refused';
  /** Why it was refused, or is about no evaluation that could be told. */
  readonly reason: Text | null;
  /** Where it stands now beside the draft, and how much was found in it. */
  readonly read: {
    readonly evaluationId: string;
    readonly unitName: string;
    readonly project: string | null;
    readonly document: string;
    readonly found: number;
    readonly conflicts: number;
    readonly notUnderstood: number;
  } | null;
}

const WHY: Readonly<Record<WhyUnmatched, Text>> = {
  'nobody-named': {
    zh: '文件名和正文都没有写明本通知中的单位；请在文件名中写上单位编码或全称',
    en: 'Neither its name nor its text names a unit of the campaign; put the unit’s code or full name into the file’s name',
  },
  'several-named': {
    zh: '文件名指向不止一个单位或项目',
    en: 'Its name or text names more than one unit or project',
  },
  'name-and-text-differ': {
    zh: '文件名与正文所写的单位不一致',
    en: 'Its name and its text name different units',
  },
  'none-of-that-kind': {
    zh: '该单位在本通知中没有对应的自评；项目报告请在文件名中写上项目名称',
    en: 'The unit has no such evaluation in the campaign; for a project put the project’s name into the file’s name',
  },
};

/** The item of a reading as people are told of it. */
export function toldOf({ number, item, outcome, detail }: RunItem): ReadFile {
  const { name } = item as { readonly name: string };
  const file = { number, name, reason: null, read: null };
  if (outcome === null) return { ...file, outcome: 'waiting' };
  if (outcome === 'read') return { ...file, outcome, read: detail as ReadFile['read'] };
  if (outcome === 'unmatched') return { ...file, outcome, reason: WHY[(detail as { readonly why: WhyUnmatched }).why] };
  const code = outcome.replace(/^failed: /, '');
  const { details = {} } = (detail ?? {}) as { readonly details?: Readonly<Record<string, unknown>> };
  const said = (language: 'zh-CN' | 'en') => textOf(code, language, details) ?? code;
  return { ...file, outcome: 'refused', reason: { zh: said('zh-CN'), en: said('en') } };
}
