import { closed, index, refuse, text } from './shapes.js';
import type { Attachment } from './sheet.js';

const KEYS = ['name', 'size', 'type'];
const NAME_LENGTH = 255;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/;

/** Accepts what is said of an attached file. That the file is there is not looked at here. */
export function checkAttachment(path: string, value: unknown): Attachment {
  const attachment = closed(value, path, KEYS, KEYS);
  text(attachment.name, `${path}/name`, { min: 1, max: NAME_LENGTH });
  index(attachment.size, `${path}/size`);
  if (!MEDIA_TYPE.test(text(attachment.type, `${path}/type`, { max: 128 }))) refuse('sheet.wrong-type', `${path}/type`);
  return attachment as unknown as Attachment;
}
