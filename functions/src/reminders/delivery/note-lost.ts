import type { Ctx } from '../../platform/context.ts'
import { triesNoted } from './what-became.ts'

/**
 * A sender died between writing down that it sends and what became of it: whether those messages went out is not known.
 * Nobody sends them again by themselves; WeChat may still tell, and else a person looks. Their consents stay taken until then.
 */
export async function noteLost({ tx, community, now }: Ctx): Promise<number> {
  return tx.run`
    update delivery set state = 'unknown', outcome = 'lost', leased_until = null, tries = least(tries + 1, ${triesNoted}), sent_at = ${now}
     where community_id = ${community} and state = 'sending' and leased_until < ${now}`
}
