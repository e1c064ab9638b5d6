/**
 * Where dialogs, menus and messages open. Below the body itself, the component library would lock the scrolling of a body
 * that never scrolls, by a style that the content policy forbids.
 */
export const overlays = (): HTMLElement => document.getElementById('overlays') ?? document.body;
