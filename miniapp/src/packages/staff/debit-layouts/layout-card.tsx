import type { DebitLayout, StoredLayout } from '@anjiao/shared/contract/debit-layouts'
import { layoutPurposes } from '@anjiao/shared/debit-layout'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { formWords, lineWords } from './field-words'
import { editTexts, texts } from './texts'

export interface LayoutCardProps {
  communityId: CommunityId
  stored: StoredLayout
  onSame: (layout: DebitLayout) => void
  onRetired: () => void
}

/** A layout in use: never edited, only copied or retired. */
export function LayoutCard({ communityId, stored: { id, layout }, onSame, onRetired }: LayoutCardProps) {
  const { run, busy, failure } = useMutation((_: 'retire', intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-layouts/:layoutId/retire',
      { params: { communityId, layoutId: id } },
      { intention },
    ),
  )
  const retire = async () => {
    const question = { title: texts.retireTitle, text: texts.retireAsk(layout.name), yes: texts.retire }
    if (!(await confirm(question)) || !(await run('retire'))) return
    toast(texts.retired)
    onRetired()
  }
  return (
    <Card title={layout.name} aside={<Tag>{layoutPurposes[layout.purpose]}</Tag>}>
      <Stack>
        <Note>{formWords(layout)}</Note>
        <Definition
          longLabels
          lines={[
            { label: editTexts.parts.header, text: lineWords(layout.header) },
            { label: texts.detail, text: lineWords(layout.detail) },
            { label: editTexts.parts.trailer, text: lineWords(layout.trailer) },
          ]}
        />
        <DecisionFailure failure={failure} onRefresh={onRetired} />
        <View className="buttons">
          <Button look="quiet" label={`${texts.same}：${layout.name}`} onPress={() => onSame(layout)}>
            {texts.same}
          </Button>
          <Button
            look="plain"
            label={`${texts.retire}：${layout.name}`}
            busy={busy}
            onPress={() => void retire()}
          >
            {texts.retire}
          </Button>
        </View>
      </Stack>
    </Card>
  )
}
