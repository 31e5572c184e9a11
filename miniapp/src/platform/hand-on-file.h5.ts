import type { FetchedFile, FileToHandOn } from './hand-on-file'
import { openPdf } from './open-file.h5'

/** The browser saves the file by itself: the server says that it is one to keep. */
export async function fetchFile(ask: () => Promise<string>): Promise<FetchedFile> {
  await openPdf(ask)
  return { path: undefined }
}

/** A browser has no conversations. */
export const sendToChat = (_: FileToHandOn): Promise<void> => Promise.resolve()
