import type { WaitingRequest } from '@anjiao/shared/contract/requests'

/** What a queue shows of one matter; the rest moves up as these are answered. */
export const waitingMax = 200

/** A request that waits for staff, before anybody counts the days. */
export type Waiting = Omit<WaitingRequest, 'daysLeft'>

/** The same as the room that it is for finds it. */
export interface FoundWaiting extends Omit<Waiting, 'matter' | 'what' | 'askedAt'> {
  readonly askedAt: Date
}

/** Says of what was found what is asked. */
export const waitingFor = (
  matter: Waiting['matter'],
  what: string,
  { id, householdId, roomName, ownerMasked, amountFen, replyBy, askedAt }: FoundWaiting,
): Waiting => ({
  id,
  householdId,
  roomName,
  ownerMasked,
  amountFen,
  replyBy,
  matter,
  what,
  askedAt: askedAt.toISOString(),
})
