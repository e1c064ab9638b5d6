import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';

/** A scheme's version was published: it can be fixed by campaigns, and never changes. */
export interface SchemePublished {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of its canonical JSON, hex. */
  readonly hash: string;
  /** The scheme file as it was given. */
  readonly text: string;
}
export type SchemeEvent = Event<'SchemePublished', SchemePublished>;
/** `shipped`: the newest version of this id that comes with the product; 0 for none. */
export type SchemeCommand = Command<'PublishScheme', SchemePublished & { readonly shipped: number }>;

/** The published versions of one scheme: version → hash. */
export type Publication = Readonly<Record<string, string>>;

/**
 * Versions of a scheme are published one after the other and stay as they are. The same content again is no news; other
 * content under a known version is refused (`scheme.version-is-published`), and so is a version that leaves one out.
 */
export const publication: Decider<Publication, SchemeCommand, SchemeEvent> = {
  initial: {},
  decide: ({ data: { shipped, ...published } }, state) => {
    const newest = Math.max(shipped, ...Object.keys(state).map(Number));
    const version = Number(published.version);
    if (state[published.version] === published.hash) return [];
    if (version <= newest)
      throw new DomainError('conflict', 'scheme.version-is-published', { pointer: '/version', next: newest + 1 });
    if (version > newest + 1)
      throw new DomainError('conflict', 'scheme.version-not-next', { pointer: '/version', next: newest + 1 });
    return [{ type: 'SchemePublished', data: published }];
  },
  evolve: (state, { data: { version, hash } }) => ({ ...state, [version]: hash }),
};
