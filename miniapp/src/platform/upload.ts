import Taro from '@tarojs/taro'

export interface PickedFile {
  name: string
  bytes: Uint8Array
}

export interface FileWanted {
  /** Without the dot: `xlsx`. */
  extensions: string[]
  maxBytes: number
}

/** `cancelled`: the person thought better of it. `too-large`: refused before a byte was read. */
export type Picked = PickedFile | 'cancelled' | 'too-large'

/** Lets the person choose a file from a WeChat conversation, where the mini-program may take files from. */
export async function pickFile({ extensions, maxBytes }: FileWanted): Promise<Picked> {
  let chosen: Taro.chooseMessageFile.ChooseFile | undefined
  try {
    chosen = (await Taro.chooseMessageFile({ count: 1, type: 'file', extension: extensions })).tempFiles[0]
  } catch {
    return 'cancelled'
  }
  if (!chosen) return 'cancelled'
  if (chosen.size > maxBytes) return 'too-large'
  return { name: chosen.name, bytes: await readBytes(chosen.path) }
}

function readBytes(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: reject,
    })
  })
}
