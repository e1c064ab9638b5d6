import { en } from './en.js';
import { enDeadlines } from './en-deadlines.js';
import { enEvaluation } from './en-evaluation.js';
import { enManagement } from './en-management.js';
import { enNotices } from './en-notices.js';
import { enReview } from './en-review.js';
import { enSession } from './en-session.js';
import { zh } from './zh.js';
import { zhDeadlines } from './zh-deadlines.js';
import { zhEvaluation } from './zh-evaluation.js';
import { zhManagement } from './zh-management.js';
import { zhNotices } from './zh-notices.js';
import { zhReview } from './zh-review.js';
import { zhSession } from './zh-session.js';

/** Every text of the interface. Chinese comes first; English has the same keys or does not compile. */
export const ZH = { ...zh, ...zhEvaluation, ...zhManagement, ...zhDeadlines, ...zhNotices, ...zhReview, ...zhSession };
export const EN = { ...en, ...enEvaluation, ...enManagement, ...enDeadlines, ...enNotices, ...enReview, ...enSession };
