export { auditReminders } from './audit/audit-reminders.ts'
export { continueCampaigns } from './campaigns/continue-campaigns.ts'
export { creditsOf } from './credits/credits-of.ts'
export { noteAnswers, type SubscriptionAnswer } from './credits/note-answers.ts'
export { reserveCredits } from './credits/reserve-credits.ts'
export { type CreditEnd, settleCredits } from './credits/settle-credits.ts'
export { askWhatBecame } from './delivery/ask-what-became.ts'
export { deliver } from './delivery/deliver.ts'
export { noteSendResult } from './delivery/note-send-result.ts'
export { forgetWishes } from './inbox/forget-wishes.ts'
export { waitingComplaints } from './inbox/waiting-complaints.ts'
export { setLettersPdf } from './letters/set-letters-pdf.ts'
export { remindByRules } from './rules/remind-by-rules.ts'
export {
  type ComingDebitNotice,
  debitNoticesAreOn,
  stopDebitNotices,
  tellOfDebits,
  whenTold,
} from './rules/tell-of-debits.ts'
export { tellOfReceipt } from './rules/tell-of-receipt.ts'
export { fillWording } from './wordings/fill-wording.ts'
export { publishWording } from './wordings/publish-wording.ts'
export { listTemplates, takeInTemplates } from './wordings/templates.ts'
export { type WordingInForce, wordingsInForce } from './wordings/wordings-in-force.ts'
