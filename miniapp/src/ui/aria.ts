/** What a screen reader calls an element. Browsers read `role`, the mini-program reads `aria-role`. */
export type Role =
  | 'alert'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'columnheader'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'list'
  | 'listitem'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'row'
  | 'status'
  | 'tab'
  | 'table'
  | 'tablist'

export const role = (name: Role): object =>
  process.env.TARO_ENV === 'h5' ? { role: name } : { 'aria-role': name }
