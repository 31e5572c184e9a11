import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import { fieldContents, layoutEncodings, layoutSeparators } from '@anjiao/shared/debit-layout'
import { fieldTexts, texts } from './texts'

/** How a field is filled up to its width. */
export type Padding = 'right' | 'left' | 'zeros'

export const paddingOf = ({ padSide, padWith }: Pick<LayoutField, 'padSide' | 'padWith'>): Padding =>
  padWith === '0' ? 'zeros' : padSide

/** The same as the layout says it. */
export const padded = (padding: Padding): Pick<LayoutField, 'padSide' | 'padWith'> =>
  padding === 'zeros' ? { padSide: 'left', padWith: '0' } : { padSide: padding, padWith: ' ' }

/** What stands in a field: `固定文字“D”`. */
export const contentWords = ({ content, text }: LayoutField): string =>
  content === 'constant' ? `${fieldContents.constant.label}“${text}”` : fieldContents[content].label

/** How long it is and how filled up. */
export const widthWords = (field: LayoutField): string =>
  field.width === 0
    ? fieldTexts.asIs
    : `${fieldTexts.bytes(field.width)}，${fieldTexts.pads[paddingOf(field)]}`

/** A whole layout in two or three words. */
export const formWords = ({ encoding, separator, okCodes, purpose }: DebitLayout): string =>
  [
    layoutEncodings[encoding],
    separator === null ? texts.fixed : texts.separated(layoutSeparators[separator]),
    ...(purpose === 'result' ? [texts.ok(okCodes.join('、'))] : []),
  ].join(' · ')

/** The fields of a line, in their order. */
export const lineWords = (fields: readonly LayoutField[]): string =>
  fields.length === 0 ? texts.emptyPart : fields.map(contentWords).join('、')
