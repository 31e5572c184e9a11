import { sampleTemplateIds } from '../../src/local/emulator/template-list.ts'
import type { Merchant } from '../harness/merchant.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { meets, remark } from './campaign.ts'

const kept = (['late', 'withoutConsent', 'paying', 'notToBeContacted'] as const)
  .map((fate) => meets('n.household_id', fate))
  .join(' or ')

/** The bodies of all messages that are to be posted, by home, made apart from the system. */
export const messagesOf = (database: BenchDatabase, { appid }: Merchant): Promise<string[]> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ body: string }>(
      `select json_build_object(
                'touser', 'openid-' || n.household_id, 'template_id', $1::text,
                'page', 'packages/owner/notice/index?community=1&household=' || n.household_id || '&notice=' || n.id,
                'data', json_build_object(
                  'thing1', json_build_object('value', room_name), 'thing2', json_build_object('value', '物业服务费'),
                  'amount3', json_build_object('value', '¥' || to_char(open_fen / 100.0, 'FM999990.00')),
                  'date4', json_build_object('value', to_char(due, 'YYYY"年"FMMM"月"FMDD"日"')),
                  'thing5', json_build_object('value', $2::text)),
                'miniprogram_state', 'formal', 'lang', 'zh_CN')::text as body
         from notice n
         join home_name h on (h.community_id, h.household_id) = (n.community_id, n.household_id)
        cross join lateral (select sum(amount_fen - settled_fen) as open_fen, min(due_date) as due
                              from charge c where (c.community_id, c.household_id) = (n.community_id, n.household_id)) as owed
        where n.campaign_id = 1 and not (${kept})
        order by n.id`,
      [sampleTemplateIds(appid).reminder, remark],
    )
    return rows.map(({ body }) => body)
  })
