import type { WechatTemplate } from '@anjiao/shared/contract/wordings'
import type { CommunityId } from '@anjiao/shared/ids'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Section } from '../../../features/staff-lists/section'
import { useTemplates } from '../../../features/staff-reminders/use-wordings'
import { call, longTimeoutMs } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { toast } from '../../../ui/notice'
import { Empty, ErrorNote } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface TemplateSectionProps {
  communityId: CommunityId
  /** Ids of templates that a wording in force needs. */
  used: readonly string[]
  mayManage: boolean
}

/** WeChat's templates as last read, and the way to read them again. */
export function TemplateSection({ communityId, used, mayManage }: TemplateSectionProps) {
  const templates = useTemplates(communityId)
  const syncing = useMutation((_: Record<string, never>, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/wechat-templates/sync',
      { params: { communityId } },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const sync = async () => {
    const read = await syncing.run({})
    if (!read) return
    toast(texts.synced(read.filter(({ gone }) => !gone).length))
    templates.reload()
  }
  return (
    <Section title={texts.templates}>
      <Note>{texts.templatesHint}</Note>
      {syncing.failure && (
        <ErrorNote sentence={syncing.failure.sentence} reference={syncing.failure.requestId} />
      )}
      <Loaded of={templates} lines={4}>
        {(known) =>
          known.length === 0 ? (
            <Card>
              <Empty icon="wechat" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <>
              <Note>{lastRead(known)}</Note>
              <LongTable
                label={texts.templates}
                columns={columnsFor(used)}
                rows={known}
                keyOf={({ templateId }) => templateId}
              />
            </>
          )
        }
      </Loaded>
      {mayManage && (
        <Button look="quiet" icon="wechat" busy={syncing.busy} onPress={() => void sync()}>
          {texts.sync}
        </Button>
      )}
    </Section>
  )
}

function lastRead(templates: readonly WechatTemplate[]): string {
  const [latest] = templates.map(({ syncedAt }) => syncedAt).sort((a, b) => (a < b ? 1 : -1))
  return latest === undefined ? texts.never : texts.syncedAt(instantText(latest))
}

const columnsFor = (used: readonly string[]): readonly Column<WechatTemplate>[] => [
  { title: texts.name, main: true, of: ({ title }) => title },
  { title: texts.fields, long: true, of: ({ fields }) => fields.map(({ label }) => label).join('、') },
  {
    title: texts.state,
    of: ({ templateId, gone }) => {
      if (gone) return <Tag tone="bad">{texts.gone}</Tag>
      return used.includes(templateId) ? <Tag tone="good">{texts.inUse}</Tag> : <Tag>{texts.free}</Tag>
    },
  },
]
