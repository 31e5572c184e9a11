import type { WechatTemplate } from '@anjiao/shared/contract/wordings'
import { confirm } from '../../../ui/notice'
import type { WritingProps } from './source-card'
import { texts } from './texts'
import { replacesWritten, withTemplate } from './wording-draft'

/** Takes a template and fills its fields by their labels; asks first where that replaces what has been written. */
export async function fillAnew(
  { of, draft, onChange }: Pick<WritingProps, 'of' | 'draft' | 'onChange'>,
  template: WechatTemplate,
): Promise<void> {
  const filled = withTemplate(of.kind, template)
  const isFree = !replacesWritten(draft, filled)
  if (isFree || (await confirm({ title: texts.fillTitle, text: texts.fillAsk, yes: texts.fillYes })))
    onChange(filled)
}
