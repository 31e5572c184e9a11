import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const hello = join(import.meta.dirname, 'hello')

/** Builds the smallest Taro program for WeChat, with the checkout's own Taro and React, into a folder. */
export async function buildHello(folder: string): Promise<void> {
  try {
    await promisify(execFile)('taro', ['build', '--type', 'weapp', '--no-check'], {
      cwd: hello,
      env: { ...process.env, CI: '1', NODE_ENV: 'production', HELLO_OUTPUT: folder },
      maxBuffer: 64 * 1_024 * 1_024,
    })
  } finally {
    // The compiler's own notes.
    await rm(join(hello, '.swc'), { recursive: true, force: true })
  }
}
