/** Lets style elements in, under a content policy that is new with each answer. The development server has none. */
export const nonce: string = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
