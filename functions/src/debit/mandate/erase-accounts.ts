import { debitAccountKeptDays } from '@anjiao/shared/debit-life'
import type { Ctx } from '../../platform/context.ts'

/** Erases account numbers whose time is over, as the consent says: some days after the withdrawal, when no debit waits for its answer. Answers how many. */
export const eraseAccounts = ({ tx, community, now }: Ctx): Promise<number> =>
  tx.run`
    update debit_mandate m set account = null
     where m.community_id = ${community} and m.account is not null
       and m.withdrawn_at < ${now}::timestamptz - make_interval(days => ${debitAccountKeptDays})
       and not exists (select from debit_line l
                        where (l.community_id, l.mandate_id) = (m.community_id, m.id) and l.state in ('chosen', 'sent'))`
