import { COPULA, LEAD } from './words.js';

/** Longest stretch before a number in which its label is looked for. */
const REACH = 120;
const BOUNDARY = /[，。；：（）\n]/;

/**
 * The words before a number that may be its label, nearest first: the clause it stands in, and what that clause ends
 * when it is empty but for a copula (`公务接待费：0.1万元`, `三公经费（决算）为0.2万元`).
 */
export function labelBefore(text: string, from: number, number: number): string {
  let end = number;
  const least = Math.max(from, number - REACH);
  for (let hops = 0; hops < 4; hops++) {
    const start = boundaryBefore(text, least, end);
    const label = stripped(text.slice(start, end));
    if (label !== '' || start <= least) return label;
    end = text[start - 1] === '）' ? Math.max(text.lastIndexOf('（', start - 1), least) : start - 1;
  }
  return '';
}

function boundaryBefore(text: string, least: number, end: number): number {
  for (let at = end; at > least; at--) if (BOUNDARY.test(text[at - 1]!)) return at;
  return least;
}

/** Without counting marks and words of listing before it, and copulas after it. */
export function stripped(words: string): string {
  let label = words;
  for (let lead = LEAD.exec(label); lead; lead = LEAD.exec(label)) label = label.slice(lead[0].length);
  for (let tail = COPULA.exec(label.slice(-4)); tail; tail = COPULA.exec(label.slice(-4))) {
    label = label.slice(0, -tail[0].length);
  }
  return label;
}

/** The labels before `分别为` and the like. */
export function seriesLabels(words: string): readonly string[] {
  const clause = words.split(/[，。；：（）]/).at(-1) ?? '';
  return stripped(clause.replace(/分别.{0,3}$/, '')).split(/[、和及与]/);
}
