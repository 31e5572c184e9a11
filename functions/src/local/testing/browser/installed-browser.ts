import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const local = resolve(import.meta.dirname, '../../../../../.local')

/** Regular and bold are all that our pages ask for; the browser makes the weights between. */
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf']

export interface InstalledBrowser {
  readonly executablePath: string
  /** Its fonts and libraries, instead of the machine's. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * The Chromium of the npm packages, unpacked once into the checkout's `.local` with Chinese fonts and the libraries
 * it needs, so that tests ask nothing of the machine. Safe to call from several processes at once.
 */
export async function installedBrowser(): Promise<InstalledBrowser> {
  const home = join(local, 'browser')
  if (!existsSync(home)) await install(home)
  return {
    executablePath: join(home, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      HOME: home,
    },
  }
}

/** Prepares a folder of its own and moves it into place whole: the first of several processes wins. */
async function install(home: string): Promise<void> {
  const draft = `${home}-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(draft, 'chinese'), { recursive: true })
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack.ts')], {
    env: { ...process.env, TMPDIR: draft },
  })
  for (const font of fonts) await symlink(fontFile(font), join(draft, 'chinese', font.replace('/', '-')))
  await writeFile(join(draft, 'fonts.conf'), fontConfig(home))
  try {
    await rename(draft, home)
  } catch (error) {
    await rm(draft, { recursive: true })
    if (!existsSync(home)) throw error
  }
}

function fontFile(font: string): string {
  const entry = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc'))
  return join(dirname(entry), font)
}

const fontConfig = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/chinese</dir>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`
