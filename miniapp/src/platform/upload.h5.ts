import type { FileWanted, Picked } from './upload'

/** Lets the person choose a file of this computer. */
export function pickFile({ extensions, maxBytes }: FileWanted): Promise<Picked> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = extensions.map((extension) => `.${extension}`).join(',')
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve('cancelled'))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (!file) resolve('cancelled')
      else if (file.size > maxBytes) resolve('too-large')
      else
        file.arrayBuffer().then((data) => resolve({ name: file.name, bytes: new Uint8Array(data) }), reject)
    })
    input.click()
  })
}
