export { Schemes } from './schemes.js';
