import { isIP } from 'node:net';

/** Whether the text is a list of addresses and CIDR ranges. A range of everything is none: it would trust whoever asks. */
export function areNetworks(text: string): boolean {
  return text.split(',').every((one) => isNetwork(one.trim()));
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || address.includes('%') || more.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}
