import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { SendingFailed } from './outbound.js';
import type { Letter } from './texts.js';

/** Where letters are handed over. `close` ends its connections. */
export class Mail {
  readonly #transport: Transporter;

  /** `url`: smtp:// (STARTTLS where offered) or smtps://; `from`: the sender, `Name <address>` or the address. */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    this.#transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 15_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Hands the letter to the server. Throws `SendingFailed` with the server's code; never with the address. */
  async send(to: string, { subject, text }: Letter, messageId: string): Promise<void> {
    try {
      await this.#transport.sendMail({
        ...{ from: this.from, to: { name: '', address: to }, subject, text, messageId },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      throw new SendingFailed(`SMTP ${responseCode ?? code ?? 'failed'}`);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

/** The Message-ID of what the key names: the same whenever it is sent, so that a repeat is recognised as one. */
export function messageIdOf(key: readonly (string | number)[], host: string): string {
  return `<${nameOf(key)}@${host}>`;
}

/** A name of the key that tells nothing of it: 128 bits of its hash, in hex. */
export function nameOf(key: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
}
