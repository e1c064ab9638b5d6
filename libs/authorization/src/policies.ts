import { OFFICES, type Role } from '#libs/evaluation';
import { gives, held, type Policy } from './policy.js';

const UNIT = ['unit-preparer', 'unit-checker', 'unit-head'] as const satisfies readonly Role[];
const REVIEWERS = ['first-reviewer', 'second-reviewer'] as const satisfies readonly Role[];
const MANAGER = 'campaign-manager';
const AUDITOR = 'auditor';
const WORKING = [...UNIT, ...REVIEWERS, MANAGER] as const;
const ALL = [...WORKING, AUDITOR] as const;

const ANYBODY: Policy = { who: 'anybody', over: 'public' };
const REFERENCE: Policy = { who: 'everybody', over: 'reference' };
const SELF: Policy = { who: 'everybody', over: 'self' };
const READ: Policy = held('reach', ...ALL);
const MANAGED: Policy = held('managed', MANAGER);
const ADMINISTERED: Policy = held('everything', 'administrator');
const SECURITY = 'security-administrator';
/** Two offices give roles and take them; the third reads what both did. */
const GRANTED: Policy = held('everything', 'administrator', SECURITY);
const WATCHED: Policy = held('everything', ...OFFICES);

/**
 * Who may do what, over which units, in which state: every operation of the API by its name, and nothing that is not here
 * is possible. The guard of the API, its description and the tests of every route are made of it. Which person may act
 * when several could (separation of duties) is decided later, by the rules E1 to E14, and never here.
 */
export const POLICIES = {
  // The house and the way in
  getSite: ANYBODY,
  getSiteFile: ANYBODY,
  isAlive: ANYBODY,
  isReady: ANYBODY,
  workStatus: ADMINISTERED,
  listDeliveries: ADMINISTERED,
  redriveDeliveries: ADMINISTERED,
  redriveJobs: ADMINISTERED,
  listBackups: ADMINISTERED,
  createFirstAdministrator: ANYBODY,
  logIn: ANYBODY,
  getSignInOffer: ANYBODY,
  beginSignIn: ANYBODY,
  finishSignIn: ANYBODY,
  getPasswordPolicy: ANYBODY,

  // Oneself
  whoAmI: SELF,
  logOut: SELF,
  changePassword: SELF,
  confirmIdentity: SELF,
  challengeKey: SELF,
  listFactors: SELF,
  beginTotp: SELF,
  confirmTotp: SELF,
  beginPasskey: SELF,
  enrolPasskey: SELF,
  renewRecoveryCodes: SELF,
  removeFactor: SELF,
  listNotifications: SELF,
  markNotificationsRead: SELF,
  streamNotifications: SELF,
  getNoticePreferences: SELF,
  saveNoticePreferences: SELF,
  listConflicts: held('self', ...REVIEWERS),
  declareConflict: held('self', ...REVIEWERS),
  withdrawConflict: held('self', ...REVIEWERS),
  listPhrases: held('self', ...REVIEWERS, MANAGER),
  addPhrase: held('self', ...REVIEWERS, MANAGER),
  removePhrase: held('self', ...REVIEWERS, MANAGER),
  listDelegations: held('self', ...REVIEWERS),
  listDelegates: held('self', ...REVIEWERS),
  listDepartmentDelegations: held('reach', ...REVIEWERS, MANAGER, AUDITOR),
  delegate: held('self', ...REVIEWERS),
  endDelegation: held('self', ...REVIEWERS),

  // One evaluation
  getEvaluation: READ,
  getVersion: READ,
  diffVersions: READ,
  getFindings: READ,
  getScore: READ,
  getReviews: READ,
  getDeadline: READ,
  getEvaluationTrail: READ,
  exportDocument: READ,
  getAttachment: READ,
  listMoments: READ,
  getMoment: READ,
  compareMoments: READ,
  getEvidence: READ,
  exportEvidence: held('reach', AUDITOR),
  listReceipts: READ,
  getReceipt: READ,
  getReceiptFile: READ,
  getCandidates: held('reach', ...REVIEWERS, MANAGER),
  sendReminder: held('reach', MANAGER, 'unit-preparer'),
  editDraft: gives('EditDraft'),
  importReport: gives('ImportDraft'),
  attachFile: gives('EditDraft'),
  detachFile: gives('EditDraft'),
  readSource: gives('ImportDraft'),
  acceptFromSource: gives('ImportDraft'),
  listSources: READ,
  getSource: READ,
  importFilledForm: gives('ImportDraft'),
  answerItem: gives('AnswerItem'),
  answerFinding: gives('AnswerFinding'),
  checkInUnit: gives('CheckInUnit'),
  signForUnit: gives('SignForUnit'),
  submit: gives('Submit'),
  withdraw: gives('Withdraw'),
  pass: gives('PassFirstReview', 'PassSecondReview'),
  revokePass: gives('RevokePass'),
  encloseFile: gives('PassFirstReview', 'PassSecondReview', 'Return'),
  return: gives('Return'),
  waiveFinding: gives('WaiveFinding'),
  assignReviewer: gives('AssignReviewer'),
  recuse: gives('Recuse'),
  askExpert: gives('AskExpert'),
  answerAsExpert: gives('AnswerAsExpert'),

  // What follows on its approval
  getConclusion: READ,
  recheck: gives('RecordRecheck'),
  finalize: gives('Finalize'),
  orderRectification: gives('OrderRectification'),
  replyToRectification: gives('ReplyToRectification'),
  rejectRectification: gives('RejectRectification'),
  closeRectification: gives('CloseRectification'),
  publish: gives('Publish'),
  correctPublication: gives('CorrectPublication'),
  archive: gives('Archive'),

  // Lists
  search: { who: 'everybody', over: 'reach' },
  listToDos: held('reach', ...WORKING),
  listDone: held('reach', ...WORKING),
  listInitiated: held('reach', ...WORKING),
  listCopied: held('reach', ...WORKING),
  listEvaluations: READ,
  listDeadlines: READ,
  listFindings: held('reach', ...REVIEWERS, MANAGER, AUDITOR),
  getTrail: held('trail', AUDITOR, 'audit-administrator'),
  exportTrail: held('trail', AUDITOR, 'audit-administrator'),
  getDualReview: held('reach', AUDITOR, MANAGER),
  getIndicators: held('reach', AUDITOR, MANAGER),

  // Erasure by order of two persons
  listErasures: held('everything', 'administrator', AUDITOR),
  getErasure: held('everything', 'administrator', AUDITOR),
  orderErasure: ADMINISTERED,
  confirmErasure: held('everything', 'administrator', AUDITOR),
  declineErasure: held('everything', 'administrator', AUDITOR),

  // Campaigns
  listCampaigns: { who: 'everybody', over: 'concerned' },
  getCampaign: { who: 'everybody', over: 'concerned' },
  getProgress: held('concerned', MANAGER, AUDITOR),
  exportSummary: held('concerned', MANAGER, AUDITOR),
  getCampaignFigures: held('concerned', MANAGER, AUDITOR),
  createCampaign: MANAGED,
  editCampaign: MANAGED,
  openCampaign: MANAGED,
  extendCampaign: MANAGED,
  changeScheme: MANAGED,
  closeCampaign: MANAGED,
  issueTasks: MANAGED,
  orderTasks: MANAGED,
  importScope: MANAGED,
  orderRecompute: MANAGED,
  orderReading: MANAGED,
  listReadFiles: MANAGED,
  listRuns: MANAGED,
  drawSample: MANAGED,
  listSamples: MANAGED,
  cancelRun: MANAGED,
  resumeRun: MANAGED,
  correctDay: held('division', MANAGER),
  listWebhooks: held('division', MANAGER, 'administrator'),
  addWebhook: held('division', MANAGER, 'administrator'),
  disableWebhook: held('division', MANAGER, 'administrator'),

  // What is the same for everybody
  getCatalogue: REFERENCE,
  getSealing: REFERENCE,
  getCalendar: REFERENCE,
  listDivisions: REFERENCE,
  listUnits: REFERENCE,
  getUnit: REFERENCE,
  listSchemes: REFERENCE,
  getScheme: REFERENCE,
  computeScore: REFERENCE,
  validateScheme: held('reference', MANAGER),
  publishScheme: held('reference', MANAGER),

  // Units, persons and accounts
  addDivision: ADMINISTERED,
  renameDivision: ADMINISTERED,
  addUnit: ADMINISTERED,
  changeUnit: ADMINISTERED,
  listPersons: WATCHED,
  getPerson: WATCHED,
  getPersonHistory: held('everything', ...OFFICES, AUDITOR),
  addPerson: ADMINISTERED,
  changePerson: ADMINISTERED,
  listAccounts: WATCHED,
  getAccount: WATCHED,
  openAccount: ADMINISTERED,
  setAccountStatus: GRANTED,
  resetPassword: ADMINISTERED,
  grantRole: GRANTED,
  revokeRole: GRANTED,
  listProposals: WATCHED,
  confirmGrant: GRANTED,
  declineGrant: GRANTED,
  listBreakGlass: held('everything', ...OFFICES, AUDITOR),
  breakGlass: GRANTED,
  reviewBreakGlass: held('everything', 'audit-administrator', AUDITOR),
  listSessions: GRANTED,
  endSession: GRANTED,
  // Not by the office that resets passwords: neither could enter an account in its holder's place.
  removeFactors: held('everything', SECURITY),
  getExternalIdentity: WATCHED,
  linkExternalIdentity: ADMINISTERED,
  unlinkExternalIdentity: ADMINISTERED,
} as const satisfies Record<string, Policy>;

/** An operation of the API. */
export type Operation = keyof typeof POLICIES;

/** The policy of an operation; undefined: nobody may. */
export function policyOf(operation: string | undefined): Policy | undefined {
  return operation !== undefined && Object.hasOwn(POLICIES, operation) ? POLICIES[operation as Operation] : undefined;
}
