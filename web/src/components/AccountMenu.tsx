import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { Bell, CircleUserRound, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { Suspense, useRef, useState, useSyncExternalStore } from 'react'

import { asApiError, ApiError } from '../api/errors'
import { useAuth } from '../auth/context'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/current'
import { chooseForUser } from '../language/speaking'
import { useSending } from '../outbox/context'
import { part } from '../parts/part'
import { useLanguage, useWords } from '../words'

const NotificationsDialog = part(() =>
  import('../notifications/NotificationsDialog').then((file) => file.NotificationsDialog),
)

const SCHEMES: Record<MantineColorScheme, { icon: typeof Sun; next: MantineColorScheme }> = {
  auto: { icon: Monitor, next: 'light' },
  light: { icon: Sun, next: 'dark' },
  dark: { icon: Moon, next: 'auto' },
}

/** Comes when it was asked for, and open. */
export function AccountMenu() {
  const words = useWords()
  const { auth, leave } = useAuth()
  const [problem, setProblem] = useState<string | null>(null)
  const [asksNotifications, setAsksNotifications] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const askNotifications = () => {
    // The item goes with the menu; the dialog gives the focus back to what opened that.
    button.current?.focus()
    setAsksNotifications(true)
  }
  const logOut = () => void leave().catch((error: unknown) => setProblem(words.problems.of(asApiError(error))))

  return (
    <>
    <Menu
      defaultOpened
      position="bottom-end"
      width={260}
      shadow="md"
      closeOnItemClick={false}
      // A menu may hold nothing but items.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size={44} aria-label={words.common.account}>
          <CircleUserRound size={24} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {auth.phase === 'in' && <Menu.Label>{words.common.signedInAs(auth.user.email)}</Menu.Label>}
        <SchemeItem />
        <LanguageItems onFailed={setProblem} />
        <Menu.Item closeMenuOnClick leftSection={<Bell size={18} aria-hidden />} onClick={askNotifications}>
          {words.offline.notifications.item}
        </Menu.Item>
        <Unsent />
        <Menu.Item leftSection={<LogOut size={18} aria-hidden />} onClick={logOut}>
          {words.common.logOut}
        </Menu.Item>
        {problem && <Menu.Label role="alert">{problem}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
    <Suspense>{asksNotifications && <NotificationsDialog onClose={() => setAsksNotifications(false)} />}</Suspense>
    </>
  )
}

function SchemeItem() {
  const { common } = useWords()
  // They are held back by a style element otherwise, which the page's policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const { icon: SchemeIcon, next } = SCHEMES[colorScheme]
  return (
    <Menu.Item leftSection={<SchemeIcon size={18} aria-hidden />} onClick={() => setColorScheme(next)}>
      {common.scheme[colorScheme]}
    </Menu.Item>
  )
}

function LanguageItems({ onFailed }: { onFailed: (problem: string | null) => void }) {
  const words = useWords()
  const spoken = useLanguage()
  const change = async (language: Language) => {
    onFailed(null)
    try {
      await chooseForUser(language)
    } catch (error) {
      onFailed(error instanceof ApiError ? words.problems.of(error) : words.common.languageNotLoaded)
    }
  }
  return LANGUAGES.filter((language) => language !== spoken).map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      leftSection={<Languages size={18} aria-hidden />}
      onClick={() => void change(language)}
    >
      {LANGUAGE_NAMES[language]}
    </Menu.Item>
  ))
}

/** Said where somebody might leave: what is not sent waits for them, and for nobody else. */
function Unsent() {
  const { common } = useWords()
  const { outbox } = useSending()
  const messages = useSyncExternalStore(
    (changed) => outbox.subscribe({ changed, accepted: () => undefined }),
    outbox.getMessages,
  )
  if (messages.length === 0) return null
  return <Menu.Label role="status">{common.unsent(messages.length)}</Menu.Label>
}
