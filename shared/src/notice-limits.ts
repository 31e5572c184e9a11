/** How often and when a home may be asked for money. Of each number: law, benchmark, platform or our own choice. */

/** Hours of the day in Asia/Shanghai between which messages go out, unless the home prefers others. Ours. */
export const usualHours = { from: 9, to: 20 } as const

/** Nobody is written to outside these, whatever anybody set. 银行业协会催收工作指引（试行）2026, for lenders: borrowed. */
export const hardHours = { from: 8, to: 22 } as const

/** Days between two reminders to one home. GB/T 45251-2025, for lenders: borrowed. Instalments keep the days that were agreed on. */
export const daysBetweenRequests = 7

/** Messages to one home in 30 days, on all channels together, but for receipts and replies. Ours; keeps 民法典 1033. */
export const requestsMost = { in30Days: 4 } as const

/** Days in which a complaint is answered; until then nobody asks this home for money. 杭州市物业管理条例 50; elsewhere ours. */
export const complaintReplyDays = 10

/** Complaints that staff are shown at once, those that wait first. Ours. */
export const complaintsShownMost = 100

/** Of a hundred messages that WeChat takes in a day so many are kept for those who wait for a receipt or an answer. Ours. */
export const quotaReservePercent = 5

/** Campaigns listed at once, the newest. Ours. */
export const campaignsMost = 100

/** Notices of a message log told at once; older ones are asked for. Ours. */
export const logMost = 100

/** A campaign to more homes than this takes a second person. Ours. */
export const campaignAlone = 200

/** Days in which the messages of a campaign go out; what has not gone out by then does not. Ours. */
export const campaignDays = 30

/** A campaign begins within this many days, or is drafted later. Ours. */
export const campaignAheadDays = 180

/** Days in which a home that was reminded, or was not, is looked at whether it paid. Ours. */
export const paidWithinDays = [3, 7, 14] as const
/** So long a home that a campaign left unreminded is left so by others as well: until nobody looks at it any more. */
export const comparedForDays = Math.max(...paidWithinDays)

/** Days in which a rule that was late still catches up: later, what it says is no longer so. Ours. */
export const ruleCatchUpDays = 2

/** Days in which nobody who has said no to messages is asked again, except where they come to change it. Ours. */
export const quietDaysAfterNo = 30

/** Templates that a phone is asked about at once. 小程序 requestSubscribeMessage: 5 now, 3 in older clients. */
export const asksAtOnce = 3
