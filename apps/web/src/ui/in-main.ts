/** Where what opens over a page belongs: into its content, so that screen readers find it there. */
export const inMain = (): HTMLElement => document.getElementById('content') ?? document.body;
