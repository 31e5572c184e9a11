import type { Delivery, LoggedNotice } from '@anjiao/shared/contract/notices'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { NoticeLines } from '../../../features/staff-messages/notice-lines'
import { noticeTitle } from '../../../features/staff-messages/notice-title'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffHousehold } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { ResolveSheet } from './resolve-sheet'
import { texts } from './texts'

export interface UnknownCardProps {
  at: AtCommunity
  notice: LoggedNotice
  onChanged: () => void
}

/** A message of which nobody knows whether it arrived. */
export function UnknownCard({ at, notice, onChanged }: UnknownCardProps) {
  const [resolving, setResolving] = useState<Delivery>()
  const unknown = notice.deliveries.find(({ state }) => state === 'unknown')
  const close = () => setResolving(undefined)
  return (
    <Card title={texts.room(notice.roomName, notice.ownerMasked)} aside={<Tag>{noticeTitle(notice)}</Tag>}>
      <Stack>
        <NoticeLines notice={notice} />
        <View className="buttons">
          {unknown && <Button onPress={() => setResolving(unknown)}>{texts.resolve}</Button>}
          <Button look="plain" onPress={() => go(toStaffHousehold(at, notice.householdId))}>
            {texts.toHome}
          </Button>
        </View>
      </Stack>
      {resolving && (
        <ResolveSheet
          at={at}
          delivery={resolving}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
