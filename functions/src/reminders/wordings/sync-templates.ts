import type { WechatTemplate } from '@anjiao/shared/contract/wordings'
import type { CommunityId } from '@anjiao/shared/ids'
import { type Actor, inCommunity, type World } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { MpFailure } from '../../platform/wechat-mp/index.ts'
import { listTemplates, takeInTemplates } from './templates.ts'

/** Reads the templates from WeChat again. Refused as `wechat-unavailable` when it does not tell: then nothing is changed. */
export async function syncTemplates(
  world: World,
  community: CommunityId,
  actor: Actor,
): Promise<WechatTemplate[]> {
  const { appid } = world.settings
  const answer = await world.wechatMp.templates()
  if (answer.kind !== 'ok') {
    noteFailure(world, answer)
    throw new Refusal('wechat-unavailable')
  }
  return inCommunity(world, community, actor, async (ctx) => {
    await takeInTemplates(ctx, appid, answer.templates)
    return listTemplates(ctx, appid)
  })
}

function noteFailure({ log }: World, failure: MpFailure): void {
  if (failure.kind === 'config') {
    const { errcode, rid } = failure
    log.error('wechat refuses our configuration', new Error(`errcode ${errcode}`), { rid })
  } else log.info('wechat does not list its templates', { kind: failure.kind })
}
