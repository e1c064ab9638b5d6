import { createHash } from 'node:crypto';
import type { ReviewStep, Seat } from './review-rules.js';

/** Somebody who could review, as the registry knows him at the moment of choosing. */
export interface Candidate {
  readonly personId: string;
  readonly step: ReviewStep;
  /** Evaluations that are assigned to him and undecided. */
  readonly open: number;
  /** `above`: not of the supervising department but of the bureau over it; assigned only by a manager's order (借调, E8). */
  readonly from: 'department' | 'above';
  /** Why the registry excludes him: he is of the unit or seconded to it, or declared a conflict of interest with it. */
  readonly conflict?: 'unit-member' | 'declared';
}

/** Why a candidate may not take a seat. */
export interface Excluded {
  readonly personId: string;
  readonly reason: NonNullable<Candidate['conflict']> | 'participant' | 'recused' | 'other-seat';
}

/** What came of choosing for one seat. */
export interface Choice {
  readonly seat: Seat;
  readonly chosen: string | null;
  /** Who could be chosen and how much each has to do, the least burdened first. */
  readonly lawful: readonly { readonly personId: string; readonly open: number }[];
  readonly excluded: readonly Excluded[];
  /** Lawful reviewers of the bureau above. */
  readonly borrowable: number;
}

/**
 * Gives each seat a person, none two, and fills as many as can be filled at all. The least burdened comes first; between
 * equals the smaller SHA-256 of seed and person decides. The same seed and candidates give the same choice, so anybody can
 * draw again. `excluded` says of a candidate what the registry cannot know.
 */
export function choose(
  seats: readonly Seat[],
  candidates: readonly Candidate[],
  excluded: (candidate: Candidate) => Excluded['reason'] | null,
  seed: string,
): readonly Choice[] {
  const judged = candidates.map((candidate) => ({ candidate, reason: candidate.conflict ?? excluded(candidate) }));
  const lawful = judged.flatMap(({ candidate, reason }) => (reason === null ? [candidate] : [])).sort(byBurden(seed));
  const near = (seat: Seat) => lawful.filter(({ step, from }) => step === seat.step && from === 'department');
  const chosen = matched(seats.map((seat) => near(seat).map(({ personId }) => personId)));

  return seats.map((seat, n) => {
    const person = chosen[n] ?? null;
    const elsewhere = near(seat).filter(({ personId }) => person === null && chosen.includes(personId));
    return {
      seat,
      chosen: person,
      lawful: near(seat).map(({ personId, open }) => ({ personId, open })),
      excluded: [
        ...judged.flatMap(({ candidate: { personId, step }, reason }) =>
          reason === null || step !== seat.step ? [] : [{ personId, reason }],
        ),
        ...elsewhere.map(({ personId }) => ({ personId, reason: 'other-seat' as const })),
      ],
      borrowable: lawful.filter(({ step, from }) => step === seat.step && from === 'above').length,
    };
  });
}

function byBurden(seed: string) {
  const draw = (person: string) => createHash('sha256').update(`${seed}\n${person}`).digest('hex');
  return (one: Candidate, other: Candidate): number =>
    one.open - other.open || (draw(one.personId) < draw(other.personId) ? -1 : 1);
}

/**
 * For each wish list one person or undefined, nobody twice, as many as possible (H. W. Kuhn's augmenting paths): a person
 * moves over to another seat when a later one could be filled by nobody else.
 */
function matched(wishes: readonly (readonly string[])[]): readonly (string | undefined)[] {
  const seatOf = new Map<string, number>();
  const seated = (seat: number, tried: Set<string>): boolean =>
    wishes[seat]!.some((person) => {
      if (tried.has(person)) return false;
      tried.add(person);
      const holds = seatOf.get(person);
      if (holds !== undefined && !seated(holds, tried)) return false;
      seatOf.set(person, seat);
      return true;
    });
  for (const seat of wishes.keys()) seated(seat, new Set());
  const persons = new Map([...seatOf].map(([person, seat]) => [seat, person]));
  return wishes.map((_, seat) => persons.get(seat));
}
