export { type AttachmentRules, Attachments, type Kept } from './attachments.js';
export { mediaTypeOf } from './media-type.js';
export { openAttachments } from './open-attachments.js';
export { MEGABYTE, receive } from './received.js';
export { scan } from './scanner.js';
export { type AttachmentStore, FolderStore, S3Store } from './store.js';
