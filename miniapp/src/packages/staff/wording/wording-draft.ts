import type { FieldContent, NewWording, WechatTemplate, Wording } from '@anjiao/shared/contract/wordings'
import type { NoticeWordingId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import { suggestFields } from '@anjiao/shared/suggest-wording'
import type { TemplateField } from '@anjiao/shared/template-fields'
import type { WordingValue } from '@anjiao/shared/wording-values'

/** What stands in a field while it is written: a value of the home, or words of our own, which may still be missing. */
export type DraftContent = { readonly value: WordingValue } | { readonly text: string }

/** A wording as it is being written. */
export interface WordingDraft {
  /** What was in force when the writing began, or was seen since; null: nothing. Only that is replaced. */
  readonly from: NoticeWordingId | null
  readonly templateId: string
  readonly text: string
  /** Also of fields that are not there at the moment: who takes a placeholder out and puts it back finds it filled. */
  readonly contents: Readonly<Record<string, DraftContent>>
}

/** Where one begins: with what is in force, or with nothing. */
export const wordingDraft = (inForce: Wording | undefined): WordingDraft => ({
  from: inForce?.id ?? null,
  templateId: inForce?.templateId ?? '',
  text: inForce?.text ?? '',
  contents: inForce?.fields ?? {},
})

/** The fields there are to fill: of the template, or what stands in braces in the text. */
export function fieldsToFill(
  channel: Channel,
  { templateId, text }: WordingDraft,
  templates: readonly WechatTemplate[],
): readonly TemplateField[] {
  if (channel === 'subscription')
    return templates.find((each) => each.templateId === templateId)?.fields ?? []
  const keys = new Set([...text.matchAll(/\{(\w{1,32})\}/g)].map(([, key = '']) => key))
  return [...keys].sort((a, b) => Number(a) - Number(b)).map((key) => ({ key, label: '', options: [] }))
}

/** Another template: its fields are filled as far as their labels say what belongs there. */
export function withTemplate(
  kind: NoticeKind,
  { templateId, fields }: WechatTemplate,
): Partial<WordingDraft> {
  return { templateId, contents: suggestFields(kind, fields) }
}

/** Whether filling in anew would put something else in the place of what has been written. */
export const replacesWritten = (
  { contents }: Pick<WordingDraft, 'contents'>,
  { contents: filled = {} }: Partial<WordingDraft>,
): boolean =>
  Object.entries(contents).some(([key, content]) => {
    const isWritten = 'value' in content || content.text.trim() !== ''
    return isWritten && JSON.stringify(filled[key]) !== JSON.stringify(content)
  })

/** What is sent to be tried or published: what has been filled, of the fields that are there. */
export function readWording(
  { kind, channel }: { kind: NoticeKind; channel: Channel },
  draft: WordingDraft,
  fields: readonly TemplateField[],
): NewWording {
  const filled = fields.flatMap(({ key }): [string, FieldContent][] => {
    const content = draft.contents[key]
    if (!content) return []
    if ('value' in content) return [[key, content]]
    const text = content.text.trim()
    return text === '' ? [] : [[key, { text }]]
  })
  return {
    kind,
    channel,
    templateId: channel === 'letter' ? '' : draft.templateId.trim(),
    fields: Object.fromEntries(filled),
    text: channel === 'subscription' ? '' : draft.text,
  }
}
