import { chooseFiles } from './choose-files.h5'
import type { FileWanted, Picked } from './upload'

/** Lets the person choose a file of this computer. */
export async function pickFile({ extensions, maxBytes }: FileWanted): Promise<Picked> {
  const [file] = await chooseFiles({ accept: extensions.map((extension) => `.${extension}`).join(',') })
  if (!file) return 'cancelled'
  if (file.size > maxBytes) return 'too-large'
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
