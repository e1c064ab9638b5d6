import type { Command, Event, Json } from '#libs/kernel';

/** What an order is about: everything a person said or left behind, or one event. */
export type Target = { readonly personId: string } | { readonly position: number };

/** Streams `erasure-<uuid>`: a person ordered that words be destroyed (依令删除). Nothing is erased yet. */
export interface ErasureOrdered {
  readonly by: string;
  readonly target: Target;
  /** The law, the decision or the request it rests on. */
  readonly reason: string;
}

/** Another person confirmed it; the payloads and salts of these events were destroyed in the same transaction. */
export interface ErasureConfirmed {
  readonly by: string;
  readonly erased: readonly Erased[];
  /** Events about the person that stay for now: their matter is not decided yet, or one of the two did them. */
  readonly leftOut: number;
}

export interface Erased {
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  /** The data without people's words, where a process rests on them; null: nothing of it is kept. */
  readonly kept: Json | null;
}

/** The order is not carried out. */
export interface ErasureDeclined {
  readonly by: string;
  readonly reason: string;
}

export type ErasureEvent =
  | Event<'ErasureOrdered', ErasureOrdered>
  | Event<'ErasureConfirmed', ErasureConfirmed>
  | Event<'ErasureDeclined', ErasureDeclined>;

/** An event that an order means, as it is stored. */
export interface Meant {
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  /** Who did it. */
  readonly personId: string;
  /** As it was written; null when it was erased before. */
  readonly data: Json | null;
  /** Its evaluation is not decided yet. */
  readonly open: boolean;
}

export type ErasureCommand =
  | Command<'OrderErasure', { readonly target: Target; readonly reason: string }>
  | Command<'ConfirmErasure', { readonly meant: readonly Meant[] }>
  | Command<'DeclineErasure', { readonly reason: string }>;
