import type { PoolClient } from 'pg';
import type { CampaignEvent, CampaignSchemeChanged } from '#libs/evaluation';
import type { Recorded } from '#libs/event-store';
import { Runs } from '#libs/runs';

const changesScheme = ({ type }: Recorded): boolean => type === 'CampaignSchemeChanged';

/** What is worked out from the list of evaluations. */
const needsTheList = (event: Recorded): boolean => changesScheme(event) || event.type === 'ReadingOrdered';

/**
 * The events that can be reacted to now. A changed scheme scores what is under review again, and reports find whom they
 * are about, as the list of evaluations says; so these wait until that list has come to the same position.
 */
export async function reactable(client: PoolClient, events: readonly Recorded[]): Promise<readonly Recorded[]> {
  const first = events.findIndex(needsTheList);
  if (first < 0) return events;
  const { rows } = await client.query(`select position from read.checkpoint where name = 'evaluations'`);
  return Number(rows[0]?.position ?? -1) < events[first]!.position ? events.slice(0, first) : events;
}

/** Begins the runs whose orders are among these events, in the caller's transaction. */
export async function startRuns(client: PoolClient, events: readonly Recorded[]): Promise<void> {
  const ordered: string[] = [];
  for (const event of events) {
    if (!event.stream.startsWith('campaign-') || event.data === null) continue;
    const { type, data } = event as unknown as CampaignEvent;
    if (type === 'TasksOrdered' || type === 'RecomputeOrdered' || type === 'ReadingOrdered') ordered.push(data.runId);
    if (type === 'SampleDrawn') ordered.push(data.sampleId);
    if (changesScheme(event)) ordered.push(await recomputeAll(client, event, (data as CampaignSchemeChanged).kind));
  }
  if (ordered.length > 0) await Runs.begin(client, ordered);
}

/** A run over everything of the kind that is under review; its id is the event's, so that it is prepared once. */
async function recomputeAll(client: PoolClient, event: Recorded, kind: string): Promise<string> {
  const { rows } = await client.query<{ evaluationId: string }>(
    `select id as "evaluationId" from read.evaluation
      where campaign_id = $1 and kind = $2 and stage in ('SUBMITTED', 'FIRST_PASSED') order by id`,
    [event.stream.slice('campaign-'.length), kind],
  );
  const campaignId = event.stream.slice('campaign-'.length);
  const { id, correlationId } = event;
  const actor = { ...event.actor, memberOf: [] };
  await Runs.prepareIn(client, { id, kind: 'recompute-scores', campaignId, actor, correlationId }, rows);
  return id;
}
