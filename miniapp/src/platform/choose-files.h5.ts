export interface FilesWanted {
  accept: string
  several?: boolean
  /** On a phone: opens the camera instead of asking for a file. */
  camera?: boolean
}

/** Lets the person choose files of this computer, or take a photo on a phone. None: they thought better of it. */
export function chooseFiles({ accept, several = false, camera = false }: FilesWanted): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = several
  if (camera) input.setAttribute('capture', 'environment')
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
}
