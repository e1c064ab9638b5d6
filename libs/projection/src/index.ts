export { PoisonEvent, project } from './project.js';
export { type Projection, projection } from './projection.js';
export { rebuild, rowHash } from './rebuild.js';
