export { type Operation, POLICIES, policyOf } from './policies.js';
export { type Command, type Over, type Policy, permits, type Who } from './policy.js';
export { type Place, reaches, rolesWith, SPAN_OF, type Span, spanOf } from './span.js';
