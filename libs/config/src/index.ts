export { SETTINGS, type Setting } from './catalogue.js';
export { environment } from './environment.js';
export { Explained, explain } from './explain.js';
export { projectRoot } from './project-root.js';
export { asEnvironment, InvalidSettings, needed, reachable, Settings, settings } from './settings.js';
export { settingsTable } from './settings-table.js';
