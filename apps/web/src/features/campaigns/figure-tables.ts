import type { components } from '../../api/schema.js';

export type CampaignFigures = components['schemas']['CampaignFiguresAnswer'];
type Band = components['schemas']['BandAnswer'];

/** What a picture shows, in numbers: rows by columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** The columns are parts of one whole. */
  readonly stacked?: boolean;
}

const countAt = (bands: readonly Band[], from: number): number => bands.find((band) => band.from === from)?.count ?? 0;

/** Every band from the lowest to the highest that holds something, the empty ones between as well. */
function span(width: number, ...all: readonly (readonly Band[])[]): number[] {
  const known = all.flat().map(({ from }) => from);
  if (known.length === 0) return [];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: (most - least) / width + 1 }, (_, n) => least + n * width);
}

export const funnel = (
  { funnel: steps }: CampaignFigures,
  named: (step: CampaignFigures['funnel'][number]['step']) => string,
  column: string,
): Table => ({ columns: [column], rows: steps.map(({ step, count }) => ({ name: named(step), counts: [count] })) });

export const scores = ({ selfScores, systemScores }: CampaignFigures, self: string, system: string): Table => ({
  columns: [self, system],
  rows: span(10, selfScores, systemScores).map((from) => ({
    name: `${from}–${from + 10}`,
    counts: [countAt(selfScores, from), countAt(systemScores, from)],
  })),
});

export const deviation = ({ deviations }: CampaignFigures, column: string): Table => ({
  columns: [column],
  rows: span(5, deviations).map((from) => ({
    name: `${signed(from)}…${signed(from + 5)}`,
    counts: [countAt(deviations, from)],
  })),
});

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

const WAITED_FROM = [0, 3, 7, 14, 30] as const;

export function ageing(
  { waiting }: CampaignFigures,
  stageName: (stage: string) => string,
  days: (from: number, to: number | undefined) => string,
): Table {
  const stages = [...new Set(waiting.map(({ stage }) => stage))];
  return {
    columns: stages.map(stageName),
    stacked: true,
    rows: WAITED_FROM.map((from, n) => ({
      name: days(from, WAITED_FROM[n + 1]),
      counts: stages.map((stage) =>
        countAt(
          waiting.filter((one) => one.stage === stage),
          from,
        ),
      ),
    })),
  };
}
