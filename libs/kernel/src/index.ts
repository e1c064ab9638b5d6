export { canonicalJson, type Json } from './canonical-json.js';
export type { Decider } from './decider.js';
export { DomainError, type RefusalKind } from './domain-error.js';
export type { Actor, Command, Event } from './message.js';
export { remembered } from './remembered.js';
export type { Text } from './text.js';
export { unreachable } from './unreachable.js';
