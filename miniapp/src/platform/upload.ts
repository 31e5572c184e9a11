import Taro from '@tarojs/taro'
import { readFile } from './read-file'

export interface PickedFile {
  name: string
  bytes: Uint8Array
}

export interface FileWanted {
  /** Without the dot: `xlsx`. None: whatever it is called. */
  extensions: string[]
  maxBytes: number
}

/** `cancelled`: the person thought better of it. `too-large`: refused before a byte was read. */
export type Picked = PickedFile | 'cancelled' | 'too-large'

/** Lets the person choose a file from a WeChat conversation, where the mini-program may take files from. */
export async function pickFile(wanted: FileWanted): Promise<Picked> {
  const chosen = await choose(wanted)
  if (!chosen) return 'cancelled'
  if (chosen.size > wanted.maxBytes) return 'too-large'
  return { name: chosen.name, bytes: await readFile(chosen.path) }
}

/** By callbacks: this is one of the few functions of WeChat's that Taro hands through as it is, without a promise. */
function choose({ extensions }: FileWanted): Promise<Taro.chooseMessageFile.ChooseFile | undefined> {
  return new Promise((resolve) => {
    void Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      ...(extensions.length > 0 && { extension: extensions }),
      success: ({ tempFiles }) => resolve(tempFiles[0]),
      fail: () => resolve(undefined),
    })
  })
}
