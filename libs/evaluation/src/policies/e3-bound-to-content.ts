import { contentHash } from '#libs/sheet';
import { refusal } from '../refusals.js';
import type { Order, Policy } from './policy.js';

/** E3: the unit checks and signs exactly the content that stands there now. */
export const stepIsForThisContent: Policy<Order<'CheckInUnit' | 'SignForUnit'>> = ({ data }, { sheet }) => {
  const current = contentHash(sheet);
  return data.contentHash === current
    ? null
    : refusal('evaluation.content-changed', { pointer: '/contentHash', current });
};

/** E3: what is submitted is what was signed. */
export const submittedAsSigned: Policy<Order<'Submit'>> = ({ data }, { signedHash, sheet }) =>
  data.contentHash === signedHash && signedHash === contentHash(sheet)
    ? null
    : refusal('evaluation.content-changed', { pointer: '/contentHash', current: signedHash });

/** E3: a pass is bound to the version under review and to its content. */
export const passIsForThisVersion: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = ({ data }, state) => {
  const { version, submittedHash: current } = state;
  if (data.version !== version) return refusal('evaluation.content-changed', { pointer: '/version', version, current });
  if (data.contentHash === current) return null;
  return refusal('evaluation.content-changed', { pointer: '/contentHash', version, current });
};
