import { en } from './en.js';
import { enCompare } from './en-compare.js';
import { enConclusion } from './en-conclusion.js';
import { enDeadlines } from './en-deadlines.js';
import { enDelegations } from './en-delegations.js';
import { enDesk } from './en-desk.js';
import { enDocuments } from './en-documents.js';
import { enEvaluation } from './en-evaluation.js';
import { enManagement } from './en-management.js';
import { enNotices } from './en-notices.js';
import { enPersonnel } from './en-personnel.js';
import { enPhrases } from './en-phrases.js';
import { enReview } from './en-review.js';
import { enSchemes } from './en-schemes.js';
import { enSealing } from './en-sealing.js';
import { enSearch } from './en-search.js';
import { enSession } from './en-session.js';
import { enWorkbench } from './en-workbench.js';
import { zh } from './zh.js';
import { zhCompare } from './zh-compare.js';
import { zhConclusion } from './zh-conclusion.js';
import { zhDeadlines } from './zh-deadlines.js';
import { zhDelegations } from './zh-delegations.js';
import { zhDesk } from './zh-desk.js';
import { zhDocuments } from './zh-documents.js';
import { zhEvaluation } from './zh-evaluation.js';
import { zhManagement } from './zh-management.js';
import { zhNotices } from './zh-notices.js';
import { zhPersonnel } from './zh-personnel.js';
import { zhPhrases } from './zh-phrases.js';
import { zhReview } from './zh-review.js';
import { zhSchemes } from './zh-schemes.js';
import { zhSealing } from './zh-sealing.js';
import { zhSearch } from './zh-search.js';
import { zhSession } from './zh-session.js';
import { zhWorkbench } from './zh-workbench.js';

/** Every text of the interface. Chinese comes first; English has the same keys or does not compile. */
export const ZH = {
  ...zh,
  ...zhEvaluation,
  ...zhDocuments,
  ...zhManagement,
  ...zhDeadlines,
  ...zhNotices,
  ...zhPhrases,
  ...zhReview,
  ...zhConclusion,
  ...zhDelegations,
  ...zhDesk,
  ...zhPersonnel,
  ...zhSession,
  ...zhSchemes,
  ...zhSealing,
  ...zhSearch,
  ...zhWorkbench,
  ...zhCompare,
};
export const EN = {
  ...en,
  ...enEvaluation,
  ...enDocuments,
  ...enManagement,
  ...enDeadlines,
  ...enNotices,
  ...enPhrases,
  ...enReview,
  ...enConclusion,
  ...enDelegations,
  ...enDesk,
  ...enPersonnel,
  ...enSession,
  ...enSchemes,
  ...enSealing,
  ...enSearch,
  ...enWorkbench,
  ...enCompare,
};
