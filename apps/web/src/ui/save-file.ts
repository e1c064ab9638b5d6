/** The name under which the answer asks to be saved (RFC 6266). */
export function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    return encoded === undefined ? 'download' : decodeURIComponent(encoded);
  } catch {
    return 'download';
  }
}

/** Has the browser save what was answered, under the name it was sent with. */
export function saveFile(content: Blob, disposition: string | null): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = nameIn(disposition);
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
