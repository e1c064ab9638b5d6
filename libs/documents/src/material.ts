import type { Text } from '#libs/kernel';
import type { Sheet } from '#libs/sheet';

/** What documents are made from, gathered by whoever may read it: nothing is asked for here. */
export interface Material {
  readonly evaluationId: string;
  readonly kind: 'whole-unit' | 'project';
  readonly unitName: string;
  readonly departmentName: string;
  readonly fiscalYear: number;
  readonly projectName?: string;
  readonly version: number;
  /** The content was not submitted yet. */
  readonly draft: boolean;
  readonly contentHash: string;
  /** Address of the evaluation, for the QR code. */
  readonly link: string;
  readonly sheet: Sheet;
  readonly score: SystemScore | null;
  readonly findings: readonly PrintedFinding[];
  readonly opinions: readonly Opinion[];
}

export interface SystemScore {
  readonly scheme: string;
  readonly total: string | null;
  readonly indicators: readonly {
    readonly name: string;
    readonly maxPoints: string;
    readonly points: string | null;
    readonly explanation: string;
    readonly missing: readonly string[];
  }[];
}

export interface PrintedFinding {
  readonly rule: string;
  readonly severity: 'BLOCK' | 'ERROR' | 'WARN' | 'INFO';
  readonly message: Text;
  readonly answer: string | null;
  readonly waiver: string | null;
}

/** What one reviewer said; `sealed` hides it from whoever asked for the document. */
export interface Opinion {
  readonly step: 'first' | 'second';
  readonly outcome: 'passed' | 'returned' | 'revoked';
  readonly version: number;
  readonly person: string;
  readonly gate?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly sealed: boolean;
  readonly text: string | null;
  readonly reviewerScore?: string;
  /** Notes of a pass and items of a return, with the unit's answers. */
  readonly points: readonly { readonly place: string; readonly text: string; readonly answer: string | null }[];
}

const KINDS = { 'whole-unit': '部门整体支出', project: '项目支出' } as const;

export const titleOf = ({ fiscalYear, kind }: Material, what: string): string =>
  `${fiscalYear}年度${KINDS[kind]}绩效${what}`;

/** What stands in the foot of each page. */
export function footOf({ evaluationId, version, draft, contentHash }: Material): string {
  return `自评 ${evaluationId} · ${draft ? '草稿' : `第${version}版`} · 内容哈希 ${contentHash.slice(0, 16)}`;
}

/** What the QR code says: where the evaluation is, and the hash of the content that was printed. */
export const markOf = ({ link, contentHash }: Material): string => `${link}#sha256=${contentHash}`;
