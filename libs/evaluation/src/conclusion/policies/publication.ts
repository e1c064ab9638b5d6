import type { Order, Policy } from '../../policies/policy.js';
import { refusal } from '../../refusals.js';
import { wording } from '../../wording.js';

type Publishing = Order<'Publish' | 'CorrectPublication'>;

const PLACE = { least: 2, most: 200 };
const URL = { least: 8, most: 500 };
const REASON = { least: 10, most: 2_000 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HTTP = /^https?:\/\/[^\s/]+(?:\/\S*)?$/;

export const placeIsWorded: Policy<Publishing> = ({ data: { place, url } }) =>
  wording(place, '/place', PLACE) ??
  (url === undefined ? null : (wording(url, '/url', URL) ?? (HTTP.test(url) ? null : noAddress())));
const noAddress = () => refusal('publication.address-unfit', { pointer: '/url' });

/** Days of the calendar, and publication not before the reply (批复). */
export const daysAreInOrder: Policy<Publishing> = ({ data: { publishedOn, repliedOn } }) => {
  if (!isDay(publishedOn)) return refusal('publication.day-unfit', { pointer: '/publishedOn' });
  if (repliedOn === undefined) return null;
  if (!isDay(repliedOn)) return refusal('publication.day-unfit', { pointer: '/repliedOn' });
  return repliedOn <= publishedOn ? null : refusal('publication.before-reply', { pointer: '/publishedOn', repliedOn });
};

/** T12: what would be published holds no personal data but what the second reviewer let stand in writing. */
export const noPersonalDataIsPublished: Policy<Order<'Publish'>> = (
  { data: { personalData } },
  { waivers, version },
) => {
  const judged = new Set(waivers.filter((one) => one.version === version).map(({ findingId }) => findingId));
  const open = personalData.filter((id) => !judged.has(id));
  return open.length > 0 ? refusal('publication.personal-data', { findings: open }) : null;
};

/** Nothing is filed while a rectification is open; what was never published says why. */
export const archiveIsComplete: Policy<Order<'Archive'>> = ({ data: { unpublishedReason } }, { stage, conclusion }) => {
  const open = conclusion.findings.filter(({ closed }) => closed === null).map(({ id }) => id);
  if (open.length > 0) return refusal('archive.rectification-open', { findings: open });
  if (stage === 'PUBLISHED')
    return unpublishedReason === undefined ? null : refusal('archive.is-published', { pointer: '/unpublishedReason' });
  return unpublishedReason === undefined
    ? refusal('archive.not-published', { pointer: '/unpublishedReason' })
    : wording(unpublishedReason, '/unpublishedReason', REASON);
};

function isDay(day: string): boolean {
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}
