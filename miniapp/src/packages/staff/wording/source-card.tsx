import type { WechatTemplate, WordingTrial } from '@anjiao/shared/contract/wordings'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import { fillAnew } from './fill-anew'
import { textMost, texts } from './texts'
import type { WordingDraft } from './wording-draft'

export interface WritingProps {
  of: { readonly kind: NoticeKind; readonly channel: Channel }
  draft: WordingDraft
  templates: readonly WechatTemplate[]
  problems: WordingTrial['problems']
  onChange: (part: Partial<WordingDraft>) => void
}

/** What a message is made from: WeChat's template, or a text with places for what changes. */
export function SourceCard(writing: WritingProps) {
  const { channel } = writing.of
  return (
    <Card>
      <Stack>
        {channel === 'subscription' ? (
          <TemplateSelect {...writing} />
        ) : (
          <TextFields {...writing} channel={channel} />
        )}
      </Stack>
    </Card>
  )
}

function TemplateSelect(writing: WritingProps) {
  const { draft, templates } = writing
  if (templates.length === 0) {
    return <Empty icon="wechat" title={texts.noTemplates} hint={texts.noTemplatesHint} />
  }
  const choose = (templateId: string) => {
    const template = templates.find((each) => each.templateId === templateId)
    if (template) void fillAnew(writing, template)
  }
  return (
    <Select
      label={texts.template}
      options={templates.map(({ templateId, title }) => ({ value: templateId, label: title }))}
      value={draft.templateId}
      onChange={choose}
    />
  )
}

function TextFields({
  channel,
  draft,
  problems,
  onChange,
}: WritingProps & { channel: keyof typeof textMost }) {
  const wrong = (field: string) =>
    problems
      .filter((each) => each.field === field)
      .map(({ problem }) => problem)
      .join('；') || undefined
  return (
    <>
      {channel === 'sms' && (
        <Field
          label={texts.smsTemplateId}
          hint={texts.smsTemplateHint}
          error={wrong('templateId')}
          maxLength={64}
          value={draft.templateId}
          onChange={(templateId) => onChange({ templateId })}
        />
      )}
      <Field
        label={texts.text}
        hint={channel === 'sms' ? texts.smsHint : texts.letterHint}
        error={wrong('text')}
        lines="many"
        maxLength={textMost[channel]}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
    </>
  )
}
