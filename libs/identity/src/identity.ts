/** A role over a unit and what lies below it; null for the administrator, whose role has no unit. */
export interface Grant {
  readonly role: string;
  readonly unitId: string | null;
}

/** Who is behind a request: the person, through which account, with which roles, belonging where. */
export interface Identity {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly grants: readonly Grant[];
  /** Units the person belongs or is seconded to today, in the bureau's time zone. */
  readonly memberOf: readonly string[];
  /** Units with which the person declared a conflict of interest. */
  readonly conflictsWith: readonly string[];
  /** Who delegated their seats to the person for today, and what excludes them (E9). */
  readonly delegators: readonly {
    readonly personId: string;
    readonly memberOf: readonly string[];
    readonly conflictsWith: readonly string[];
  }[];
  /** The account was opened with a one-time password and can do nothing else before it is replaced. */
  readonly mustChangePassword: boolean;
}
