/**
 * The accessibility attributes our pages set. Taro's templates list each attribute of each component and leave
 * these out, so that a screen reader on the phone would hear nothing of them.
 */
const attributes = [
  'role',
  'label',
  'hidden',
  'disabled',
  'checked',
  'expanded',
  'live',
  'level',
  'modal',
  'valuenow',
  'valuemin',
  'valuemax',
].map((name) => `aria-${name}`)

const none = Object.fromEntries(attributes.map((name) => [name, '']))

export const ariaComponents = {
  View: none,
  Text: none,
  Button: none,
  Input: none,
  Textarea: none,
  Picker: none,
  Image: none,
  Slider: none,
}
