import encodeQR from 'qr';

/** A QR code as a GIF, for programs that take pictures. */
export function qrPicture(text: string): Uint8Array {
  return encodeQR(text, 'gif', { ecc: 'medium', scale: 4 });
}
