export { SETTINGS, type Setting } from './catalogue.js';
export { environment } from './environment.js';
export { projectRoot } from './project-root.js';
export { InvalidSettings, needed, Settings, settings } from './settings.js';
