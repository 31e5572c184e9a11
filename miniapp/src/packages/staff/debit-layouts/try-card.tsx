import type { LayoutPreview } from '@anjiao/shared/contract/debit-layouts'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { tryTexts as texts } from './texts'

/** What is wrong with a layout, or how a file of it looks. */
export const TryCard = ({ tried: { problems, lines, bytes } }: { tried: LayoutPreview }) =>
  problems.length > 0 ? (
    <Card title={texts.problems} tone="due">
      <Cells>
        {problems.map((problem) => (
          <Cell key={problem} icon="warning" label={problem} />
        ))}
      </Cells>
    </Card>
  ) : (
    <Card title={texts.title} tone="good">
      <Stack>
        <Note>{texts.sample}</Note>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file are known by where they stand.
          <View key={at} className="sample-line">
            {line}
          </View>
        ))}
        <Note>{texts.bytes(bytes)}</Note>
      </Stack>
    </Card>
  )
