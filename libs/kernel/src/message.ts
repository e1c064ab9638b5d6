/** A fact that was recorded. `data` is plain JSON: amounts and points are decimal strings, times are ISO 8601 in UTC. */
export interface Event<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * Who acts. Separation of duties is about the natural person, so `personId` decides and `accountId` only tells
 * through which login. `memberOf` names the units the person belongs to or is seconded to at the moment of acting.
 */
export interface Actor {
  readonly personId: string;
  readonly accountId: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly memberOf: readonly string[];
  /** Units with which the person declared a conflict of interest. */
  readonly conflictsWith?: readonly string[];
  /** Who delegated to the person today (E9): what excludes them excludes him too when he acts for them. */
  readonly delegators?: readonly Pick<Actor, 'personId' | 'memberOf' | 'conflictsWith'>[];
}

/** An order to the system: what is wanted, by whom and when (ISO 8601, UTC). Deciding never asks a clock. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly by: Actor;
  readonly at: string;
}
