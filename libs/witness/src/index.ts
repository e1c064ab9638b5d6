export { serveWitness } from './serve.js';
export { type Answer, Witness } from './witness.js';
