import { en } from './en.js';
import { enEvaluation } from './en-evaluation.js';
import { enManagement } from './en-management.js';
import { zh } from './zh.js';
import { zhEvaluation } from './zh-evaluation.js';
import { zhManagement } from './zh-management.js';

/** Every text of the interface. Chinese comes first; English has the same keys or does not compile. */
export const ZH = { ...zh, ...zhEvaluation, ...zhManagement };
export const EN = { ...en, ...enEvaluation, ...enManagement };
