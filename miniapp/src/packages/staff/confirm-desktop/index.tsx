import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { scannedCode } from '../../../features/staff-desktop/scanned-code'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { AskedDesktop } from './asked-desktop'
import { EnterCode } from './enter-code'

/** The phone's side of signing a desktop in. */
export default function ConfirmDesktop() {
  const { code = '' } = useRouter().params
  const [userCode, setUserCode] = useState(() => scannedCode(decodeURIComponent(code)))
  return (
    <StaffPage door="desktop">
      {() =>
        userCode === undefined ? (
          <EnterCode onCode={setUserCode} />
        ) : (
          <AskedDesktop key={userCode} userCode={userCode} onAnother={() => setUserCode(undefined)} />
        )
      }
    </StaffPage>
  )
}
