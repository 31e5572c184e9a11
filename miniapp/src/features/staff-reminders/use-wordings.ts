import type { WechatTemplate, Wording } from '@anjiao/shared/contract/wordings'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** The wordings in force (消息内容). */
export const useWordings = (communityId: CommunityId): Query<readonly Wording[]> =>
  useQuery(`wordings-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/wordings', { params: { communityId } }),
  )

/** WeChat's templates, as last read. */
export const useTemplates = (communityId: CommunityId): Query<readonly WechatTemplate[]> =>
  useQuery(`wechat-templates-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/wechat-templates', { params: { communityId } }),
  )
