import { forgetRollFiles } from '../community/index.ts'
import { eraseAccounts } from '../debit/index.ts'
import { deleteDuePhotos } from '../evidence/index.ts'
import { forgetExpired } from '../identity/index.ts'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { forgetOldReplies } from '../platform/http/idempotency.ts'
import { doAll, inEveryCommunity } from '../platform/in-every-community.ts'
import { forgetOldEvents } from '../platform/message-push/taken-in.ts'
import { issueMissingReceipts } from '../proof/index.ts'
import { forgetWishes } from '../reminders/index.ts'

const task = 'upkeep'

/** Issues receipts whose job came to nothing, and deletes what has expired: sessions, stored replies, events that were pushed, uploaded files that were never confirmed, what homes that have passed on wished, account numbers of mandates long withdrawn, photos whose time is over. Answers how many. */
export const keepInOrder = (world: World, deadline: Date): Promise<number> =>
  doAll(world, task, async (attempt) => {
    let done = 0
    for (const [what, work] of Object.entries({
      receipts: issueMissingReceipts,
      sessionsRepliesAndEvents,
      rollFiles,
      wishes,
      accounts,
      photos: deleteDuePhotos,
    }))
      done += await attempt({ what }, () => work(world, deadline))
    return done
  })

const sessionsRepliesAndEvents = (world: World): Promise<number> =>
  asSystem(world, task, async (ctx) => {
    await forgetExpired(ctx)
    return (await forgetOldReplies(ctx)) + (await forgetOldEvents(ctx))
  })

const rollFiles = (world: World): Promise<number> =>
  inEveryCommunity(world, task, (community) =>
    inCommunity(world, community, { kind: 'system', task }, forgetRollFiles),
  )

const wishes = (world: World): Promise<number> =>
  inEveryCommunity(world, task, (community) =>
    inCommunity(world, community, { kind: 'system', task }, forgetWishes),
  )

const accounts = (world: World): Promise<number> =>
  inEveryCommunity(world, task, (community) =>
    inCommunity(world, community, { kind: 'system', task }, eraseAccounts),
  )
