import { createPool } from '#libs/database';
import { Bootstrap } from '#libs/identity';

/**
 * A one-time link with which the first administrator of an empty system is created; links of before end. The token
 * stands behind `#`, so that it reaches no server log.
 */
export async function createBootstrapLink({
  url,
  publicUrl,
}: {
  readonly url: string;
  readonly publicUrl: string;
}): Promise<string> {
  const pool = createPool(url, { max: 1, applicationName: 'shuangshen start' });
  try {
    return `${publicUrl}/bootstrap#token=${await new Bootstrap(pool).createToken()}`;
  } finally {
    await pool.end();
  }
}
