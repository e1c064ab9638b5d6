export { PoisonEvent, project } from './project.js';
export { type Projection, projection } from './projection.js';
export { RebuildUnderWay, rebuild, rowHash } from './rebuild.js';
