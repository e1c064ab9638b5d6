import type { Session } from '../../api/answers.js';
import type { components } from '../../api/schema.js';
import { holds } from '../../session/session.js';

export type Found = components['schemas']['FoundAnswer'];

/** Where somebody with this session goes who chose it: to itself, or to the evaluations it stands for. */
export function destinationOf({ kind, id, name }: Pick<Found, 'kind' | 'id' | 'name'>, session: Session): string {
  switch (kind) {
    case 'evaluation':
      return `/evaluations/${encodeURIComponent(id)}`;
    case 'unit':
      return holds(session, 'administrator')
        ? `/administration/units?unit=${encodeURIComponent(id)}`
        : `/evaluations?name=${encodeURIComponent(name)}`;
    case 'campaign':
      return holds(session, 'campaign-manager')
        ? `/campaigns/${encodeURIComponent(id)}`
        : `/evaluations?campaign=${encodeURIComponent(id)}`;
    case 'person':
      return `/administration/persons?person=${encodeURIComponent(id)}`;
  }
}
