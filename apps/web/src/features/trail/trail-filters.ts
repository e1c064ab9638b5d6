import dayjs from 'dayjs';

export interface TrailFilters {
  readonly type?: string;
  readonly unitId?: string;
  readonly personId?: string;
  /** Days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly refused?: 'true' | 'false';
  /** What an event says: two characters or more. */
  readonly text?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
/** An id, or a whole name. */
const PERSON = /^[^\p{Cc}]{1,64}$/u;
const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** The filters an address names; what is none is left out. */
export function trailFiltersIn(search: URLSearchParams): TrailFilters {
  const given = (name: string, shape: RegExp): string | undefined => {
    const value = search.get(name)?.trim();
    return value && shape.test(value) ? value : undefined;
  };
  const refused = given('refused', /^(?:true|false)$/) as 'true' | 'false' | undefined;
  const found = {
    type: given('type', /^[A-Za-z]{1,60}$/),
    unitId: given('unit', ID),
    personId: given('person', PERSON),
    from: given('from', DAY),
    to: given('to', DAY),
    refused,
    text: given('text', /^.{2,100}$/),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

export function trailSearchOf({ type, unitId, personId, from, to, refused, text }: TrailFilters): URLSearchParams {
  const pairs = { type, unit: unitId, person: personId, from, to, refused, text };
  return new URLSearchParams(Object.entries(pairs).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** As the API asks for them: moments with a zone, the last day included. */
export function trailQueryOf({ from, to, ...rest }: TrailFilters) {
  return {
    ...rest,
    ...(from ? { from: dayjs(from).startOf('day').toISOString() } : {}),
    ...(to ? { to: dayjs(to).add(1, 'day').startOf('day').toISOString() } : {}),
  };
}
