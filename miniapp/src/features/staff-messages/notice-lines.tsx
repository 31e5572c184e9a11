import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import { Text } from '@tarojs/components'
import { Note } from '../../ui/cell'
import { Definition } from '../../ui/definition'
import { instantText } from '../../ui/instant'
import { Stack } from '../../ui/page'
import { DeliveryCells } from './delivery-cells'
import { messageTexts as texts } from './texts'

/** What a home was told, where that comes from, and each attempt at it. */
export const NoticeLines = ({ notice }: { notice: LoggedNotice }) => (
  <Stack>
    <Note>{texts.from(notice.from, instantText(notice.madeAt))}</Note>
    {notice.words ? (
      <>
        <Text className="text">{notice.words.text}</Text>
        {notice.words.facts.length > 0 && (
          <Definition
            longLabels
            lines={notice.words.facts.map(({ label, value }) => ({ label, text: value }))}
          />
        )}
      </>
    ) : (
      <Note>{texts.notTold}</Note>
    )}
    <DeliveryCells deliveries={notice.deliveries} />
  </Stack>
)
